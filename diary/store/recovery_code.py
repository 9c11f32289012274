"""The recovery code: 128 random bits as 8 groups of 6 digits.

Each group is a 16-bit number times 11, so that one wrong digit or two swapped neighbours make a
group that 11 does not divide; the mistake is named while it is typed. Digits read the same in every
language.
"""

import re
import secrets

from diary.errors import WrongRecoveryCode
from diary.words import translate

GROUPS = 8
DIGITS = 6
_CHECK = 11


def new_recovery_code() -> str:
    """Eight groups of six digits with spaces between them."""
    secret = secrets.token_bytes(2 * GROUPS)
    numbers = (int.from_bytes(secret[i : i + 2]) for i in range(0, len(secret), 2))
    return " ".join(f"{number * _CHECK:0{DIGITS}d}" for number in numbers)


def is_group(text: str) -> bool:
    """Whether `text` is a group without a typing mistake."""
    if len(text) != DIGITS or not (text.isascii() and text.isdigit()):
        return False
    number, rest = divmod(int(text), _CHECK)
    return rest == 0 and number < 2**16


def secret_of(code: str) -> bytes:
    """The 16 bytes behind a code, however it was spaced.

    Raises `WrongRecoveryCode`, naming the first group with a mistake.
    """
    groups = _groups(code)
    for place, group in enumerate(groups, start=1):
        if not is_group(group):
            raise WrongRecoveryCode(
                translate(
                    "RecoveryCode", "Group {place} has a typing mistake. Check it on your paper."
                ).format(place=place)
            )
    if len(groups) != GROUPS:
        raise WrongRecoveryCode(
            translate("RecoveryCode", "The recovery code has 8 groups of 6 digits.")
        )
    return b"".join((int(group) // _CHECK).to_bytes(2) for group in groups)


def _groups(code: str) -> list[str]:
    """The groups as they were spaced, else every six signs."""
    spaced = re.split(r"[\s\-–]+", code.strip())
    if len(spaced) == GROUPS:
        return spaced
    signs = "".join(spaced)
    return [signs[i : i + DIGITS] for i in range(0, len(signs), DIGITS)]
