"""Guessing gets slower; mistyping and a strange clock lock nobody out."""

from datetime import datetime, timedelta

import pytest

from diary.domain.tries import Tries

NOW = datetime(2026, 11, 23, 8, 14)


def after(wrong: int) -> Tries:
    tries = Tries()
    for _ in range(wrong):
        tries = tries.and_another(NOW)
    return tries


def test_the_pause_begins_with_the_fifth_wrong_try_grows_and_has_an_end() -> None:
    assert [after(n).pause for n in range(1, 14)] == [
        *(0, 0, 0, 0),
        *(5, 10, 20, 40, 80, 160, 300, 300, 300),
    ]
    assert Tries(10**9, NOW).pause == 300


def test_less_is_left_as_time_goes_by() -> None:
    tries = after(6)
    assert tries.left(NOW) == 10
    assert tries.left(NOW + timedelta(seconds=9.5)) == 1
    assert tries.left(NOW + timedelta(seconds=10)) == 0
    assert Tries().left(NOW) == 0


@pytest.mark.parametrize("year", [1970, 2025, 2038])
def test_no_clock_makes_it_longer_than_the_pause(year: int) -> None:
    assert after(20).left(NOW.replace(year=year)) in (0, 300)


def test_it_is_read_as_it_was_written() -> None:
    assert Tries.parse(str(after(6))) == after(6)
    assert Tries.parse(str(Tries())) == Tries()


@pytest.mark.parametrize("text", ["six", "6", "6 yesterday", "6 2026-11-23T08:14:00 more"])
def test_what_is_no_count_counts_as_no_try(text: str) -> None:
    assert Tries.parse(text) == Tries()
