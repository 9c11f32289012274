"""Thumbnails of the gallery: read ahead of scrolling, decoded off the UI thread, in bounds."""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QObject, QRect, QSize, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap

from diary.domain.photo import Photo
from diary.errors import DiaryError, ReadingStopped, Stopped
from diary.journal import Journal
from diary.ui.session import Session

if TYPE_CHECKING:
    from diary.journal import Picture

MOST_PIXELS = 5_000_000
"""Of all thumbnails in memory, which are 20 MB: some 190 tiles as drawn, six screens full."""

AT_ONCE = 6
"""Thumbnails that are read together: some 10 ms, after which those wanted by then come first."""

READINGS = 2
"""One is read while the one before is decoded."""

DEVELOPED_AT_ONCE = 2
"""Originals that are read for a thumbnail that is not made yet; each takes 0.2 s of a core."""


class Thumbnails(QObject):
    """Squares of `side` pixels of the screen. Nothing is read that is no longer `want`ed."""

    arrived = Signal(str)
    """The id of a photo whose thumbnail can be shown now."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._side = self._most = 0
        self._kept: OrderedDict[str, QPixmap] = OrderedDict()
        self._wanted: Sequence[str] = ()
        self._wanted_set: frozenset[str] = frozenset()
        self._on_the_way: set[str] = set()
        self._readings = 0
        self._developing = 0
        self._undeveloped: dict[str, None] = {}

    def get(self, photo_id: str) -> QPixmap | None:
        """The thumbnail if it is there; a null one for a photo whose file is damaged."""
        return self._kept.get(photo_id)

    def is_damaged(self, photo_id: str) -> bool:
        picture = self._kept.get(photo_id)
        return picture is not None and picture.isNull()

    @property
    def complete(self) -> bool:
        """Whether all that is wanted is there."""
        return all(one in self._kept for one in self._wanted)

    def set_side(self, side: int) -> None:
        """Of the squares in pixels of the screen; those of another size go."""
        if side != self._side:
            self._side = side
            self._kept.clear()

    def want(self, seen: Sequence[str], near: Sequence[str] = ()) -> None:
        """The photos to have thumbnails of, in place of those before: all that are seen, and of
        those near them, the most urgent first, as many as there is room for in memory."""
        self._most = max(MOST_PIXELS // max(self._side, 1) ** 2, len(seen))
        self._wanted = (*seen, *near)[: self._most]
        self._wanted_set = frozenset(self._wanted)
        for one in reversed(self._wanted):
            if one in self._kept:
                self._kept.move_to_end(one)
        for one in [one for one in self._undeveloped if one not in self._wanted_set]:
            del self._undeveloped[one]
            self._on_the_way.discard(one)
        self._read()

    def forget(self, photo_ids: Iterable[str]) -> None:
        """Ask again for these, which may have changed."""
        for one in photo_ids:
            self._kept.pop(one, None)

    def clear(self) -> None:
        """Keep nothing in memory."""
        self._kept.clear()
        self.want(())

    def _read(self) -> None:
        while self._side and self._readings < READINGS:
            ids = self._next_ids()
            if not ids:
                return
            self._readings += 1
            self._on_the_way.update(ids)
            work, then = partial(_thumbnails, photo_ids=ids), partial(self._decode, self._side)
            self._session.ask(work, then, self, partial(self._not_read, ids))

    def _next_ids(self) -> list[str]:
        ids: list[str] = []
        for one in self._wanted:
            if one not in self._kept and one not in self._on_the_way:
                ids.append(one)
                if len(ids) == AT_ONCE:
                    break
        return ids

    def _decode(self, side: int, thumbnails: dict[str, bytes | None]) -> None:
        self._readings -= 1
        for photo_id, data in thumbnails.items():
            if photo_id not in self._wanted_set:
                self._on_the_way.discard(photo_id)
            elif data is None:
                self._undeveloped[photo_id] = None
            else:
                work, then = partial(square, data, side), partial(self._keep, photo_id, side)
                self._session.jobs.paint(work, then, self)
        self._develop()
        self._read()

    def _not_read(self, ids: Sequence[str], error: Exception) -> None:
        """They are asked for again with the next that are wanted."""
        self._readings -= 1
        self._on_the_way.difference_update(ids)
        if not isinstance(error, DiaryError):
            self._session.jobs.failed.emit(error)

    def _keep(self, photo_id: str, side: int, image: QImage) -> None:
        self._on_the_way.discard(photo_id)
        if side != self._side:
            self._read()
            return
        self._kept[photo_id] = QPixmap.fromImage(image) if not image.isNull() else QPixmap()
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)
        self.arrived.emit(photo_id)

    def _develop(self) -> None:
        """Make what is not in the diary's cache, such as after it was restored from a backup."""
        while self._undeveloped and self._developing < DEVELOPED_AT_ONCE:
            photo_id = next(iter(self._undeveloped))
            del self._undeveloped[photo_id]
            self._developing += 1
            failed = partial(self._not_developed, photo_id)
            work = partial(_photo, photo_id=photo_id)
            self._session.ask(work, self._read_original, self, failed)

    def _read_original(self, photo: Photo) -> None:
        work = partial(_developed, self._session.journal, photo)
        then, failed = partial(self._developed, photo), partial(self._not_developed, photo.id)
        self._session.jobs.decode(work, then, self, failed)

    def _developed(self, photo: Photo, picture: "Picture") -> None:
        self._session.ask(partial(_keep, photo=photo, picture=picture), _nothing, self)
        work = partial(square, picture.thumbnail, self._side)
        self._session.jobs.paint(work, partial(self._keep, photo.id, self._side), self)
        self._go_on_developing()

    def _not_developed(self, photo_id: str, error: Exception) -> None:
        if isinstance(error, Stopped | ReadingStopped):
            self._on_the_way.discard(photo_id)
        elif isinstance(error, DiaryError):
            self._keep(photo_id, self._side, QImage())
        else:
            self._session.jobs.failed.emit(error)
        self._go_on_developing()

    def _go_on_developing(self) -> None:
        self._developing -= 1
        self._develop()


def square(data: bytes, side: int) -> QImage:
    """The upper middle of a JPEG picture, where a face is, `side` pixels wide and high."""
    buffer = QBuffer()
    buffer.setData(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, b"jpeg")
    size = reader.size()
    if size.isEmpty():
        return QImage()
    shorter = min(size.width(), size.height())
    width, height = (round(length * side / shorter) for length in (size.width(), size.height()))
    reader.setScaledSize(QSize(width, height))
    reader.setScaledClipRect(QRect((width - side) // 2, (height - side) // 3, side, side))
    return reader.read()


def _thumbnails(journal: Journal, photo_ids: list[str]) -> dict[str, bytes | None]:
    return journal.album.thumbnails(photo_ids)


def _photo(journal: Journal, photo_id: str) -> Photo:
    return journal.photos.get(photo_id)


def _developed(journal: Journal, photo: Photo) -> "Picture":
    return journal.album.develop(photo)


def _keep(journal: Journal, photo: Photo, picture: "Picture") -> None:
    journal.album.keep(photo, picture)


def _nothing(_done: None) -> None:
    return None
