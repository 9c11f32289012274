"""The ways into a diary, changed on the command line."""

import json
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from diary.errors import WrongPassphrase, WrongRecoveryCode
from diary.journal import Journal, check_recovery_code, needs_passphrase
from tests import program

OLD, NEW = "correct horse battery", "seven quiet otters"
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run a verb on the diary `d`."""
    (tmp_path / "old").write_text(f"{OLD}\n")
    (tmp_path / "new").write_text(f"{NEW}\n")
    return partial(program.run, tmp_path, "--json")


@pytest.fixture
def folder(run: Run, tmp_path: Path) -> Path:
    run("new", "d", "--start", "2026-10-01", "--no-passphrase")
    return tmp_path / "d"


@pytest.fixture
def code(run: Run, folder: Path) -> str:
    """The recovery code that came with a first passphrase."""
    added = run("--diary", "d", "passphrase", "--new-passphrase-file", "old")
    assert added.returncode == 0, added.stderr
    return str(json.loads(added.stdout)["recovery_code"])


def opens(folder: Path, passphrase: str) -> bool:
    try:
        Journal.open(folder, passphrase=passphrase).close()
    except WrongPassphrase:
        return False
    return True


def test_a_first_passphrase_comes_with_a_recovery_code(folder: Path, code: str) -> None:
    assert needs_passphrase(folder)
    assert opens(folder, OLD)
    check_recovery_code(folder, code)


def test_the_passphrase_is_changed_by_files(run: Run, folder: Path, code: str) -> None:
    changed = run(
        *("--diary", "d", "--passphrase-file", "old"),
        *("passphrase", "--new-passphrase-file", "new"),
    )
    assert json.loads(changed.stdout) == {"passphrase": True, "recovery_code": None}
    assert (opens(folder, NEW), opens(folder, OLD)) == (True, False)
    check_recovery_code(folder, code)


def test_a_typed_passphrase_is_typed_twice(run: Run, folder: Path, code: str) -> None:
    ask = ("--diary", "d", "--passphrase-file", "old", "passphrase")
    refused = run(*ask, typed=f"{NEW}\nseven quiet otter\n")
    assert refused.returncode == 1
    assert "The two passphrases are not the same. Nothing was changed." in refused.stderr
    assert opens(folder, OLD)
    assert run(*ask, typed=f"{NEW}\n{NEW}\n").returncode == 0
    assert opens(folder, NEW)


def test_a_forgotten_passphrase_is_replaced_with_the_recovery_code(
    run: Run, folder: Path, code: str, tmp_path: Path
) -> None:
    (tmp_path / "code").write_text(f"{code}\n")
    ask = ("--diary", "d", "passphrase", "--recovery-code-file", "code")
    assert run(*ask, "--new-passphrase-file", "new").returncode == 0
    assert (opens(folder, NEW), opens(folder, OLD)) == (True, False)


def test_a_new_recovery_code_replaces_the_old_one(run: Run, folder: Path, code: str) -> None:
    renewed = run("--diary", "d", "--passphrase-file", "old", "passphrase", "--new-recovery-code")
    check_recovery_code(folder, json.loads(renewed.stdout)["recovery_code"])
    with pytest.raises(WrongRecoveryCode):
        check_recovery_code(folder, code)


def test_the_passphrase_is_removed_only_with_the_passphrase(
    run: Run, folder: Path, code: str, tmp_path: Path
) -> None:
    (tmp_path / "code").write_text(code)
    remove = ("passphrase", "--remove")
    assert run("--diary", "d", "--passphrase-file", "new", *remove).returncode == 1
    by_code = run("--diary", "d", *remove, "--recovery-code-file", "code")
    assert (by_code.returncode, "This needs the passphrase" in by_code.stderr) == (1, True)
    assert needs_passphrase(folder)
    assert run("--diary", "d", "--passphrase-file", "old", *remove).returncode == 0
    assert not needs_passphrase(folder)


def test_a_short_passphrase_changes_nothing(
    run: Run, folder: Path, code: str, tmp_path: Path
) -> None:
    (tmp_path / "short").write_text("short")
    refused = run(
        *("--diary", "d", "--passphrase-file", "old"),
        *("passphrase", "--new-passphrase-file", "short"),
    )
    assert (refused.returncode, "at least 10 characters" in refused.stderr) == (1, True)
    assert opens(folder, OLD)
