"""How each photo was taken is kept with it, and said beside the last photo of its view."""

import json
from contextlib import closing
from dataclasses import asdict
from datetime import date, timedelta
from pathlib import Path

import pytest

from diary.domain.photo import DateSource, Photo, Taken, View
from diary.exchange.json_archive import write_json
from diary.journal import Journal
from tests.pictures.phone import photo, portrait
from tests.pictures.relit import with_light

ON = date(2026, 11, 23)
DARKER = "Darker than your last front photo; compare with care."


def lit(factor: float) -> bytes:
    return photo(with_light(portrait(), factor))


def add(journal: Journal, data: bytes, days_ago: int, view: View = View.FRONT) -> Photo:
    picture = journal.photos.read_bytes(data, f"IMG_{days_ago}.jpg")
    taken = Taken(ON - timedelta(days_ago), None, None, DateSource.TYPED)
    return journal.photos.add(picture, view=view, taken=taken).photo


def test_a_photo_is_recorded_with_its_look(journal: Journal) -> None:
    picture = journal.photos.read_bytes(lit(1), "IMG_1.jpg")
    taken = Taken(ON, None, None, DateSource.TYPED)

    added = journal.photos.add(picture, view=View.FRONT, taken=taken).photo

    assert journal.photos.looks() == {added.id: picture.look}
    assert journal.photos.look(added.id) == picture.look


def test_a_darker_photo_is_said_beside_the_last_one_of_its_view(journal: Journal) -> None:
    add(journal, lit(1), 14)
    add(journal, lit(0.4), 3, View.LEFT)
    dark = add(journal, lit(0.41), 0)

    assert journal.photos.remarks(dark) == (DARKER,)


def test_the_last_photo_is_that_before_it_and_not_the_newest(journal: Journal) -> None:
    first = add(journal, lit(1), 30)
    second = add(journal, lit(0.99), 20)
    add(journal, lit(0.4), 0)

    assert journal.photos.remarks(first) == journal.photos.remarks(second) == ()


def test_a_photo_in_the_trash_is_not_the_last_one(journal: Journal) -> None:
    bright = add(journal, lit(1), 14)
    dark = add(journal, lit(0.4), 0)
    journal.photos.delete(bright.id)

    assert journal.photos.remarks(dark) == ()


def test_an_erased_photo_leaves_no_look(journal: Journal) -> None:
    gone = add(journal, lit(1), 0)
    journal.photos.erase(gone.id)

    assert journal.photos.looks() == {}


def test_a_backup_leaves_out_the_look_of_a_photo_in_the_trash(
    journal: Journal, tmp_path: Path
) -> None:
    kept, deleted = add(journal, lit(1), 1), add(journal, lit(0.9), 0)
    journal.photos.delete(deleted.id)
    journal.backups.to_file(tmp_path / "diary.backup")

    with closing(
        Journal.restore(tmp_path / "diary.backup", tmp_path / "again.skindiary")
    ) as restored:
        assert list(restored.photos.looks()) == [kept.id]


def test_a_photo_of_an_older_version_is_measured_when_it_is_asked_for(journal: Journal) -> None:
    old = add(journal, lit(1), 0)
    at_import = journal.photos.look(old.id)
    forget_looks(journal)
    assert journal.photos.looks() == {}

    later = journal.photos.look(old.id)

    assert at_import is not None
    assert later is not None
    assert later.lightness == pytest.approx(at_import.lightness, abs=0.5)
    assert journal.photos.looks() == {old.id: later}


def test_photos_of_an_older_version_are_measured_one_by_one(journal: Journal) -> None:
    old = {add(journal, lit(gain), days).id for days, gain in enumerate((1, 0.9, 0.8))}
    forget_looks(journal)

    assert [journal.photos.measure_next() for _ in range(4)] == [True, True, True, False]

    assert journal.photos.looks().keys() == old


def test_a_damaged_photo_is_not_measured_for_ever(journal: Journal, folder: Path) -> None:
    hurt = add(journal, lit(1), 0)
    forget_looks(journal)
    journal._vault.pictures.forget(hurt.id)  # noqa: SLF001 - as after a restore
    (path,) = (folder / "objects").glob("*/*.age")
    path.write_bytes(b"damaged")

    assert [journal.photos.measure_next() for _ in range(2)] == [True, False]

    assert journal.photos.looks() == {}


def forget_looks(journal: Journal) -> None:
    """As a diary that was written before looks were measured."""
    with journal._vault.transaction() as connection:  # noqa: SLF001 - nobody can ask for this
        connection.execute("UPDATE look SET meter = 'older'")


def test_the_archive_tells_how_each_photo_was_taken(journal: Journal) -> None:
    added = add(journal, lit(1), 0)
    look = journal.photos.look(added.id)
    assert look is not None
    (told,) = json.loads(write_json(journal.diary()))["looks"]
    assert told == {"photo_id": added.id} | asdict(look)
