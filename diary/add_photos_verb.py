"""The verbs that add photos: picture files and folders, and what was sealed without an entry."""

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from diary.domain.companions import sort_out
from diary.domain.draft import Twin
from diary.domain.photo import DateSource, Photo, Taken, View, source_name
from diary.errors import DiaryDamaged, DiskGone, PhotoRefused
from diary.journal import Added, InDiary, Journal, Outcome
from diary.verbs import Say, complain, opened
from diary.words import translate

if TYPE_CHECKING:
    from diary.journal import Picture


def add_photos(options: argparse.Namespace, say: Say) -> int:
    """Add what can be added; 1 if any file or folder was refused, each named on stderr."""
    journal = opened(options)
    added: list[dict[str, Any]] = []
    lines: list[str] = []
    try:
        files, refused = _files(journal, options.files)
        known = journal.photos.by_digest()
        for number, path in enumerate(files):
            try:
                result = _add_file(journal, path, known, options)
            except DiskGone as error:
                refused += len(files) - number
                complain(str(error))
                break
            except PhotoRefused as error:
                refused += 1
                complain(str(error))
            else:
                lines.append(_line(path, result, options.date))
                added.append(_values(path, result, journal.photos.remarks(result.photo)))
    finally:
        journal.close()
    counts = {outcome: sum(one["outcome"] == outcome for one in added) for outcome in Outcome}
    words = translate("Verbs", "{new} added, {known} already in the diary, {refused} refused.")
    lines.append(
        words.format(
            new=counts[Outcome.NEW] + counts[Outcome.RESTORED],
            known=counts[Outcome.KNOWN],
            refused=refused,
        )
    )
    say("\n".join(lines), added)
    return 1 if refused else 0


def _files(journal: Journal, given: list[Path]) -> tuple[list[Path], int]:
    """The files to read, and how many folders were refused, wholly or in part."""
    found = journal.photos.gather(given)
    files, left_out = sort_out((*found.files, *found.pictures))
    for sentence in (*left_out, *found.noted, *found.refused):
        complain(sentence)
    return files, len(found.refused)


def _line(path: Path, added: Added, given: date | None) -> str:
    """What became of a file, and where the date of its photo comes from."""
    taken = added.photo.taken
    on = taken.on.isoformat()
    when = f"{on} {taken.at:%H:%M}" if taken.at else on
    if given and added.outcome is not Outcome.KNOWN:
        source = translate("Verbs", "given with --date")
    else:
        source = source_name(taken.source)
    line = f"{path}: {when}, {source}"
    if added.outcome is Outcome.KNOWN:
        return translate("Verbs", "{line}; already in the diary").format(line=line)
    if added.outcome is Outcome.RESTORED:
        return translate("Verbs", "{line}; brought back").format(line=line)
    return line


def _values(path: Path, added: Added, remarks: tuple[str, ...]) -> dict[str, Any]:
    taken = added.photo.taken
    return {
        "file": str(path),
        "outcome": added.outcome.value,
        "date": taken.on.isoformat(),
        "time": taken.at.isoformat() if taken.at else None,
        "date_from": taken.source.value,
        "view": added.photo.view.value,
        "remarks": list(remarks),
    }


def _add_file(
    journal: Journal, path: Path, known: dict[str, Photo], options: argparse.Namespace
) -> Added:
    try:
        picture = journal.photos.read(path, known=known)
    except InDiary as error:
        return Added(error.photo, Outcome.KNOWN)
    return _add(journal, picture, picture.file_name, options, file_time=options.file_time)


def _add(
    journal: Journal,
    picture: "Picture",
    name: str,
    options: argparse.Namespace,
    *,
    file_time: bool,
) -> Added:
    """Add a picture; one that the diary has keeps what the options do not say otherwise."""
    _twin, has = journal.photos.twins([picture.digest]).get(picture.digest, (Twin.NONE, None))
    view = options.view or (has.view if has else View.FRONT)
    given: date | None = options.date
    if given:
        taken = Taken(given, None, None, DateSource.TYPED)
    else:
        taken = has.taken if has else _said_by(picture, name, file_time=file_time)
    return journal.photos.add(picture, view=view, taken=taken)


def _said_by(picture: "Picture", name: str, *, file_time: bool) -> Taken:
    """When it was taken. Raises `PhotoRefused` where nothing trustworthy says so."""
    taken = picture.taken
    if taken is None:
        words = translate(
            "Verbs", "“{name}” does not say when it was taken. Give the day with --date."
        )
        raise PhotoRefused(words.format(name=name))
    if taken.source is DateSource.FILE_TIME and not file_time:
        words = translate(
            "Verbs",
            "“{name}” was not added: only the file’s own time says {day}, and that may be the day "
            "on which it was copied. Give the day with --date, or take the file’s time with "
            "--file-time.",
        )
        raise PhotoRefused(words.format(name=name, day=taken.on.isoformat()))
    return taken


def add_unfiled(options: argparse.Namespace, say: Say) -> int:
    """Add what can be read and dated; the others stay where they are."""
    journal = opened(options)
    added, refused = 0, []
    try:
        for name in journal.unfiled.names():
            try:
                _add(journal, journal.unfiled.read(name), name, options, file_time=False)
                added += 1
            except (PhotoRefused, DiaryDamaged) as error:
                refused.append(name)
                complain(str(error))
        remaining = journal.unfiled.settle()
    finally:
        journal.close()
    say(
        translate("Verbs", "{added} added, {remaining} left as they are.").format(
            added=added, remaining=remaining
        ),
        {"added": added, "refused": refused},
    )
    return 1 if refused else 0
