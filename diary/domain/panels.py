"""Paired panels: which photo of a view stands for baseline, month 1, month 2 and now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from diary.domain.course import BASELINE_DAYS, Course, months_after
from diary.domain.face import Face
from diary.domain.look import LESS_SHARP, Look, remarks
from diary.domain.photo import Photo, View
from diary.words import translate

MOST_DAYS_OFF = 7
"""A photo further from its moment is not proposed for it."""


FEW_DAYS = 2
"""Skin changes little in them; a blurred photo hides more."""

Looks = Mapping[str, Look]
"""How photos were taken, by their ids."""


class Moment(StrEnum):
    """The moments of the course that the panels compare, in order."""

    BASELINE = "baseline"
    MONTH_1 = "month 1"
    MONTH_2 = "month 2"
    NOW = "now"


@dataclass(frozen=True, slots=True)
class PanelChoice:
    """The photo that the patient put in place of the proposed one."""

    view: View
    moment: Moment
    photo_id: str


@dataclass(frozen=True, slots=True)
class Panel:
    """`own` is whether the patient chose the photo."""

    photo: Photo
    own: bool = False


Panels = dict[Moment, Panel]
"""One view's photos; a moment without a photo is not in it."""


@dataclass(frozen=True, slots=True)
class Span:
    """The days from which photos are taken, both included."""

    first: date
    last: date


def all_panels(
    photos: Iterable[Photo],
    course: Course,
    span: Span,
    choices: Iterable[PanelChoice] = (),
    looks: Looks = MappingProxyType({}),
) -> dict[View, Panels]:
    """The panels of every view that has a photo in one, in the order of the views."""
    by_view: dict[View, list[Photo]] = {view: [] for view in View}
    for photo in photos:
        by_view[photo.view].append(photo)
    own: dict[View, dict[Moment, str]] = {view: {} for view in View}
    for choice in choices:
        own[choice.view][choice.moment] = choice.photo_id
    found = {view: panels(by_view[view], course, span, own[view], looks) for view in View}
    return {view: row for view, row in found.items() if row}


def panels(
    photos: Iterable[Photo],
    course: Course,
    span: Span,
    own: Mapping[Moment, str],
    looks: Looks = MappingProxyType({}),
) -> Panels:
    """Pick among one view's photos: the patient's `own`, by their ids, then the proposed ones.

    No photo is proposed twice, none taken after the span is used, and a moment may stay empty.
    Baseline is the photo nearest to the first dose, from a week before it to the end of the
    course's first week. Now is the last photo of the span. Months 1 and 2 are the photos nearest
    to one and two calendar months after the first dose. A sharper or better lit photo of the same
    few days, as far as `looks` tell, goes before the nearest.
    """
    usable = {
        photo.id: photo for photo in sorted(photos, key=_order) if photo.taken.on <= span.last
    }
    chosen: Panels = {
        moment: Panel(usable[photo_id], own=True)
        for moment, photo_id in own.items()
        if photo_id in usable
    }
    taken = {panel.photo.id for panel in chosen.values()}
    left = [photo for photo in usable.values() if photo.id not in taken]
    for moment in (Moment.BASELINE, Moment.NOW, Moment.MONTH_1, Moment.MONTH_2):
        photo = None if moment in chosen else _proposed(moment, left, course, span, looks)
        if photo:
            chosen[moment] = Panel(photo)
            left.remove(photo)
    return {moment: chosen[moment] for moment in Moment if moment in chosen}


def _order(photo: Photo) -> tuple[object, ...]:
    taken = photo.taken
    return taken.on, taken.at is not None, taken.at


def _proposed(
    moment: Moment, photos: list[Photo], course: Course, span: Span, looks: Looks
) -> Photo | None:
    match moment:
        case Moment.BASELINE:
            ends = course.start + timedelta(days=BASELINE_DAYS - 1)
            return _nearest([one for one in photos if one.taken.on <= ends], course.start, looks)
        case Moment.NOW:
            recent = [one for one in reversed(photos) if one.taken.on >= span.first]
            return _fittest(recent, recent[0].taken.on, looks) if recent else None
        case _:
            months = 1 if moment is Moment.MONTH_1 else 2
            return _nearest(photos, months_after(course.start, months), looks)


