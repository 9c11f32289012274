"""One question: its tick, its words, and a field in their place while they are changed."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.domain.visits import Question
from diary.ui.widgets import focus_ring
from diary.ui.widgets.button import ENTER_KEYS
from diary.ui.widgets.check_row import CheckRow
from diary.ui.widgets.line_edit import LineEdit
from diary.ui.widgets.text import line


class QuestionRow(QWidget):
    changed = Signal(object, object)
    """The question before and after."""
    removed = Signal(object)

    def __init__(self, question: Question) -> None:
        super().__init__()
        self.question = question
        self.check = _Check(question.text)
        self.edit = _Edit()
        self.edit.setAccessibleName(self.tr("Question"))
        self.edit.hide()
        self.check.clicked.connect(self._tick)
        self.check.edit_asked.connect(self.start_editing)
        self.check.remove_asked.connect(self._remove)
        self.edit.kept.connect(self._keep)
        self.edit.dropped.connect(self._drop)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        for widget in (line(), self.check, self.edit):
            rows.addWidget(widget)
        self.fill(question)

    def fill(self, question: Question) -> None:
        self.question = question
        self.check.setText(question.text)
        self.check.setChecked(question.in_report)
        self.check.setAccessibleDescription(
            self.tr("Goes into the report when ticked. F2 changes it, Del removes it.")
        )

    def commit_pending(self) -> None:
        """Keep what is being changed."""
        if self.edit.isVisibleTo(self):
            self._keep()

    @Slot()
    def start_editing(self) -> None:
        self.edit.set_saved(self.question.text)
        self._show_edit(editing=True)

    @Slot()
    def _drop(self) -> None:
        self._show_edit(editing=False)

    @Slot()
    def _keep(self) -> None:
        words = self.edit.text().strip()
        self._show_edit(editing=False)
        if words and words != self.question.text:
            self._change(replace(self.question, text=words))

    @Slot(bool)
    def _tick(self, on: bool) -> None:  # noqa: FBT001 - the signal's argument
        self._change(replace(self.question, in_report=on))

    @Slot()
    def _remove(self) -> None:
        self.removed.emit(self.question)

    def _change(self, after: Question) -> None:
        """Show it at once: the next change may come before this one is on disk."""
        before = self.question
        self.fill(after)
        self.changed.emit(before, after)

    def _show_edit(self, *, editing: bool) -> None:
        """The focus moves before its widget is hidden, or Qt would send it elsewhere."""
        shown, other = (self.edit, self.check) if editing else (self.check, self.edit)
        shown.show()
        focus_ring.focus(shown)
        other.hide()


class _Check(CheckRow):
    edit_asked = Signal()
    remove_asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self.edit_asked.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_asked.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Take the tick of the first press back and open the words."""
        self.click()
        self.edit_asked.emit()


class _Edit(LineEdit):
    kept = Signal()
    dropped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS:
            self.kept.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)
