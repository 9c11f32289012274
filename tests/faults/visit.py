"""A patient's visit to the real window, as a program: unlock, add photos, write, look, lock, leave.

Run as `python visit.py PLAN.json`. It types letter by letter from words that the plan spells
backwards, so that what is found in its memory or files forwards is the program's own doing. After
each step named in the plan's "stops" it prints the step's name and waits for a line. The plan's
"plant" makes the program leak, to prove that the search finds it.
"""

import json
import os
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any

from diary import app, cli, memory, process
from tests.faults import photo_visit

DECODERS = 2
ROUNDS = 4
"""A page asks for what it shows, then for its pictures, an import for one thing after another."""

Ready = Callable[[], bool]


class Visit:
    """Steps that yield what has to be true before the next one."""

    def __init__(self, plan: dict[str, Any], window: Any) -> None:
        self._plan = plan
        self._window = window

    @property
    def view(self) -> Any:
        return self._window.centralWidget()

    def steps(self) -> Iterator[Ready]:
        yield from self._unlock()
        yield from photo_visit.add(self.view, self._plan["pictures"], self._settle)
        yield from self._write()
        if self._plan["plant"]:  # it has leaked by now
            return
        yield from self._look_at_every_page()
        yield from self._save_report()
        yield from self._undo()
        self._copy_the_note()
        yield from self._stop("open")
        yield from self._lock()
        _assert_nothing_to_paste()
        yield from self._stop("locked")
        yield from self._unlock()
        yield from photo_visit.look(self.view, self._plan, self._settle)
        yield from self._stop("open again")
        yield from self._lock()
        _assert_nothing_to_paste()
        yield from self._stop("locked again")
        yield from self._unlock()

    def _unlock(self) -> Iterator[Ready]:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        from diary.ui.dialogs.unlock import Unlock
        from diary.ui.diary_view import DiaryView

        yield lambda: isinstance(self.view, Unlock)
        field = self.view.passphrase.field.edit
        _type(field, self._plan["passphrase"])
        QTest.keyClick(field, Qt.Key.Key_Return)
        yield lambda: isinstance(self.view, DiaryView)
        yield from self._settle()

    def _write(self) -> Iterator[Ready]:
        self.view.show_page("today")
        yield from self._settle()
        _type(self._note(), self._plan["note"])
        yield from self._settle()

    def _look_at_every_page(self) -> Iterator[Ready]:
        from diary.ui.pages.table import entries

        for entry in entries():
            self.view.show_page(entry.name)
            yield from self._settle()
            self._window.grab()

    def _save_report(self) -> Iterator[Ready]:
        from diary.report.options import ReportOptions, Section

        self.view.show_page("report")
        yield from self._settle()
        everything = ReportOptions(sections=frozenset(Section))
        self.view.page.save_as(Path(self._plan["report"]), everything)
        yield lambda: Path(self._plan["report"]).exists()

    def _undo(self) -> Iterator[Ready]:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        self.view.show_page("today")
        yield from self._settle()
        keys = Qt.KeyboardModifier.ControlModifier
        QTest.keyClick(self._window, Qt.Key.Key_Z, keys)
        yield from self._settle()
        QTest.keyClick(self._window, Qt.Key.Key_Y, keys)
        yield from self._settle()

    def _copy_the_note(self) -> None:
        note = self._note()
        note.selectAll()
        note.copy()

    def _lock(self) -> Iterator[Ready]:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        from diary.ui.dialogs.unlock import Unlock

        QTest.keyClick(self._window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        yield lambda: isinstance(self.view, Unlock)
        yield from self._settle()

    def _stop(self, name: str) -> Iterator[Ready]:
        yield from self._settle()
        if name in self._plan["stops"]:
            print(name, flush=True)  # noqa: T201 - the parent waits for it
            sys.stdin.readline()

    def _note(self) -> Any:
        from diary.ui.pages.today.typed import TypedNote

        return self.view.page.findChild(TypedNote)

    def _settle(self) -> Iterator[Ready]:
        """Wait until no worker, no timer and no import has anything left to do."""
        for _ in range(ROUNDS):
            done: list[int] = []
            jobs = self._window.jobs
            for queue in (jobs.run, *[jobs.decode] * DECODERS):
                queue(int, done.append, self._window)
            yield partial(_all_done, done, 1 + DECODERS)
            yield self._has_nothing_left

    def _has_nothing_left(self) -> bool:
        from PySide6.QtCore import QTimer

        timers = self._window.findChildren(QTimer)
        unfinished = getattr(self.view, "unfinished", int)()
        return not unfinished and not any(t.isSingleShot() and t.isActive() for t in timers)


def _assert_nothing_to_paste() -> None:
    from PySide6.QtGui import QGuiApplication

    offered = QGuiApplication.clipboard().mimeData()
    assert not (offered and offered.formats())


def _all_done(done: list[int], jobs: int) -> bool:
    return len(done) == jobs


def _type(field: Any, backwards: str) -> None:
    from PySide6.QtTest import QTest

    for letter in reversed(backwards):
        QTest.keyClicks(field, letter)


def _leak_nothing() -> None:
    """The program as it is."""


def _leak_a_thumbnail() -> None:
    """As a program would that keeps pictures beside its other caches."""
    from diary.store.pictures import PictureCache

    keep = PictureCache.put

    def put(cache: PictureCache, photo_id: str, thumbnail: bytes, preview: bytes) -> None:
        folder = Path.home() / ".cache" / "thumbnails"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{photo_id}.jpg").write_bytes(thumbnail)
        keep(cache, photo_id, thumbnail, preview)

    PictureCache.put = put  # type: ignore[method-assign, assignment]


def _leak_the_note() -> None:
    """As a program would whose log says what was saved."""
    from diary import log
    from diary.journal.days import Days

    record = Days.record

    def record_and_log(days: Days, on: Any, **answers: Any) -> Any:
        log.LOG.info("saved %s", answers)
        return record(days, on, **answers)

    Days.record = record_and_log  # type: ignore[method-assign, assignment]


def _leak_a_sorted_table() -> None:
    """As a database does that may write what it sorts into a temporary file."""
    from diary.store import database

    connect = database.connect

    def connect_with_files(*arguments: Any, **options: Any) -> Any:
        connection = connect(*arguments, **options)
        connection.execute("PRAGMA temp_store = FILE")
        connection.execute("CREATE TEMP TABLE sorted AS SELECT hex(randomblob(8000000)) AS note")
        return connection

    database.connect = connect_with_files


PLANTS = {
    "": _leak_nothing,
    "thumbnail": _leak_a_thumbnail,
    "log": _leak_the_note,
    "temporary table": _leak_a_sorted_table,
}


def main() -> None:
    """Carry out the plan; exits with 1 and the traceback if a step goes wrong."""
    plan = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    options = cli.parser().parse_args(["--diary", plan["diary"]])
    with ExitStack() as leaving:
        process.harden()
        process.close_memory()
        PLANTS[plan["plant"]]()
        memory.set_up()
        application = app.make_application()
        window = app.build_window(application, options, leaving)
        window.show()
        steps = Visit(plan, window).steps()

        from PySide6.QtCore import QTimer

        waits_for: list[Ready] = []

        def go_on() -> None:
            if waits_for and not waits_for[0]():
                return
            try:
                waits_for[:] = [next(steps)]
            except StopIteration:
                timer.stop()
                window.close()
            except Exception:  # noqa: BLE001 - whatever it is, the parent has to hear of it
                traceback.print_exc()
                os._exit(1)

        timer = QTimer(interval=20)
        timer.timeout.connect(go_on)
        timer.start()
        application.exec()


if __name__ == "__main__":
    main()
