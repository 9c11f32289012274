from dataclasses import replace
from datetime import date

from diary.domain.diary import Diary
from diary.domain.look import Look
from diary.domain.panels import Moment, Shot, Treatment
from diary.domain.photo import View
from diary.report.document import photos_for
from diary.report.options import ReportOptions
from diary.report.parts import PhotoPage
from diary.report.summary import summarise
from tests.report.conftest import a_photo


def page(diary: Diary, *days: date, options: ReportOptions | None = None) -> PhotoPage:
    """The photo page of a diary with front photos on `days`."""
    photos = tuple(a_photo(View.FRONT, on) for on in days)
    found = summarise(replace(diary, photos=photos), options or ReportOptions()).photos
    assert found
    return found


def shown(page: PhotoPage) -> list[str | None]:
    return [frame.photo_id for frame in page.rows[0].frames]


def test_months_take_the_photo_nearest_to_them(diary: Diary) -> None:
    later = replace(diary, today=date(2026, 12, 20))
    days = [(10, 1), (10, 27), (10, 31), (11, 3), (12, 4), (12, 19)]
    assert shown(page(later, *(date(2026, m, d) for m, d in days))) == [
        "front20261001",
        "front20261031",
        "front20261204",
        "front20261219",
    ]


def test_a_photo_more_than_a_week_off_its_month_leaves_the_frame_empty(diary: Diary) -> None:
    found = page(diary, date(2026, 10, 1), date(2026, 11, 9), date(2026, 11, 23))
    assert shown(found)[1:3] == [None, None]
    assert found.rows[0].frames[1].caption == ("no photo",)


def test_each_photo_is_used_once(diary: Diary) -> None:
    assert shown(page(diary, date(2026, 10, 1))) == ["front20261001", None, None, None]
    last_at_month_1 = page(diary, date(2026, 10, 1), date(2026, 11, 1))
    assert shown(last_at_month_1) == ["front20261001", None, None, "front20261101"]


def test_a_photo_from_the_week_before_the_first_dose_can_be_the_baseline(diary: Diary) -> None:
    found = page(diary, date(2026, 9, 30), date(2026, 10, 4), date(2026, 11, 23))
    assert shown(found)[0] == "front20260930"
    assert found.columns[0].date == "30 Sep 2026, before the course"


def test_a_first_photo_after_the_first_week_is_no_baseline(diary: Diary) -> None:
    assert shown(page(diary, date(2026, 10, 8), date(2026, 11, 23)))[0] is None


def test_photos_after_the_period_are_not_shown(diary: Diary) -> None:
    october = ReportOptions(last=date(2026, 10, 31))
    found = page(diary, date(2026, 10, 1), date(2026, 10, 20), date(2026, 11, 3), options=october)
    assert shown(found) == ["front20261001", None, None, "front20261020"]


def test_a_date_shared_by_a_column_stands_on_top_and_others_below_each_photo(
    diary: Diary,
) -> None:
    photos = (
        a_photo(View.FRONT, date(2026, 10, 1)),
        a_photo(View.LEFT, date(2026, 10, 1)),
        a_photo(View.FRONT, date(2026, 11, 20)),
        a_photo(View.LEFT, date(2026, 11, 23)),
    )
    found = summarise(replace(diary, photos=photos), ReportOptions()).photos
    assert found
    assert [column.date for column in found.columns] == ["1 Oct 2026, day 1", "", "", ""]
    assert found.rows[0].frames[0].caption == ("acne 7   dryness 0.0",)
    assert found.rows[0].frames[3].caption == ("20 Nov 2026, day 51", "acne 4   dryness 4.0")


def test_scores_that_were_not_answered_are_dashes(diary: Diary) -> None:
    found = page(diary, date(2026, 11, 7))
    assert found.rows[0].frames[3].caption == ("acne –   dryness –",)


def test_only_ticked_views_and_moments_are_shown(diary: Diary) -> None:
    options = ReportOptions(
        columns=frozenset({Moment.NOW, Moment.BASELINE}), views=frozenset({View.LEFT})
    )
    found = summarise(diary, options).photos
    assert found
    assert [row.title for row in found.rows] == ["Left"]
    assert [column.title for column in found.columns] == ["Baseline", "Now"]
    assert [p.id for p in photos_for(diary, options)] == ["left20261001", "left20261123"]


