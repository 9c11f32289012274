"""Whose picture it is: the letter, the date, the day of the course."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from diary.ui.pages.compare.sides import Side
from diary.ui.widgets.text import label

PADDING = 6


class Tag(QFrame):
    """Stands in a corner of the stage; on a card of its own where it would stand on the photo."""

    def __init__(self, side: Side, parent: QWidget) -> None:
        super().__init__(parent)
        to = Qt.AlignmentFlag.AlignLeft if side is Side.A else Qt.AlignmentFlag.AlignRight
        self._date = label("", "body")
        self._day = label("", "caption")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        rows.setSpacing(2)
        for words in (label(side.value, "section"), self._date, self._day):
            words.setAlignment(to)
            rows.addWidget(words)

    def say(self, date: str, day: str) -> None:
        self._date.setText(date)
        self._day.setText(day)
        self.adjustSize()

    def set_on_photo(self, *, on_photo: bool) -> None:
        wanted = "card" if on_photo else "none"
        if self.property("surface") != wanted:
            self.setProperty("surface", wanted)
            self.style().unpolish(self)
            self.style().polish(self)
