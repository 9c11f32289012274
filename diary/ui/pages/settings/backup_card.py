"""One sealed file with the whole diary, read back before it counts as saved."""

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QDir, Qt, Slot
from PySide6.QtWidgets import QFileDialog

from diary.errors import DiaryError
from diary.journal import Journal
from diary.ui.local import clock_time, full_date, number
from diary.ui.session import Session
from diary.ui.widgets.button import Button
from diary.ui.widgets.card import Card
from diary.ui.widgets.notice import Notice, Tone
from diary.ui.widgets.text import label

SUFFIX = "skinbackup"
MEGABYTE = 1_000_000


class _Done(NamedTuple):
    at: datetime
    photos: int
    size: int


class BackupCard(Card):
    def __init__(self, session: Session) -> None:
        super().__init__(self.tr("Backup"))
        self._session = session
        self.button = Button(self.tr("Save a backup file…"), icon="download")
        self.button.clicked.connect(self._choose_file)
        self._done = Notice(Tone.INFO)
        self._problem = Notice(Tone.ERROR)
        why = self.tr(
            "The whole diary in one encrypted file. Keep it on another disk."
            " It opens with the passphrase or the recovery code of today."
        )
        self.add(label(why, "caption", wrap=True))
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        for notice in (self._done, self._problem):
            notice.hide()
            self.add(notice)

    def save(self, path: Path) -> None:
        """Write the backup to `path` and say what came of it."""
        self._done.hide()
        self._problem.hide()
        self.button.set_busy(self.tr("Saving…"))
        self._session.ask(partial(_back_up, path), self._say_done, self, self._say_problem)

    @Slot()
    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Save a backup file"), QDir.homePath())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX)
        dialog.selectFile(self.tr("Skin Diary") + f".{SUFFIX}")
        dialog.fileSelected.connect(self._save_as)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _save_as(self, file: str) -> None:
        self.save(Path(file))

    def _say_done(self, done: _Done) -> None:
        self.button.set_idle()
        one = done.photos == 1
        said = self.tr("Saved and read back, {day}, {time}: {photos}, {size} MB.")
        self._done.set_text(
            said.format(
                day=full_date(done.at.date()),
                time=clock_time(done.at),
                photos=self.tr("1 photo") if one else self.tr("%n photos", "", done.photos),
                size=number(max(done.size / MEGABYTE, 0.1), 1),
            )
        )
        self._done.show()

    def _say_problem(self, error: Exception) -> None:
        self.button.set_idle()
        if isinstance(error, DiaryError):
            self._problem.set_text(str(error))
            self._problem.show()
        else:
            self._session.jobs.failed.emit(error)


def _back_up(path: Path, journal: Journal) -> _Done:
    summary = journal.backups.to_file(path)
    return _Done(journal.now(), summary.photos, summary.size)
