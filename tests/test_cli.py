"""The verbs, run as another program would run them."""

import json
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PIL import Image

from diary import cli
from diary.journal import Journal
from diary.store.vault import Vault
from tests import program
from tests.read_only import read_only

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return partial(program.run, tmp_path, SKIN_DIARY_TODAY="2026-11-23")


@pytest.fixture
def diary(run: Run) -> str:
    made = run("new", "a.skindiary", "--start", "2026-10-01", "--dose-mg", "40", "--no-passphrase")
    assert made.returncode == 0, made.stderr
    return "a.skindiary"


def test_what_was_logged_is_shown(run: Run, diary: str) -> None:
    logged = run("--diary", diary, "log", "--acne", "0", "--lips", "6", "--dose-mg", "40")
    assert logged.returncode == 0, logged.stderr
    shown = json.loads(run("--json", "--diary", diary, "show").stdout)
    (day,) = shown["days"]
    assert (day["on"], day["acne"], day["lips"], day["mood"]) == ("2026-11-23", 0, 6, None)
    assert day["dose"]["state"] == "taken"
    assert (shown["dose_mg"], len(shown["days_without_record"])) == (40, 53)


def test_a_problem_is_one_sentence_and_exit_code_1(run: Run, diary: str) -> None:
    refused = run("--diary", diary, "log", "--acne", "11")
    assert refused.returncode == 1
    assert refused.stderr == "Acne goes from 0 to 10; 11 was given.\n"


def test_wrong_usage_is_exit_code_2(run: Run, diary: str) -> None:
    assert run("--diary", diary, "log", "--acne", "four").returncode == 2
    undated = run("--diary", diary, "log", "--date", "2026-02-30", "--acne", "4")
    assert undated.returncode == 2
    assert undated.stderr.endswith(": “2026-02-30” is not a date such as 2026-11-23\n")


def test_a_day_without_an_answer_is_not_begun(run: Run, diary: str) -> None:
    before = run("--json", "--diary", diary, "show").stdout
    refused = run("--diary", diary, "log")
    assert refused.returncode == 1
    assert refused.stderr == "Nothing to save. Give an answer, such as --acne 4.\n"
    assert run("--json", "--diary", diary, "show").stdout == before


def test_a_passphrase_file_opens_a_diary_and_another_does_not(run: Run, tmp_path: Path) -> None:
    (tmp_path / "right").write_text("correct horse battery\n")
    (tmp_path / "wrong").write_text("wrong horse battery\n")
    made = run("--json", "--passphrase-file", "right", "new", "p", "--start", "2026-10-01")
    assert len(json.loads(made.stdout)["recovery_code"].replace(" ", "")) == 48
    opened = run("--diary", "p", "show", SKIN_DIARY_PASSPHRASE_FILE="right")
    assert opened.returncode == 0, opened.stderr
    refused = run("--diary", "p", "--passphrase-file", "wrong", "show")
    assert (refused.returncode, "didn’t open the diary" in refused.stderr) == (1, True)


def test_a_passphrase_that_nobody_types_is_told_and_makes_no_diary(
    run: Run, tmp_path: Path
) -> None:
    refused = run("new", "p", "--start", "2026-10-01")
    assert refused.returncode == 1
    assert refused.stderr.endswith(
        "No passphrase was typed. Type it in a terminal, or name a file that holds it with "
        "--passphrase-file. Nothing was changed.\n"
    )
    assert not (tmp_path / "p").exists()


def test_a_passphrase_file_that_is_not_text_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes("pässwörd of a kind".encode("latin-1"))
    refused = run("--passphrase-file", "old", "new", "p", "--start", "2026-10-01")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr == (
        "old is not UTF-8 text. Save it as UTF-8, then try again. Nothing was changed.\n"
    )


def test_exports_and_backups_are_whole(run: Run, diary: str, tmp_path: Path) -> None:
    run("--diary", diary, "log", "--acne", "4", "--note", "ask about skiing")
    assert run("--diary", diary, "export", "--format", "json", "--out", "d.json").returncode == 0
    assert json.loads((tmp_path / "d.json").read_bytes())["days"][0]["note"] == "ask about skiing"
    assert run("--diary", diary, "backup", "--out", "b.zip").returncode == 0
    assert run("restore", "b.zip", "--to", "r.skindiary").returncode == 0
    assert "acne 4" in run("--diary", "r.skindiary", "show").stdout
    assert run("--diary", "r.skindiary", "check", "--deep").returncode == 0


