"""What each verb of the command line does."""

import argparse
import sys
from collections.abc import Callable
from datetime import date

from diary import terminal
from diary.domain.course import Course, Step, Target, Weight
from diary.domain.day import Day, Dose, DoseState
from diary.domain.scales import Count, Scale, Severity
from diary.errors import InvalidInput
from diary.exchange.json_archive import day_values
from diary.journal import Answers, Journal, new_recovery_code, sync_warning, ways_into_backup
from diary.words import translate

Say = Callable[[str, object], None]
"""Prints a sentence, or with `--json` the value beside it."""


def complain(sentence: str) -> None:
    print(sentence, file=sys.stderr)  # noqa: T201 - the terminal's place for problems


def new(options: argparse.Namespace, say: Say) -> None:
    start: date = options.start
    target = options.target_mg_per_kg
    course = Course(
        start=start,
        steps=(Step(start, options.dose_mg),) if options.dose_mg is not None else (),
        weights=(Weight(start, options.weight_kg),) if options.weight_kg is not None else (),
        target=Target(target[0], target[-1]) if target else None,
    )
    warning = sync_warning(options.folder)
    if warning:
        complain(warning)
    passphrase = None if options.no_passphrase else _first_passphrase(options)
    code = None if options.no_passphrase else new_recovery_code()
    Journal.create(options.folder, course=course, passphrase=passphrase, recovery_code=code).close()
    made = translate("Verbs", "The diary is in {folder}.").format(folder=options.folder)
    say(
        f"{made}\n{terminal.shown_once(code)}" if code else made,
        {"folder": str(options.folder), "recovery_code": code},
    )


def _first_passphrase(options: argparse.Namespace) -> str:
    given = terminal.is_given(options)
    return terminal.passphrase(options) if given else terminal.new_passphrase(None)


def log(options: argparse.Namespace, say: Say) -> None:
    journal = opened(options)
    try:
        on = options.date or journal.today()
        before = journal.days.get(on)
        answers = _answers(options, before, journal.course.get())
        if not answers:
            raise InvalidInput(
                translate("Verbs", "Nothing to save. Give an answer, such as --acne 4.")
            )
        change = journal.days.record(on, **answers)
    finally:
        journal.close()
    say(
        translate("Verbs", "Saved for {day}.").format(day=change.after.on.isoformat()),
        day_values(change.after),
    )


def _answers(options: argparse.Namespace, before: Day, course: Course) -> Answers:
    named = {question.value: getattr(options, question.value) for question in (*Scale, *Count)}
    named |= {"note": options.note, "medicines": options.medicines}
    answers = Answers(**{key: value for key, value in named.items() if value is not None})  # type: ignore[typeddict-item]
    if options.skipped:
        answers["dose"] = Dose(DoseState.SKIPPED, 0)
    elif options.dose_mg is not None:
        step = course.step_on(before.on)
        prescribed = step is not None and step.mg == options.dose_mg
        state = DoseState.TAKEN if prescribed else DoseState.DIFFERENT
        answers["dose"] = Dose(state, options.dose_mg)
    if options.symptom:
        answers["symptoms"] = {**before.symptoms, **dict(map(_symptom, options.symptom))}
    if options.care:
        answers["care"] = before.care | frozenset(options.care)
    return answers


def _symptom(text: str) -> tuple[str, Severity | None]:
    name, _, severity = text.rpartition("=") if "=" in text else (text, "", "")
    if severity and severity not in list(Severity):
        raise InvalidInput(
            translate("Verbs", "“{text}”: a symptom is mild, moderate or severe.").format(text=text)
        )
    return name, Severity(severity) if severity else None


def show(options: argparse.Namespace, say: Say) -> None:
    journal = opened(options)
    try:
        first, last = options.first or date.min, options.last or date.max
        diary = journal.diary()
        so_far = journal.course.dose_so_far()
    finally:
        journal.close()
    days = [day for day in diary.days if first <= day.on <= last]
    photos = [photo for photo in diary.photos if first <= photo.taken.on <= last]
    lines = [_line(day) for day in days]
    lines.append(
        translate(
            "Verbs", "{days} days, {photos} photos. Recorded {mg} mg, {n} days without a record."
        ).format(days=len(days), photos=len(photos), mg=f"{so_far.mg:g}", n=len(so_far.unrecorded))
    )
    say(
        "\n".join(lines),
        {
            "days": [day_values(day) for day in days],
            "photos": [
                {"date": photo.taken.on.isoformat(), "view": photo.view, "file": photo.file_name}
                for photo in photos
            ],
            "dose_mg": so_far.mg,
            "dose_mg_per_kg": so_far.mg_per_kg,
            "days_without_record": [on.isoformat() for on in so_far.unrecorded],
        },
    )


