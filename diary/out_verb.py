"""The verbs that write one file outside the diary: the summary, the answers, the whole diary."""

import argparse

from diary import terminal
from diary.exchange.csv_days import write_csv
from diary.exchange.json_archive import write_json
from diary.journal import save_outside
from diary.verbs import Say, opened
from diary.words import translate


def report(options: argparse.Namespace, say: Say) -> None:
    from diary.report.options import Paper, ReportOptions

    password = options.password_file
    journal = opened(options)
    try:
        choices = ReportOptions(
            first=options.first,
            last=options.last,
            paper=Paper(options.paper),
            password=terminal.in_file(password) if password else None,
        )
        data = journal.report(choices)
    finally:
        journal.close()
    _save(data, options, say)


def export(options: argparse.Namespace, say: Say) -> None:
    journal = opened(options)
    try:
        diary = journal.diary()
    finally:
        journal.close()
    _save(write_json(diary) if options.format == "json" else write_csv(diary), options, say)


def _save(data: bytes, options: argparse.Namespace, say: Say) -> None:
    out = options.out
    save_outside(data, out, terminal.folder(options), replace=options.force)
    say(
        translate("Verbs", "Saved as {file}.").format(file=out),
        {"file": str(out), "bytes": len(data)},
    )


def backup(options: argparse.Namespace, say: Say) -> None:
    journal = opened(options)
    try:
        summary = journal.backups.to_file(options.out, replace=options.force)
    finally:
        journal.close()
    say(
        translate("Verbs", "Backed up and read back: {photos} photos, {size} bytes.").format(
            photos=summary.photos, size=summary.size
        ),
        {"file": str(summary.path), "photos": summary.photos, "bytes": summary.size},
    )
