"""Work that goes on in the background: what, how far, and Cancel."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from diary.ui.widgets.button import Button
from diary.ui.widgets.text import label

BAR_HEIGHT = 8
LEAST_BAR = 80
GAP = 12


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
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 12, 10)
        row.setSpacing(GAP)
        row.addWidget(self._what)
        row.addWidget(self._detail)
        row.addWidget(self._bar, 1)
        row.addWidget(self._note)
        row.addWidget(self._cancel)

    def set_progress(self, what: str, done: int, total: int, detail: str = "") -> None:
        """`what` says how far in words, such as "Importing 7 of 12"; `detail` is the file."""
        self._what.setText(what)
        self._detail.setText(detail)
        self._fit()
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bar.setAccessibleName(what)
        self.setAccessibleName(what)

    def set_note(self, note: str) -> None:
        """What will need an answer later."""
        self._note.setText(note)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Without the file's name and the note, for which there may be no room."""
        margins = self._row.contentsMargins()
        parts = (self._what, self._cancel)
        width = sum(part.minimumSizeHint().width() + GAP for part in parts) + LEAST_BAR
        width += margins.left() + margins.right()
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out the file's name first, and then the note; a bar always has room."""
        room = self.width() - self.minimumSizeHint().width()
        for words in (self._note, self._detail):
            needed = words.sizeHint().width() + GAP
            words.setVisible(bool(words.text()) and needed <= room)
            room -= needed if words.isVisibleTo(self) else 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._cancel.click()
        else:
            super().keyPressEvent(event)
