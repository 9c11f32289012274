"""Looks by itself for new pictures in the patient's folder, and says what it found."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

from diary.errors import DiaryError
from diary.journal import Journal, News, OnDiary, Watch
from diary.ui.long_work import LongWork

if TYPE_CHECKING:
    from diary.ui.session import Session

LOOKS_EVERY_MS = 60_000
"""Folders of clouds and on network disks do not tell of new files."""

SOON_MS = 2_000
"""After the folder tells of a change; a file that is copied into it tells of many."""


class Watching(QObject):
    """Never in the way: what does not work is a sentence on the Photos page, and tried again."""

    changed = Signal()
    """Something else is known of the folder, or of how far looking is."""
    refused = Signal(str)
    """Why a folder is not watched, or still is."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        # Not the session itself, as the keeper explains.
        self._journal, self._jobs, self._gate = session.journal, session.jobs, session.gate
        self.news = News()
        self._left_out: frozenset[str] = frozenset()
        """In this session; a look that began before may still find them."""
        self.paused = False
        """Whether the patient cancelled; no look begins by itself then."""
        self.done = self.total = 0
        """New files read of those to read."""
        self._work = LongWork(session, self, unasked=True)
        self._choosing = LongWork(session, self)
        self._again = False
        self._events = QFileSystemWatcher(self)
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self.timer = QTimer(self, interval=LOOKS_EVERY_MS)
        self._events.directoryChanged.connect(self._soon.start)
        self._soon.timeout.connect(self._look_by_itself)
        self.timer.timeout.connect(self._look_by_itself)
        self._work.progressed.connect(self._note_progress)

    @property
    def running(self) -> bool:
        return self._work.running

    def start(self, session: "Session") -> None:
        """From now on look: at once, every minute, and when the folder or the photos change."""
        session.photos_changed.connect(self._soon.start)
        self.timer.start()
        self.look()

    def stop(self) -> None:
        self.timer.stop()
        self._soon.stop()

    @Slot()
    def look(self) -> None:
        """See what is new; while a look goes on, once more after it."""
        self._set_paused(paused=False)
        self._again = self._work.running
        self._work.start(_look, self._found, self._failed)

    @Slot()
    def pause(self) -> None:
        """Read no more for now; what was read is remembered."""
        self._break_off()
        self._set_paused(paused=True)

    def _break_off(self) -> None:
        self._again = False
        self._work.cancel()

    def _set_paused(self, *, paused: bool) -> None:
        if paused != self.paused:
            self.paused = paused
            self.changed.emit()

    def choose(self, folder: Path, *, only_new: bool) -> None:
        """Watch a folder; with `only_new` what is in it by now is not offered."""
        self._break_off()
        self._choosing.start(
            partial(_choose, folder=folder, only_new=only_new),
            partial(self._start_anew, folder),
            self._refuse,
        )

    @Slot()
    def let_go(self) -> None:
        """Watch no folder any more."""
        self._break_off()
        if not self._gate.is_shut:
            self._jobs.run(
                partial(_let_go, self._journal), partial(self._start_anew, None), self, self._refuse
            )

    def _start_anew(self, folder: Path | None, _done: None) -> None:
        self._tell(News(folder))
        self.look()

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, DiaryError):
            self.refused.emit(str(error))
        else:
            self._jobs.failed.emit(error)

    def leave_out(self, digests: Iterable[str]) -> None:
        """Offer these pictures no more, and see what is left."""
        gone = frozenset(digests)
        if self._gate.is_shut:
            return
        self._left_out |= gone
        self._tell(self.news)
        self._jobs.run(
            partial(_leave_out, self._journal, gone),
            self._left,
            self,
            partial(self._not_left, gone),
        )

    def _left(self, _done: None) -> None:
        self._look_by_itself()

    def _not_left(self, gone: frozenset[str], error: Exception) -> None:
        """What could not be noted is offered again by the next look."""
        self._left_out -= gone
        self._failed(error)

    @Slot()
    def _look_by_itself(self) -> None:
        if not self.paused:
            self.look()

    @Slot(int, int)
    def _note_progress(self, done: int, total: int) -> None:
        if (done, total) != (self.done, self.total):
            self.done, self.total = done, total
            self.changed.emit()

    def _found(self, news: News) -> None:
        self._follow(news.folder if not news.trouble else None)
        self._tell(news)
        self._end()

    def _failed(self, error: Exception) -> None:
        """A disk that refuses to note what was read lets it be read again the next time."""
        if not isinstance(error, DiaryError):
            self._jobs.failed.emit(error)
        self.changed.emit()
        self._end()

    def _end(self) -> None:
        self.done = self.total = 0
        if self._again:
            self.look()

    def _tell(self, news: News) -> None:
        """Without what was left out since the look began that found it."""
        self.done = self.total = 0
        kept = tuple(one for one in news.pictures if one.digest not in self._left_out)
        self.news = replace(news, pictures=kept)
        self.changed.emit()

    def _follow(self, folder: Path | None) -> None:
        """Be told of changes in a folder that has just been read: asking for it is quick then."""
        wanted = [str(folder)] if folder else []
        if self._events.directories() != wanted:
            if self._events.directories():
                self._events.removePaths(self._events.directories())
            if wanted:
                self._events.addPaths(wanted)


def _look(journal: Journal, watch: Watch, on_diary: OnDiary) -> News:
    return journal.watched.look(watch=watch, on_diary=on_diary)


def _leave_out(journal: Journal, digests: frozenset[str]) -> None:
    journal.watched.leave_out(digests)


def _choose(
    journal: Journal, _watch: Watch, on_diary: OnDiary, *, folder: Path, only_new: bool
) -> None:
    journal.watched.choose(folder, only_new=only_new, on_diary=on_diary)


def _let_go(journal: Journal) -> None:
    journal.watched.stop()
