"""A small question over the table, asked for the chosen photos."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from diary.ui import theme
from diary.ui.widgets.button import ENTER_KEYS, Button, Kind
from diary.ui.widgets.text import label

WIDTH = 400
PADDING, GAP = 24, 12


class Form(QDialog):
    """A child fills `rows` and says in `is_answered` whether all is right."""

    first: QWidget
    """Where the keyboard starts."""

    def __init__(self, parent: QWidget, title: str, said: str, action: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Skin Diary"))
        self.setAccessibleName(title)
        self.finished.connect(self.deleteLater)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(GAP)
        self.rows.addWidget(label(title, "section", wrap=True))
        if said:
            self.rows.addWidget(label(said, "muted", wrap=True))
        self.apply = Button(action, Kind.PRIMARY)
        self.apply.clicked.connect(self.submit)
        cancel = Button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.apply)
        outer = self._outer = QVBoxLayout(self)
        outer.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        outer.setSpacing(PADDING)
        outer.addLayout(self.rows)
        outer.addLayout(buttons)
        self.setMinimumWidth(theme.current().px(WIDTH))

    def open(self) -> None:
        """As tall as its words are at this width."""
        width = self.minimumWidth()
        self.resize(width, self._outer.totalHeightForWidth(width))
        super().open()
        self.first.setFocus()

    def is_answered(self) -> bool:
        """Whether it can be done; if not, what is wrong has been said."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS:
            self.submit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def submit(self) -> None:
        if self.is_answered():
            self.accept()
