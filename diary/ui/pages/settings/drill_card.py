"""Test my backup: restore it for a moment, open all of it, and say what came back."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from diary.domain.backup import BackupKind, ProvenBackup
from diary.errors import BackupIncomplete, DiaryError, Stopped, WrongPassphrase
from diary.journal import Journal, OnDiary, Tested, Watch
from diary.ui.backup_words import breakable, days, photos
from diary.ui.long_work import LongWork
from diary.ui.pages.settings.backup_state import BackupState
from diary.ui.session import Session
from diary.ui.widgets.button import Button, Kind
from diary.ui.widgets.card import Card
from diary.ui.widgets.notice import Notice, Tone
from diary.ui.widgets.progress_row import ProgressRow
from diary.ui.widgets.secret_form import SecretForm
from diary.ui.widgets.select import Select
from diary.ui.widgets.text import label


class DrillCard(Card):
    def __init__(self, session: Session) -> None:
        super().__init__(self.tr("Test my backup"))
        self._session = session
        self._places: tuple[ProvenBackup, ...] = ()
        self._protected = self._asks = True
        self.work = LongWork(session, self)
        self.button = Button(self.tr("Test my backup…"), icon="shield")
        self.which = Select()
        self.which.setAccessibleName(self.tr("Which backup"))
        self.where = label("", "caption", wrap=True)
        self.secret = SecretForm()
        self.start = Button(self.tr("Test"), Kind.PRIMARY)
        self._leave = Button(self.tr("Cancel"))
        self._form = QWidget()
        self.progress = ProgressRow()
        self.done = Notice(Tone.INFO)
        self.problem = Notice(Tone.ERROR)
        self._build()
        self._connect()

    def fill(self, state: BackupState) -> None:
        if state.places != self._places:
            self._places = state.places
            self.which.clear()
            for place in state.places:
                self.which.addItem(Path(place.target).name)
        for part in (self.which, self.where):
            part.setVisible(len(state.places) > 1)
        self._protected = state.protected
        self.button.setEnabled(bool(state.places) and not self.work.running)

    def _build(self) -> None:
        why = self.tr(
            "Restores it for a moment into a private folder, opens every photo and answer, and"
            " removes the copy. All of it stays encrypted."
        )
        self.add(label(why, "caption", wrap=True))
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.start)
        row.addWidget(self._leave)
        row.addStretch(1)
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.addWidget(self.which)
        form.addWidget(self.where)
        form.addWidget(self.secret)
        form.addLayout(row)
        for part in (self._form, self.progress, self.done, self.problem):
            part.hide()
            self.add(part)

    def _connect(self) -> None:
        self.button.clicked.connect(self._ask)
        self.which.currentIndexChanged.connect(self._say_where)
        self.start.clicked.connect(self._test)
        self.secret.entered.connect(self._test)
        self._leave.clicked.connect(self._fold)
        self.progress.cancelled.connect(self.work.cancel)
        self.work.progressed.connect(self._show_progress)
        self.problem.link_activated.connect(self._mend)

    @Slot(int)
    def _say_where(self, index: int) -> None:
        """A whole path would be wider than the page."""
        folder = Path(self._places[index].target).parent if index >= 0 else ""
        self.where.setText(self.tr("In {folder}").format(folder=breakable(folder)))

    @Slot()
    def _ask(self) -> None:
        self.done.hide()
        self.problem.hide()
        if self._protected or len(self._places) > 1:
            self._open_form(asks=self._protected)
        else:
            self._asks = False
            self._test()

    def _open_form(self, *, asks: bool) -> None:
        """Ask which backup it is, and for its passphrase if it `asks` for one."""
        self._asks = asks
        self.secret.setVisible(asks)
        self._form.show()
        self.button.hide()
        if asks:
            self.secret.take_focus()
        else:
            self.which.setFocus()

    @Slot()
    def _fold(self) -> None:
        self.secret.clear()
        self.done.hide()
        self._form.hide()
        self.button.show()

    @Slot()
    def _test(self) -> None:
        if not self._places or (self._asks and self.secret.is_empty):
            self.secret.take_focus()
            return
        self.done.hide()
        self.problem.hide()
        self._tested = self._places[max(self.which.currentIndex(), 0)]
        work = partial(
            _drill,
            backup=Path(self._tested.target),
            passphrase=self.secret.passphrase if self._asks else None,
            recovery_code=self.secret.recovery_code if self._asks else None,
        )
        self._form.hide()
        self.button.show()
        self.button.setEnabled(False)
        self.work.start(work, self._say_done, self._say_problem)

    @Slot(int, int)
    def _show_progress(self, done: int, total: int) -> None:
        percent = self.tr("Testing, {percent} %").format(
            percent=100 * done // total if total else 0
        )
        self.progress.set_progress(percent, done, total)
        self.progress.show()

    def _say_done(self, tested: Tested) -> None:
        self._settle()
        self.secret.clear()
        self.done.set_text(self._sentence(tested))
        self.done.show()

    def _say_problem(self, error: Exception) -> None:
        self._settle()
        if not isinstance(error, DiaryError):
            self._session.jobs.failed.emit(error)
        elif self._asks and self.secret.refuse(error):
            self._open_form(asks=True)
        elif isinstance(error, WrongPassphrase):
            self._open_form(asks=True)
            self.done.set_text(self.tr("This backup opens with the passphrase of its day."))
            self.done.show()
        else:
            self.secret.clear()
            self._say_not_whole(error)

    def _say_not_whole(self, error: DiaryError) -> None:
        if isinstance(error, Stopped):
            return
        mends = isinstance(error, BackupIncomplete) and self._tested.kind is BackupKind.MIRROR
        self.problem.set_text(str(error), self.tr("Copy them again") if mends else "")
        self.problem.show()

    @Slot()
    def _mend(self) -> None:
        self.problem.hide()
        self._session.keeper.back_up(Path(self._tested.target), thorough=True)

    def _sentence(self, tested: Tested) -> str:
        came = self.tr("{days} and {photos} came back whole from {place}.").format(
            days=days(tested.days),
            photos=photos(tested.photos),
            place=breakable(self._tested.target),
        )
        newer = ""
        if tested.newer_days or tested.newer_photos:
            newer = self.tr("Newer here or changed since: {days}, {photos}.").format(
                days=days(tested.newer_days), photos=photos(tested.newer_photos)
            )
        return " ".join(part for part in (came, newer, tested.said) if part)

    def _settle(self) -> None:
        self.progress.hide()
        self.button.setEnabled(True)


def _drill(
    journal: Journal,
    watch: Watch,
    on_diary: OnDiary,
    *,
    backup: Path,
    passphrase: str | None,
    recovery_code: str | None,
) -> Tested:
    return journal.backups.test(
        backup,
        passphrase=passphrase,
        recovery_code=recovery_code,
        watch=watch,
        on_diary=on_diary,
    )
