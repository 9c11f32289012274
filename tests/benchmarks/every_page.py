"""Open the diary of the command line, visit every page, and print the memory in MB, then leave.

Run as a program on Linux: `python every_page.py --data-dir FOLDER --diary FOLDER`.
"""

from contextlib import ExitStack
from pathlib import Path

from diary import app, cli, memory


def main() -> None:
    memory.set_up()
    options = cli.parser().parse_args()
    with ExitStack() as leaving:
        application = app.make_application()
        window = app.build_window(application, options, leaving)
        window.show()
        from PySide6.QtCore import QTimer

        from diary.ui.diary_view import DiaryView
        from diary.ui.pages.table import entries

        while not isinstance(window.centralWidget(), DiaryView):
            application.processEvents()
        view = window.centralWidget()
        assert isinstance(view, DiaryView)
        for entry in entries():
            view.show_page(entry.name)
            window.jobs.wait(int)
            application.processEvents()
            while any(t.isSingleShot() and t.isActive() for t in view.page.findChildren(QTimer)):
                application.processEvents()
            window.grab()
        print(f"{_resident_megabytes():.0f}", flush=True)  # noqa: T201 - the parent waits for it
        window.close()


def _resident_megabytes() -> float:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    main()
