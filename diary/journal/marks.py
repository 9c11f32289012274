"""What a person can do with spots on photos: mark them, follow them, count them."""

from dataclasses import dataclass, replace
from functools import partial

from diary.domain.alignment import Alignment, Way
from diary.domain.face import Face
from diary.domain.mark import Contrast, Mark, Proposal, seen
from diary.domain.photo import Photo, View
from diary.domain.similarity import Point
from diary.errors import DiaryDamaged
from diary.journal.alignment import Alignments
from diary.journal.photos import Photos
from diary.store import days, marks
from diary.store.long_work import OnDiary, at_once
from diary.store.vault import Vault
from diary.words import translate

_BACK = 3
"""Photos: a spot of which nothing is said on so many is proposed no more."""

Proposing = tuple[tuple[Photo, tuple[Mark, ...]], ...]
"""Earlier photos, the newest first, each with those of its spots of which no later one tells."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A photo with its marks.

    `earlier` is the last photo of its view before it that has marks, `earlier_marks` those that are
    seen on it. `carried` is where the spots that are `proposing` would be on this photo, `said`
    what the patient should know about these. `inflamed` is the count that stands in its day.
    """

    photo: Photo
    face: Face | None
    marks: tuple[Mark, ...]
    earlier: Photo | None
    earlier_marks: tuple[Mark, ...]
    proposing: Proposing
    inflamed: int | None
    carried: tuple[Proposal, ...] = ()
    said: str = ""

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """Those of which this photo's marks do not tell yet."""
        told = {mark.spot for mark in self.marks}
        return tuple(one for one in self.carried if one.spot not in told)


class Marks:
    """Calls that take long may run on any thread, if `on_diary` brings them to the diary's for a
    moment.
    """

    def __init__(self, vault: Vault, photos: Photos, alignments: Alignments) -> None:
        self._vault = vault
        self._photos = photos
        self._alignments = alignments
        self._measured: dict[tuple[str, Point], float | None] = {}

    def all(self) -> list[Mark]:
        """Every mark of the photos that are not in the trash."""
        return marks.every(self._vault.connection)

    def of(self, photo_id: str) -> tuple[Mark, ...]:
        return marks.of_photo(self._vault.connection, photo_id)

    def put(self, photo_id: str, new: tuple[Mark, ...]) -> tuple[Mark, ...]:
        """Keep `new` in place of all marks of a photo; returns those before, which undo it."""
        with self._vault.transaction() as connection:
            before = marks.of_photo(connection, photo_id)
            marks.put(connection, photo_id, new)
        return before

    def sheet(self, photo: Photo, *, on_diary: OnDiary = at_once) -> Sheet:
        """What is marked on a photo, and what earlier marks propose.

        Raises `Stopped` while the diary closes.
        """
        sheet = on_diary(partial(self._bare_sheet, photo))
        laid = [
            (self._alignments.between(photo, earlier, on_diary=on_diary), spots)
            for earlier, spots in sheet.proposing
        ]
        return replace(sheet, carried=_carried(laid, photo), said=_said(laid))

    def again(self, sheet: Sheet, *, on_diary: OnDiary = at_once) -> Sheet:
        """The same photo's sheet after a change; photos are laid over each other only if needed."""
        new = on_diary(partial(self._bare_sheet, sheet.photo))
        if new.proposing != sheet.proposing:
            return self.sheet(sheet.photo, on_diary=on_diary)
        return replace(new, carried=sheet.carried, said=sheet.said)

    def contrasts(self, view: View, *, on_diary: OnDiary = at_once) -> list[Contrast]:
        """The contrast of the marked spots of each photo of a view, oldest first."""
        marked = on_diary(partial(self._marked, view))
        return [
            Contrast(photo.taken.on, values)
            for photo, spots in marked
            if (values := self._contrast(photo, spots, on_diary))
        ]

    def _bare_sheet(self, photo: Photo) -> Sheet:
        """Without what earlier marks propose."""
        connection = self._vault.connection
        before = [self._photos.get(one) for one in marks.marked_before(connection, photo, _BACK)]
        earlier = before[0] if before else None
        return Sheet(
            photo,
            self._alignments.face(photo),
            self.of(photo.id),
            earlier,
            seen(self.of(earlier.id)) if earlier else (),
            self._proposing(before),
            days.get(connection, photo.taken.on).inflamed,
        )

    def _proposing(self, newest_first: list[Photo]) -> Proposing:
        told: set[str] = set()
        found = []
        for photo in newest_first:
            its = self.of(photo.id)
            found.append((photo, tuple(one for one in seen(its) if one.spot not in told)))
            told |= {one.spot for one in its}
        return tuple((photo, spots) for photo, spots in found if spots)

    def _marked(self, view: View) -> list[tuple[Photo, list[Mark]]]:
        """The photos of a view on which spots are seen, with them, oldest first."""
        by_photo: dict[str, list[Mark]] = {}
        for mark in seen(self.all()):
            by_photo.setdefault(mark.photo_id, []).append(mark)
        photos = [one for one in self._photos.all() if one.view is view and one.id in by_photo]
        return [(photo, by_photo[photo.id]) for photo in photos]

    def _contrast(self, photo: Photo, spots: list[Mark], on_diary: OnDiary) -> dict[str, float]:
        """Measured once for each place; nothing where the photo's file is damaged."""
        new = {mark.spot: mark.at for mark in spots if (photo.id, mark.at) not in self._measured}
        if new:
            from diary.imaging.contrast import contrasts

            try:
                preview = on_diary(partial(self._photos.preview, photo))
            except DiaryDamaged:
                return {}
            face = on_diary(partial(self._alignments.face, photo))
            measured = contrasts(preview, new, face.eye_distance if face else None)
            for spot, at in new.items():
                self._measured[photo.id, at] = measured.get(spot)
        values = {mark.spot: self._measured[photo.id, mark.at] for mark in spots}
        return {spot: value for spot, value in values.items() if value is not None}


_Laid = list[tuple[Alignment, tuple[Mark, ...]]]
"""How earlier photos lie over this one, each with its spots."""


def _carried(laid: _Laid, photo: Photo) -> tuple[Proposal, ...]:
    proposals = (
        Proposal(mark.spot, found.similarity.apply(mark.at), mark.region)
        for found, spots in laid
        if found.way is not Way.NONE
        for mark in spots
    )
    return tuple(one for one in proposals if _is_inside(one.at, photo))


def _said(laid: _Laid) -> str:
    """What is to be known about how the photos lie, or that none could be laid over this one."""
    sure = [found.said for found, _ in laid if found.way is not Way.NONE]
    if laid and not sure:
        return translate(
            "Marks", "The earlier photo could not be laid over this one, so no spots are proposed."
        )
    return next(filter(None, sure), "")


def _is_inside(point: Point, photo: Photo) -> bool:
    longer = max(photo.width, photo.height)
    x, y = point
    return 0 <= x * longer <= photo.width and 0 <= y * longer <= photo.height
