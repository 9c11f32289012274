"""The date of a photo is believed only where it can be true."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.domain.photo import DateSource, Taken
from diary.imaging.dating import believed, camera_of, claims

TODAY = date(2026, 11, 23)
ORIGINAL, DIGITIZED, CHANGED = 0x9003, 0x9004, 0x0132
ORIGINAL_OFFSET = 0x9011
NOON = datetime(2026, 11, 22, 12, 0)


def taken_from(
    exif: Mapping[int, object],
    name: str,
    changed: datetime | None,
    today: date,
    zone: tzinfo | None = None,
) -> Taken | None:
    return believed(claims(exif, name, changed, zone), today)


def dated(name: str, today: date = TODAY) -> Taken | None:
    return taken_from({}, name, None, today, UTC)


@pytest.mark.parametrize(
    ("name", "at"),
    [
        ("IMG_20261103_081234.jpg", time(8, 12, 34)),
        ("IMG_20261103_081234_HDR.jpg", time(8, 12, 34)),
        ("IMG_20261103_081234567.jpg", time(8, 12, 34)),
        ("IMG20261103081234.jpg", time(8, 12, 34)),
        ("20261103_081234.jpg", time(8, 12, 34)),
        ("20261103_081234(1).jpg", time(8, 12, 34)),
        ("WP_20261103_08_12_34_Pro.jpg", time(8, 12, 34)),
        ("2026-11-03 08.12.34.jpg", time(8, 12, 34)),
        ("2026-11-03T08:12:34.heic", time(8, 12, 34)),
        ("Screenshot_20261103-081234.png", time(8, 12, 34)),
        ("Screenshot_2026-11-03-08-12-34-123_com.app.png", time(8, 12, 34)),
        ("Screenshot 2026-11-03 at 8.12.34\u202fPM.png", time(20, 12, 34)),
        ("Screenshot 2026-11-03 at 12.12.34 AM.png", time(0, 12, 34)),
        ("WhatsApp Image 2026-11-03 at 08.12.34.jpeg", time(8, 12, 34)),
        ("WhatsApp Image 2026-11-03 at 8.12.34 PM.jpeg", time(20, 12, 34)),
        ("WhatsApp Image 2026-11-03 at 20.12.34_0a1b2c3d.jpg", time(20, 12, 34)),
        ("VID-20261103-WA0001.jpg", None),
        ("IMG-20261103-WA0001.jpg", None),
        ("signal-2026-11-03-081234.jpg", time(8, 12, 34)),
        ("signal-2026-11-03-08-12-34-567-1.jpg", time(8, 12, 34)),
        ("photo_2026-11-03_08-12-34.jpg", time(8, 12, 34)),
        ("photo_2026-11-03_08-12-34 (2).jpg", time(8, 12, 34)),
        ("face 2026-11-03.jpg", None),
        ("2026.11.03 left cheek.png", None),
        ("IMG_20261103_996234.jpg", None),
    ],
)
def test_the_name_that_a_phone_or_messenger_gave_tells_the_date(name: str, at: time | None) -> None:
    assert dated(name) == Taken(date(2026, 11, 3), at, None, DateSource.FILE_NAME)


@pytest.mark.parametrize(
    "name",
    [
        "IMG_0001.jpg",
        "IMG_20261399_081234.jpg",
        "20260230.jpg",
        "FB_IMG_1700000000000.jpg",
        "received_120261103081234.jpeg",
        "2026-1103.jpg",
        "19981103_081234.jpg",
        "IMG_20261124_081234.jpg",
        "",
    ],
)
def test_a_name_without_a_possible_date_leaves_the_question_to_the_patient(name: str) -> None:
    assert dated(name) is None


def test_the_first_believable_date_in_a_name_counts() -> None:
    taken = dated("20991231_copy_of_IMG_20261103_081234.jpg")

    assert taken is not None
    assert taken.on == date(2026, 11, 3)


def test_a_pixel_phone_names_files_in_utc_so_they_are_brought_home() -> None:
    los_angeles = timezone(timedelta(hours=-8))

    taken = taken_from({}, "PXL_20261123_041234567.MP.jpg", None, TODAY, los_angeles)

    assert taken == Taken(date(2026, 11, 22), time(20, 12, 34), None, DateSource.FILE_NAME)


def test_an_evening_photo_of_a_pixel_phone_in_america_is_not_from_the_future() -> None:
    los_angeles = timezone(timedelta(hours=-8))

    taken = taken_from({}, "PXL_20261124_041234567.jpg", None, TODAY, los_angeles)

    assert taken is not None
    assert taken.on == TODAY


def test_photos_of_the_hour_that_comes_twice_stay_on_their_day() -> None:
    """In Berlin the clocks went from 3:00 back to 2:00 on 25 October 2026, at 1:00 UTC."""
    berlin = ZoneInfo("Europe/Berlin")

    twice = [
        taken_from({}, f"PXL_20261025_{at}000.jpg", None, TODAY, berlin)
        for at in ("003000", "013000")
    ]

    half_past_two = Taken(date(2026, 10, 25), time(2, 30), None, DateSource.FILE_NAME)
    assert twice == [half_past_two] * 2


def test_the_clock_of_the_wall_counts_where_a_camera_wrote_one() -> None:
    """Read as UTC and brought home, two evenings in America were two days apart."""
    evenings = [
        taken_from(
            {ORIGINAL: f"2026:11:{day} 23:30:00", ORIGINAL_OFFSET: "-08:00"}, "", None, TODAY
        )
        for day in (18, 19)
    ]

    assert [one and (one.on.day, one.at, one.offset) for one in evenings] == [
        (18, time(23, 30), -480),
        (19, time(23, 30), -480),
    ]


def test_a_photo_of_a_journey_may_be_a_day_ahead_if_its_zone_is_known() -> None:
    tomorrow = {ORIGINAL: "2026:11:24 08:00:00"}
    in_auckland = {**tomorrow, ORIGINAL_OFFSET: "+13:00"}
    too_far = {ORIGINAL: "2026:11:25 08:00:00", ORIGINAL_OFFSET: "+13:00"}

    dates = [taken_from(exif, "", None, TODAY) for exif in (in_auckland, tomorrow, too_far)]

    assert [one and one.on.day for one in dates] == [24, None, None]


def test_every_date_that_a_file_names_is_claimed_most_trusted_first() -> None:
    exif = {ORIGINAL: "1970:01:01 00:00:00", CHANGED: "2026:11:21 09:00:00"}

    claimed = claims(exif, "IMG-20261103-WA0001.jpg", NOON)

    assert [(claim.on, claim.source) for claim in claimed] == [
        (date(1970, 1, 1), DateSource.EXIF),
        (date(2026, 11, 21), DateSource.EXIF),
        (date(2026, 11, 3), DateSource.FILE_NAME),
        (date(2026, 11, 22), DateSource.FILE_TIME),
    ]


def test_the_camera_is_believed_before_the_name_and_the_file() -> None:
    exif = {ORIGINAL: "2026:10:05 21:30:00", ORIGINAL_OFFSET: "+02:00"}

    taken = taken_from(exif, "IMG_20261103_081234.jpg", NOON, TODAY)

    assert taken == Taken(date(2026, 10, 5), time(21, 30), 120, DateSource.EXIF)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("+05:30", 330),
        ("-03:30\x00", -210),
        ("Z", 0),
        ("+0100", 60),
        ("+99:99", None),
        ("   :  ", None),
        ("", None),
        (7, None),
    ],
)
def test_an_offset_is_kept_where_the_camera_wrote_a_possible_one(
    text: object, minutes: int | None
) -> None:
    exif = {ORIGINAL: "2026:10:05 21:30:00", ORIGINAL_OFFSET: text}

    taken = taken_from(exif, "", None, TODAY)

    assert taken is not None
    assert taken.offset == minutes


def test_the_other_dates_of_the_camera_help_out_in_their_order() -> None:
    changed = {CHANGED: "2026:10:07 10:00:00"}
    digitized = {DIGITIZED: "2026:10:06 10:00:00", **changed}
    blank = {ORIGINAL: "    :  :     :  :  ", **digitized}

    dates = [taken_from(exif, "", None, TODAY) for exif in (changed, digitized, blank)]

    assert [taken and taken.on.day for taken in dates] == [7, 6, 6]


@pytest.mark.parametrize(
    "text",
    [
        "0000:00:00 00:00:00",
        "2026:02:30 10:00:00",
        "1970:01:01 00:00:00",
        "1999:12:31 23:59:59",
        "2026:11:24 00:00:00",
        "yesterday",
        b"\xff\xfe",
        (2026, 11, 3),
        None,
    ],
)
def test_an_impossible_date_of_the_camera_falls_through_to_the_name(text: object) -> None:
    taken = taken_from({ORIGINAL: text}, "IMG_20261103_081234.jpg", NOON, TODAY)

    assert taken is not None
    assert taken.source is DateSource.FILE_NAME


def test_the_files_own_time_is_the_last_resort_and_marked_as_such() -> None:
    taken = taken_from({}, "face.jpg", NOON, TODAY)

    assert taken == Taken(date(2026, 11, 22), time(12, 0), None, DateSource.FILE_TIME)


@pytest.mark.parametrize("changed", [None, datetime(1980, 1, 1), datetime(2026, 11, 24, 0, 0)])
def test_without_any_believable_date_the_patient_is_asked(changed: datetime | None) -> None:
    assert taken_from({}, "face.jpg", changed, TODAY) is None


def test_the_first_and_the_last_possible_day_are_believed() -> None:
    for day in (date(2000, 1, 1), TODAY):
        taken = dated(f"{day}.jpg")
        assert taken is not None
        assert taken.on == day


@given(
    st.dictionaries(
        st.sampled_from([ORIGINAL, DIGITIZED, CHANGED, ORIGINAL_OFFSET]),
        st.one_of(st.text(), st.binary(), st.integers(), st.from_regex(r"\d{4}:\d\d:\d\d \d\d:")),
    ),
    st.one_of(st.text(), st.from_regex(r"(PXL_)?\d{8}[-_ ]?\d{6}")),
    st.none() | st.datetimes(),
)
def test_no_camera_or_name_can_break_the_dating(
    exif: dict[int, object], name: str, changed: datetime | None
) -> None:
    taken = taken_from(exif, name, changed, TODAY)

    latest = TODAY + timedelta(days=1)  # where the zone is known
    assert taken is None or date(2000, 1, 1) <= taken.on <= latest


@pytest.mark.parametrize(
    ("make", "model", "camera"),
    [
        ("Canon", "Canon PowerShot A590 IS", "Canon PowerShot A590 IS"),
        ("NIKON CORPORATION", "NIKON D40\0", "NIKON D40"),
        ("Apple", "iPhone  13", "Apple iPhone 13"),
        ("Apple", None, "Apple"),
        (None, "D40\x1b[31m", "D40[31m"),
        (None, b"D40\xff", "D40\ufffd"),
        (7, None, ""),
        (None, None, ""),
    ],
)
def test_a_camera_is_called_what_it_calls_itself(make: object, model: object, camera: str) -> None:
    assert camera_of({0x010F: make, 0x0110: model}) == camera
