"""Which two photos of a view are compared."""

from collections.abc import Mapping, Sequence

from diary.domain.course import Course
from diary.domain.partner import Partner, partner
from diary.domain.photo import Photo, View
from diary.ui.pages.compare.sides import Side

Pair = dict[Side, Photo]


class Chosen:
    """Those that are compared, and the `photos` of their view, oldest first.

    Where a photo that was asked for is gone, the one nearest to its day stands in until it is back.
    The `pair` is empty where the view has too few photos.
    """

    def __init__(self) -> None:
        self.view = View.FRONT
        self._any_view = True
        self.photos: list[Photo] = []
        self.pair: Pair = {}
        self._asked: Pair = {}

    def ask(self, pair: Pair) -> None:
        """Compare these from the next choice on."""
        self._asked = dict(pair)
        self.look_at(pair[Side.B].view)

    def look_at(self, view: View) -> None:
        """Compare photos of this view; before, of the first one of which there are two."""
        self.view, self._any_view = view, False

    def choose_among(self, every: Sequence[Photo]) -> bool:
        """Choose among all photos, oldest first; whether other ones than before are compared."""
        if self._any_view:
            self.look_at(view_of(every))
        view, before = self.view, self.pair
        self.photos = [photo for photo in every if photo.view is view]
        self.pair = pair_of(self.photos, self._asked)
        same_view = {side: one for side, one in self._asked.items() if one.view is view}
        self._asked = self.pair | same_view
        return self.pair != before

    def pick(self, photo: Photo, side: Side) -> None:
        """Ask for a photo on one side; the other side's own photo changes places with it."""
        other = Side.B if side is Side.A else Side.A
        pair = dict(self.pair)
        if pair.get(other) == photo:
            pair[other] = pair[side]
        self._asked = pair | {side: photo}

    def swap(self) -> None:
        if self.pair:
            self._asked = {Side.A: self.pair[Side.B], Side.B: self.pair[Side.A]}

    def has(self, which: Partner, course: Course) -> bool:
        """Whether there is such a photo to compare B with."""
        return self._partner(which, course) is not None

    def pick_partner(self, which: Partner, course: Course) -> None:
        found = self._partner(which, course)
        if found is not None:
            self._asked = self.pair | {Side.A: found}

    def _partner(self, which: Partner, course: Course) -> Photo | None:
        return partner(which, self.pair[Side.B], self.photos, course) if self.pair else None


def pair_of(photos: Sequence[Photo], wanted: Mapping[Side, Photo]) -> Pair:
    """The wanted ones, or those nearest to their days; else the first and the last.

    `photos` are of one view, oldest first. Empty where there are not two.
    """
    if len(photos) == 0 or photos[0].id == photos[-1].id:
        return {}
    b = _nearest(photos, wanted[Side.B]) if Side.B in wanted else photos[-1]
    others = [photo for photo in photos if photo.id != b.id]
    a = _nearest(others, wanted[Side.A]) if Side.A in wanted else others[0]
    return {Side.A: a, Side.B: b}


def view_of(photos: Sequence[Photo]) -> View:
    """The first view of which there are two photos."""
    for view in View:
        if sum(photo.view is view for photo in photos) > 1:
            return view
    return View.FRONT


def _nearest(photos: Sequence[Photo], to: Photo) -> Photo:
    return min(photos, key=lambda one: (one.id != to.id, abs(one.taken.on - to.taken.on)))
