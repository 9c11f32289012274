"""The window: first run, the lock screen, or an open diary, one at a time."""

import sys
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QAction, QCloseEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMainWindow, QWidget

from diary.errors import BackupIncomplete, DiaryError, NotSaved
from diary.journal import Clock, Journal, Ways, needs_passphrase, ways_into
from diary.ui import clipboard, messages, theme
from diary.ui.curtain import Curtain
from diary.ui.dialogs.waiting import Waiting
from diary.ui.diary_view import DiaryView
from diary.ui.guard import Guard
from diary.ui.jobs import Jobs
from diary.ui.left_behind import LeftBehind
from diary.ui.pages.table import entries
from diary.ui.session import Session
from diary.ui.settings import GEOMETRY, LAST_DIARY, LOCKED, SCHEME, Settings
from diary.ui.standing import StandingNotices
from diary.ui.warm_up import WarmUp

if TYPE_CHECKING:
    from diary.ui.dialogs.restore import Restore

SMALLEST = QSize(960, 640)
USUAL = QSize(1280, 832)


class MainWindow(QMainWindow):
    """Owns the worker and whatever fills the window.

    `new_folder` names a place for a new diary; `leaving` is closed when the program ends, and
    removes the sample diary.
    """

    def __init__(
        self,
        settings: Settings,
        new_folder: Callable[[], Path],
        leaving: ExitStack,
        clock: Clock,
    ) -> None:
        super().__init__()
        self.settings = settings
        self.jobs = Jobs(self)
        self._new_folder = new_folder
        self._leaving = leaving
        self._clock = clock
        self._view: DiaryView | None = None
        self._leaves_them = False
        self._moved_from: Path | None = None
        self._stop_moving: Callable[[], None] | None = None
        self._folder = Path()
        self._guard = Guard(self)
        self._guard.lock_due.connect(self.lock_by_itself)
        self._curtain = Curtain(self, self.jobs)
        self._curtain.forgotten.connect(self._guard.let_sleep)
        self.jobs.failed.connect(self._report)
        theme.current().changed.connect(self._keep_scheme)
        self._dress()

    def last_diary(self) -> Path | None:
        """The diary that was open when the window was last used."""
        folder = self.settings.get(LAST_DIARY)
        return Path(folder) if folder else None

    @Slot()
    def show_welcome(self) -> None:
        """First run: three steps to a diary."""
        from diary.ui.dialogs.welcome import Welcome

        welcome = Welcome(self.jobs, self._new_folder(), self._clock)
        welcome.created.connect(self.show_diary)
        welcome.sample_asked.connect(self.show_sample)
        welcome.restore_asked.connect(self._restore_first)
        self._fill_with(welcome, welcome.first)

    @Slot()
    def show_sample(self) -> None:
        """Make the sample diary and look around in it."""
        self._fill_with(Waiting(self.tr("Preparing the sample diary…")))
        from diary.sample import temporary_diary, write_sample

        folder = self._leaving.enter_context(temporary_diary())
        write = partial(write_sample, folder, clock=self._clock)
        self.jobs.run(write, self._show_sample, self, self._sample_failed)

    def start_with(self, folder: Path) -> None:
        """Open the diary of the last time; only now may this computer remember the way in.

        A diary that was locked asks for its passphrase, also after a restart: the lock would be
        worth nothing otherwise.
        """
        self.open_diary(folder, remembered=self.settings.get(LOCKED) != str(folder))

    def open_diary(self, folder: Path, said: str = "", *, remembered: bool = False) -> None:
        """Open a diary at once, or ask for its passphrase under the words `said`.

        If it is `remembered`, the keyring of this computer is asked too.
        """
        self._folder = folder
        try:
            ways = ways_into(folder)
        except DiaryError as error:
            self._show_trouble(error)
            return
        if ways.passphrase:
            self._show_lock(ways, said, remembered=remembered and ways.remembered)
        else:
            work = partial(Journal.open, folder, clock=self._clock)
            self.jobs.run(work, self.show_diary, self, self._could_not_open)

    def show_diary(self, journal: Journal) -> None:
        """Show Today of an open diary and open this diary at the next start."""
        self.settings.set(LAST_DIARY, str(journal.folder))
        self.settings.set(LOCKED, "")
        self._folder = journal.folder
        self._show(journal, protected=needs_passphrase(journal.folder), sample=False)

    @Slot()
    def lock(self) -> None:
        """Save what is pending, close the diary and leave nothing of it on the screen.

        While the disk refuses to save, the diary stays open with the answers it keeps.
        """
        error = self._lock(self.tr("Locked"))
        if error is not None:
            messages.tell(self, error, self.tr("The diary is still open."))

    @Slot(str)
    def lock_by_itself(self, said: str) -> None:
        """Lock, and draw the lock screen at once: what was drawn last is seen on waking."""
        if self._lock(said) is None:
            self.repaint()
        else:
            self._guard.let_sleep()

    def closeEvent(self, event: QCloseEvent) -> None:
        left = self._left_behind()
        if left.named() and not self._leaves_them:
            event.ignore()
            messages.confirm(
                self,
                " ".join(left.named()),
                self.tr("Close without them"),
                self._close_without_them,
                details=left.about_files(),
            )
            return
        error = self._close_diary()
        if error is not None:
            event.ignore()
            messages.confirm(
                self,
                str(error),
                self.tr("Close without saving"),
                self._close_unsaved,
            )
            return
        if self._stop_moving is not None:
            self._stop_moving()
        clipboard.clip().clear()
        self.settings.set(GEOMETRY, self.saveGeometry())
        self.jobs.close()
        event.accept()

    def _dress(self) -> None:
        self.setWindowTitle(self.tr("Skin Diary"))
        self.setMinimumSize(SMALLEST)
        if not self.restoreGeometry(self.settings.get(GEOMETRY)):
            self.resize(USUAL)
        leave = QAction(self)
        leave.setShortcut(QKeySequence("Ctrl+Q"))
        leave.triggered.connect(self.close)
        self.addAction(leave)

    def _fill_with(self, scene: QWidget, first: QWidget | None = None) -> None:
        """Show a scene in place of the one before, which is destroyed.

        The keyboard starts at `first`.
        """
        self.setCentralWidget(scene)
        scene.show()
        if first is not None:
            first.setFocus()

    def _show(self, journal: Journal, *, protected: bool, sample: bool) -> None:
        session = Session(journal, self.jobs, sample=sample)
        notices = None if sample else StandingNotices(session, self.settings, self._moved_from)
        self._moved_from = None
        view = DiaryView(session, entries(), protected=protected, notices=notices)
        session.move_asked.connect(self._move_out)
        session.replaced.connect(self._open_again, Qt.ConnectionType.QueuedConnection)
        session.setParent(view)
        view.lock_asked.connect(self.lock)
        view.start_asked.connect(self._start_own)
        session.gone.connect(self._diary_gone)
        self._view = view
        self._fill_with(view)
        view.show_page("today")
        WarmUp(self.jobs, view)
        if not sample:
            session.keeper.start(session)
            session.watching.start(session)
        self._guard.watch_over(view)

    def _show_sample(self, journal: Journal) -> None:
        self._show(journal, protected=False, sample=True)

    def _sample_failed(self, error: Exception) -> None:
        self.show_welcome()
        self._report(error)

    def _show_lock(self, ways: Ways, said: str, *, remembered: bool) -> None:
        from diary.ui.dialogs.unlock import Unlock
        from diary.ui.wrong_tries import WrongTries

        tries = WrongTries(self.settings, ways.diary_id, self._clock)
        unlock = Unlock(self.jobs, self._folder, self._clock, tries, said)
        unlock.opened.connect(self.show_diary)
        unlock.failed.connect(self._show_trouble)
        self._fill_with(unlock, unlock.first)
        if remembered:
            unlock.ask_keyring(ways.diary_id)

    @Slot(object)
    def _show_trouble(self, error: DiaryError) -> None:
        from diary.ui.dialogs.trouble import Trouble

        trouble = Trouble(error)
        trouble.try_again.connect(self._try_again)
        trouble.folder_chosen.connect(self.open_diary)
        trouble.new_asked.connect(self.show_welcome)
        trouble.restore_asked.connect(self._restore_other)
        self._fill_with(trouble, trouble.first)

    @Slot()
    def _restore_first(self) -> None:
        self._show_restore(None).left.connect(self.show_welcome)

    @Slot()
    def _restore_other(self) -> None:
        """In place of a diary that does not open."""
        self._show_restore(self._folder).left.connect(self._try_again)

    def _show_restore(self, hurt: Path | None) -> "Restore":
        from diary.ui.dialogs.restore import Restore

        restore = Restore(self.jobs, self._new_folder(), self._clock, hurt)
        restore.restored.connect(self._show_restored)
        self._fill_with(restore, restore.first)
        return restore

    @Slot(object)
    def _show_restored(self, journal: Journal) -> None:
        said = journal.restored.said if journal.restored else ""
        self.show_diary(journal)
        if said:
            messages.tell(self, BackupIncomplete(said))

    @Slot()
    def _try_again(self) -> None:
        self.open_diary(self._folder)

    def _could_not_open(self, error: Exception) -> None:
        if isinstance(error, DiaryError):
            self._show_trouble(error)
        else:
            self._report(error)

    @Slot()
    def _open_again(self) -> None:
        """Show the diary as the file that another program put there has it."""
        if self._close_diary() is None:
            said = self.tr("Your answers were saved in the file that is there now.")
            self.open_diary(self._folder, said)

    @Slot()
    def _move_out(self) -> None:
        """Copy the diary to the usual place, closed, and go on there."""
        error = self._close_diary()
        if error is not None:
            messages.tell(self, error)
            return
        from diary.ui.dialogs.moving import Moving

        target = self._new_folder()
        moving = Moving(self.jobs, self._folder, target)
        moving.moved.connect(partial(self._moved, target))
        moving.stopped.connect(self._not_moved)
        self._stop_moving = moving.cancel
        self._fill_with(moving, moving.first)
        self._curtain.fall()
        self._curtain.forget()

    def _moved(self, target: Path) -> None:
        self._stop_moving = None
        self._moved_from = self._folder
        self.settings.set(LAST_DIARY, str(target))  # also if it is closed before it is unlocked
        self.open_diary(target, self.tr("Your diary was moved."))

    @Slot(str)
    def _not_moved(self, said: str) -> None:
        self._stop_moving = None
        self.open_diary(self._folder, said)
        if said:
            messages.tell(self, NotSaved(said))

    @Slot()
    def _start_own(self) -> None:
        """Leave the sample; whatever was tried in it goes."""
        self._abandon()
        self.show_welcome()

    @Slot(object)
    def _diary_gone(self, error: DiaryError | None) -> None:
        """Nothing of a deleted diary stays in memory or is opened at the next start."""
        assert self._view is not None  # noqa: S101 - it told that its diary is gone
        if self.last_diary() == self._view.session.journal.folder:
            self.settings.set(LAST_DIARY, "")
        self._forget_view()
        self._curtain.fall()
        if error is None:
            self.show_welcome()
        else:
            self._show_trouble(error)
        self._curtain.forget()

    def _lock(self, said: str) -> DiaryError | None:
        """Close the diary and ask for its passphrase; why it is still open, if it is."""
        left = self._left_behind().unnamed()
        error = self._close_diary()
        if error is not None:
            return error
        self.settings.set(LOCKED, str(self._folder))
        self._curtain.fall()
        self.open_diary(self._folder, f"{said}. {' '.join(left)}" if left else said)
        self._curtain.forget()
        return None

    def _close_diary(self) -> DiaryError | None:
        """Save what is pending and close; if the disk refuses, its error, and nothing is closed."""
        if self._view is None:
            return None
        QGuiApplication.inputMethod().commit()
        self._view.leave_full_screen()
        self._view.commit_pending()
        error = self._view.session.close()
        if error is None:
            self._forget_view()
        return error

    def _left_behind(self) -> LeftBehind:
        if self._view is None:
            return LeftBehind()
        return LeftBehind(self._view.unfinished(), tuple(self._view.begun()))

    def _close_without_them(self) -> None:
        self._leaves_them = True
        self.close()

    def _close_unsaved(self) -> None:
        self._abandon()
        self.close()

    def _abandon(self) -> None:
        if self._view is not None:
            self._view.session.abandon()
            self._forget_view()

    def _forget_view(self) -> None:
        self._guard.stop()
        self._view = None

    @Slot()
    def _keep_scheme(self) -> None:
        self.settings.set(SCHEME, theme.current().scheme.value)

    def _report(self, error: Exception) -> None:
        if isinstance(error, DiaryError):
            messages.tell(self, error)
        else:
            sys.excepthook(type(error), error, error.__traceback__)