def test_a_mirror_restores_with_the_recovery_code(run: Run, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("correct horse battery\n")
    secret = ("--passphrase-file", "secret")
    made = run("--json", *secret, "new", "p.skindiary", "--start", "2026-10-01")
    (tmp_path / "code").write_text(json.loads(made.stdout)["recovery_code"])
    run("--diary", "p.skindiary", *secret, "log", "--acne", "4")
    (tmp_path / "usb").mkdir()
    mirrored = run("--json", "--diary", "p.skindiary", *secret, "mirror", "usb")
    assert json.loads(mirrored.stdout)["folder"] == str(Path("usb") / "p.skindiary-mirror")
    back = run("restore", "usb", "--to", "r.skindiary", "--recovery-code-file", "code")
    assert (back.returncode, back.stdout) == (0, "Restored to r.skindiary: 1 days, 0 photos.\n")
    assert "acne 4" in run("--diary", "r.skindiary", *secret, "show").stdout


def test_a_check_names_what_is_hurt_and_heals_it_from_a_backup(
    run: Run, diary: str, tmp_path: Path
) -> None:
    Image.new("RGB", (64, 64)).save(tmp_path / "IMG_1.png")
    added = run("--diary", diary, "add-photos", "IMG_1.png", "--date", "2026-11-01")
    assert added.returncode == 0, added.stderr
    (tmp_path / "usb").mkdir()
    run("--diary", diary, "mirror", "usb")
    (photo,) = (tmp_path / diary).glob("objects/*/*.age")
    photo.write_bytes(photo.read_bytes()[:-1])
    assert run("--diary", diary, "check", "--quick").returncode == 0
    hurt = run("--diary", diary, "check")
    assert (hurt.returncode, hurt.stdout) == (1, "1 photos checked, 1 files hurt.\n")
    assert hurt.stderr == "IMG_1.png is damaged. --heal-from BACKUP brings it back.\n"
    healed = run("--diary", diary, "check", "--deep", "--heal-from", "usb")
    assert (healed.returncode, healed.stdout) == (0, "1 photos checked, 0 files hurt.\n")


def test_a_snapshot_restores_into_a_new_diary(run: Run, diary: str, tmp_path: Path) -> None:
    for acne in ("4", "5"):
        run("--diary", diary, "log", "--acne", acne)
    first, _ = sorted((tmp_path / diary / "snapshots").iterdir())
    assert run("restore", str(first), "--to", "r.skindiary").returncode == 0
    assert "acne 4" in run("--diary", "r.skindiary", "show").stdout


def test_a_restore_never_touches_a_diary_that_is_there(run: Run, diary: str) -> None:
    run("--diary", diary, "backup", "--out", "b.zip")
    refused = run("restore", "b.zip", "--to", diary)
    assert (refused.returncode, "already exists" in refused.stderr) == (1, True)
    assert run("--diary", diary, "show").returncode == 0


def test_a_folder_without_a_diary_is_said_to_have_none(run: Run) -> None:
    refused = run("--diary", "nowhere", "show")
    assert (refused.returncode, refused.stderr) == (1, "There is no diary in nowhere.\n")


def test_a_diary_that_another_program_has_open_is_refused_whatever_is_asked(
    run: Run, diary: str, tmp_path: Path
) -> None:
    journal = Journal.open(tmp_path / diary)
    for verb in (["log", "--acne", "4"], ["show"], ["export", "--format", "csv", "--out", "d.csv"]):
        refused = run("--diary", diary, *verb)
        assert (refused.returncode, refused.stdout) == (1, "")
        assert refused.stderr.startswith("This diary is already open in another window or program.")
    journal.close()
    assert not (tmp_path / "d.csv").exists()
    assert run("--diary", diary, "log", "--acne", "4").returncode == 0


def test_on_a_disk_that_is_only_read_a_diary_shows_checks_exports_and_reports(
    run: Run, diary: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("--diary", diary, "log", "--acne", "4", "--note", "ask about skiing")
    folder, pdf = str(tmp_path / diary), tmp_path / "r.pdf"
    with read_only(tmp_path / diary):
        for verb in (["show"], ["check", "--deep"], ["report", "--out", str(pdf)]):
            assert cli.main(["--diary", folder, *verb]) == 0
        assert "ask about skiing" in capsys.readouterr().out
        assert cli.main(["--diary", folder, "log", "--acne", "5"]) == 1
    assert capsys.readouterr().err == "Not saved. This folder cannot be written to.\n"
    assert pdf.read_bytes().startswith(b"%PDF")


def test_a_new_diary_in_a_synced_folder_is_made_after_a_word_about_it(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / ".stfolder").mkdir()
    made = run("new", "a.skindiary", "--start", "2026-10-01", "--no-passphrase")
    assert (made.returncode, (tmp_path / "a.skindiary" / "diary.db").is_file()) == (0, True)
    assert "lies in a folder that Syncthing copies while you write" in made.stderr


@pytest.fixture
def here(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """A verb run in this process on a new diary: its code and what it printed."""
    folder = str(tmp_path / "a.skindiary")

    def here(*arguments: str) -> tuple[int, str, str]:
        code = cli.run(cli.parser().parse_args(["--diary", folder, *arguments]))
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    here("new", folder, "--start", "2026-10-01", "--no-passphrase")
    return here


def test_a_photo_whose_entry_was_not_written_is_named_and_added(
    here: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    picture = tmp_path / "selfie.png"
    Image.new("RGB", (64, 64), "teal").save(picture)
    vault = Vault.open(tmp_path / "a.skindiary")
    name = vault.objects.put(picture.read_bytes())
    vault.close()

    code, _, said = here("check")
    assert code == 0
    assert f"{name} is a photo without an entry. add-unfiled adds it." in said

    code, _, said = here("add-unfiled")
    assert code == 1
    assert f"“{name}” does not say when it was taken. Give the day with --date." in said

    added = here("add-unfiled", "--date", "2026-11-20", "--view", "left")
    assert added == (0, "1 added, 0 left as they are.\n", "")
    shown = json.loads(here("--json", "show")[1])
    assert [(one["view"], one["date"]) for one in shown["photos"]] == [("left", "2026-11-20")]
    assert "without an entry" not in here("check", "--deep")[2]


def test_a_symptom_of_ones_own_may_hold_an_equals_sign(
    here: Callable[..., tuple[int, str, str]],
) -> None:
    here("log", "--symptom", "lips = dry=mild")
    shown = json.loads(here("--json", "show")[1])
    assert shown["days"][0]["symptoms"] == {"lips = dry": "mild"}


def test_restoring_a_backup_asks_for_its_passphrase_if_it_has_one(
    run: Run, diary: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "secret").write_text("quiet morning light")
    with_one = ("--passphrase-file", "secret")
    assert run(*with_one, "new", "b.skindiary", "--start", "2026-10-01").returncode == 0
    assert run(*with_one, "--diary", "b.skindiary", "backup", "--out", "b.backup").returncode == 0
    assert run("--diary", diary, "backup", "--out", "a.backup").returncode == 0
    assert run("restore", "a.backup", "--to", "again.skindiary").returncode == 0
    monkeypatch.setattr("getpass.getpass", lambda _prompt: "quiet morning light")
    monkeypatch.chdir(tmp_path)
    assert cli.main(["restore", "b.backup", "--to", "typed.skindiary"]) == 0
    Vault.open(tmp_path / "typed.skindiary", passphrase="quiet morning light").close()


def test_a_password_that_is_no_text_is_said(run: Run, diary: str, tmp_path: Path) -> None:
    (tmp_path / "password").write_bytes(b"\xff\xfe")
    refused = run("--diary", diary, "report", "--out", "r.pdf", "--password-file", "password")
    assert refused.returncode == 1
    assert refused.stderr.startswith("password is not UTF-8 text.")


def test_what_the_terminal_cannot_show_stops_nothing(run: Run, diary: str) -> None:
    assert run("--diary", diary, "log", "--note", "trocken, müde").returncode == 0
    shown = run("--diary", diary, "show", PYTHONIOENCODING="ascii")
    assert shown.returncode == 0, shown.stderr
    assert "trocken, m\\xfcde" in shown.stdout


def test_an_answer_that_is_no_text_is_refused(here: Callable[..., tuple[int, str, str]]) -> None:
    with pytest.raises(SystemExit, match="2"):
        here("log", "--note", "a\udcff")
