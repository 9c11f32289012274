"""Work that goes on in the background: what, how far, and Cancel."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from diary.ui.widgets.button import Button
from diary.ui.widgets.text import label

BAR_HEIGHT = 8


class ProgressRow(QFrame):
    """Cancel, or Esc anywhere in the row, keeps what is done."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self._what = label("", "strong")
        self._detail = label("", "subtitle")
        self._note = label("", "caption")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(BAR_HEIGHT)
        self._cancel = Button(self.tr("Cancel"))
        self._cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 12, 10)
        row.setSpacing(12)
        row.addWidget(self._what)
        row.addWidget(self._detail)
        row.addWidget(self._bar, 1)
        row.addWidget(self._note)
        row.addWidget(self._cancel)

    def set_progress(self, what: str, done: int, total: int, detail: str = "") -> None:
        """`what` says how far in words, such as "Importing 7 of 12"; `detail` is the file."""
        self._what.setText(what)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bar.setAccessibleName(what)
        self.setAccessibleName(what)

    def set_note(self, note: str) -> None:
        """What will need an answer later."""
        self._note.setText(note)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._cancel.click()
        else:
            super().keyPressEvent(event)