def _line(day: Day) -> str:
    scores = " ".join(
        f"{scale.value} {'–' if (score := day.score(scale)) is None else score}" for scale in Scale
    )
    dose = "–" if day.dose is None else f"{day.dose.state.value} {day.dose.mg:g} mg"
    return f"{day.on.isoformat()}  {scores}  dose {dose}  {day.note}".rstrip()


def mirror(options: argparse.Namespace, say: Say) -> None:
    journal = opened(options)
    try:
        done = journal.backups.mirror(options.folder, thorough=options.thorough)
    finally:
        journal.close()
    said = translate(
        "Verbs", "Backed up to {folder}: {photos} photos, {copied} of them copied now."
    )
    say(
        said.format(folder=done.path, photos=done.photos, copied=done.copied),
        {
            "folder": str(done.path),
            "photos": done.photos,
            "bytes": done.size,
            "copied": done.copied,
        },
    )


def restore(options: argparse.Namespace, say: Say) -> None:
    code = terminal.recovery_code(options)
    warning = sync_warning(options.to)
    if warning:
        complain(warning)
    is_asked = not code and ways_into_backup(options.backup).passphrase
    journal = Journal.restore(
        options.backup,
        options.to,
        passphrase=terminal.passphrase(options) if is_asked else None,
        recovery_code=code,
        partial=options.partial,
    )
    days, photos = len(journal.days.all()), len(journal.photos.all())
    restored = journal.restored
    journal.close()
    missing = [photo.file_name for photo in restored.missing] if restored else []
    sentence = translate("Verbs", "Restored to {folder}: {days} days, {photos} photos.").format(
        folder=options.to, days=days, photos=photos - len(missing)
    )
    said = restored.said if restored else ""
    say(
        f"{sentence} {said}".rstrip(),
        {"folder": str(options.to), "days": days, "photos": photos, "missing": missing},
    )


def check(options: argparse.Namespace, say: Say) -> int:
    journal = opened(options)
    try:
        findings = journal.upkeep.check(quick=options.quick, deep=options.deep)
        if options.heal_from and not findings.is_whole:
            journal.upkeep.heal(options.heal_from)
            journal.upkeep.heal_key_files()
            findings = journal.upkeep.check(quick=options.quick, deep=options.deep)
    finally:
        journal.close()
    hurt = [
        *(("missing", photo.file_name) for photo in findings.missing),
        *(("damaged", photo.file_name) for photo in findings.damaged),
        *(("damaged", name) for name in findings.key_files),
        *(("spare", name) for name in findings.spare),
    ]
    for kind, name in hurt:
        complain(_hurt_words(kind).format(name=name))
    for name in findings.unfiled:
        complain(
            translate("Verbs", "{name} is a photo without an entry. add-unfiled adds it.").format(
                name=name
            )
        )
    say(
        translate("Verbs", "{photos} photos checked, {hurt} files hurt.").format(
            photos=findings.photos, hurt=len(hurt)
        ),
        {"photos": findings.photos, "hurt": hurt, "unfiled": findings.unfiled},
    )
    return 1 if hurt else 0


def _hurt_words(kind: str) -> str:
    """What is hurt, and what mends it."""
    if kind == "missing":
        return translate("Verbs", "{name} is missing. --heal-from BACKUP brings it back.")
    if kind == "spare":
        return translate("Verbs", "{name} is damaged. Nothing that the diary shows is in it.")
    return translate("Verbs", "{name} is damaged. --heal-from BACKUP brings it back.")


def sample(options: argparse.Namespace, say: Say) -> None:
    from diary.sample import write_sample

    journal = write_sample(options.folder, days=options.days)
    days = len(journal.days.all())
    journal.close()
    say(
        translate("Verbs", "A sample diary of {days} entries is in {folder}.").format(
            days=days, folder=options.folder
        ),
        {"folder": str(options.folder), "entries": days},
    )


def opened(options: argparse.Namespace) -> Journal:
    """The diary that was named, opened with the passphrase that was given."""
    return Journal.open(terminal.folder(options), passphrase=terminal.current_passphrase(options))
