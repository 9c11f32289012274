"""The verb that changes who can open a diary."""

import argparse
from collections.abc import Callable

from diary import terminal
from diary.errors import InvalidInput
from diary.journal import Journal, new_recovery_code
from diary.words import translate


def passphrase(options: argparse.Namespace, say: Callable[[str, object], None]) -> None:
    """Change, add or remove the passphrase, or renew the recovery code."""
    code = terminal.recovery_code(options)
    current = None if code else terminal.current_passphrase(options)
    journal = Journal.open(terminal.folder(options), passphrase=current, recovery_code=code)
    try:
        said, new_code = _change(options, journal, current)
        protected = journal.access.ways().passphrase
    finally:
        journal.close()
    say(
        f"{said}\n{terminal.shown_once(new_code)}" if new_code else said,
        {"passphrase": protected, "recovery_code": new_code},
    )


def _change(
    options: argparse.Namespace, journal: Journal, current: str | None
) -> tuple[str, str | None]:
    """What was done, and the new recovery code if there is one."""
    if options.remove:
        return _remove(journal, _needed(current)), None
    if options.new_recovery_code:
        return _renew(journal, _needed(current))
    new = terminal.new_passphrase(options.new_passphrase_file)
    if not journal.access.ways().passphrase:
        return _add(journal, new)
    if current is None:  # the recovery code opened it
        journal.access.reset_passphrase(new)
    else:
        journal.access.change_passphrase(current, new)
    said = translate(
        "Verbs", "The passphrase was changed. Backups made before still open with the old one."
    )
    return said, None


def _add(journal: Journal, new: str) -> tuple[str, str]:
    code = new_recovery_code()
    journal.access.add_passphrase(new, code)
    said = translate(
        "Verbs", "The passphrase was added. Backups made before still open without one."
    )
    return said, code


def _remove(journal: Journal, current: str) -> str:
    journal.access.remove_passphrase(current)
    return translate(
        "Verbs",
        "The passphrase was removed: anyone who can use this account can read this diary. "
        "Backups made before still open with it.",
    )


def _renew(journal: Journal, current: str) -> tuple[str, str]:
    code = new_recovery_code()
    journal.access.renew_recovery_code(current, code)
    said = translate(
        "Verbs", "The old recovery code no longer opens this diary, only backups made before."
    )
    return said, code


def _needed(current: str | None) -> str:
    if current is None:
        raise InvalidInput(
            translate(
                "Verbs",
                "This needs the passphrase, and none was given. Nothing was changed.",
            )
        )
    return current
