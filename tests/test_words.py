"""Words of the layers without Qt."""

import argparse
import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from diary import cli, words


@pytest.fixture
def shouted() -> Iterator[None]:
    """A language in which everything is written large."""
    words.use(lambda _context, text, _n: text.upper())
    yield
    words.use(lambda _context, text, n: text.replace("%n", str(n)) if n >= 0 else text)


def helps(parser: argparse.ArgumentParser) -> Iterator[str]:
    """Every help text of the command line, its own verbs included."""
    for action in parser._actions:  # noqa: SLF001 - argparse shows them in no other way
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            yield from (str(each.help) for each in action._choices_actions)  # noqa: SLF001
            for verb in action.choices.values():
                yield from helps(verb)
        elif action.help and action.dest != "help":
            yield action.help


@pytest.mark.usefixtures("shouted")
def test_the_help_of_every_verb_is_in_the_patients_language() -> None:
    texts = list(helps(cli.parser()))

    assert len(texts) > 30
    assert [text for text in texts if not text.isupper()] == []


@pytest.mark.usefixtures("shouted")
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.ENOENT, errno.EIO])
def test_common_refusals_of_the_system_are_in_the_patients_language(number: int) -> None:
    assert words.reason(OSError(number, os.strerror(number))).isupper()


def test_a_rare_refusal_keeps_the_systems_words() -> None:
    assert words.reason(OSError(errno.ELOOP, "Too many levels")) == "Too many levels"


def test_a_verb_that_cannot_write_says_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    diary, out = tmp_path / "a.skindiary", tmp_path / "missing" / "days.csv"
    new = ["new", str(diary), "--start", "2026-10-01", "--no-passphrase"]
    assert cli.run(cli.parser().parse_args(new)) == 0
    export = ["--diary", str(diary), "export", "--format", "csv", "--out", str(out)]

    assert cli.run(cli.parser().parse_args(export)) == 1

    said = "days.csv was not saved: there is no such file or folder. Choose another place.\n"
    assert capsys.readouterr().err == said
