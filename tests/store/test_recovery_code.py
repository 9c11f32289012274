"""The recovery code catches typing mistakes and does not mind how it is spaced."""

import pytest

from diary.errors import WrongRecoveryCode
from diary.store.recovery_code import is_group, new_recovery_code, secret_of

GROUPS = ["001331", "720885", "000000", "123453", "011011", "654313", "370370", "098714"]
CODE = " ".join(GROUPS)


def test_a_code_is_eight_groups_of_six_digits() -> None:
    groups = new_recovery_code().split(" ")
    assert len(groups) == 8
    assert all(is_group(group) for group in groups)


def test_two_codes_are_never_the_same() -> None:
    assert len({secret_of(new_recovery_code()) for _ in range(100)}) == 100


@pytest.mark.parametrize("group", GROUPS)
def test_one_wrong_digit_never_makes_another_group(group: str) -> None:
    for place, right in enumerate(group):
        for wrong in set("0123456789") - {right}:
            assert not is_group(group[:place] + wrong + group[place + 1 :])


@pytest.mark.parametrize("group", GROUPS)
def test_two_swapped_digits_never_make_another_group(group: str) -> None:
    for place in range(5):
        one, other = group[place], group[place + 1]
        if one != other:
            assert not is_group(group[:place] + other + one + group[place + 2 :])


@pytest.mark.parametrize("text", ["720896", "999999", "12345", "1234530", "12345O", "١٢٣٤٥٣", ""])
def test_what_no_code_holds_is_no_group(text: str) -> None:
    assert not is_group(text)


@pytest.mark.parametrize("between", [" ", "-", "", "\n", " – ", "  "])
def test_a_code_may_be_spaced_in_any_way(between: str) -> None:
    assert secret_of(f" {between.join(GROUPS)}\n") == secret_of(CODE)


@pytest.mark.parametrize("mistake", ["123454", "12345", "1234533", "12345O", "132453"])
def test_the_group_with_the_mistake_is_named(mistake: str) -> None:
    with pytest.raises(WrongRecoveryCode, match="Group 4 has a typing mistake"):
        secret_of(CODE.replace("123453", mistake))


@pytest.mark.parametrize("groups", [GROUPS[:7], [*GROUPS, "000000"], []])
def test_too_few_or_too_many_groups_are_told(groups: list[str]) -> None:
    with pytest.raises(WrongRecoveryCode, match="8 groups of 6 digits"):
        secret_of(" ".join(groups))
