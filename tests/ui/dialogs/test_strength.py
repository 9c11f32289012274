"""A passphrase is judged by length and variety alone."""

import pytest

from diary.ui.dialogs.strength import Word, strength


@pytest.mark.parametrize(
    ("passphrase", "word"),
    [
        ("horse", Word.SHORT),
        ("horse bat", Word.SHORT),
        ("horse batt", Word.FAIR),
        ("correct horse battery", Word.STRONG),
        ("aaaaaaaaaaaaaaaaaaaa", Word.SHORT),
        ("ababababababababababab", Word.SHORT),
    ],
)
def test_longer_and_more_varied_is_stronger(passphrase: str, word: Word) -> None:
    assert strength(passphrase).word is word


def test_the_bar_is_empty_without_a_passphrase_and_never_overfull() -> None:
    assert strength("").share == 0
    assert strength("a passphrase of very many different words 0123").share == 1
