"""The recovery code as a page to print or to keep on another disk."""

import json
from datetime import date

from diary import resources
from diary.report.typeface import printable_throughout
from diary.report.typeset import typeset
from diary.report.wording import full_date
from diary.words import translate


def write_recovery_card(code: str, *, diary: str, made: date) -> bytes:
    """One page as a PDF; `code` is groups of digits with spaces between, `diary` its name."""
    card = {
        "title": translate("RecoveryCard", "Skin Diary: recovery code"),
        "diary": translate("RecoveryCard", "For the diary “{name}”").format(name=diary),
        "made": translate("RecoveryCard", "Made on {day}").format(day=full_date(made)),
        "groups": code.split(),
        "sentences": _sentences(),
        "language": translate("Report", "en"),
    }
    files = {
        "main.typ": resources.path("recovery-card.typ").read_bytes(),
        "card.json": json.dumps(printable_throughout(card)).encode(),
    }
    return typeset(files, made)


def _sentences() -> tuple[str, ...]:
    return (
        translate(
            "RecoveryCard",
            "It opens the diary if you forget the passphrase: choose “Use the recovery code…” on "
            "the lock screen and type the 8 groups in this order.",
        ),
        translate(
            "RecoveryCard",
            "Anyone who has this page can open the diary. Keep it where only you find it.",
        ),
        translate(
            "RecoveryCard",
            "If you make a new recovery code, this one opens only the backups made before.",
        ),
    )
