"""Numbers are read the way people type them."""

import pytest

from diary.errors import InvalidInput
from diary.ui.typed import read_number, read_range


@pytest.mark.parametrize(
    ("text", "number"), [("37.5", 37.5), ("37,5", 37.5), (" 40 ", 40), ("", None), ("  ", None)]
)
def test_a_number_may_have_a_point_or_a_comma(text: str, number: float | None) -> None:
    assert read_number(text) == number


@pytest.mark.parametrize("text", ["forty", "1e3", "-5", "1.2.3", "40 mg", "nan"])
def test_anything_else_is_said_not_to_be_a_number(text: str) -> None:
    with pytest.raises(InvalidInput, match="is not a number"):
        read_number(text)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("120–150", (120, 150)),
        ("120-150", (120, 150)),
        ("120 − 150", (120, 150)),
        ("120", (120, 120)),
    ],
)
def test_a_range_may_have_any_dash_or_be_one_number(text: str, ends: tuple[float, float]) -> None:
    assert read_range(text) == ends


def test_an_empty_range_is_none_and_half_a_range_is_refused() -> None:
    assert read_range(" ") is None
    with pytest.raises(InvalidInput, match="Type a range like 120–150"):
        read_range("120–")
