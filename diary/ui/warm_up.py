"""Load what draws charts before it is asked for, while nobody touches the window."""

from collections import deque
from collections.abc import Iterable
from functools import partial
from importlib import import_module

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QWindow

from diary.ui.idle import INPUT
from diary.ui.jobs import Jobs

STEPS = (
    "numpy",
    "pyparsing",
    "PIL.Image",
    "matplotlib",
    "matplotlib.patches",
    "matplotlib.text",
    "matplotlib.backend_bases",
    "matplotlib.legend",
    "matplotlib.axes",
    "matplotlib.figure",
    "matplotlib.backends.backend_agg",
    "diary.charts.course",
)
"""Matplotlib in parts of at most 50 ms, since Python does nothing else while it loads one."""

QUIET_MS = 2_000
"""Nobody answers a question in the next moment who has not touched anything for so long."""


class WarmUp(QObject):
    """Takes a step at a time, on the diary's thread, and waits anew whenever a key is pressed.

    It spares the first visit to Progress about 0.3 s, and the start of the window is none the
    slower: nothing is loaded before the window has been left alone.
    """

    def __init__(
        self,
        jobs: Jobs,
        parent: QObject,
        *,
        steps: Iterable[str] = STEPS,
        quiet_ms: int = QUIET_MS,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._steps = deque(steps)
        self._used = False
        self._quiet = QTimer(self, interval=quiet_ms)
        self._quiet.timeout.connect(self._take_step)
        self._quiet.start()
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)  # noqa: S101 - nothing else makes one
        app.focusWindowChanged.connect(self._watch)
        self._watch(QGuiApplication.focusWindow())

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        if self._steps and event.type() in INPUT:
            self._quiet.start()
            self._used = True
        return False

    @Slot(QWindow)
    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    @Slot()
    def _take_step(self) -> None:
        self._quiet.stop()
        self._used = False
        if self._steps:
            self._jobs.run(partial(_load, self._steps.popleft()), self._go_on, self)

    def _go_on(self, _loaded: None) -> None:
        if not self._used:
            self._take_step()


def _load(module: str) -> None:
    import_module(module)
