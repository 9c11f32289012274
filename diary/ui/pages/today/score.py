"""A scale of the page that records the score it is given."""

from typing import cast

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from diary.domain.scales import Scale, name
from diary.journal import Answers
from diary.ui import theme
from diary.ui.pages.today.recorder import Recorder
from diary.ui.pages.today.shown import Shown
from diary.ui.widgets import scale
from diary.ui.widgets.marker import Series

LABEL_WIDTH, ROW_HEIGHT = 46, 34


class Score(scale.Scale):
    def __init__(
        self,
        item: Scale,
        question: str,
        series: Series,
        recorder: Recorder,
        low_end: str = "",
        high_end: str = "",
    ) -> None:
        super().__init__(question, series, low_end, high_end)
        self._item = item
        self._recorder = recorder
        self.answered.connect(self._record)

    def fill(self, shown: Shown) -> None:
        self.set_yesterday(shown.yesterday.score(self._item), shown.day_before)
        self.set_value(shown.day.score(self._item))

    @Slot(object)
    def _record(self, value: int | None) -> None:
        what = name(self._item).lower()
        said = self.tr("{what} cleared").format(what=what)
        if value is not None:
            said = f"{what} {value}"
        self._recorder.record(said, cast("Answers", {self._item.value: value}))


def named(words: QLabel, score: Score) -> QWidget:
    """`score` with `words` before it."""
    look = theme.current()
    words.setMinimumSize(look.px(LABEL_WIDTH), look.px(ROW_HEIGHT))
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(words, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(score, 1, Qt.AlignmentFlag.AlignTop)
    return both
