"""Put the parts together: arguments, then either a verb or the window."""

import argparse
import signal
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from diary import cli, memory, process
from diary.errors import DiaryError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from diary.ui.main_window import MainWindow

PORTAL_MS = 1000
"""The desktop's portal, which tells dark from light, looks at a program's process when it first
speaks, and refuses one whose memory is closed: https://github.com/flatpak/xdg-desktop-portal/issues/785
It remembers what it saw, so the memory is closed once the window has asked."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a verb, or open the window where none is named; Qt is imported for the window only."""
    process.harden()
    options = cli.parser().parse_args(argv)
    if options.verb:
        process.close_memory()
        return cli.run(options)
    return _run_window(options)


def _run_window(options: argparse.Namespace) -> int:
    memory.set_up()
    app = make_application()
    with ExitStack() as leaving:
        try:
            window = build_window(app, options, leaving)
        except DiaryError as error:
            from diary.verbs import complain

            complain(str(error))
            return 1
        _close_when_told(app)
        window.show()
        _close_memory_soon(app)
        return app.exec()


def _close_memory_soon(app: "QApplication") -> None:
    from PySide6.QtCore import QTimer

    QTimer.singleShot(PORTAL_MS, app, process.close_memory)


def _close_when_told(app: "QApplication") -> None:
    """Ctrl+C in the terminal, or the end of the session, closes the window as the patient would.

    The event loop does it: a window closed before the loop began would not end it.
    """
    from PySide6.QtCore import QTimer

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(
            number, lambda _number, _frame: QTimer.singleShot(0, app, app.closeAllWindows)
        )


def make_application() -> "QApplication":
    """The one Qt application, dressed in no theme yet."""
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtWidgets import QApplication

    from diary import words
    from diary.folders import NAME

    QCoreApplication.setOrganizationName(NAME)
    QCoreApplication.setApplicationName(NAME)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)  # noqa: S101 - nothing else makes one
    words.use(lambda context, text, n: QCoreApplication.translate(context, text, None, n))
    return app


def build_window(
    app: "QApplication", options: argparse.Namespace, leaving: ExitStack
) -> "MainWindow":
    """The window on the right first screen, not yet shown; `leaving` is closed after it."""
    from diary import log
    from diary.folders import folders
    from diary.imaging import face_models
    from diary.journal import now
    from diary.ui import theme
    from diary.ui.bugs import BugReporter
    from diary.ui.collector import Collector
    from diary.ui.main_window import MainWindow
    from diary.ui.settings import Settings
    from diary.ui.widgets import focus_ring

    places = folders(options.data_dir)
    face_models.use(places.data)
    log.start(places.log)
    leaving.callback(log.stop)
    BugReporter(app).install()
    Collector(app)
    settings = Settings(places.settings)
    theme.apply(app, settings.scheme)
    focus_ring.install(app)
    window = MainWindow(settings, places.new_diary, leaving, now)
    show_first(window, options, places.usual_diary)
    return window


def show_first(window: "MainWindow", options: argparse.Namespace, usual: Path) -> None:
    """The sample, the diary that was named, the last one, or the way to a first one."""
    named = options.diary and options.diary.absolute()  # remembered for starts elsewhere
    known = named or window.last_diary() or (usual if usual.exists() else None)
    if options.sample:
        window.show_sample()
    elif known:
        window.start_with(known)
    else:
        window.show_welcome()
