"""Looks through folders for pictures without stopping the window."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from diary.domain.photo import Photo
from diary.journal import Gathered, Journal, OnDiary, Watch
from diary.ui.jobs import Failure
from diary.ui.long_work import LOOKS_EVERY_MS
from diary.ui.session import Session
from diary.ui.way import Way

MOST = 2_000
"""Pictures in folders that are looked at together, five years of a photo a day; their thumbnails
take 100 MB until they are added."""

Found = tuple[Gathered, dict[str, Photo]]
"""The files, and what the diary has by the SHA-256 of its files."""


class Search(QObject):
    """What was given while something is searched is searched beside it."""

    progressed = Signal(int)
    """Pictures found so far, of what takes longer than one notices."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._ways: dict[Way, int] = {}
        self._look = QTimer(self, interval=LOOKS_EVERY_MS)
        self._look.timeout.connect(self._tell)

    @property
    def running(self) -> bool:
        return bool(self._ways)

    @property
    def given(self) -> int:
        """Files and folders of which it is not known yet what is in them."""
        return sum(self._ways.values())

    def start(self, paths: Sequence[Path], then: Callable[[Found], None], failed: Failure) -> None:
        """Tell the pictures in `paths`; `failed` is told of `Stopped` after `cancel`."""
        way = Way(self._session.gate)
        self._ways[way] = len(paths)
        self._session.jobs.decode(
            partial(_look, self._session.journal, paths, way.watch, self._session.gate.on_diary),
            partial(self._end, way, then),
            self,
            partial(self._end, way, failed),
        )
        self._look.start()

    def cancel(self) -> None:
        for way in self._ways:
            way.stopped = True

    @Slot()
    def _tell(self) -> None:
        self._session.worked.emit()
        self.progressed.emit(sum(way.done for way in self._ways))

    def _end(self, way: Way, tell: Callable[..., None], result: object) -> None:
        del self._ways[way]
        if not self._ways:
            self._look.stop()
        tell(result)


def _look(journal: Journal, paths: Sequence[Path], watch: Watch, on_diary: OnDiary) -> Found:
    gathered = journal.photos.gather(paths, most=MOST, watch=watch)
    return gathered, on_diary(journal.photos.by_digest)
