"""A picture that was read and is not added yet: what it would become, and what is unsure of it."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from diary.domain.course import Course
from diary.domain.photo import DateSource, Photo, Taken, View
from diary.words import translate

FRONT_WITHIN, SIDE_FROM = 15.0, 25.0
"""Degrees that a face may be turned in a front photo, and from which it shows a side. Photos of
one view differ by up to 10° when taken with care: of heads turned by so much at most 15° are
measured, of such turned by 35° and more at least 25°, and never to the wrong side
(tests/benchmarks/test_turned_faces.py). Between the two nobody can tell."""

CLOCKS_START = 2000
"""The year that cameras with an empty battery count from."""

OFTEN_OFF_BY = timedelta(days=1)
"""A file's name may hold UTC, or the day on which a messenger sent the photo after midnight."""

_WEST, _EAST, _QUARTER = -12 * 60, 14 * 60, 15
"""Minutes: the time zones of the Earth lie between, a quarter of an hour apart at least."""


class Twin(StrEnum):
    """Where the diary has the very same file already."""

    NONE = "none"
    LIVE = "live"
    DELETED = "deleted"
    HURT = "hurt"
    """A photo whose own file is damaged or gone: adding the file mends it, nothing is asked."""


class Doubt(StrEnum):
    """Why the patient should look at a picture before it is added, the weightiest first."""

    IN_DIARY = "in the diary"
    DELETED = "deleted"
    TWICE = "twice"
    NO_DATE = "no date"
    FUTURE = "future"
    CLOCK = "clock"
    DATES_DIFFER = "dates differ"
    ZONE = "zone"
    FILE_TIME = "file time"
    BEFORE_COURSE = "before the course"
    NO_VIEW = "no view"
    OTHER_VIEW = "other view"
    SIDE = "side"
    BURST = "burst"


@dataclass(frozen=True, slots=True)
class Draft:
    """One picture of a batch.

    `number` is its place in the batch. `claims` are the dates that the file itself names, most
    trusted first, whether or not they can be true; `taken` is the one it would be added with.
    `view` is what it would be added as, `said` whether the patient said so, `seen` what its face
    shows. `twin_on` is the day under which the diary has the file. `camera` is what took it, as far
    as it says so.
    """

    number: int
    file_name: str
    digest: str
    claims: tuple[Taken, ...] = ()
    taken: Taken | None = None
    view: View | None = None
    said: bool = False
    seen: View | None = None
    twin: Twin = Twin.NONE
    twin_on: date | None = None
    included: bool = True
    camera: str = ""


def seen_view(yaw: float) -> View | None:
    """The view of a face that is turned by `yaw` degrees; None between front and side.

    Left and right are the patient's own, in a photo that is not mirrored: `yaw` grows as the nose
    points to the right of the photo, which shows the right side. Phones show selfies mirrored and,
    unless told otherwise, save them as others see the face; some do not, so a side is only likely.
    """
    if abs(yaw) <= FRONT_WITHIN:
        return View.FRONT
    if abs(yaw) < SIDE_FROM:
        return None
    return View.RIGHT if yaw > 0 else View.LEFT


def with_twin(draft: Draft, twin: Twin, photo: Photo) -> Draft:
    """The same file as `photo`; from the trash it comes back as it was, unless the patient said
    another view or date.
    """
    draft = replace(draft, twin=twin, twin_on=photo.taken.on)
    if twin is not Twin.DELETED:
        return draft
    typed = draft.taken is not None and draft.taken.source is DateSource.TYPED
    return replace(
        draft,
        taken=draft.taken if typed else photo.taken,
        view=draft.view if draft.said else photo.view,
        said=True,
        seen=None,
    )


def known_as(photo: Photo, file_name: str) -> Draft:
    """A file that the diary has, under the name that it came with this time."""
    return Draft(0, file_name, photo.digest, twin=Twin.LIVE, twin_on=photo.taken.on, included=False)


