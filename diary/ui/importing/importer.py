"""Reads a batch of pictures, has it looked at if something is unsure, and adds it."""

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMetaObject, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from diary.domain.companions import sort_out
from diary.domain.draft import Doubt, Draft, doubts, known_as
from diary.domain.photo import View
from diary.errors import DiaryError, DiskGone, ReadingStopped, Stopped
from diary.journal import InDiary, Outcome, Stop
from diary.ui.importing.additions import Addition, Additions
from diary.ui.importing.facts import Facts, facts
from diary.ui.importing.lost import Lost
from diary.ui.importing.refusals import Refusals
from diary.ui.importing.search import Found, Search
from diary.ui.importing.source import Source
from diary.ui.importing.words import how_taken, only_the_first, remarks_on
from diary.ui.outbox import Write
from diary.ui.session import Session

if TYPE_CHECKING:
    from diary.journal import Picture

AT_ONCE = 3
"""Originals held in memory: two being read and one being written; a phone's has 5 MB."""

PREVIEWS = 200
"""Pictures of a batch whose previews are kept, about 23 MB; later ones are read once more."""


class Importer(QObject):
    """A batch is what was given until all of it is read; each can be undone in one step.

    With something to check the table opens over `over`, as soon as that is shown; the pictures of a
    batch are added together, or none is.
    """

    searching = Signal(int)
    """Pictures found so far in a folder that takes long to look through."""
    begun = Signal(int, str)
    """How many files are read now, and the name of the first."""
    progress = Signal(int, int, str)
    """Done, all, and the name of the file that was just finished, while reading and then adding."""
    refused = Signal(str)
    skipped = Signal(list)
    """The drafts that nobody is asked about because the diary has all of them."""
    agreed = Signal(list)
    """The drafts of a batch that is added, those that were left out of it among them."""
    declined = Signal()
    """Nothing of a batch is added, and nothing was decided about it."""
    added = Signal(object)
    noted = Signal(str)
    """What is worth knowing of files that were left out and of how photos were taken."""
    finished = Signal()

    def __init__(self, session: Session, over: QWidget) -> None:
        super().__init__(over)
        self._session = session
        self._over = over
        self._stop = Stop()
        self._search = Search(session, self)
        self._search.progressed.connect(self.searching)
        self._waiting: deque[Source] = deque()
        self._reading = 0
        self._outlines: list[tuple[Source, Picture]] = []
        self._ask = False
        self._batch: list[tuple[Source, Picture]] = []
        self._due: Callable[[], None] | None = None
        """Opens the table once `over` is shown."""
        self._to_add: deque[Draft] = deque()
        self._adding = 0
        self._pushed = 0
        self._additions = Additions()
        self._several: list[str] = []
        self._known: list[Draft] = []
        """Of the files that are read, those that the diary has."""
        self._lost = Lost()
        self._refusals = Refusals()
        self._done = self._all = 0
        over.installEventFilter(self)

    @property
    def reading(self) -> bool:
        """Whether files are still looked for or read; after that they are added."""
        return self._search.running or bool(self._waiting) or self._reading > 0

    @property
    def running(self) -> bool:
        return self.reading or bool(self._outlines) or bool(self._batch)

    @property
    def remaining(self) -> int:
        """Pictures that would not be in the diary if it closed now: those pushed would be."""
        unread = self._search.given + len(self._waiting) + self._reading + len(self._outlines)
        to_add = len(self._to_add) + self._adding - self._pushed
        return unread + (to_add if to_add or self._pushed else len(self._batch))

    def add_files(
        self,
        paths: Iterable[Path],
        views: Iterable[View | None],
        on: date | None = None,
        *,
        ask: bool = False,
    ) -> None:
        """Add each file as the view that stands at its place in `views`, None if nobody said it.

        Of a folder all pictures in it are offered: nobody said their views, nor that they are of
        the day `on`. For them, or with `ask`, the table opens even if nothing is unsure.
        """
        self._ask = self._ask or ask
        said = dict(zip(paths, views, strict=False))
        self._search.start(list(said), partial(self._take_found, said, on), self._not_found)

    def _take_found(self, views: Mapping[Path, View | None], on: date | None, both: Found) -> None:
        found, known = both
        files, left_out = sort_out((*found.files, *found.pictures))
        for sentence in (*left_out, *found.noted):
            self.noted.emit(sentence)
        for sentence in found.refused:
            self.refused.emit(sentence)
        if found.pictures:
            self._ask = True
        photos, in_folders = self._session.journal.photos, set(found.pictures)
        sources = [
            Source(
                path.name,
                partial(photos.read, path, self._stop, known=known),
                partial(photos.read_again, path),
                *((None, None) if path in in_folders else (views[path], on)),
            )
            for path in files
        ]
        if sources:
            self.begun.emit(len(sources), sources[0].name)
            self.add(sources)
        else:
            self._go_on()

    def _not_found(self, error: Exception) -> None:
        if not isinstance(error, Stopped):
            self._tell(error)
        self._go_on()

    def add_bytes(
        self, data: bytes, name: str, view: View | None = None, on: date | None = None
    ) -> None:
        """Add a picture that is no file, such as a pasted one."""
        read = partial(self._session.journal.photos.read_bytes, data, name, self._stop)
        self.add([Source(name, read, partial(_with_data, data), view, on)])

    def add(self, sources: Iterable[Source]) -> None:
        if not self._waiting and not self._reading:
            self._done = self._all = 0
        fresh = list(sources)
        self._all += len(fresh)
        self._waiting.extend(fresh)
        self._read_more()

    def cancel(self) -> None:
        """Add no more; while files are read, nothing of them is added."""
        if self.reading:
            self._search.cancel()
            self._waiting.clear()
            self._outlines.clear()
            self._known.clear()
            self._stop.ask()
            self._stop = Stop()
            self.declined.emit()
        self._to_add.clear()
        self._all = self._done + self._reading + self._adding

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and self._due is not None:
            queued = Qt.ConnectionType.QueuedConnection  # the page is not laid out yet
            QMetaObject.invokeMethod(self, "_open_due", queued)
        return super().eventFilter(watched, event)

    def _read_more(self) -> None:
        while self._waiting and self._reading < AT_ONCE:
            source = self._waiting.popleft()
            self._reading += 1
            self._session.jobs.decode(
                source.outline,
                partial(self._take, source, self._stop),
                self,
                partial(self._not_read, source.name),
            )

    def _take(self, source: Source, stop: Stop, picture: "Picture") -> None:
        if not stop.asked:
            if len(self._outlines) >= PREVIEWS:
                picture = replace(picture, preview=b"")
            self._outlines.append((source, picture))
        self._read_one(source.name)

    def _not_read(self, name: str, error: Exception) -> None:
        if isinstance(error, ReadingStopped):
            self._all -= 1
            self._done -= 1
        elif isinstance(error, InDiary):
            self._known.append(known_as(error.photo, error.file_name))
        elif isinstance(error, DiskGone):
            self._lost.note(error, name, *(source.name for source in self._waiting))
            self._all -= len(self._waiting)
            self._waiting.clear()
        else:
            self._refuse(name, error)
        self._read_one(name)

    def _read_one(self, name: str) -> None:
        self._reading -= 1
        self._step(name)
        self._read_more()
        self._go_on()

    def _go_on(self) -> None:
        """Take up the next batch once it is read and the one before is done."""
        if self.reading:
            return
        for sentence in filter(None, (self._lost.told(), self._refusals.told())):
            self.refused.emit(sentence)
        if self._known:
            known, self._known = self._known, []
            self.skipped.emit(known)
        if self._batch:
            return
        if self._outlines:
            self._batch, self._outlines = self._outlines, []
            digests = [picture.digest for _source, picture in self._batch]
            self._session.ask(partial(facts, digests=digests), self._judge, self, self._not_judged)
        else:
            self._ask = False
            self.finished.emit()

    def _judge(self, known: Facts) -> None:
        drafts = known.drafts(self._batch)
        found = doubts(drafts, known.course, known.now)
        if all(Doubt.IN_DIARY in each for each in found):
            self.skipped.emit(drafts)
            self._leave_batch()
        elif self._ask or any(found):
            self._due = partial(self._review, drafts, known)
            if self._over.isVisible():
                self._open_due()
        else:
            self._add_all(drafts)

    def _not_judged(self, error: Exception) -> None:
        self._tell(error)
        self._decline()

    @Slot()
    def _open_due(self) -> None:
        due, self._due = self._due, None
        if due is not None:
            due()

    def _review(self, drafts: Sequence[Draft], known: Facts) -> None:
        from diary.ui.dialogs.import_review import review

        thumbnails = {n: picture.thumbnail for n, (_source, picture) in enumerate(self._batch)}
        asked = review(self._over, self._session, drafts, thumbnails, known.course, known.now)
        asked.agreed.connect(self._add_all)
        asked.rejected.connect(self._decline)

    @Slot()
    def _decline(self) -> None:
        self.declined.emit()
        self._leave_batch()

    @Slot(list)
    def _add_all(self, drafts: Sequence[Draft]) -> None:
        self.agreed.emit(list(drafts))
        self._to_add.extend(draft for draft in drafts if draft.included)
        self._additions = Additions()
        self._done, self._all = 0, len(self._to_add)
        self._add_more()

    def _add_more(self) -> None:
        while self._to_add and self._adding < AT_ONCE:
            draft = self._to_add.popleft()
            source, outline = self._hand_out(draft.number)
            self._adding += 1
            self._session.jobs.decode(
                partial(source.whole, outline),
                partial(self._put, draft),
                self,
                partial(self._not_added, draft.file_name),
            )
        if not self._to_add and not self._adding:
            self._close_batch()

    def _hand_out(self, number: int) -> tuple[Source, "Picture"]:
        """A picture of the batch, which lets go of what it kept: 0.2 MB of each."""
        source, outline = self._batch[number]
        self._batch[number] = (source, replace(outline, preview=b"", thumbnail=b""))
        return source, outline

    def _put(self, draft: Draft, picture: "Picture") -> None:
        self._pushed += 1
        addition = Addition(picture, draft)
        self._session.send(
            Write(
                addition.do,
                partial(self._written, draft, addition),
                partial(self._pushed_one, draft.file_name),
            )
        )

    def _written(self, draft: Draft, addition: Addition) -> None:
        if addition.added:
            self._additions.note(draft, addition.added)
            if addition.several:
                self._several.append(draft.file_name)
            self.added.emit(addition.added)
            if addition.added.outcome is not Outcome.KNOWN:
                self._session.photos_changed.emit()
        self._pushed_one(draft.file_name)

    def _pushed_one(self, name: str) -> None:
        self._pushed -= 1
        self._added_one(name)

    def _not_added(self, name: str, error: Exception) -> None:
        if isinstance(error, DiskGone):
            self._lost.note(error, name, *(draft.file_name for draft in self._to_add))
            self._all -= len(self._to_add)
            self._to_add.clear()
        else:
            self._refuse(name, error)
        self._added_one(name)

    def _added_one(self, name: str) -> None:
        self._adding -= 1
        self._step(name)
        self._add_more()

    def _close_batch(self) -> None:
        if self._additions:
            self._session.push(
                self._additions.text,
                self._additions.redo,
                self._additions.undo,
                changed=self._session.photos_changed.emit,
            )
            self._session.ask(
                partial(remarks_on, photos=self._additions.photos), self._note_looks, self
            )
        if self._several:
            self.noted.emit(only_the_first(self._several))
            self._several = []
        self._leave_batch()

    def _note_looks(self, said: list[str]) -> None:
        if said:
            self.noted.emit(how_taken(said))

    @Slot()
    def _leave_batch(self) -> None:
        self._batch = []
        self._go_on()

    def _step(self, name: str) -> None:
        self._done += 1
        self._session.worked.emit()
        self.progress.emit(self._done, self._all, name)

    def _refuse(self, name: str, error: Exception) -> None:
        if not isinstance(error, DiaryError) or self._refusals.is_explained(name):
            self._tell(error)

    def _tell(self, error: Exception) -> None:
        if isinstance(error, DiaryError):
            self.refused.emit(str(error))
        else:
            self._session.jobs.failed.emit(error)


def _with_data(data: bytes, picture: "Picture") -> "Picture":
    return replace(picture, data=data)
