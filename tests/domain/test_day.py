"""A day's answers."""

from datetime import date

import pytest

from diary.domain.day import Day, Dose, DoseState
from diary.errors import InvalidInput

ON = date(2026, 11, 23)


def test_a_day_is_empty_until_something_was_answered() -> None:
    assert Day(ON).is_empty
    assert not Day(ON, acne=0).is_empty
    assert not Day(ON, dose=Dose(DoseState.SKIPPED, 0)).is_empty
    assert not Day(ON, note="?").is_empty


def test_the_mean_of_four_needs_all_four_sites() -> None:
    assert Day(ON, lips=6, skin=4, eyes=2, nose=3).dryness == 3.75
    assert Day(ON, lips=6, skin=4, eyes=2).dryness is None


@pytest.mark.parametrize("answers", [{"acne": 11}, {"mood": -1}, {"inflamed": 1000}])
def test_a_number_out_of_range_is_refused_by_name(answers: dict[str, int]) -> None:
    with pytest.raises(InvalidInput, match=r"goes from 0 to"):
        Day(ON, **answers)  # type: ignore[arg-type]


def test_a_dose_that_must_be_a_typing_mistake_is_refused() -> None:
    with pytest.raises(InvalidInput, match="between 0 and 300 mg"):
        Dose(DoseState.TAKEN, 400)
