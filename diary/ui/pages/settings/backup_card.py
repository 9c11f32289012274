"""The diary a second time: in a folder that is kept up to date, or in one file."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from diary.domain.backup import BackupEvery
from diary.ui.backup_words import breakable, what_and_where, when
from diary.ui.choosing import choose_folder, choose_target
from diary.ui.pages.settings.backup_state import BackupState
from diary.ui.session import Session
from diary.ui.widgets.button import Button
from diary.ui.widgets.card import Card
from diary.ui.widgets.notice import Notice, Tone
from diary.ui.widgets.progress_row import ProgressRow
from diary.ui.widgets.segmented import Segmented
from diary.ui.widgets.text import label, line

SUFFIX = "skinbackup"
LIMITS = (7, 14, 30, 0)
"""Days; 0 is never."""


class BackupCard(Card):
    folder_chosen = Signal(str)
    every_chosen = Signal(object)
    limit_chosen = Signal(int)

    def __init__(self, session: Session) -> None:
        super().__init__(self.tr("Backup"))
        self._keeper = session.keeper
        self._folder: Path | None = None
        self._last = label("", "strong", wrap=True)
        self._where = label("", "caption", wrap=True)
        self._problem = Notice(Tone.ERROR)
        self._no_snapshot = Notice(Tone.CAUTION)
        self._open_to_all = Notice(Tone.CAUTION)
        self._place = label("", wrap=True)
        self.choose = Button(self.tr("Choose backup folder…"), icon="folder-open")
        self.now = Button(self.tr("Back up now"), icon="drive")
        self.progress = ProgressRow()
        self.every = Segmented(
            self.tr("Back up by itself"),
            (
                (BackupEvery.OFF, self.tr("Off")),
                (BackupEvery.DAILY, self.tr("Every day")),
                (BackupEvery.WEEKLY, self.tr("Every week")),
            ),
        )
        self.button = Button(self.tr("Save a backup file…"), icon="download")
        self.limit = Segmented(
            self.tr("Remind me on Today"),
            [(str(n), self._limit_words(n)) for n in LIMITS],
        )
        self._build()
        self._connect()

    def fill(self, state: BackupState) -> None:
        self._folder = state.folder
        last = state.places[0] if state.places else None
        self._last.setText(when(last) if last else self.tr("No backup yet"))
        self._where.setText(what_and_where(last) if last else "")
        self._where.setVisible(last is not None)
        self._say(self._problem, self._keeper.problem)
        self._say(self._no_snapshot, self._snapshot_words(state.problem))
        said = self.tr(
            "This diary has no passphrase. Anyone who can read the backup can read the diary."
        )
        self._say(self._open_to_all, "" if state.protected else said)
        self._place.setText(
            self.tr("To {folder}").format(folder=breakable(self._folder)) if self._folder else ""
        )
        self._place.setVisible(self._folder is not None)
        self.every.set_value(state.preferences.backup_every)
        self.every.setEnabled(self._folder is not None)
        self.limit.set_value(str(state.preferences.backup_limit_days))
        self._show_running()

    def save(self, path: Path) -> None:
        """Write the whole diary into the file at `path`."""
        self._keeper.back_up_file(path)

    def _build(self) -> None:
        self.add(self._last)
        self.add(self._where)
        for notice in (self._problem, self._no_snapshot, self._open_to_all):
            self.add(notice)
        self.add(self.progress)
        self.add(line())
        self._hint(
            self.tr(
                "In a folder on another disk, or one that a cloud service copies. Only what is new"
                " is copied, all of it encrypted."
            )
        )
        self.add(self._place)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.choose)
        row.addWidget(self.now)
        row.addStretch(1)
        self.add(row)
        self.add(label(self.tr("Back up by itself"), "control"))
        self.body.addWidget(self.every, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(line())
        self._hint(
            self.tr(
                "Or in one encrypted file. It opens with the passphrase or the recovery code of"
                " today."
            )
        )
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(line())
        self.add(label(self.tr("Remind me on Today when the last backup is older than"), "control"))
        self.body.addWidget(self.limit, 0, Qt.AlignmentFlag.AlignLeft)

    def _hint(self, words: str) -> None:
        self.add(label(words, "caption", wrap=True))

    def _connect(self) -> None:
        work = self._keeper.backup
        work.progressed.connect(self._show_progress)
        work.ended.connect(self._show_running)
        self.progress.cancelled.connect(work.cancel)
        self.choose.clicked.connect(self._choose_folder)
        self.now.clicked.connect(self._back_up)
        self.button.clicked.connect(self._choose_file)
        self.every.chosen.connect(self.every_chosen)
        self.limit.chosen.connect(self._choose_limit)

    @Slot()
    def _back_up(self) -> None:
        if self._folder is None:
            self._choose_folder().fileSelected.connect(self._back_up_into)
        else:
            self._keeper.back_up(self._folder)

    @Slot(str)
    def _back_up_into(self, folder: str) -> None:
        self._keeper.back_up(Path(folder))

    @Slot()
    def _choose_folder(self) -> QFileDialog:
        return choose_folder(self, self.tr("Choose backup folder"), self._take_folder)

    @Slot(str)
    def _take_folder(self, folder: str) -> None:
        self._keeper.forget_problem()  # it was about the folder before
        self.folder_chosen.emit(folder)

    @Slot()
    def _choose_file(self) -> None:
        name = self.tr("Skin Diary") + f".{SUFFIX}"
        title = self.tr("Save a backup file")
        choose_target(self, title, name, [SUFFIX, "zip"], self.save)

    @Slot(object)
    def _choose_limit(self, days: str) -> None:
        self.limit_chosen.emit(int(days))

    @Slot(int, int)
    def _show_progress(self, done: int, total: int) -> None:
        self._show_running()
        if total:
            words = self.tr("Backing up {done} of {total}").format(done=done, total=total)
        else:
            words = self.tr("Backing up…")
        self.progress.set_progress(words, done, total)

    @Slot()
    def _show_running(self) -> None:
        running = self._keeper.busy
        self.progress.setVisible(running)
        self.now.setEnabled(not running)
        self.button.setEnabled(not running)

    def _limit_words(self, days: int) -> str:
        return self.tr("%n days", "", days) if days else self.tr("Never")

    def _snapshot_words(self, problem: str) -> str:
        if not problem:
            return ""
        said = self.tr("The last copy of your answers inside the diary could not be made: {reason}")
        return said.format(reason=problem)

    def _say(self, notice: Notice, words: str) -> None:
        notice.set_text(words)
        notice.setVisible(bool(words))
