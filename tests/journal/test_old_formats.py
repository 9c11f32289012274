"""A diary of every format that was ever released opens and says what was written in it."""

import hashlib
from pathlib import Path
from typing import Any

import pytest

from diary.journal import Journal
from tests.files import format_1


@pytest.fixture
def first_format(folder: Path) -> Path:
    return format_1.copy_to(folder)


@pytest.mark.parametrize(
    "way_in",
    [{"passphrase": format_1.PASSPHRASE}, {"recovery_code": format_1.RECOVERY_CODE}],
    ids=["passphrase", "recovery code"],
)
def test_a_diary_of_the_first_format_opens_with_all_it_holds(
    first_format: Path, way_in: dict[str, Any]
) -> None:
    journal = Journal.open(first_format, clock=format_1.clock, **way_in)
    assert journal.diary() == format_1.DIARY
    for photo in format_1.PHOTOS:
        assert hashlib.sha256(journal.photos.original(photo)).hexdigest() == photo.digest
        assert journal.photos.thumbnail(photo).startswith(b"\xff\xd8")
    assert journal.upkeep.check(deep=True).is_whole
    journal.close()


def test_an_old_diary_goes_on_as_a_new_one(first_format: Path) -> None:
    journal = Journal.open(first_format, passphrase=format_1.PASSPHRASE, clock=format_1.clock)
    journal.days.record(format_1.TODAY, acne=2)
    journal.close()
    again = Journal.open(first_format, passphrase=format_1.PASSPHRASE, clock=format_1.clock)
    assert again.days.get(format_1.TODAY).acne == 2
    assert again.days.get(format_1.TODAY).mood == 0
    again.close()
