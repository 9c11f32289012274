"""Check this diary: read everything, say what is hurt, and bring it back from a backup."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot

from diary.domain.photo import Photo
from diary.errors import DiaryError, Stopped
from diary.journal import Journal, OnDiary, Watch
from diary.ui.backup_words import breakable, photos
from diary.ui.local import full_date
from diary.ui.long_work import LongWork
from diary.ui.pages.settings.backup_state import BackupState
from diary.ui.pages.settings.unfiled_part import UnfiledPart
from diary.ui.session import Session
from diary.ui.widgets.button import Button
from diary.ui.widgets.card import Card
from diary.ui.widgets.notice import Notice, Tone
from diary.ui.widgets.progress_row import ProgressRow
from diary.ui.widgets.text import label

if TYPE_CHECKING:
    from diary.journal import Findings

NAMED = 5
"""Photos named in the notice; the others are counted."""


class CheckCard(Card):
    def __init__(self, session: Session) -> None:
        super().__init__(self.tr("Check this diary"))
        self._session = session
        self._backup: Path | None = None
        self._hurt: tuple[Photo, ...] = ()
        self.work = LongWork(session, self)
        self.button = Button(self.tr("Check this diary"), icon="scale")
        self.progress = ProgressRow()
        self.said = Notice(Tone.INFO)
        self.hurt = Notice(Tone.ERROR)
        why = self.tr(
            "Reads every answer and opens every photo. A few photos are read by themselves each"
            " day."
        )
        self.add(label(why, "caption", wrap=True))
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.progress, self.said, self.hurt):
            part.hide()
            self.add(part)
        self.unfiled = UnfiledPart(session)
        self.add(self.unfiled)
        self.button.clicked.connect(self._check)
        self.progress.cancelled.connect(self.work.cancel)
        self.work.progressed.connect(self._show_progress)
        self.hurt.link_activated.connect(self._heal)

    def fill(self, state: BackupState) -> None:
        self._backup = Path(state.places[0].target) if state.places else None
        self._hurt = state.hurt
        self._show_hurt()

    @Slot()
    def _check(self) -> None:
        self.button.setEnabled(False)
        self.said.hide()
        self.work.start(_check, self._checked, self._say_problem)

    def _checked(self, findings: "Findings") -> None:
        self._settle()
        self.unfiled.show_names(findings.unfiled)
        if findings.is_whole:
            words = self.tr("Every answer and {photos} were read. Nothing is hurt.")
            self._say(words.format(photos=photos(findings.photos)))
        elif findings.key_files:
            self._say(self.tr("A copy of the key file was hurt and was written anew."))
        self._session.keeper.changed.emit()

    @Slot()
    def _heal(self) -> None:
        if self._backup is not None:
            self.button.setEnabled(False)
            work = partial(_heal, backup=self._backup)
            self.work.start(work, self._healed, self._say_problem)

    def _healed(self, healed: int) -> None:
        self._settle()
        if healed:
            words = self.tr("{photos} brought back from the backup, byte for byte.")
            self._say(words.format(photos=photos(healed)))
        else:
            self._say(self.tr("The backup does not have them whole either."))
        self._session.keeper.changed.emit()
        self._session.photos_changed.emit()

    def _say_problem(self, error: Exception) -> None:
        self._settle()
        if not isinstance(error, DiaryError):
            self._session.jobs.failed.emit(error)
        elif not isinstance(error, Stopped):
            self.hurt.set_text(str(error))
            self.hurt.show()

    def _show_hurt(self) -> None:
        self.hurt.setVisible(bool(self._hurt))
        if not self._hurt:
            return
        names = [
            self.tr("{name} of {day}").format(name=photo.file_name, day=full_date(photo.taken.on))
            for photo in self._hurt[:NAMED]
        ]
        if len(self._hurt) > NAMED:
            names.append(self.tr("%n more", "", len(self._hurt) - NAMED))
        words = self.tr(
            "{photos} damaged or missing: {names}. The others are not affected."
        ).format(photos=photos(len(self._hurt)), names=", ".join(names))
        if self._backup is None:
            again = self.tr("There is no backup to bring them back from. Add their files again.")
            self.hurt.set_text(f"{words} {again}")
        else:
            link = self.tr("Bring back from {place}").format(place=breakable(self._backup.name))
            self.hurt.set_text(words, link)

    @Slot(int, int)
    def _show_progress(self, done: int, total: int) -> None:
        words = self.tr("Reading {done} of {total}").format(done=done, total=total)
        self.progress.set_progress(words if total else self.tr("Reading…"), done, total)
        self.progress.show()

    def _say(self, words: str) -> None:
        self.said.set_text(words)
        self.said.show()

    def _settle(self) -> None:
        self.progress.hide()
        self.button.setEnabled(True)


def _check(journal: Journal, watch: Watch, on_diary: OnDiary) -> "Findings":
    findings = journal.upkeep.check(deep=True, watch=watch, on_diary=on_diary)
    if findings.key_files:
        on_diary(journal.upkeep.heal_key_files)
    return findings


def _heal(journal: Journal, watch: Watch, on_diary: OnDiary, *, backup: Path) -> int:
    return len(journal.upkeep.heal(backup, watch=watch, on_diary=on_diary))
