"""Translated text for the layers that do not know Qt."""

from collections.abc import Callable

Translator = Callable[[str, str, int], str]


def _untranslated(_context: str, text: str, n: int) -> str:
    return text.replace("%n", str(n)) if n >= 0 else text


_translator: Translator = _untranslated


def use(translator: Translator) -> None:
    """Let `translator(context, text, n)` answer from now on."""
    global _translator  # noqa: PLW0603 - one language per process, chosen once at start
    _translator = translator


def translate(context: str, text: str, n: int = -1) -> str:
    """`text` in the patient's language; `%n` stands for the number `n`."""
    return _translator(context, text, n)
