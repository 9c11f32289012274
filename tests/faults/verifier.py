"""Open what a fault left, as the patient would, and compare it with what the patient was told."""

import hashlib
import traceback
from collections.abc import Iterable, Sequence
from pathlib import Path

from diary.errors import WrongDeviceKey, WrongPassphrase, WrongRecoveryCode
from tests.faults.bench import COPIED, DIARY, DISK, FILE, OUT, PHONE, RESTORED, Bench
from tests.faults.copies import BrokenPromise, check_copies
from tests.faults.day import TODAY
from tests.faults.model import ANYONE, Model, Way, shown
from tests.faults.outside import check_outside
from tests.faults.patient import LATER, Broke, Done, Refused, Shown, Told
from tests.faults.scenarios import Scenario
from tests.faults.steps import Step, add_photo, answer

AFTERWARDS = (answer(TODAY, nodules=2), add_photo(8))
"""A diary that survived takes a new answer and a new photo."""

EXPECTED = {DIARY, DISK, FILE, RESTORED, COPIED, PHONE, OUT, "lost+found"}
"""What may lie where the diary does; every ext4 disk has the last."""


def broken_promise(scenario: Scenario, root: Path, told: Sequence[Told]) -> str | None:
    """The first promise that does not hold, in words."""
    try:
        verify(scenario, scenario.bench(root), told)
    except BrokenPromise as broken:
        return str(broken)
    except Exception:  # noqa: BLE001 - a diary that cannot be opened breaks every promise
        return traceback.format_exc()
    return None


def verify(scenario: Scenario, bench: Bench, told: Sequence[Told]) -> None:
    """Raises `BrokenPromise` for the first thing that is not as it was told."""
    _only_sentences(told)
    begun = stages(scenario, told)[-1]
    allowed = _as_shown(begun, told)
    if None in allowed and not bench.folder.exists():
        bench.create()  # whatever a diary that is gone left behind is no obstacle
        bench.close()
        begun = allowed = [Model()]
    models = [model for model in allowed if model is not None]
    ways = _ways_in(scenario, bench)
    if not any(model.ways == ways for model in models):
        raise BrokenPromise(f"told {told}, so one of {models}, but it opens by {ways}")
    way = min(ways, key=repr)
    bench.open(way)
    found = _whole(bench)
    fitting = [model for model in models if model.shows(found)]
    if not fitting:
        raise BrokenPromise(f"told {told}, so one of {models}, but found {found}")
    check_outside(bench, fitting, lived_on=any(isinstance(one, Shown) for one in told))
    if scenario.keeps_copies:
        bench.close()
        check_copies(bench, fitting, _ever(scenario, told))
        bench.open(way)
    _small_pictures(bench)
    _bring_back(
        bench, set.intersection(*(set(model.trash) for model in (*begun, *models) if model))
    )
    before = shown(bench.journal)
    for step in AFTERWARDS:
        step.act(bench)
    bench.close()
    bench.open(way)
    if not _whole(bench).shows(after(before, AFTERWARDS)):
        raise BrokenPromise(f"new things were lost: {shown(bench.journal)}")
    bench.close()
    if left_over := {path.name for path in bench.root.iterdir()} - EXPECTED:
        raise BrokenPromise(f"left behind: {left_over}")


def stages(scenario: Scenario, told: Sequence[Told]) -> list[list[Model | None]]:
    """What the diary may have held, before the steps and after each that was begun.

    What a done step changed is there, and what any other would have is there or not, as a whole.
    """
    done = {one.step for one in told if isinstance(one, Done)}
    tried = len(done) + sum(isinstance(one, Refused) for one in told)
    held = [scenario.stages()[-1:]]
    for number, step in enumerate(scenario.steps[: tried + 1]):
        changed = [step.effect(model or Model()) for model in held[-1]]
        held.append(changed if number in done else held[-1] + changed)
    return held


def _ever(scenario: Scenario, told: Sequence[Told]) -> list[Model]:
    """All that the diary may ever have held, from its beginning until the program ended."""
    steps = stages(scenario, told)
    held = [*scenario.stages(), *(model for stage in steps for model in stage)]
    if any(isinstance(one, Shown) for one in told):
        for number in range(1, len(LATER) + 1):
            held += [after(model or Model(), LATER[:number]) for model in steps[-1]]
    return [model for model in held if model]


def _as_shown(allowed: list[Model | None], told: Sequence[Told]) -> list[Model | None]:
    """What of it is so, where the program lived on and showed what it had."""
    for one in told:
        if isinstance(one, Shown):
            later = [after(model or Model(), LATER) for model in allowed]
            allowed = [model for model in later if model.shows(one.model)]
            if not allowed:
                raise BrokenPromise(f"told {told}, but showed not one of {later}")
    return allowed


def after(model: Model, steps: Iterable[Step]) -> Model:
    for step in steps:
        model = step.effect(model) or model
    return model


def _only_sentences(told: Sequence[Told]) -> None:
    for one in told:
        if isinstance(one, Broke):
            raise BrokenPromise(f"an error without a sentence:\n{one.traceback}")
        if isinstance(one, Refused) and not one.sentence.endswith("."):
            raise BrokenPromise(f"not a sentence: {one.sentence!r}")


def _ways_in(scenario: Scenario, bench: Bench) -> set[Way]:
    found = {way for way in scenario.ways if _opens(bench, way)}
    if ANYONE in found:  # whatever is typed
        found -= {way for way in found if way.passphrase}
    return found


def _opens(bench: Bench, way: Way) -> bool:
    try:
        bench.open(way)
    except (WrongPassphrase, WrongRecoveryCode, WrongDeviceKey):
        return False
    bench.close()
    return True


def _whole(bench: Bench) -> Model:
    """What the diary shows, once nothing in it is damaged and nothing is left lying about."""
    journal = bench.journal
    findings = journal.upkeep.check(deep=True)
    if not findings.is_whole:
        raise BrokenPromise(f"the diary is damaged: {findings}")
    left_over = [path.name for path in (bench.folder / "tmp").iterdir()]
    if left_over:
        raise BrokenPromise(f"left behind: {left_over}")
    return shown(journal)


def _small_pictures(bench: Bench) -> None:
    """Lost ones are made again."""
    for photo in bench.journal.photos.all():
        for small in (bench.journal.photos.thumbnail(photo), bench.journal.photos.preview(photo)):
            if not small.startswith(b"\xff\xd8"):
                raise BrokenPromise(f"no small picture of {photo.file_name}")


def _bring_back(bench: Bench, digests: set[str]) -> None:
    """What was deleted comes back from the trash, byte for byte."""
    for digest in digests:
        bench.journal.trash.restore(bench.ids[digest])
        original = bench.journal.photos.original(bench.journal.photos.get(bench.ids[digest]))
        if hashlib.sha256(original).hexdigest() != digest:
            raise BrokenPromise("a photo came back from the trash with other bytes")
