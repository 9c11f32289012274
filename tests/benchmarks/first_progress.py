"""Open the diary of the command line, go to Progress, print how long that took, then leave.

Run as a program: `python first_progress.py --data-dir FOLDER --diary FOLDER`. It prints the
milliseconds until the page is shown and until its chart is; with QUIET=1 in the environment it
first leaves the window alone until the chart's libraries are loaded, and presses a key meanwhile.
"""

import os
import sys
from contextlib import ExitStack
from time import perf_counter

from PySide6.QtCore import QEventLoop
from PySide6.QtTest import QTest

from diary import app, cli
from diary.ui.diary_view import DiaryView
from diary.ui.main_window import MainWindow
from diary.ui.warm_up import STEPS
from diary.ui.widgets.scale_cell import ScaleCell


def main() -> None:
    options = cli.parser().parse_args()
    with ExitStack() as leaving:
        application = app.make_application()
        window = app.build_window(application, options, leaving)
        window.show()
        window.activateWindow()
        while not isinstance(application.focusWidget(), ScaleCell):
            application.processEvents()
        key = _wait_until_loaded(window) if "QUIET" in os.environ else 0.0
        print(*(f"{ms:.1f}" for ms in (*_visit(window), key)), flush=True)  # noqa: T201 - the parent waits for it
        window.close()


def _wait_until_loaded(window: MainWindow) -> float:
    """Press a key once the loading has begun; returns how long its answer took to be painted."""
    application = app.make_application()
    while "numpy" not in sys.modules:
        application.processEvents()
    begun = perf_counter()
    focused = application.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, "4")
    application.processEvents()
    painted = perf_counter() - begun
    while STEPS[-1] not in sys.modules:
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    window.jobs.wait(int)
    return painted * 1000


def _visit(window: MainWindow) -> tuple[float, float]:
    from diary.ui.pages.progress.chart_view import ChartView

    application = app.make_application()
    view = window.centralWidget()
    assert isinstance(view, DiaryView)
    begun = perf_counter()
    view.show_page("progress")
    application.processEvents()
    view.page.repaint()
    page = perf_counter() - begun
    (chart,) = view.page.findChildren(ChartView)
    while not chart.is_drawn:  # asleep until something happens, as the event loop is
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    chart.repaint()
    return page * 1000, (perf_counter() - begun) * 1000


if __name__ == "__main__":
    main()