def _nearest(photos: list[Photo], to: date, looks: Looks) -> Photo | None:
    near = [photo for photo in photos if _days_off(photo, to) <= MOST_DAYS_OFF]
    near.sort(key=lambda photo: _days_off(photo, to))
    return _fittest(near, to, looks) if near else None


def _fittest(nearest_first: list[Photo], to: date, looks: Looks) -> Photo:
    """The photo with the fewest flaws of the few days around the nearest one."""
    nearest = nearest_first[0]
    if nearest.id not in looks:
        return nearest
    furthest = _days_off(nearest, to) + FEW_DAYS
    few = [one for one in nearest_first if one.id in looks and _days_off(one, to) <= furthest]
    sharpest = max(looks[one.id].sharpness for one in few)
    return min(few, key=lambda one: _flaws(looks[one.id], one.view, sharpest))


def _flaws(look: Look, view: View, sharpest: float) -> int:
    return len(remarks(look, None, view)) + (sharpest - look.sharpness > LESS_SHARP)


def _days_off(photo: Photo, on: date) -> int:
    return abs((photo.taken.on - on).days)


def moment_name(moment: Moment) -> str:
    return {
        Moment.BASELINE: translate("Panels", "Baseline"),
        Moment.MONTH_1: translate("Panels", "Month 1"),
        Moment.MONTH_2: translate("Panels", "Month 2"),
        Moment.NOW: translate("Panels", "Now"),
    }[moment]


class Treatment(StrEnum):
    """What was done to a photo in a panel; light and colours are never touched."""

    AS_TAKEN = "as taken"
    CROPPED = "cropped"
    ALIGNED = "aligned"


@dataclass(frozen=True, slots=True)
class Shot:
    """The picture in a panel: an upright JPEG and its size, in whatever unit both sides share.

    `said` is what the patient should know about its alignment, or empty.
    """

    jpeg: bytes
    width: int
    height: int
    treatment: Treatment = Treatment.AS_TAKEN
    said: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """A part of a photo, in parts of the photo's longer side from its top left."""

    left: float
    top: float
    width: float
    height: float


def whole(photo: Photo) -> Frame:
    longer = max(photo.width, photo.height)
    return Frame(0, 0, photo.width / longer, photo.height / longer)


_ROOM = 0.35, 0.45, 0.35
"""Beside, above and below the face, in parts of its width and height: hair, ears and chin."""

_SHAPE = 0.8
"""Width for a height of 1, as a panel has."""

_WORTH = 0.8
"""A cut that leaves more than this part of the width and of the height gains nothing."""

_LEAST = 0.01
"""Width and height of a cut that shows anything: ten pixels of a preview."""


def around(face: Face, photo: Photo) -> Frame:
    """The part of a photo that holds the head, in the shape of a panel where there is room."""
    right, bottom = whole(photo).width, whole(photo).height
    across, down = zip(*face.points, strict=True)
    wide, tall = max(across) - min(across), max(down) - min(down)
    beside, above, below = _ROOM
    height = max(tall * (1 + above + below), wide * (1 + 2 * beside) / _SHAPE)
    width = height * _SHAPE
    left = max(0.0, (min(across) + max(across) - width) / 2)
    top = max(0.0, min(down) - above * tall - (height - tall * (1 + above + below)) / 2)
    width, height = min(width, right - left), min(height, bottom - top)
    if width > _WORTH * right and height > _WORTH * bottom:
        return whole(photo)
    if min(width, height) < _LEAST:
        return whole(photo)
    return Frame(left, top, width, height)


def reference(row: Panels) -> Photo:
    """The photo of a row over which the others are laid: the earliest moment's."""
    return next(iter(row.values())).photo


def treatment_name(treatment: Treatment) -> str:
    return {
        Treatment.AS_TAKEN: translate("Panels", "as taken"),
        Treatment.CROPPED: translate("Panels", "cropped"),
        Treatment.ALIGNED: translate("Panels", "aligned"),
    }[treatment]
