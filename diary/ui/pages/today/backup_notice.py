"""A quiet line where the last backup is too old or a photo's file is hurt."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Signal, Slot

from diary.domain.backup import ProvenBackup
from diary.journal import Journal
from diary.ui.local import short_date
from diary.ui.session import Session
from diary.ui.widgets.notice import Notice, Tone


class _State(NamedTuple):
    overdue: bool
    last: ProvenBackup | None
    folder: str
    hurt: int


class BackupNotice(Notice):
    """Hidden while there is nothing to say."""

    settings_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(Tone.CAUTION)
        self._session = session
        self._folder = ""
        self.hide()
        session.keeper.changed.connect(self.read)
        session.preferences_changed.connect(self.read)
        self.link_activated.connect(self._act)

    @Slot()
    def read(self) -> None:
        self._session.ask(_read, self._fill, self)

    def _fill(self, state: _State) -> None:
        problem = self._session.keeper.problem
        self._folder = "" if state.hurt or problem else state.folder
        if state.hurt:
            one = state.hurt == 1
            self.set_text(
                self.tr("The file of 1 photo is damaged or missing.")
                if one
                else self.tr("The files of %n photos are damaged or missing.", "", state.hurt),
                self.tr("See Settings"),
            )
        elif self._session.keeper.busy:
            self.set_text(self.tr("Backing up…"))
        elif problem:
            self.set_text(problem, self.tr("See Settings"))
        elif state.last is None:
            self.set_text(self.tr("There is no backup of this diary yet."), self._back_up())
        else:
            words = self.tr("Your last backup is from {day}.")
            self.set_text(words.format(day=short_date(state.last.at.date())), self._back_up())
        self.setVisible(bool(state.hurt) or state.overdue)

    def _back_up(self) -> str:
        return self.tr("Back up now")

    @Slot()
    def _act(self) -> None:
        if self._folder:
            self._session.keeper.back_up(Path(self._folder))
        else:
            self.settings_asked.emit()


def _read(journal: Journal) -> _State:
    return _State(
        overdue=journal.backups.is_overdue(),
        last=journal.backups.last_good(),
        folder=journal.preferences().backup_folder,
        hurt=len(journal.upkeep.hurt),
    )
