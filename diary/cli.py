"""The verbs without a window: the same Journal, the same words."""

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date
from io import TextIOWrapper
from pathlib import Path

from diary.domain.photo import View
from diary.domain.scales import Count, Scale
from diary.errors import DiaryError, NameTaken
from diary.words import reason, translate


def parser() -> argparse.ArgumentParser:
    """The command line; without a verb the window opens."""
    top = argparse.ArgumentParser(prog="skin-diary", description=_("A private diary of a course."))
    top.add_argument("--diary", type=Path, metavar="FOLDER", help=_("the diary to open"))
    top.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="FILE",
        help=_("a file with the passphrase; without it the terminal asks"),
    )
    top.add_argument(
        "--data-dir", type=Path, metavar="FOLDER", help=_("settings and default diary")
    )
    top.add_argument("--sample", action="store_true", help=_("open the window on invented data"))
    top.add_argument("--json", action="store_true", help=_("print results for programs"))
    verbs = top.add_subparsers(dest="verb", metavar="VERB")
    _add_new(verbs.add_parser("new", help=_("start a diary")))
    _add_log(verbs.add_parser("log", help=_("answer questions of a day")))
    _add_period(verbs.add_parser("show", help=_("print days, photos and doses")))
    _add_photos(verbs.add_parser("add-photos", help=_("add picture files and folders")))
    _add_copy_out(verbs.add_parser("copy-out", help=_("save copies of photos outside the diary")))
    _add_report(verbs.add_parser("report", help=_("write the summary as a PDF")))
    export = verbs.add_parser("export", help=_("write the answers for other programs"))
    export.add_argument("--format", choices=["json", "csv"], required=True)
    _add_out(export)
    _add_safekeeping(verbs)
    unfiled = verbs.add_parser(
        "add-unfiled", help=_("add the photos that were sealed but have no entry")
    )
    unfiled.add_argument("--view", type=View, choices=list(View), help=_("front unless given"))
    unfiled.add_argument(
        "--date", type=_day, help=_("the day they were taken, else each photo says")
    )
    _add_access(verbs.add_parser("passphrase", help=_("change who can open the diary")))
    verbs.add_parser("face-finder", help=_("download what finds faces, if it is not there"))
    sample = verbs.add_parser("sample", help=_("write a diary of invented data"))
    sample.add_argument("folder", type=Path, help=_("a folder that is not there yet"))
    sample.add_argument("--days", type=int, default=54, help=_("how many days it covers"))
    return top


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        said = _("“{text}” is not a date such as 2026-11-23")
        raise argparse.ArgumentTypeError(said.format(text=text)) from None


