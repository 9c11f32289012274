"""The patient's own words about the day; takes the height that is left."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QSizePolicy

from diary.ui.pages.today.recorder import Recorder
from diary.ui.pages.today.shown import Shown
from diary.ui.pages.today.today_card import TodayCard
from diary.ui.pages.today.typed import TypedNote

LEAST_LINES = 2


class NotesCard(TodayCard):
    def __init__(self, recorder: Recorder) -> None:
        super().__init__()
        self.set_title(self.tr("Notes"))
        self._recorder = recorder
        self._note = TypedNote(self.tr("Notes"))
        self._note.setPlaceholderText(self.tr("Anything to remember or ask"))
        self._note.typed.connect(self._record)
        self._note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        line_height = self._note.fontMetrics().lineSpacing()
        self._note.setMinimumHeight((LEAST_LINES + 1) * line_height)
        self.body.addWidget(self._note, 1)

    def fill(self, shown: Shown) -> None:
        self._note.show_text(shown.day.note)

    def commit_pending(self) -> None:
        self._note.commit_pending()

    @Slot(str)
    def _record(self, text: str) -> None:
        self._recorder.record(self.tr("notes"), {"note": text}, typing=True)
