"""One word for how hard a passphrase is to guess: its length and variety, and nothing cleverer."""

from enum import Enum
from typing import NamedTuple

from diary.journal import SHORTEST_PASSPHRASE
from diary.words import translate

STRONG_FROM = 16
"""About three plain words; the slow key derivation then makes guessing hopeless."""

FULL_BAR = 20


class Word(Enum):
    SHORT = "short"
    FAIR = "fair"
    STRONG = "strong"

    def __str__(self) -> str:
        return {
            Word.SHORT: translate("Strength", "Short"),
            Word.FAIR: translate("Strength", "Fair"),
            Word.STRONG: translate("Strength", "Strong"),
        }[self]


class Strength(NamedTuple):
    word: Word
    share: float
    """How much of the bar is filled, 0 to 1."""


def strength(passphrase: str) -> Strength:
    """Each different character counts for two at most, so repeating one adds little."""
    length = min(len(passphrase), 2 * len(set(passphrase)))
    if length < SHORTEST_PASSPHRASE:
        word = Word.SHORT
    else:
        word = Word.STRONG if length >= STRONG_FROM else Word.FAIR
    return Strength(word, min(1.0, length / FULL_BAR))