def treated(photo_id: str, treatment: Treatment) -> tuple[str, Shot]:
    return photo_id, Shot(b"", 3, 4, treatment)


def test_the_note_says_what_was_done_and_what_was_not(diary: Diary) -> None:
    days = [date(2026, 10, 1), date(2026, 10, 31), date(2026, 11, 23)]
    photos = tuple(a_photo(View.FRONT, on) for on in days)
    first, middle, last = (photo.id for photo in photos)
    shots = dict(
        (
            treated(first, Treatment.CROPPED),
            treated(middle, Treatment.ALIGNED),
            treated(last, Treatment.AS_TAKEN),
        )
    )
    found = summarise(replace(diary, photos=photos), ReportOptions(), shots).photos
    assert found
    assert found.notes[0].text == (
        "Taken by the patient at home. Aligned and cropped by the app, except where it says "
        "“as taken”; lighting and colour as taken. Light and angle can differ between photos."
    )
    captions = [frame.caption[-1] for frame in found.rows[0].frames if frame.photo_id]
    assert captions[-1] == "as taken"
    assert "as taken" not in captions[:-1]
    assert found.rows[0].frames[3].alternative.endswith("; as taken")


def test_the_photo_over_which_others_are_laid_does_not_stand_out(diary: Diary) -> None:
    photos = tuple(a_photo(View.FRONT, on) for on in (date(2026, 10, 1), date(2026, 11, 23)))
    shots = dict([treated(photos[1].id, Treatment.ALIGNED)])
    found = summarise(replace(diary, photos=photos), ReportOptions(), shots).photos
    assert found
    assert [frame.caption[-1] for frame in found.rows[0].frames if frame.photo_id] == [
        "acne 7   dryness 0.0",
        "acne 3   dryness 4.0",
    ]
    assert "Aligned by the app; lighting" in found.notes[0].text


def test_nothing_is_said_to_be_aligned_that_is_not(diary: Diary) -> None:
    found = page(diary, date(2026, 10, 1), date(2026, 11, 23))
    assert "shown as taken: neither aligned nor changed" in found.notes[0].text


def test_what_makes_photos_hard_to_compare_is_said_with_their_places(diary: Diary) -> None:
    photos = tuple(a_photo(View.FRONT, on) for on in (date(2026, 10, 1), date(2026, 11, 23)))
    blurred = {photo.id: Look(0.2, 60, 90, 0, 12, 16) for photo in photos}
    looked_at = replace(diary, photos=photos, looks=blurred)
    found = summarise(looked_at, ReportOptions()).photos
    assert found
    assert found.notes[2].text == (
        "Front, Baseline; Front, Now: Blurred; small spots may not show."
    )
    assert len(page(diary, date(2026, 10, 1)).notes) == 2


def test_a_photo_in_other_light_than_the_first_of_its_row_is_said(diary: Diary) -> None:
    first, last = (a_photo(View.FRONT, on) for on in (date(2026, 10, 1), date(2026, 11, 23)))
    look = Look(0.6, 60, 90, 0, 12, 16, 0.2, 0, 0, 0)
    looks = {
        first.id: look,
        last.id: replace(look, lightness=45, cast_a=9.6, cast_b=12.8, eyes=0.3, yaw=20),
    }
    looked_at = replace(diary, photos=(first, last), looks=looks)

    found = summarise(looked_at, ReportOptions()).photos
    assert found
    assert found.notes[2].text == (
        "Front, Now: Not like the first photo of the row: darker, closer, another angle."
    )

    turned = Shot(b"", 3, 4, Treatment.ALIGNED, said="The head is turned by 20° more.")
    found = summarise(looked_at, ReportOptions(), {last.id: turned}).photos
    assert found
    assert found.notes[2].text == (
        "Front, Now: Not like the first photo of the row: darker, closer. "
        "The head is turned by 20° more."
    )
