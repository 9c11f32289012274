"""Questions for the doctor: Enter adds, a tick takes one into the report, Del removes."""

from itertools import pairwise

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from diary.domain.ids import new_id
from diary.domain.visits import Question
from diary.ui import icons
from diary.ui.pages.course.edits import Edits
from diary.ui.pages.course.question_row import QuestionRow
from diary.ui.pages.course.shown import Shown
from diary.ui.widgets import focus_ring
from diary.ui.widgets.card import Card
from diary.ui.widgets.line_edit import LineEdit
from diary.ui.widgets.text import label


class QuestionsCard(Card):
    def __init__(self, edits: Edits) -> None:
        super().__init__(self.tr("Questions for the doctor"))
        self._edits = edits
        self.rows: dict[str, QuestionRow] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.field = LineEdit()
        self.field.setPlaceholderText(self.tr("Write a question"))
        self.field.setAccessibleName(self.tr("Write a question"))
        enter = QLabel()
        icons.put(enter, "return", size=16)
        self.field.set_trailing(enter)
        self.field.returnPressed.connect(self._add)
        self.add(label(self.tr("Ticked questions go into the report."), "caption", wrap=True))
        self.add(self._list)
        self.body.addStretch(1)
        self.add(self.field)

    def fill(self, shown: Shown) -> None:
        """Rows stay where they are, so that the keyboard does too."""
        kept = {question.id for question in shown.questions}
        for gone in [row for key, row in self.rows.items() if key not in kept]:
            self._drop(gone)
        for place, question in enumerate(shown.questions):
            self._row(question).fill(question)
            self._list.insertWidget(place, self.rows[question.id])
        self._order()

    def _order(self) -> None:
        """Qt would let Tab come last to what is made last, and the field stands below it."""
        parts = [part for row in self._sorted() for part in (row.check, row.edit)]
        for before, after in pairwise([*parts, self.field]):
            QWidget.setTabOrder(before, after)

    def _sorted(self) -> list[QuestionRow]:
        return sorted(self.rows.values(), key=self._list.indexOf)

    def commit_pending(self) -> None:
        """A question that was typed without Enter is a question all the same."""
        self._add()
        for row in self.rows.values():
            row.commit_pending()

    @Slot()
    def _add(self) -> None:
        words = self.field.text().strip()
        if words:
            self.field.set_saved("")
            self._edits.add_question(self.tr("question"), Question(new_id(), words))

    @Slot(object, object)
    def _change(self, before: Question, after: Question) -> None:
        said = self.tr("question changed")
        if before.in_report != after.in_report:
            ticked, unticked = self.tr("question ticked"), self.tr("question not ticked")
            said = ticked if after.in_report else unticked
        self._edits.change_question(said, before, after)

    @Slot(object)
    def _remove(self, question: Question) -> None:
        self._edits.remove_question(self.tr("question removed"), question)
        self._focus_beside(question)

    def _focus_beside(self, question: Question) -> None:
        rows = self._sorted()
        at = rows.index(self.rows[question.id])
        others = rows[at + 1 :] + rows[:at][::-1]
        focus_ring.focus(others[0].check if others else self.field)

    def _row(self, question: Question) -> QuestionRow:
        if question.id not in self.rows:
            row = self.rows[question.id] = QuestionRow(question)
            row.changed.connect(self._change)
            row.removed.connect(self._remove)
        return self.rows[question.id]

    def _drop(self, row: QuestionRow) -> None:
        del self.rows[row.question.id]
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()
