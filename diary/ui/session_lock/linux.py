"""Linux: systemd-logind on the system bus, the desktop's screen saver on the session bus."""

from typing import Any

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusPendingCallWatcher,
    QDBusUnixFileDescriptor,
)

from diary.ui.session_lock.watch import SessionWatch

LOGIN = "org.freedesktop.login1"
LOGIN_PATH = "/org/freedesktop/login1"
MANAGER = "org.freedesktop.login1.Manager"
SESSION = "org.freedesktop.login1.Session"

SCREEN_SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
)
"""Interfaces with the signal ActiveChanged; who sends it differs between the desktops."""

ANY = ""
"""A sender or path, where it does not matter which."""

SLEEPING, SCREEN_SAVED = SLOT("sleep_coming(bool)"), SLOT("saver_changed(bool)")
SESSION_LOCKED = SLOT("session_locked()")


class DesktopWatch(SessionWatch):
    """Asks logind to wait with sleeping until the diary is locked.

    Without a bus, or where nobody answers, it stays silent.
    """

    def __init__(
        self,
        parent: QObject,
        system: QDBusConnection | None = None,
        session: QDBusConnection | None = None,
    ) -> None:
        super().__init__(parent)
        self._system = system or QDBusConnection.systemBus()
        self._delay: QDBusUnixFileDescriptor | None = None
        if self._system.isConnected():
            self._hear(self._system, (LOGIN, LOGIN_PATH, MANAGER, "PrepareForSleep"), SLEEPING)
            self._ask_for_session()
            self._ask_for_delay()
        desktop = session or QDBusConnection.sessionBus()
        if desktop.isConnected():
            for saver in SCREEN_SAVERS:
                self._hear(desktop, (ANY, ANY, saver, "ActiveChanged"), SCREEN_SAVED)

    @Slot(bool)
    def sleep_coming(self, going: bool) -> None:  # noqa: FBT001 - the signal's argument
        """Lock; once the computer is awake again, be ready for the next time."""
        if going:
            self.locked.emit()
        else:
            self._ask_for_delay()

    def let_sleep(self) -> None:
        self._delay = None

    @Slot(bool)
    def saver_changed(self, active: bool) -> None:  # noqa: FBT001 - the signal's argument
        if active:
            self.locked.emit()

    @Slot()
    def session_locked(self) -> None:
        self.locked.emit()

    def _hear(self, bus: QDBusConnection, signal: tuple[str, str, str, str], slot: str) -> None:
        """`signal` is its sender, path, interface and name."""
        bus.connect(*signal, self, slot)  # type: ignore[call-overload]  # the stub wants bytes

    def _ask_for_session(self) -> None:
        """Other people's sessions on this computer are not ours to follow."""
        self._call("GetSession", ["auto"]).finished.connect(self._follow_session)

    def _ask_for_delay(self) -> None:
        """logind waits up to five seconds for whoever holds one."""
        why = self.tr("Locks your diary")
        call = self._call("Inhibit", ["sleep", self.tr("Skin Diary"), why, "delay"])
        call.finished.connect(self._keep_delay)

    def _call(self, method: str, arguments: list[str]) -> QDBusPendingCallWatcher:
        message = QDBusMessage.createMethodCall(LOGIN, LOGIN_PATH, MANAGER, method)
        message.setArguments(arguments)
        return QDBusPendingCallWatcher(self._system.asyncCall(message), self)

    @Slot(QDBusPendingCallWatcher)
    def _follow_session(self, call: QDBusPendingCallWatcher) -> None:
        for path in _answer(call):
            self._hear(self._system, (LOGIN, path.path(), SESSION, "Lock"), SESSION_LOCKED)

    @Slot(QDBusPendingCallWatcher)
    def _keep_delay(self, call: QDBusPendingCallWatcher) -> None:
        for delay in _answer(call):
            self._delay = delay


def _answer(call: QDBusPendingCallWatcher) -> list[Any]:
    """What was answered; nothing where the call was refused or nobody was there."""
    reply = call.reply()
    call.deleteLater()
    return reply.arguments() if reply.type() is QDBusMessage.MessageType.ReplyMessage else []
