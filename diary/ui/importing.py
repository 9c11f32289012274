"""Add many photos without stopping the window: read a few at once, write them one by one."""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from diary.domain.photo import DateSource, Taken, View, view_name
from diary.errors import DiaryError, ReadingStopped
from diary.journal import Added, Journal, Outcome, Stop
from diary.ui.local import short_date
from diary.ui.session import Session

if TYPE_CHECKING:
    from diary.journal import Picture

AT_ONCE = 3
"""Pictures held in memory: two being read and one being written; a phone's original has 5 MB."""


@dataclass(frozen=True, slots=True)
class Source:
    """A picture still to be read, and what the patient said about it.

    `on` is the day it belongs to unless the picture itself says when it was taken; None asks.
    """

    name: str
    read: "Callable[[], Picture]"
    view: View
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Undated:
    """A picture that was read but does not say when it was taken."""

    picture: "Picture"
    view: View


class Importer(QObject):
    """Reads, dates and adds pictures; each one added can be undone."""

    progress = Signal(int, int, str)
    """Done, all, and the name of the file that was just finished."""
    refused = Signal(str)
    undated = Signal(object)
    """An `Undated`: nothing is added until `add_picture` says when."""
    added = Signal(object)
    finished = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._waiting: deque[Source] = deque()
        self._stop = Stop()
        self._open = 0
        self._pushed = 0
        self._done = 0
        self._all = 0

    @property
    def running(self) -> bool:
        return self._open > 0 or bool(self._waiting)

    @property
    def remaining(self) -> int:
        """Pictures that would not be in the diary if it closed now: those pushed would be."""
        return self._open - self._pushed + len(self._waiting)

    def add_files(
        self, paths: Iterable[Path], views: Iterable[View], on: date | None = None
    ) -> None:
        """Add each file as the view that stands at its place in `views`."""
        photos = self._session.journal.photos
        self.add(
            Source(path.name, partial(photos.read, path, self._stop), view, on)
            for path, view in zip(paths, views, strict=False)
        )

    def add_bytes(self, data: bytes, name: str, view: View, on: date | None = None) -> None:
        """Add a picture that is no file, such as a pasted one."""
        photos = self._session.journal.photos
        self.add([Source(name, partial(photos.read_bytes, data, name, self._stop), view, on)])

    def add(self, sources: Iterable[Source]) -> None:
        if not self.running:
            self._done = self._all = 0
        fresh = list(sources)
        self._all += len(fresh)
        self._waiting.extend(fresh)
        self._read_more()

    def cancel(self) -> None:
        """Read no more files, not even the rest of those begun; what was read is kept."""
        self._all -= len(self._waiting)
        self._waiting.clear()
        self._stop.ask()
        self._stop = Stop()

    def add_picture(self, picture: "Picture", view: View, taken: Taken) -> None:
        """Write one picture whose date was asked, unless the diary has it already."""
        self._all += 1
        self._open += 1
        self._find_and_put(picture, view, taken)

    def _find_and_put(self, picture: "Picture", view: View, taken: Taken) -> None:
        self._session.ask(
            partial(_known, picture=picture),
            partial(self._put, picture, view, taken),
            self,
            partial(self._refuse, picture.file_name),
        )

    def _read_more(self) -> None:
        while self._waiting and self._open < AT_ONCE:
            source = self._waiting.popleft()
            self._open += 1
            self._session.jobs.decode(
                source.read, partial(self._read, source), self, partial(self._refuse, source.name)
            )

    def _read(self, source: Source, picture: "Picture") -> None:
        taken = _taken(picture, source.on)
        if taken is None:
            self.undated.emit(Undated(picture, source.view))
            self._finish(source.name)
        else:
            self._find_and_put(picture, source.view, taken)

    def _put(self, picture: "Picture", view: View, taken: Taken, known: Added | None) -> None:
        if known is not None:
            self.added.emit(known)
            self._finish(picture.file_name)
            if known.outcome is Outcome.RESTORED:
                self._session.photos_changed.emit()
            return
        self._pushed += 1
        addition = _Addition(picture, view, taken)
        text = self.tr("{view} photo, {day}").format(view=view_name(view), day=short_date(taken.on))
        self._session.push(
            text,
            addition.do,
            addition.undo,
            changed=partial(self._written, addition, picture.file_name),
        )

    def _written(self, addition: "_Addition", name: str) -> None:
        if addition.is_news():
            self._pushed -= 1
            if addition.added:
                self.added.emit(addition.added)
            self._finish(name)
        self._session.photos_changed.emit()

    def _refuse(self, name: str, error: Exception) -> None:
        if isinstance(error, ReadingStopped):
            self._all -= 1
            self._leave(name)
            return
        if isinstance(error, DiaryError):
            self.refused.emit(str(error))
        else:
            self._session.jobs.failed.emit(error)
        self._finish(name)

    def _finish(self, name: str) -> None:
        self._done += 1
        self._leave(name)

    def _leave(self, name: str) -> None:
        self._open -= 1
        self._session.worked.emit()
        self.progress.emit(self._done, self._all, name)
        self._read_more()
        if not self.running:
            self.finished.emit()


class _Addition:
    """Adds a picture once; undone and done again, it goes to the trash and back."""

    def __init__(self, picture: "Picture", view: View, taken: Taken) -> None:
        self._picture: Picture | None = picture
        self._view = view
        self._taken = taken
        self._news = True
        self.added: Added | None = None

    def do(self, journal: Journal) -> None:
        if self._picture is not None:
            self.added = journal.photos.add(self._picture, view=self._view, taken=self._taken)
            self._picture = None
        elif self.added is not None:
            journal.photos.restore(self.added.photo.id)

    def undo(self, journal: Journal) -> None:
        if self.added is not None and self.added.outcome is not Outcome.KNOWN:
            journal.photos.delete(self.added.photo.id)

    def is_news(self) -> bool:
        """Whether this was not asked before: undo and redo are told elsewhere."""
        news, self._news = self._news, False
        return news


def _known(journal: Journal, picture: "Picture") -> Added | None:
    return journal.photos.known(picture)


def _taken(picture: "Picture", on: date | None) -> Taken | None:
    """When the picture was taken; a day the patient chose beats the file's time stamp."""
    taken = picture.taken
    if on is not None and (taken is None or taken.source is DateSource.FILE_TIME):
        return Taken(on, None, None, DateSource.TYPED)
    return taken
