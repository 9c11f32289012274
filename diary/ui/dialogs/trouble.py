"""A diary that cannot be opened: what happened, and the ways on. Nothing is ever deleted here."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot

from diary.errors import DiaryDamaged, DiaryError, DiaryMissing
from diary.ui.choosing import choose_folder
from diary.ui.dialogs.centred import MIDDLE, Centred
from diary.ui.widgets.button import Button, Kind
from diary.ui.widgets.notice import Notice, Tone


class Trouble(Centred):
    try_again = Signal()
    folder_chosen = Signal(object)
    """The folder of a diary to open instead."""
    new_asked = Signal()
    restore_asked = Signal()

    def __init__(self, error: DiaryError) -> None:
        super().__init__(self.tr("Skin Diary can’t open your diary"), width=480)
        self.notice = Notice(Tone.ERROR, str(error))
        again = Button(self.tr("Try again"), Kind.PRIMARY)
        again.set_large()
        again.clicked.connect(self.try_again)
        other = Button(self.tr("Open a diary in another folder…"), Kind.TEXT)
        other.clicked.connect(self._choose)
        self.rows.addWidget(self.notice)
        self.rows.addWidget(again)
        self.rows.addWidget(other, 0, MIDDLE)
        if isinstance(error, DiaryMissing | DiaryDamaged):
            restore = Button(self.tr("Restore from a backup…"), Kind.TEXT)
            restore.clicked.connect(self.restore_asked)
            self.rows.addWidget(restore, 0, MIDDLE)
        if isinstance(error, DiaryMissing):
            new = Button(self.tr("Start a new diary"), Kind.TEXT)
            new.clicked.connect(self.new_asked)
            self.rows.addWidget(new, 0, MIDDLE)
        self.first = again

    @Slot()
    def _choose(self) -> None:
        choose_folder(self, self.tr("The folder of your diary"), self._chosen)

    @Slot(str)
    def _chosen(self, folder: str) -> None:
        self.folder_chosen.emit(Path(folder))
