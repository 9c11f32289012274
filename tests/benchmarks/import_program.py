"""Import a folder of photos while pages are changed, and print what was seen as JSON, then leave.

With a third argument the table is opened before they are added, and agreed to.

Run as a program on Linux: `python import_program.py HOME PHOTOS [ask]`. It makes its own
diary in HOME.
"""

import json
import sys
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from time import perf_counter, thread_time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from diary import app, memory
from diary.domain.photo import View
from diary.sample import write_sample
from diary.ui import theme
from diary.ui.collector import Collector
from diary.ui.dialogs.import_review import Review
from diary.ui.diary_view import DiaryView
from diary.ui.main_window import MainWindow
from diary.ui.pages.photos import PhotosPage
from diary.ui.settings import Settings

NOW = datetime(2026, 11, 23, 9)
PAGES = ("today", "progress", "photos")
PAGE_MS = 400
MOST_SECONDS = 100


class Watcher:
    """How long the window stood still at most, and how long it worked itself meanwhile.

    On a busy machine the window also waits for a processor.
    """

    frame, work = 0.0, 0.0
    _last, _worked = 0.0, 0.0

    def beat(self) -> None:
        now, worked = perf_counter(), thread_time()
        self.frame, self._last = max(self.frame, now - self._last), now
        self.work, self._worked = max(self.work, worked - self._worked), worked

    def restart(self) -> None:
        self.frame, self._last = 0.0, perf_counter()
        self.work, self._worked = 0.0, thread_time()


def main() -> None:
    memory.set_up()
    home, folder = Path(sys.argv[1]), Path(sys.argv[2])
    diary = home / "mine.skindiary"
    write_sample(diary, clock=lambda: NOW).close()
    application = app.make_application()
    theme.apply(application)
    Collector(application)
    with ExitStack() as leaving:
        window = MainWindow(Settings(home / "window.ini"), lambda: diary, leaving, lambda: NOW)
        window.open_diary(diary)
        window.show()
        while not isinstance(window.centralWidget(), DiaryView):
            application.processEvents()
        view = window.centralWidget()
        assert isinstance(view, DiaryView)
        for page in PAGES:  # built once before, as after some minutes of use
            view.show_page(page)
            window.jobs.wait(int)
            application.processEvents()
        print(json.dumps(_import(application, view, sorted(folder.iterdir()))), flush=True)  # noqa: T201
        window.close()


def _import(application: QApplication, view: DiaryView, files: list[Path]) -> dict[str, float]:
    page = next(iter(view.findChildren(PhotosPage)))
    importer, watcher = page.importer, Watcher()
    added: list[object] = []
    over: list[object] = []
    importer.added.connect(added.append)
    importer.finished.connect(lambda: over.append(None))
    heart = QTimer(interval=5)
    heart.timeout.connect(watcher.beat)
    turner = QTimer(interval=PAGE_MS)
    turns = iter(range(10**6))
    turner.timeout.connect(lambda: _turn(view, page, next(turns)))
    heart.start()
    turner.start()
    watcher.restart()
    begun = perf_counter()
    while perf_counter() - begun < len(PAGES) * 2 * PAGE_MS / 1000:
        application.processEvents()
    without = watcher.frame
    watcher.restart()
    begun = perf_counter()
    importer.add_files(files, [View.FRONT] * len(files), ask=len(sys.argv) > 3)
    while not over and perf_counter() - begun < MOST_SECONDS:
        application.processEvents()
    took = perf_counter() - begun
    heart.stop()
    turner.stop()
    return {
        "photos": len(added),
        "seconds": round(took, 1),
        "each_ms": round(took / len(files) * 1000),
        "longest_frame_ms": round(watcher.frame * 1000),
        "of_which_own_work_ms": round(watcher.work * 1000),
        "without_import_ms": round(without * 1000),
    }


def _turn(view: DiaryView, photos: PhotosPage, turn: int) -> None:
    """Show the next page, or agree to the table if it is open."""
    if asked := photos.findChildren(Review):
        asked[0].submit()
    else:
        view.show_page(PAGES[turn % len(PAGES)])


if __name__ == "__main__":
    main()
