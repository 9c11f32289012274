"""The verbs without a window: the same Journal, the same words."""

import argparse
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from diary.domain.photo import View
from diary.domain.scales import Count, Scale
from diary.errors import DiaryError


def parser() -> argparse.ArgumentParser:
    """The command line; without a verb the window opens."""
    top = argparse.ArgumentParser(prog="skin-diary", description="A private diary of a course.")
    top.add_argument("--diary", type=Path, metavar="FOLDER", help="the diary to open")
    top.add_argument("--passphrase-file", type=Path, metavar="FILE")
    top.add_argument("--data-dir", type=Path, metavar="FOLDER", help="settings and default diary")
    top.add_argument("--sample", action="store_true", help="open the window on invented data")
    top.add_argument("--json", action="store_true", help="print results for programs")
    subparsers = top.add_subparsers(dest="verb", metavar="VERB")

    new = subparsers.add_parser("new", help="start a diary")
    new.add_argument("folder", type=Path)
    new.add_argument("--start", type=date.fromisoformat, required=True)
    new.add_argument("--dose-mg", type=float)
    new.add_argument("--weight-kg", type=float)
    new.add_argument("--target-mg-per-kg", type=float, nargs="+", metavar="N")
    new.add_argument("--no-passphrase", action="store_true")

    _add_log(subparsers.add_parser("log", help="answer questions of a day"))

    show = subparsers.add_parser("show", help="print days, photos and doses")
    _add_period(show)

    add = subparsers.add_parser("add-photos", help="add picture files")
    add.add_argument("files", type=Path, nargs="+")
    add.add_argument("--view", type=View, choices=list(View), default=View.FRONT)
    add.add_argument("--date", type=date.fromisoformat)

    report = subparsers.add_parser("report", help="write the summary as a PDF")
    report.add_argument("--out", type=Path, required=True)
    _add_period(report)
    report.add_argument("--paper", choices=["a4", "letter"], default="a4")
    report.add_argument("--password-file", type=Path)

    export = subparsers.add_parser("export", help="write the answers for other programs")
    export.add_argument("--format", choices=["json", "csv"], required=True)
    export.add_argument("--out", type=Path, required=True)

    backup = subparsers.add_parser("backup", help="write the whole diary into one sealed file")
    backup.add_argument("--out", type=Path, required=True)

    mirror = subparsers.add_parser("mirror", help="bring the backup in a folder up to date")
    mirror.add_argument("folder", type=Path)
    mirror.add_argument("--thorough", action="store_true", help="read again what is there already")

    restore = subparsers.add_parser("restore", help="open a backup as a new diary")
    restore.add_argument("backup", type=Path, help="a backup file, a mirror or a snapshot")
    restore.add_argument("--to", type=Path, required=True)
    restore.add_argument("--recovery-code-file", type=Path, metavar="FILE")
    restore.add_argument("--partial", action="store_true", help="go without missing photos")

    check = subparsers.add_parser("check", help="look for damage")
    level = check.add_mutually_exclusive_group()
    level.add_argument("--quick", action="store_true", help="only whether every file is there")
    level.add_argument("--deep", action="store_true", help="open every photo as well")
    check.add_argument("--heal-from", type=Path, metavar="BACKUP", help="bring back hurt photos")

    sample = subparsers.add_parser("sample", help="write a diary of invented data")
    sample.add_argument("folder", type=Path)
    sample.add_argument("--days", type=int, default=54)
    return top


def _add_period(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--from", dest="first", type=date.fromisoformat)
    verb.add_argument("--to", dest="last", type=date.fromisoformat)


def _add_log(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--date", type=date.fromisoformat)
    for question in (*Scale, *Count):
        verb.add_argument(f"--{question.value}", type=int, metavar="N")
    dose = verb.add_mutually_exclusive_group()
    dose.add_argument("--dose-mg", type=float, metavar="N")
    dose.add_argument("--skipped", action="store_true")
    verb.add_argument("--symptom", action="append", metavar="NAME=SEVERITY")
    verb.add_argument("--care", action="append", metavar="NAME")
    verb.add_argument("--medicines")
    verb.add_argument("--note")


def run(options: argparse.Namespace) -> int:
    """Carry out the verb. Returns 0, or 1 after one sentence on stderr.

    The verbs are imported here: the window starts without them.
    """
    from diary import verbs

    carry_out = {
        "new": verbs.new,
        "log": verbs.log,
        "show": verbs.show,
        "add-photos": verbs.add_photos,
        "report": verbs.report,
        "export": verbs.export,
        "backup": verbs.backup,
        "mirror": verbs.mirror,
        "restore": verbs.restore,
        "check": verbs.check,
        "sample": verbs.sample,
    }

    def say(sentence: str, value: object) -> None:
        if options.json:
            print(json.dumps(value, ensure_ascii=False))  # noqa: T201 - this is the output
        elif sentence:
            print(sentence)  # noqa: T201 - this is the output

    try:
        return carry_out[options.verb](options, say) or 0
    except DiaryError as error:
        verbs.complain(str(error))
        return 1
    except OSError as error:
        verbs.complain(f"{error.filename}: {error.strerror}" if error.filename else str(error))
        return 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a verb from the terminal, without a window."""
    return run(parser().parse_args(arguments))


if __name__ == "__main__":
    raise SystemExit(main())
