"""The questions in the order in which ↓ goes through them."""

from PySide6.QtCore import QObject, Signal, Slot

from diary.ui.widgets.scale import Scale
from diary.ui.widgets.segmented import Segmented

Question = Scale | Segmented


class Questions(QObject):
    """↓ and ↑ move the focus; what the patient does not track is passed over."""

    moved = Signal(object)
    """The question that has the focus now."""

    def __init__(self, *questions: Question, parent: QObject) -> None:
        super().__init__(parent)
        self._questions = questions
        for question in questions:
            question.next_requested.connect(self._next)
            question.previous_requested.connect(self._previous)

    def start(self) -> None:
        self._take_first(self._questions)

    @Slot()
    def _next(self) -> None:
        self._take_first(self._questions[self._here() + 1 :])

    @Slot()
    def _previous(self) -> None:
        self._take_first(self._questions[: self._here()][::-1])

    def _here(self) -> int:
        return next(n for n, each in enumerate(self._questions) if each is self.sender())

    def _take_first(self, questions: tuple[Question, ...]) -> None:
        for question in questions:
            if question.isVisible():
                question.take_focus()
                self.moved.emit(question)
                return
