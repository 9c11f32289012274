"""Restore a backup as a diary in a new folder; what is there already is never touched."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout

from diary.errors import BackupIncomplete, DiaryError, Stopped
from diary.journal import Clock, Journal, Ways, ways_into_backup
from diary.ui.backup_words import breakable
from diary.ui.choosing import choose_folder
from diary.ui.dialogs.backup_choice import BackupChoice
from diary.ui.dialogs.centred import MIDDLE, Centred
from diary.ui.jobs import Jobs
from diary.ui.long_work import LOOKS_EVERY_MS
from diary.ui.way import Way
from diary.ui.widgets.button import Button, Kind
from diary.ui.widgets.notice import Notice, Tone
from diary.ui.widgets.progress_row import ProgressRow
from diary.ui.widgets.secret_form import SecretForm
from diary.ui.widgets.text import label

WIDTH = 480


class Restore(Centred):
    """`folder` is a free name for the diary; `hurt` that of a diary that does not open."""

    restored = Signal(object)
    """The new, open journal."""
    left = Signal()

    def __init__(self, jobs: Jobs, folder: Path, clock: Clock, hurt: Path | None) -> None:
        super().__init__(
            self.tr("Restore from a backup"),
            self.tr("It becomes a diary in a new folder. Nothing that is there is changed."),
            width=WIDTH,
        )
        self._jobs = jobs
        self._folder = folder
        self._clock = clock
        self._backup: Path | None = None
        self._protected = False
        self._way = Way()
        self._look = QTimer(self, interval=LOOKS_EVERY_MS)
        self.choice = BackupChoice(hurt)
        self.secret = SecretForm()
        self._into = label("", wrap=True)
        self._elsewhere = Button(self.tr("Another place…"), Kind.TEXT)
        self.button = Button(self.tr("Restore"), Kind.PRIMARY)
        self.back = Button(self.tr("Back"), Kind.TEXT)
        self.progress = ProgressRow()
        self.problem = Notice(Tone.ERROR)
        self.first = self.choice.folder
        self._build()
        self._connect()

    def put_into(self, parent: Path) -> None:
        """Let the diary's folder be made in `parent`."""
        self._folder = parent / self._folder.name
        self._say_where()

    def _build(self) -> None:
        self.button.set_large()
        self.button.setEnabled(False)
        place = QHBoxLayout()
        place.addWidget(self._into, 1)
        place.addWidget(self._elsewhere)
        self.rows.addWidget(self.choice)
        self.rows.addWidget(self.secret)
        self.rows.addLayout(place)
        self.rows.addWidget(self.problem)
        self.rows.addWidget(self.progress)
        self.rows.addWidget(self.button)
        self.rows.addWidget(self.back, 0, MIDDLE)
        self.secret.hide()
        self.problem.hide()
        self.progress.hide()
        self._say_where()

    def _connect(self) -> None:
        self.choice.chosen.connect(self._choose)
        self._elsewhere.clicked.connect(self._ask_place)
        self.secret.entered.connect(self._restore)
        self.button.clicked.connect(self._restore)
        self.back.clicked.connect(self.left)
        self.progress.cancelled.connect(self._cancel)
        self.problem.link_activated.connect(self._restore_part)
        self._look.timeout.connect(self._tell)
        self._jobs.closing.connect(self._cancel)

    @Slot(object)
    def _choose(self, backup: Path) -> None:
        self._backup = backup
        self.problem.hide()
        self._jobs.run(partial(ways_into_backup, backup), self._ask_secret, self, self._refuse)

    def _ask_secret(self, ways: Ways) -> None:
        self._protected = ways.passphrase
        self.secret.clear()
        self.secret.offer_code(offered=ways.recovery_code)
        self.secret.setVisible(ways.passphrase)
        self.button.setEnabled(True)
        if ways.passphrase:
            self.secret.take_focus()
        else:
            self.button.setFocus()

    def _refuse(self, error: Exception) -> None:
        self.button.setEnabled(False)
        self.secret.hide()
        self._say_problem(error)

    @Slot()
    def _restore(self) -> None:
        self._start(without_missing=False)

    @Slot()
    def _restore_part(self) -> None:
        self._start(without_missing=True)

    def _start(self, *, without_missing: bool) -> None:
        if self._backup is None or not self.button.isEnabled():
            return
        if self._protected and self.secret.is_empty:
            self.secret.take_focus()
            return
        self._way = Way()
        work = partial(
            Journal.restore,
            self._backup,
            self._folder,
            passphrase=self.secret.passphrase if self._protected else None,
            recovery_code=self.secret.recovery_code if self._protected else None,
            partial=without_missing,
            watch=self._way.watch,
            clock=self._clock,
        )
        self._set_busy(busy=True)
        self._jobs.run(work, self._done, self, self._not_done)

    def _set_busy(self, *, busy: bool) -> None:
        self.problem.hide()
        self.progress.setVisible(busy)
        for part in (self.choice, self.secret, self._elsewhere, self.back):
            part.setEnabled(not busy)
        if busy:
            self.button.set_busy(self.tr("Restoring…"))
            self._look.start()
            self._tell()
        else:
            self.button.set_idle()
            self._look.stop()

    @Slot()
    def _tell(self) -> None:
        done, total = self._way.done, self._way.total
        words = self.tr("{done} of {total} photos").format(done=done, total=total)
        self.progress.set_progress(words if total else self.tr("Opening…"), done, total)

    @Slot()
    def _cancel(self) -> None:
        self._way.stopped = True

    def _done(self, journal: Journal) -> None:
        self._look.stop()
        self.secret.clear()
        self.restored.emit(journal)

    def _not_done(self, error: Exception) -> None:
        self._set_busy(busy=False)
        if isinstance(error, Stopped):
            return
        if not (self._protected and isinstance(error, DiaryError) and self.secret.refuse(error)):
            self._say_problem(error)

    def _say_problem(self, error: Exception) -> None:
        if not isinstance(error, DiaryError):
            self._jobs.failed.emit(error)
            return
        incomplete = isinstance(error, BackupIncomplete)
        self.problem.set_text(
            str(error), self.tr("Restore without these photos") if incomplete else ""
        )
        self.problem.show()

    @Slot()
    def _ask_place(self) -> None:
        choose_folder(self, self.tr("Where the diary’s folder is made"), self._place_chosen)

    @Slot(str)
    def _place_chosen(self, folder: str) -> None:
        self.put_into(Path(folder))

    def _say_where(self) -> None:
        self._into.setText(self.tr("Into {folder}").format(folder=breakable(self._folder)))
