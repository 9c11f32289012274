"""What locks an open diary by itself: that nobody uses it, or that the computer locks."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from diary.domain.preferences import Preferences
from diary.journal import Journal, needs_passphrase
from diary.ui.diary_view import DiaryView
from diary.ui.idle import IdleWatch
from diary.ui.session_lock import SessionWatch, watch


class Guard(QObject):
    """Watches over a diary that has a passphrase; without one there is no way back in."""

    lock_due = Signal(str)
    """Why, as the lock screen says it. Call `let_sleep` once nothing of the diary is left."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101 - there is no window without one
        self._idle = IdleWatch(app, self)
        self._idle.idle.connect(self._lock_unused)
        self._session_watch: SessionWatch | None = None
        self._view: DiaryView | None = None

    def watch_over(self, view: DiaryView) -> None:
        """Until `stop`; a passphrase that comes or goes meanwhile counts at once."""
        self._view = view
        view.session.worked.connect(self._idle.put_off)
        view.session.preferences_changed.connect(self._begin)
        view.session.access_changed.connect(self._read_protection)
        self._begin()

    def stop(self) -> None:
        self._idle.stop()
        self._view = None

    def let_sleep(self) -> None:
        """The computer need not wait any longer."""
        if self._session_watch is not None:
            self._session_watch.let_sleep()

    @Slot()
    def _read_protection(self) -> None:
        if self._view is not None:
            folder = self._view.session.journal.folder
            self._view.set_protected(protected=needs_passphrase(folder))
            self._begin()

    @Slot()
    def _begin(self) -> None:
        if self._view is None:
            return
        if self._view.protected:
            self._view.session.ask(Journal.preferences, self._count, self._view)
            QTimer.singleShot(0, self, self._listen)  # the window appears before
        else:
            self._idle.stop()

    def _count(self, preferences: Preferences) -> None:
        if self._view is not None and self._view.protected:
            self._idle.start(preferences.idle_minutes)

    @Slot()
    def _listen(self) -> None:
        if self._session_watch is None:
            self._session_watch = watch(self._window)
            self._session_watch.locked.connect(self._lock_with_computer)

    @Slot()
    def _lock_unused(self) -> None:
        minutes = self._idle.minutes
        self.lock_due.emit(self.tr("Locked after %n minutes without use", "", minutes))

    @Slot()
    def _lock_with_computer(self) -> None:
        if self._view is not None and self._view.protected:
            self.lock_due.emit(self.tr("Locked with your computer"))
        else:
            self.let_sleep()
