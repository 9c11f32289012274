"""Many photos are changed, deleted and brought back together."""

from datetime import date, time

import pytest

from diary.domain.photo import DateSource, Photo, Taken, View
from diary.errors import DiaryDamaged, InvalidInput
from diary.journal import Journal
from tests.pictures.phone import photo, portrait


@pytest.fixture
def three(journal: Journal) -> list[Photo]:
    """Photos of three days, at 8:05."""
    for number in range(3):
        picture = journal.photos.read_bytes(photo(portrait().rotate(number)), f"IMG_{number}.jpg")
        taken = Taken(date(2026, 11, 1 + number), time(8, 5), 60, DateSource.EXIF)
        journal.photos.add(picture, view=View.FRONT, taken=taken)
    return journal.photos.all()


def ids(photos: list[Photo]) -> list[str]:
    return [one.id for one in photos]


def test_an_entry_says_the_scores_of_its_day(journal: Journal, three: list[Photo]) -> None:
    journal.days.record(date(2026, 11, 2), acne=4, lips=6, skin=4, eyes=2, nose=3)
    journal.days.record(date(2026, 11, 3), lips=6)

    entries = journal.album.entries()

    assert [one.photo_id for one in entries] == ids(three)
    assert [(one.on.day, one.acne, one.dryness) for one in entries] == [
        (1, None, None),
        (2, 4, 3.75),
        (3, None, None),
    ]


def test_views_are_changed_together_and_taken_back(journal: Journal, three: list[Photo]) -> None:
    before = journal.album.set_view(ids(three)[:2], View.LEFT)
    assert [one.view for one in journal.photos.all()] == [View.LEFT, View.LEFT, View.FRONT]
    journal.album.put_back(before)
    assert journal.photos.all() == three


def test_dates_are_shifted_with_their_time_of_day(journal: Journal, three: list[Photo]) -> None:
    before = journal.album.shift(ids(three), -1)
    moved = journal.photos.all()
    assert [one.taken.on for one in moved] == [
        date(2026, 10, 31),
        date(2026, 11, 1),
        date(2026, 11, 2),
    ]
    assert {(one.taken.at, one.taken.source) for one in moved} == {(time(8, 5), DateSource.TYPED)}
    journal.album.put_back(before)
    assert journal.photos.all() == three


def test_no_photo_is_moved_to_a_day_still_to_come(journal: Journal, three: list[Photo]) -> None:
    ahead = (journal.today() - date(2026, 11, 3)).days
    with pytest.raises(InvalidInput, match="Nothing was changed"):
        journal.album.shift(ids(three), ahead + 1)
    assert journal.photos.all() == three


def test_a_photo_from_where_it_is_tomorrow_can_be_given_another_view(journal: Journal) -> None:
    tomorrow = Taken(date(2026, 11, 24), time(1, 5), 14 * 60, DateSource.EXIF)
    picture = journal.photos.read_bytes(photo(portrait()), "IMG_1.jpg")
    one = journal.photos.add(picture, view=View.FRONT, taken=tomorrow).photo
    journal.album.set_view([one.id], View.LEFT)
    assert [(one.view, one.taken) for one in journal.photos.all()] == [(View.LEFT, tomorrow)]


def test_all_are_dated_to_one_day(journal: Journal, three: list[Photo]) -> None:
    journal.album.set_date(ids(three), date(2026, 10, 5))
    assert {one.taken.on for one in journal.photos.all()} == {date(2026, 10, 5)}


def test_photos_are_deleted_together_and_brought_back(journal: Journal, three: list[Photo]) -> None:
    journal.album.delete(ids(three)[:2])
    assert journal.photos.all() == three[2:]
    assert {one.photo.id for one in journal.trash.all()} == set(ids(three)[:2])
    assert journal.album.thumbnails(ids(three))[three[0].id] is None

    journal.album.restore(ids(three)[:2])
    assert journal.photos.all() == three
    assert all(journal.photos.original(one) for one in three)


def test_a_lost_file_does_not_keep_the_others_in_the_trash(
    journal: Journal, three: list[Photo]
) -> None:
    journal.album.delete(ids(three))
    (lost,) = journal.folder.rglob(f"{three[1].object_name}.age")
    lost.unlink()
    with pytest.raises(DiaryDamaged):
        journal.album.restore(ids(three))
    assert journal.photos.all() == [three[0], three[2]]


def test_a_thumbnail_that_is_not_made_is_made_from_the_original(
    journal: Journal, three: list[Photo]
) -> None:
    journal._vault.pictures.forget(three[0].id)  # noqa: SLF001 - as if the cache was thrown away
    assert journal.album.thumbnails([three[0].id]) == {three[0].id: None}
    journal.album.keep(three[0], journal.album.develop(three[0]))
    assert journal.album.thumbnails([three[0].id])[three[0].id] is not None
