"""One narrow column in the middle of the window, as on the lock screen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from diary.ui import icons, theme
from diary.ui.widgets.scrolled import scrolled
from diary.ui.widgets.text import label

LOGO = 48
MIDDLE = Qt.AlignmentFlag.AlignHCenter
FIRST = 100
"""The column gets all of its width before the space beside it gets any."""


class Centred(QWidget):
    """Logo, title and a sentence; what is asked goes into `rows`."""

    first: QWidget
    """Where the keyboard starts."""

    def __init__(self, title: str, said: str = "", width: int = 360) -> None:
        super().__init__()
        self.rows = QVBoxLayout()
        self.rows.setSpacing(12)
        column = QWidget()
        column.setLayout(self.rows)
        column.setMaximumWidth(theme.current().px(width) + 8)
        self.rows.setContentsMargins(4, 4, 4, 4)
        self._add_head(title, said)
        self._lay_out(column)

    def _add_head(self, title: str, said: str) -> None:
        logo = QLabel()
        logo.setPixmap(icons.logo(LOGO))
        self.rows.addWidget(logo, 0, MIDDLE)
        self.rows.addSpacing(8)
        for text, role in ((title, "title"), (said, "subtitle")):
            if text:
                words = label(text, role, wrap=True)
                words.setAlignment(Qt.AlignmentFlag.AlignCenter)
                self.rows.addWidget(words)
        self.rows.addSpacing(20)

    def _lay_out(self, column: QWidget) -> None:
        inside = QWidget()
        middle = QVBoxLayout(inside)
        middle.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(column, FIRST)
        row.addStretch(1)
        middle.addLayout(row)
        middle.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(scrolled(inside))


def promise(text: str) -> QWidget:
    """The line at the lower edge with the shield."""
    shield = QLabel()
    icons.put(shield, "shield", "muted", 16)
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(24, 8, 24, 24)
    row.addStretch(1)
    row.addWidget(shield)
    row.addWidget(label(text, "caption"))
    row.addStretch(1)
    return box
