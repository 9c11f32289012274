"""Notice that nobody has used the window for a while."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QWindow

INPUT = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TabletMove,
    QEvent.Type.DragMove,
}


class IdleWatch(QObject):
    """Emits `idle` after some minutes without input, and again after as many more.

    It looks at what reaches the windows, not at each widget's events: those are many more.
    """

    idle = Signal()

    def __init__(self, app: QGuiApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.idle)
        app.focusWindowChanged.connect(self._watch)

    def start(self, minutes: int) -> None:
        self._timer.start(minutes * 60_000)
        self._watch(QGuiApplication.focusWindow())

    def stop(self) -> None:
        self._timer.stop()

    @Slot()
    def put_off(self) -> None:
        """Count anew from now, as after input."""
        if self._timer.isActive():
            self._timer.start()

    @property
    def minutes(self) -> int:
        return self._timer.interval() // 60_000

    @property
    def remaining_ms(self) -> int:
        return self._timer.remainingTime()

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        if event.type() in INPUT:
            self.put_off()
        return False

    @Slot(QWindow)
    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)