def _add_new(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("folder", type=Path, help=_("a folder that is not there yet"))
    verb.add_argument("--start", type=_day, required=True, help=_("the day of the first dose"))
    verb.add_argument("--dose-mg", type=float, help=_("prescribed for each day"))
    verb.add_argument("--weight-kg", type=float)
    verb.add_argument(
        "--target-mg-per-kg",
        type=float,
        nargs="+",
        metavar="N",
        help=_("your own target for the whole course: a sum, or its least and most"),
    )
    verb.add_argument(
        "--no-passphrase",
        action="store_true",
        help=_("anyone who can use this account can read the diary"),
    )


def _add_photos(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "files", type=Path, nargs="+", help=_("picture files, or folders with all that is in them")
    )
    verb.add_argument("--view", type=View, choices=list(View), help=_("front unless given"))
    dated = verb.add_mutually_exclusive_group()
    dated.add_argument("--date", type=_day, help=_("the day they were taken, else each photo says"))
    dated.add_argument(
        "--file-time",
        action="store_true",
        help=_("take the file’s own time where nothing else says when a photo was taken"),
    )


def _add_copy_out(verb: argparse.ArgumentParser) -> None:
    _add_period(verb)
    verb.add_argument("--view", type=View, choices=list(View))
    verb.add_argument(
        "--original",
        action="store_true",
        help=_("byte for byte, with what the file tells of place, time and phone"),
    )
    _add_out(verb, _("a folder, or the file for a single photo"))


def _add_report(verb: argparse.ArgumentParser) -> None:
    _add_out(verb)
    _add_period(verb)
    verb.add_argument("--paper", choices=["a4", "letter"], default="a4")
    verb.add_argument("--password-file", type=Path, help=_("a file with a password for the PDF"))


def _add_safekeeping(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    backup = verbs.add_parser("backup", help=_("write the whole diary into one sealed file"))
    _add_out(backup)

    mirror = verbs.add_parser("mirror", help=_("bring the backup in a folder up to date"))
    mirror.add_argument("folder", type=Path, help=_("where the backup is, or will be"))
    mirror.add_argument(
        "--thorough", action="store_true", help=_("read again what is there already")
    )

    restore = verbs.add_parser("restore", help=_("open a backup as a new diary"))
    restore.add_argument("backup", type=Path, help=_("a backup file, a mirror or a snapshot"))
    restore.add_argument("--to", type=Path, required=True, help=_("a folder that is not there yet"))
    _add_recovery_code(restore)
    restore.add_argument("--partial", action="store_true", help=_("go without missing photos"))

    check = verbs.add_parser("check", help=_("look for damage"))
    level = check.add_mutually_exclusive_group()
    level.add_argument("--quick", action="store_true", help=_("only whether every file is there"))
    level.add_argument("--deep", action="store_true", help=_("open every photo as well"))
    check.add_argument("--heal-from", type=Path, metavar="BACKUP", help=_("bring back hurt photos"))


def _add_access(verb: argparse.ArgumentParser) -> None:
    change = verb.add_mutually_exclusive_group()
    change.add_argument(
        "--new-passphrase-file",
        type=Path,
        metavar="FILE",
        help=_("a file with the new passphrase; without it the terminal asks"),
    )
    change.add_argument(
        "--remove",
        action="store_true",
        help=_("anyone who can use this account can then read the diary"),
    )
    change.add_argument(
        "--new-recovery-code", action="store_true", help=_("the old one then stops working")
    )
    _add_recovery_code(verb)


def _add_recovery_code(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "--recovery-code-file", type=Path, metavar="FILE", help=_("a file with the recovery code")
    )


def _add_out(verb: argparse.ArgumentParser, what: str = "") -> None:
    verb.add_argument("--out", type=Path, required=True, help=what or _("the file to write"))
    verb.add_argument("--force", action="store_true", help=_("replace a file that is there"))


def _add_period(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--from", dest="first", type=_day, help=_("the first day"))
    verb.add_argument("--to", dest="last", type=_day, help=_("the last day"))


def _add_log(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--date", type=_day, help=_("today unless given"))
    for question in (*Scale, *Count):
        verb.add_argument(f"--{question.value}", type=int, metavar="N")
    dose = verb.add_mutually_exclusive_group()
    dose.add_argument("--dose-mg", type=float, metavar="N", help=_("the dose that was taken"))
    dose.add_argument("--skipped", action="store_true", help=_("no dose was taken"))
    verb.add_argument("--symptom", type=text, action="append", metavar="NAME=SEVERITY")
    verb.add_argument("--care", type=text, action="append", metavar="NAME")
    verb.add_argument("--medicines", type=text)
    verb.add_argument("--note", type=text)


def text(given: str) -> str:
    """What was given, as it is. Raises `ValueError` for bytes that are no text here."""
    given.encode()
    return given


def _(words: str) -> str:
    return translate("CommandLine", words)


def run(options: argparse.Namespace) -> int:
    """Carry out the verb. Returns 0, or 1 after one sentence on stderr.

    The verbs are imported here: the window starts without them.
    """
    from diary import (
        add_photos_verb,
        copy_out_verb,
        face_finder_verb,
        folders,
        out_verb,
        passphrase_verb,
        verbs,
    )
    from diary.imaging import face_models

    face_models.use(folders.named(options.data_dir).data)

    carry_out = {
        "new": verbs.new,
        "log": verbs.log,
        "show": verbs.show,
        "add-photos": add_photos_verb.add_photos,
        "copy-out": copy_out_verb.copy_out,
        "report": out_verb.report,
        "export": out_verb.export,
        "backup": out_verb.backup,
        "mirror": verbs.mirror,
        "restore": verbs.restore,
        "check": verbs.check,
        "add-unfiled": add_photos_verb.add_unfiled,
        "passphrase": passphrase_verb.passphrase,
        "face-finder": face_finder_verb.face_finder,
        "sample": verbs.sample,
    }

    def say(sentence: str, value: object) -> None:
        if options.json:
            print(json.dumps(value, ensure_ascii=False))  # noqa: T201 - this is the output
        elif sentence:
            print(sentence)  # noqa: T201 - this is the output

    if isinstance(sys.stdout, TextIOWrapper):  # a name or a note may not fit what reads this
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        return carry_out[options.verb](options, say) or 0
    except NameTaken as error:
        verbs.complain(f"{error} {_('Choose another name, or replace it with --force.')}")
        return 1
    except DiaryError as error:
        verbs.complain(str(error))
        return 1
    except OSError as error:
        verbs.complain(f"{error.filename}: {reason(error)}" if error.filename else reason(error))
        return 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a verb from the terminal, without a window."""
    return run(parser().parse_args(arguments))


if __name__ == "__main__":
    raise SystemExit(main())
