"""Open the gallery of a diary, scroll through it, and print what was seen as JSON, then leave.

Run as a program on Linux: `python gallery_program.py --data-dir FOLDER --diary FOLDER`.
"""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from diary import app, cli

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from diary.ui.pages.photos.grid import PhotoGrid

FRAME = 1 / 60
SECONDS = 4
"""Of each way to scroll."""


def main() -> None:
    options = cli.parser().parse_args()
    with ExitStack() as leaving:
        application = app.make_application()
        window = app.build_window(application, options, leaving)
        window.show()
        from diary.ui.diary_view import DiaryView
        from diary.ui.pages.photos.grid import PhotoGrid

        while not isinstance(window.centralWidget(), DiaryView):
            application.processEvents()
        view = window.centralWidget()
        assert isinstance(view, DiaryView)
        window.jobs.wait(int)
        application.processEvents()
        before = _megabytes("VmRSS")
        begun = perf_counter()
        view.show_page("photos")
        (grid,) = view.page.findChildren(PhotoGrid)
        while not grid.album.entries:
            application.processEvents()
        grid.viewport().repaint()
        listed = perf_counter() - begun
        while _blank(grid):
            application.processEvents()
        grid.viewport().repaint()
        opened = perf_counter() - begun
        seen: dict[str, Any] = {"photos": len(grid.album.entries), "before": before}
        seen |= {"listed_ms": listed * 1000, "opened_ms": opened * 1000}
        for name, places in _ways(grid).items():
            seen[name] = _scroll(application, grid, places)
        seen |= {"memory": _megabytes("VmRSS"), "peak": _megabytes("VmHWM")}
        print(json.dumps(seen), flush=True)  # noqa: T201 - the parent waits for it
        window.close()


def _ways(grid: "PhotoGrid") -> dict[str, Iterator[int]]:
    """Where the scroll bar stands frame by frame."""
    page, end = grid.viewport().height(), grid.verticalScrollBar().maximum()
    frames = int(SECONDS / FRAME)
    return {
        "wheel": iter(range(0, frames * 40, 40)),
        "page keys": iter(page * (frame // 15) for frame in range(frames)),
        "flung": iter(range(20_000, 20_000 + frames * page // 4, page // 4)),
        "jumps": iter(end * (frame // 30 * 7919 % 101) // 101 for frame in range(frames)),
    }


def _scroll(
    application: "QApplication", grid: "PhotoGrid", places: Iterator[int]
) -> dict[str, float]:
    """The longest that a cell in sight was blank, and the longest frame, in milliseconds."""
    since: dict[str, float] = {}
    blank = frame = 0.0
    for place in places:
        begun = perf_counter()
        grid.verticalScrollBar().setValue(place)
        application.processEvents()
        frame = max(frame, perf_counter() - begun)
        while perf_counter() - begun < FRAME:
            application.processEvents()
        now = perf_counter()
        since = {one: since.get(one, begun) for one in _blank(grid)}
        blank = max([blank, *(now - first for first in since.values())])
    return {"blank_ms": blank * 1000, "frame_ms": frame * 1000}


def _blank(grid: "PhotoGrid") -> list[str]:
    """The photos in sight whose thumbnail is not there."""
    top = grid.verticalOffset()
    rows = grid.placement.tiles_between(top, top + grid.viewport().height())
    ids = [grid.album.entries[row].photo_id for row in rows]
    return [one for one in ids if grid.thumbnails.get(one) is None]


def _megabytes(what: str) -> float:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith(what))
    return round(int(line.split()[1]) / 1024)


if __name__ == "__main__":
    main()
