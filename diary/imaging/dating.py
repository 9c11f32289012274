"""When a photo was taken, from the most trusted source that says something believable."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any

from diary.domain.photo import DateSource, Taken

_EARLIEST = date(2000, 1, 1)
"""Cameras with a flat battery count from 1970 or 1980; nobody's course has photos that old."""

_EXIF_DATES = ((0x9003, 0x9011), (0x9004, 0x9012), (0x0132, 0x9010))
"""Tags of a date and of its UTC offset: DateTimeOriginal, DateTimeDigitized, DateTime."""

DATE_TAGS = frozenset(tag for pair in _EXIF_DATES for tag in pair)
"""All that the dating asks of a camera."""

_MAKE, _MODEL = 0x010F, 0x0110

TOLD_TAGS = DATE_TAGS | {_MAKE, _MODEL}
"""With what took the picture: its clock may be wrong for all its photos."""

_EXIF_DATE = re.compile(r"(\d{4})\D(\d\d)\D(\d\d)(?:\D(\d\d)\D(\d\d)\D(\d\d))?")

_EXIF_OFFSET = re.compile(r"([+-])(\d\d):?(\d\d)")

_MAX_OFFSET = 14 * 60
"""Minutes: no place on Earth is further from UTC."""

_MOST_AHEAD = timedelta(days=1)
"""How far the calendar of one place is ahead of another's."""

_NAME_DATE = re.compile(
    r"""(?<!\d) (20\d\d) (?P<dash>[-_.]?) (\d\d) (?P=dash) (\d\d)
    (?: (?:[-_T ]|\ at\ )?
        (?: (\d\d)(\d\d)(\d\d) (?:\d{3})?                             # 081234, 081234567
          | (\d\d?)(?P<dot>[-_.:])(\d\d)(?P=dot)(\d\d) (?:\s?([AP]M))?  # 08.12.34, 8.12.34 PM
        ) (?!\d)
      | (?!\d))""",
    re.VERBOSE | re.IGNORECASE,
)

_NAMED_IN_UTC = "PXL_"
"""Google's Pixel camera names its files in UTC; every other camera and messenger in local time."""


def claims(
    exif: Mapping[int, Any],
    file_name: str,
    file_time: datetime | None,
    zone: tzinfo | None = None,
) -> tuple[Taken, ...]:
    """Every date that a file names, most trusted first, whether or not it can be true.

    `exif` is keyed by tag number, `file_time` is local. `zone`, by default this computer's, is
    where the patient lives: it turns the UTC of Pixel names into local time, as the bare UTC date
    would put an evening in America on the next day.
    """
    return (*_from_exif(exif), *_from_name(file_name, zone), *_from_file_time(file_time))


def believed(claimed: Sequence[Taken], today: date) -> Taken | None:
    """The first date that can be true, or None if the patient has to say it.

    A date before 2000 or after `today` is not believed; the next source is asked. The camera's own
    day counts where it was taken: with an offset it may be a day ahead of here.
    """
    return next((one for one in claimed if _EARLIEST <= one.on <= _latest(one, today)), None)


def _latest(taken: Taken, today: date) -> date:
    ahead = _MOST_AHEAD if taken.offset is not None else timedelta(0)
    return today + ahead


def told_by(exif: Mapping[int, Any]) -> dict[int, str]:
    """The dates and offsets that the camera wrote, and what it is, as text."""
    return {tag: _text(exif[tag]) for tag in TOLD_TAGS & exif.keys()}


def camera_of(exif: Mapping[int, Any]) -> str:
    """What took the picture, such as "Canon PowerShot A590 IS"; empty if it does not say."""
    make, model = (" ".join(_text(exif.get(tag)).strip("\0").split()) for tag in (_MAKE, _MODEL))
    names_itself = model.casefold().startswith(make.split(" ")[0].casefold())
    shown = model if model and names_itself else f"{make} {model}"
    return "".join(sign for sign in shown.strip() if sign.isprintable())


def _from_exif(exif: Mapping[int, Any]) -> Iterator[Taken]:
    for date_tag, offset_tag in _EXIF_DATES:
        found = _EXIF_DATE.match(_text(exif.get(date_tag)))
        on = found and _date(*found.groups()[:3])
        if found and on:
            offset = _offset(_text(exif.get(offset_tag)))
            yield Taken(on, _time(*found.groups()[3:]), offset, DateSource.EXIF)


def _text(value: Any) -> str:
    if isinstance(value, bytes):
        return value.decode("ascii", "replace")
    return value if isinstance(value, str) else ""


def _offset(text: str) -> int | None:
    found = _EXIF_OFFSET.match(text)
    if not found:
        return 0 if text.startswith("Z") else None
    sign, hours, minutes = found.groups()
    offset = int(hours) * 60 + int(minutes)
    if offset > _MAX_OFFSET:
        return None
    return -offset if sign == "-" else offset


def _from_name(name: str, zone: tzinfo | None) -> Iterator[Taken]:
    for found in _NAME_DATE.finditer(name):
        year, _, month, day, *compact, hour, _, minute, second, half = found.groups()
        on = _date(year, month, day)
        at = _time(*compact) or _time(hour, minute, second, half)
        if on and at and name.startswith(_NAMED_IN_UTC):
            local = datetime.combine(on, at, UTC).astimezone(zone)
            on, at = local.date(), local.time()
        if on:
            yield Taken(on, at, None, DateSource.FILE_NAME)


def _from_file_time(changed: datetime | None) -> Iterator[Taken]:
    if changed:
        at = changed.time().replace(microsecond=0)
        yield Taken(changed.date(), at, None, DateSource.FILE_TIME)


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _time(
    hour: str | None, minute: str | None, second: str | None, half: str | None = None
) -> time | None:
    if not (hour and minute and second):
        return None
    try:
        at = time(int(hour), int(minute), int(second))
    except ValueError:
        return None
    if half:
        at = at.replace(hour=at.hour % 12 + (12 if half.upper() == "PM" else 0))
    return at
