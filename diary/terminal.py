"""What the verbs ask for: a diary, and passphrases and codes from files or from the terminal."""

import argparse
import getpass
import os
from pathlib import Path

from diary.errors import InvalidInput
from diary.journal import needs_passphrase
from diary.words import translate

PASSPHRASE_FILE = "SKIN_DIARY_PASSPHRASE_FILE"  # noqa: S105 - the name of a variable


def folder(options: argparse.Namespace) -> Path:
    """The diary that `--diary` names. Raises `InvalidInput` without it."""
    named: Path | None = options.diary
    if named is None:
        raise InvalidInput(translate("Verbs", "Say which diary with --diary FOLDER."))
    return named


def current_passphrase(options: argparse.Namespace) -> str | None:
    """The passphrase of the diary, if it has one."""
    return passphrase(options) if needs_passphrase(folder(options)) else None


def is_given(options: argparse.Namespace) -> bool:
    """Whether a file has the passphrase, so that nobody need be asked."""
    return _file(options) is not None


def passphrase(options: argparse.Namespace) -> str:
    """The passphrase from `--passphrase-file`, its environment variable, or the terminal.

    Raises `InvalidInput` where nobody answers, or if the file is not text.
    """
    file = _file(options)
    return in_file(file) if file else _typed(translate("Verbs", "Passphrase: "))


def new_passphrase(file: Path | None) -> str:
    """A new passphrase from a file, or typed twice.

    Raises `InvalidInput` if it is not typed alike, where nobody answers, or if the file is not
    text.
    """
    if file:
        return in_file(file)
    typed = _typed(translate("Verbs", "New passphrase: "))
    if _typed(translate("Verbs", "Again, to be sure: ")) != typed:
        raise InvalidInput(
            translate("Verbs", "The two passphrases are not the same. Nothing was changed.")
        )
    return typed


def in_file(file: Path) -> str:
    """What a file says, without the end of its line. Raises `InvalidInput` if it is not UTF-8."""
    try:
        return file.read_text(encoding="utf-8").rstrip("\r\n")
    except UnicodeDecodeError:
        problem = translate(
            "Verbs",
            "{file} is not UTF-8 text. Save it as UTF-8, then try again. Nothing was changed.",
        )
        raise InvalidInput(problem.format(file=file)) from None


def recovery_code(options: argparse.Namespace) -> str | None:
    """The code from `--recovery-code-file`, if that is given."""
    file: Path | None = options.recovery_code_file
    return in_file(file).strip() if file else None


def shown_once(code: str) -> str:
    return translate("Verbs", "Recovery code, shown only now: {code}").format(code=code)


def _typed(prompt: str) -> str:
    try:
        return getpass.getpass(prompt)
    except EOFError:
        raise InvalidInput(
            translate(
                "Verbs",
                "No passphrase was typed. Type it in a terminal, or name a file that holds it with "
                "--passphrase-file. Nothing was changed.",
            )
        ) from None


def _file(options: argparse.Namespace) -> Path | None:
    named = options.passphrase_file or os.environ.get(PASSPHRASE_FILE)
    return Path(named) if named else None
