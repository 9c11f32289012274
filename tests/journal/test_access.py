"""Who can open the diary is the patient's to change, with the passphrase of now."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from diary.domain.course import Course
from diary.errors import InvalidInput, WrongPassphrase, WrongRecoveryCode
from diary.journal import (
    Journal,
    check_recovery_code,
    needs_passphrase,
    new_recovery_code,
    ways_into,
)

PASSPHRASE, NEW = "correct horse battery", "seven quiet otters"
CODE = new_recovery_code()


@pytest.fixture
def protected(tmp_path: Path) -> Iterator[Journal]:
    journal = Journal.create(
        tmp_path / "mine.skindiary",
        course=Course(date(2026, 10, 1)),
        passphrase=PASSPHRASE,
        recovery_code=CODE,
    )
    yield journal
    journal.close()


def test_changing_and_removing_ask_for_the_passphrase_of_now(protected: Journal) -> None:
    wrong = "not the passphrase"
    with pytest.raises(WrongPassphrase):
        protected.access.change_passphrase(wrong, NEW)
    with pytest.raises(WrongPassphrase):
        protected.access.remove_passphrase(wrong)
    with pytest.raises(WrongPassphrase):
        protected.access.renew_recovery_code(wrong, new_recovery_code())
    protected.access.confirm(PASSPHRASE)
    check_recovery_code(protected.folder, CODE)


def test_a_forgotten_passphrase_is_replaced_with_the_recovery_code(protected: Journal) -> None:
    protected.days.record(date(2026, 10, 2), acne=4)
    protected.close()
    check_recovery_code(protected.folder, CODE)
    journal = Journal.open(protected.folder, recovery_code=CODE)
    journal.access.reset_passphrase(NEW)
    journal.close()
    with pytest.raises(WrongPassphrase):
        Journal.open(protected.folder, passphrase=PASSPHRASE)
    journal = Journal.open(protected.folder, passphrase=NEW)
    assert journal.days.get(date(2026, 10, 2)).acne == 4
    journal.close()


def test_a_code_that_does_not_open_the_diary_is_told_before_anything_is_opened(
    protected: Journal,
) -> None:
    with pytest.raises(WrongRecoveryCode, match="another diary, or a newer one"):
        check_recovery_code(protected.folder, new_recovery_code())
    with pytest.raises(WrongRecoveryCode, match="Group 1 has a typing mistake"):
        check_recovery_code(protected.folder, "123456" + CODE[6:])


def test_a_removed_passphrase_can_be_added_again(protected: Journal) -> None:
    protected.access.remove_passphrase(PASSPHRASE)
    assert not needs_passphrase(protected.folder)
    with pytest.raises(WrongRecoveryCode):
        check_recovery_code(protected.folder, CODE)
    code = new_recovery_code()
    protected.access.add_passphrase(NEW, code)
    assert ways_into(protected.folder)[1:] == (True, True, False)
    check_recovery_code(protected.folder, code)


def test_a_passphrase_is_never_added_over_one_that_is_there(protected: Journal) -> None:
    with pytest.raises(InvalidInput, match="Change it instead"):
        protected.access.add_passphrase(NEW, new_recovery_code())
    protected.access.confirm(PASSPHRASE)


def test_what_a_computer_remembers_opens_the_diary_until_it_is_forgotten(
    protected: Journal,
) -> None:
    key = b"k" * 32
    protected.access.remember(key)
    assert protected.access.ways().remembered
    protected.close()
    journal = Journal.open(protected.folder, device_key=key)
    journal.access.forget()
    journal.access.forget()
    assert not journal.access.ways().remembered
    journal.close()
