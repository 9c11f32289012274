"""The mood score, and the quiet line that always stands under it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from diary.domain.scales import Scale, name
from diary.ui.pages.today.recorder import Recorder
from diary.ui.pages.today.score import Score, named
from diary.ui.pages.today.shown import Shown
from diary.ui.pages.today.today_card import TodayCard
from diary.ui.widgets.button import Button, Kind
from diary.ui.widgets.marker import Series
from diary.ui.widgets.text import label


class MoodCard(TodayCard):
    help_asked = Signal()

    def __init__(self, recorder: Recorder) -> None:
        super().__init__(Series.MOOD)
        self.set_title(name(Scale.MOOD))
        self.set_caption(self.tr("Here, higher is better"))
        self.score = Score(
            Scale.MOOD,
            name(Scale.MOOD),
            Series.MOOD,
            recorder,
            self.tr("0 very low"),
            self.tr("10 very good"),
        )
        self._when = label("", "control")
        self.add(named(self._when, self.score))
        self.add(self._support())
        self.body.addStretch(1)

    def fill(self, shown: Shown) -> None:
        self._when.setText(self.tr("Today") if shown.is_today else self.tr("Mood"))
        self.score.fill(shown)

    def commit_pending(self) -> None:
        self.score.commit_pending()

    def _support(self) -> QHBoxLayout:
        who = Button(self.tr("Who to call"), Kind.TEXT)
        who.clicked.connect(self.help_asked)
        sentence = self.tr("Feeling low, unlike yourself, or thinking of harming yourself?")
        row = QHBoxLayout()
        row.addWidget(label(sentence, "caption", wrap=True), 1)
        row.addWidget(who)
        return row
