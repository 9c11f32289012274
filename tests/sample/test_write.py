from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from diary.domain.labs import Analyte
from diary.domain.photo import DateSource, View
from diary.errors import InvalidInput
from diary.journal import Journal
from diary.sample import write_sample
from tests.sample.conftest import clock


def test_the_sample_holds_what_every_page_shows(sample: Journal) -> None:
    diary = sample.diary()

    assert len(diary.days) == 49
    assert len(diary.photos) == 38
    assert len({photo.taken.on for photo in diary.photos}) == 12
    assert set(Counter(photo.view for photo in diary.photos)) == set(View)
    assert [question.in_report for question in diary.questions] == [True, True, True, False]
    assert diary.preferences.name == "Alex Sample"
    assert sample.course.dose_so_far().mg == 1920


def test_days_without_an_entry_have_no_row(sample: Journal) -> None:
    assert sample.days.between(date(2026, 10, 12), date(2026, 10, 14)) == []
    assert len(sample.course.dose_so_far().unrecorded) == 5


def test_results_and_visits_are_those_of_the_drawings(sample: Journal) -> None:
    alt = [(lab.on, lab.value) for lab in sample.labs.all() if lab.analyte is Analyte.ALT]
    above = [(lab.on, lab.analyte) for lab in sample.labs.all() if lab.is_above]
    next_visit = sample.visits.next()

    assert alt == [(date(2026, 9, 24), 22), (date(2026, 10, 22), 27), (date(2026, 11, 19), 31)]
    assert above == [(date(2026, 11, 19), Analyte.TRIGLYCERIDES)]
    assert next_visit is not None
    assert (next_visit.on, f"{next_visit.at:%H:%M}") == (date(2026, 12, 3), "09:40")
    assert date(2026, 11, 5) in [visit.on for visit in sample.visits.all()]


def test_every_photo_opens_again_with_the_date_it_is_kept_under(sample: Journal) -> None:
    for photo in sample.photos.all():
        picture = sample.photos.read_bytes(sample.photos.original(photo), photo.file_name)

        assert picture.taken == photo.taken
        assert photo.taken.source is DateSource.EXIF
        assert (picture.width, picture.height) == (900, 1125)


def test_todays_photos_are_only_begun(sample: Journal) -> None:
    assert [photo.view for photo in sample.photos.on(sample.today())] == [View.FRONT, View.LEFT]


def test_the_sample_opens_without_a_passphrase(tmp_path: Path) -> None:
    write_sample(tmp_path / "one.skindiary", days=1, clock=clock).close()

    journal = Journal.open(tmp_path / "one.skindiary", clock=clock)

    assert [day.on for day in journal.days.all()] == [date(2026, 11, 23)]
    assert len(journal.photos.all()) == 2
    journal.close()


def test_progress_counts_up_to_the_last_photo(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    journal = write_sample(
        tmp_path / "nine.skindiary",
        days=9,
        clock=clock,
        progress=lambda done, of: told.append((done, of)),
    )
    journal.close()

    assert told == [(done, 10) for done in range(1, 11)]


@pytest.mark.parametrize("days", [0, -3, 100_000])
def test_a_number_of_days_that_makes_no_course_is_refused(tmp_path: Path, days: int) -> None:
    with pytest.raises(InvalidInput, match="1 to 1000 days"):
        write_sample(tmp_path / "none.skindiary", days=days, clock=clock)

    assert list(tmp_path.iterdir()) == []
