"""Which two photos of a view are compared."""

from collections.abc import Mapping, Sequence

from diary.domain.photo import Photo, View
from diary.ui.pages.compare.sides import Side

Pair = dict[Side, Photo]


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
