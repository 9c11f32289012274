"""The acne score and, for patients who count, their spots."""

from typing import cast

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from diary.domain.preferences import Tracked
from diary.domain.scales import Count, Scale, name
from diary.journal import Answers
from diary.ui import theme
from diary.ui.pages.today.recorder import Recorder
from diary.ui.pages.today.score import Score, named
from diary.ui.pages.today.shown import Shown
from diary.ui.pages.today.today_card import TodayCard
from diary.ui.widgets.flow_layout import FlowLayout
from diary.ui.widgets.marker import Series
from diary.ui.widgets.stepper import Stepper
from diary.ui.widgets.text import label, line

STEPPER_WIDTH = 118
"""Three stand abreast in the card as drawn."""


class SkinCard(TodayCard):
    def __init__(self, recorder: Recorder) -> None:
        super().__init__(Series.ACNE)
        self.explain_yesterday()
        self.score = Score(
            Scale.ACNE,
            name(Scale.ACNE),
            Series.ACNE,
            recorder,
            self.tr("0 clear"),
            self.tr("10 worst"),
        )
        self._counts = Counts(recorder)
        self._acne = named(label(name(Scale.ACNE), "control"), self.score)
        self.add(self._acne)
        self.add(self._counts)
        self.body.addStretch(1)

    def fill(self, shown: Shown) -> None:
        self.set_title(self.tr("Skin today") if shown.is_today else self.tr("Skin"))
        self.set_caption(shown.day_before)
        self.score.fill(shown)
        self._acne.setVisible(Tracked.ACNE in shown.preferences.tracked)
        self._counts.setVisible(Tracked.COUNTS in shown.preferences.tracked)
        self._counts.fill(shown)

    def commit_pending(self) -> None:
        self.score.commit_pending()


class Counts(QWidget):
    """Three steppers under a hairline."""

    def __init__(self, recorder: Recorder) -> None:
        super().__init__()
        self._recorder = recorder
        self._steppers = {count: Stepper(name(count)) for count in Count}
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(line())
        across = FlowLayout(spacing=8)
        for count, stepper in self._steppers.items():
            across.addWidget(_under_its_name(count, stepper))
            stepper.answered.connect(self._record)
        rows.addLayout(across)
        rows.addWidget(
            label(self.tr("Counting is optional. A dash means not counted."), "caption", wrap=True)
        )

    def fill(self, shown: Shown) -> None:
        for count, stepper in self._steppers.items():
            stepper.set_value(shown.day.count(count))

    @Slot(object)
    def _record(self, value: int | None) -> None:
        count = next(key for key, stepper in self._steppers.items() if stepper is self.sender())
        what = name(count).lower()
        said = self.tr("{what} cleared").format(what=what)
        if value is not None:
            said = f"{what} {value}"
        self._recorder.record(said, cast("Answers", {count.value: value}), typing=True)


def _under_its_name(count: Count, stepper: Stepper) -> QWidget:
    both = QWidget()
    rows = QVBoxLayout(both)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(4)
    rows.addWidget(label(name(count), "caption"))
    stepper.setMaximumWidth(theme.current().px(STEPPER_WIDTH))
    beside = QHBoxLayout()
    beside.addWidget(stepper)
    beside.addStretch(1)
    rows.addLayout(beside)
    return both
