"""A camera whose clock was wrong, so that it is said once of all its photos."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from diary.domain.course import Course
from diary.domain.draft import OFTEN_OFF_BY, Draft, Twin, can_be_added, doubts, has_wrong_clock
from diary.domain.photo import DateSource, Taken
from diary.words import translate

MANY = 3
"""One or two are corrected as quickly by themselves."""

LONG_BEFORE = timedelta(days=730)
"""Before the course, from which a date looks like a clock that was never set."""

SINCE_RESET = timedelta(days=60)
"""How long a camera is used before somebody notices that it began to count anew."""


@dataclass(frozen=True, slots=True)
class WrongClock:
    """`numbers` are of the drafts, `camera` its model or empty if it does not say.

    `is_certain` tells that the dates cannot be, not only that they are from long ago.
    """

    camera: str
    numbers: frozenset[int]
    is_certain: bool

    @property
    def sentence(self) -> str:
        count = len(self.numbers)
        camera = f" ({self.camera})" if self.camera else ""
        if self.is_certain:
            words = translate(
                "Drafts",
                "%n photos of one camera{camera} have dates that cannot be: its clock was probably "
                "not set.",
                count,
            )
        else:
            words = translate(
                "Drafts",
                "%n photos of one camera{camera} are dated years before your course. Perhaps its "
                "clock was not set.",
                count,
            )
        return words.format(camera=camera)


def wrong_clocks(drafts: Sequence[Draft], course: Course, now: datetime) -> list[WrongClock]:
    """The cameras with many photos whose dates look wrong, those first that cannot be."""
    found = []
    for camera, photos in _by_camera(drafts, course, now).items():
        certain = [draft.number for draft, _by_clock in photos if has_wrong_clock(draft, now)]
        if len(certain) >= MANY:
            found.append(WrongClock(camera, frozenset(certain), is_certain=True))
            continue
        old = [(draft, taken) for draft, taken in photos if _is_long_before(draft, taken, course)]
        if len(old) >= MANY and (len(old) == len(photos) or _began_anew([t.on for _, t in old])):
            numbers = frozenset(draft.number for draft, _by_clock in old)
            found.append(WrongClock(camera, numbers, is_certain=False))
    return sorted(found, key=lambda one: (not one.is_certain, -len(one.numbers)))


def _by_camera(
    drafts: Sequence[Draft], course: Course, now: datetime
) -> dict[str, list[tuple[Draft, Taken]]]:
    """The new photos that a camera dated, with what its clock said, unless another date is used."""
    cameras: dict[str, list[tuple[Draft, Taken]]] = defaultdict(list)
    for draft, about in zip(drafts, doubts(drafts, course, now), strict=True):
        by_clock = next((one for one in draft.claims if one.source is DateSource.EXIF), None)
        other = {DateSource.TYPED, DateSource.FILE_NAME}
        has_other = draft.taken is not None and draft.taken.source in other
        if by_clock and not has_other and draft.twin is Twin.NONE and can_be_added(about):
            cameras[draft.camera].append((draft, by_clock))
    return cameras


def _is_long_before(draft: Draft, by_clock: Taken, course: Course) -> bool:
    """Nothing but the clock says so: phones know the time zone, and write the day into the name."""
    named = (one.on for one in draft.claims if one.source is DateSource.FILE_NAME)
    confirmed = any(abs(on - by_clock.on) <= OFTEN_OFF_BY for on in named)
    is_old = by_clock.on < course.start - LONG_BEFORE
    return is_old and by_clock.offset is None and not confirmed


def _began_anew(days: Sequence[date]) -> bool:
    """Whether they follow a New Year’s Day, on which cameras with an empty battery begin."""
    first, last = min(days), max(days)
    return (first.month, first.day) == (1, 1) and last - first <= SINCE_RESET
