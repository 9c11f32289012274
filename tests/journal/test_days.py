"""Answering questions of a day, on a real vault."""

from datetime import date, datetime
from pathlib import Path

import pytest

from diary.domain.day import Day, Dose, DoseState
from diary.domain.scales import Severity
from diary.errors import InvalidInput
from diary.journal import Journal

TODAY = date(2026, 11, 23)


def clock() -> datetime:
    return datetime(2026, 11, 23, 8, 14)


def test_an_answer_is_there_after_the_diary_was_closed(journal: Journal, folder: Path) -> None:
    journal.days.record(TODAY, acne=4, symptoms={"headache": Severity.MILD, "itch": None})
    journal.days.record(TODAY, care=frozenset({"lip_balm"}), note="Slept badly")
    journal.close()
    again = Journal.open(folder, clock=clock)
    assert again.days.get(TODAY) == Day(
        TODAY,
        acne=4,
        symptoms={"headache": Severity.MILD, "itch": None},
        care=frozenset({"lip_balm"}),
        note="Slept badly",
    )
    again.close()


def test_unanswered_zero_and_skipped_stay_three_different_things(journal: Journal) -> None:
    journal.days.record(TODAY, acne=0, dose=Dose(DoseState.SKIPPED, 0))
    day = journal.days.get(TODAY)
    assert (day.acne, day.lips) == (0, None)
    assert day.dose == Dose(DoseState.SKIPPED, 0)
    assert journal.days.get(date(2026, 11, 22)).dose is None


def test_answering_the_values_of_before_undoes_a_change(journal: Journal) -> None:
    journal.days.record(TODAY, lips=5)
    change = journal.days.record(TODAY, lips=6)
    journal.days.record(TODAY, lips=change.before.lips)
    assert journal.days.get(TODAY).lips == 5


def test_a_day_whose_last_answer_was_cleared_is_no_longer_journaled(journal: Journal) -> None:
    journal.days.record(TODAY, mood=7)
    journal.days.record(TODAY, mood=None)
    assert journal.days.all() == []


def test_a_day_still_to_come_cannot_be_answered(journal: Journal) -> None:
    with pytest.raises(InvalidInput, match="still to come"):
        journal.days.record(date(2026, 11, 24), acne=4)
    assert journal.days.all() == []


def test_an_answer_out_of_range_changes_nothing(journal: Journal) -> None:
    journal.days.record(TODAY, acne=4)
    with pytest.raises(InvalidInput, match="0 to 10; 11 was given"):
        journal.days.record(TODAY, acne=11, mood=3)
    assert journal.days.get(TODAY) == Day(TODAY, acne=4)


def test_days_come_back_oldest_first_and_without_the_missing_ones(journal: Journal) -> None:
    for number in (20, 3, 11):
        journal.days.record(date(2026, 11, number), acne=number % 10)
    found = journal.days.between(date(2026, 11, 3), date(2026, 11, 19))
    assert [day.on.day for day in found] == [3, 11]