def with_choices(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts as they are proposed: a view where one is clear, and no file twice."""
    repeated = _repeated(drafts)
    return [
        replace(
            draft,
            view=draft.view or draft.seen,
            included=draft.twin in {Twin.NONE, Twin.HURT} and draft.number not in repeated,
        )
        for draft in drafts
    ]


def doubts(drafts: Sequence[Draft], course: Course, now: datetime) -> list[tuple[Doubt, ...]]:
    """What is unsure of each draft; `now` is local.

    What was corrected by hand is sure. A date from before the course stays worth a look.
    """
    repeated = _repeated(drafts)
    moments = Counter(moment for draft in drafts if (moment := _moment(draft)))
    found: list[tuple[Doubt, ...]] = []
    for draft in drafts:
        about = _about_twin(draft, repeated)
        if can_be_added(about) and draft.twin is not Twin.HURT:
            about |= _about_date(draft, course, now) | _about_view(draft)
            moment = _moment(draft)
            if moment and moments[moment] > 1:
                about.add(Doubt.BURST)
        found.append(tuple(doubt for doubt in Doubt if doubt in about))
    return found


def can_be_added(doubtful: Collection[Doubt]) -> bool:
    """Whether ticking it means anything: the diary keeps the same file once."""
    return Doubt.IN_DIARY not in doubtful and Doubt.TWICE not in doubtful


def is_complete(draft: Draft, today: date) -> bool:
    """Whether it can be added as it is: it has a view, and a day that has begun somewhere."""
    known = draft.taken is not None and draft.taken.on <= today + OFTEN_OFF_BY
    return draft.twin is Twin.HURT or (known and draft.view is not None)


def with_view(draft: Draft, view: View) -> Draft:
    """The patient says the view, whatever the face shows."""
    return replace(draft, view=view, said=True, seen=None)


def with_sides_swapped(draft: Draft) -> Draft:
    """Left for right and right for left: as for a selfie that was saved mirrored."""
    swapped = {View.LEFT: View.RIGHT, View.RIGHT: View.LEFT}
    return with_view(draft, swapped[draft.view]) if draft.view in swapped else draft


def with_date(draft: Draft, on: date, at: time | None = None) -> Draft:
    """Taken on a day that the patient typed; without `at`, at the time that is known."""
    known = draft.taken.at if draft.taken else None
    return replace(draft, taken=Taken(on, at or known, None, DateSource.TYPED))


def with_claim(draft: Draft, source: DateSource) -> Draft:
    """Taken when the file says so in another place, if it does."""
    claim = next((claim for claim in draft.claims if claim.source is source), None)
    return replace(draft, taken=claim) if claim else draft


def by_camera(draft: Draft) -> Taken | None:
    """When the camera's clock says it was taken, right or wrong; else the date that it has."""
    if draft.taken and draft.taken.source is DateSource.TYPED:
        return draft.taken
    camera = (claim for claim in draft.claims if claim.source is DateSource.EXIF)
    return next(camera, draft.taken)


def with_clock_set(draft: Draft, by: timedelta) -> Draft:
    """Taken so much later than the camera's clock says; like `shifted`."""
    return shifted(replace(draft, taken=by_camera(draft)), by)


def shifted(draft: Draft, by: timedelta) -> Draft:
    """Taken so much later by the clock on the wall, or earlier.

    No time zone takes part, so that a day stays a day when the clocks change. Hours do not move a
    photo whose time is unknown. Raises `OverflowError` beyond the years 1 to 9999.
    """
    taken = draft.taken
    if taken is None:
        return draft
    if taken.at is None:
        on, at = taken.on + timedelta(days=int(by / timedelta(days=1))), None
    else:
        moved = datetime.combine(taken.on, taken.at) + by
        on, at = moved.date(), moved.time()
    whole_days = by % timedelta(days=1) == timedelta(0)
    offset = taken.offset if whole_days else None
    return replace(draft, taken=Taken(on, at, offset, DateSource.TYPED))


def clock_error(draft: Draft, on: date, at: time | None) -> timedelta | None:
    """How much later than its camera's clock says a photo was really taken; None without a date.

    In whole days if either time is unknown.
    """
    taken = by_camera(draft)
    if taken is None:
        return None
    if taken.at is None or at is None:
        return on - taken.on
    return datetime.combine(on, at) - datetime.combine(taken.on, taken.at)


def short_doubt(doubt: Doubt) -> str:
    """In a few words, for a table."""
    return {
        Doubt.IN_DIARY: translate("Drafts", "in your diary already"),
        Doubt.DELETED: translate("Drafts", "among your deleted photos"),
        Doubt.TWICE: translate("Drafts", "the same file twice"),
        Doubt.NO_DATE: translate("Drafts", "no date"),
        Doubt.FUTURE: translate("Drafts", "in the future"),
        Doubt.CLOCK: translate("Drafts", "camera’s clock"),
        Doubt.DATES_DIFFER: translate("Drafts", "two dates"),
        Doubt.ZONE: translate("Drafts", "time zone"),
        Doubt.FILE_TIME: translate("Drafts", "date of the file only"),
        Doubt.BEFORE_COURSE: translate("Drafts", "before your course"),
        Doubt.NO_VIEW: translate("Drafts", "no view"),
        Doubt.OTHER_VIEW: translate("Drafts", "looks like another view"),
        Doubt.SIDE: translate("Drafts", "left or right?"),
        Doubt.BURST: translate("Drafts", "several in one minute"),
    }[doubt]


def sentence(doubt: Doubt) -> str:
    """What is unsure, and what can be done."""
    return {
        Doubt.IN_DIARY: translate("Drafts", "This file is in your diary already and is skipped."),
        Doubt.DELETED: translate(
            "Drafts",
            "This file is among your deleted photos. Tick it to bring that photo back, with the "
            "date and view shown here.",
        ),
        Doubt.TWICE: translate("Drafts", "The same file is in this list twice. One is skipped."),
        Doubt.NO_DATE: translate("Drafts", "The file does not say when it was taken. Set a date."),
        Doubt.FUTURE: translate("Drafts", "The date is still to come. Set the right one."),
        Doubt.CLOCK: translate(
            "Drafts", "The camera’s clock was probably not set. Correct it for all its photos."
        ),
        Doubt.DATES_DIFFER: translate(
            "Drafts", "The camera and the file’s name give different dates. See which is right."
        ),
        Doubt.ZONE: translate(
            "Drafts", "The camera wrote a time zone that does not exist. See if the time is right."
        ),
        Doubt.FILE_TIME: translate(
            "Drafts",
            "Only the file itself has a date. It may be the day on which the file was copied.",
        ),
        Doubt.BEFORE_COURSE: translate("Drafts", "The date is before your course began."),
        Doubt.NO_VIEW: translate("Drafts", "Say which view this is."),
        Doubt.OTHER_VIEW: translate(
            "Drafts",
            "The face is turned as in another view. Left and right are your own; some phones save "
            "selfies mirrored.",
        ),
        Doubt.SIDE: translate(
            "Drafts",
            "The view was told from the face. Left and right are your own; some phones save "
            "selfies mirrored. See if the side is right.",
        ),
        Doubt.BURST: translate(
            "Drafts", "Several photos of this view are from the same minute. Keep those you want."
        ),
    }[doubt]


def _repeated(drafts: Sequence[Draft]) -> set[int]:
    """Numbers of the drafts whose file is in the batch before them."""
    seen: set[str] = set()
    repeated = set()
    for draft in drafts:
        if draft.digest in seen:
            repeated.add(draft.number)
        seen.add(draft.digest)
    return repeated


def _about_twin(draft: Draft, repeated: set[int]) -> set[Doubt]:
    if draft.twin is Twin.LIVE:
        return {Doubt.IN_DIARY}
    if draft.number in repeated:
        return {Doubt.TWICE}
    return {Doubt.DELETED} if draft.twin is Twin.DELETED else set()


def _about_date(draft: Draft, course: Course, now: datetime) -> set[Doubt]:
    taken = draft.taken
    clock = has_wrong_clock(draft, now)
    if taken is None:
        return {Doubt.CLOCK if clock else Doubt.NO_DATE}
    found: set[Doubt] = set()
    if _is_to_come(taken, now):
        found.add(Doubt.FUTURE)
    if course.day_number(taken.on) < 1:
        found.add(Doubt.BEFORE_COURSE)
    if taken.source is DateSource.TYPED:
        return found
    if clock:
        found.add(Doubt.CLOCK)
    if taken.source is DateSource.FILE_TIME:
        found.add(Doubt.FILE_TIME)
    if taken.source is DateSource.EXIF and _names_differ(taken, draft.claims):
        found.add(Doubt.DATES_DIFFER)
    if taken.offset is not None and not _is_zone(taken.offset):
        found.add(Doubt.ZONE)
    return found


def _about_view(draft: Draft) -> set[Doubt]:
    view, seen = draft.view, draft.seen
    if view is None:
        return {Doubt.NO_VIEW}
    if draft.said:
        return {Doubt.OTHER_VIEW} if _contradict(view, seen) else set()
    if seen is None:
        return {Doubt.NO_VIEW}
    return set() if seen is View.FRONT else {Doubt.SIDE}


def _contradict(view: View, seen: View | None) -> bool:
    """A chest photo may show the face too."""
    return seen is not None and view is not View.CHEST and view is not seen


def has_wrong_clock(draft: Draft, now: datetime) -> bool:
    """Whether the camera wrote a year that it began to count from, or a day that is to come."""
    return any(
        claim.source is DateSource.EXIF
        and (claim.on.year <= CLOCKS_START or _is_to_come(claim, now))
        for claim in draft.claims
    )


def _names_differ(taken: Taken, claims: Sequence[Taken]) -> bool:
    named = [claim for claim in claims if claim.source is DateSource.FILE_NAME]
    return bool(named) and all(abs(claim.on - taken.on) > OFTEN_OFF_BY for claim in named)


def _is_zone(offset: int) -> bool:
    return _WEST <= offset <= _EAST and offset % _QUARTER == 0


def _is_to_come(taken: Taken, now: datetime) -> bool:
    """Tomorrow has begun in the east already: where the offset is known, the moment counts."""
    if taken.on <= now.date():
        return False
    if taken.offset is None or taken.at is None:
        return True
    here = now.astimezone().utcoffset() or timedelta(0)
    moment = datetime.combine(taken.on, taken.at) - timedelta(minutes=taken.offset)
    return moment > now - here


def _moment(draft: Draft) -> tuple[View, date, int, int, int | None] | None:
    """View and minute; the hour that comes twice in autumn is told apart by its offset."""
    taken = draft.taken
    if taken is None or taken.at is None or draft.view is None or not draft.included:
        return None
    return draft.view, taken.on, taken.at.hour, taken.at.minute, taken.offset
