"""A line across the top of the pages with one thing to do about it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from diary.ui.widgets.button import Button, Kind
from diary.ui.widgets.text import label


class Banner(QFrame):
    """`kind` is a surface of the style sheet: "banner", or "error" for what was not saved."""

    chosen = Signal()

    def __init__(self, action: str, kind: str = "banner", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", kind)
        self._sentence = label("", wrap=True)
        button = Button(action, Kind.TEXT)
        button.clicked.connect(self.chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 24, 8)
        row.addWidget(self._sentence, 1)
        row.addWidget(button)

    def say(self, sentence: str) -> None:
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)
