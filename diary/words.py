"""Translated text for the layers that do not know Qt."""

import errno
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


def reason(error: OSError) -> str:
    """Why the system refused, to stand within a sentence; in its own words if the cause is rare."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return translate("System", "the disk is full")
        case errno.EROFS:
            return translate("System", "the disk cannot be written to")
        case errno.EACCES | errno.EPERM:
            return translate("System", "this account may not do that there")
        case errno.ENOENT | errno.ENOTDIR:
            return translate("System", "there is no such file or folder")
        case errno.EEXIST:
            return translate("System", "there is a file or folder of that name already")
        case errno.EISDIR:
            return translate("System", "it is a folder, not a file")
        case errno.EIO:
            return translate("System", "the disk could not read or write it")
        case errno.EMFILE | errno.ENFILE:
            return translate("System", "too many files are open")
    return error.strerror or type(error).__name__
