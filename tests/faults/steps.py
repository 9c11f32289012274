"""The steps a patient takes, and what a diary holds once it says that they are done."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Unpack

from diary.domain.day import Day
from diary.domain.photo import DateSource, Taken, View
from diary.journal.days import Answers
from tests.faults.bench import COPIED, DIARY, DISK, FILE, RESTORED, Bench
from tests.faults.day import TODAY
from tests.faults.model import ANYONE, Model, Shots, Way, beside
from tests.faults.pictures import picture


def unchanged(model: Model) -> Model:
    return model


@dataclass(frozen=True)
class Step:
    """`effect` gives what the diary holds afterwards, and `None` if there is none any more."""

    name: str
    act: Callable[[Bench], object]
    effect: Callable[[Model], Model | None] = unchanged


CREATE = Step("create", lambda bench: bench.create())
OPEN = Step("open", lambda bench: bench.open())
CLOSE = Step("close", lambda bench: bench.close())
KEEP_SNAPSHOT = Step(
    "keep a snapshot", lambda bench: bench.keep_snapshot(), lambda model: _with_copy(model, DIARY)
)
MIRROR = Step("mirror", lambda bench: bench.mirror(), lambda model: _with_copy(model, DISK))
BACK_UP = Step("back up", lambda bench: bench.back_up(), lambda model: _with_copy(model, FILE))
RESTORE = Step(
    "restore",
    lambda bench: bench.restore(),
    lambda model: replace(model, copies=model.copies | {RESTORED: model.copies[FILE]}),
)
COPY = Step("copy", lambda bench: bench.copy(), lambda model: _with_copy(model, COPIED))
UPDATE = Step(
    "open an older diary", lambda bench: bench.open(), lambda model: _with_copy(model, DIARY)
)
DELETE_DIARY = Step("delete the diary", lambda bench: bench.delete(), lambda _model: None)


def answer(on: date, **answers: Unpack[Answers]) -> Step:
    def effect(model: Model) -> Model:
        after = replace(model.days.get(on, Day(on)), **answers)
        days = {other: day for other, day in model.days.items() if other != on}
        return replace(model, days=days if after.is_empty else days | {on: after})

    return Step(f"answer {on}", lambda bench: bench.journal.days.record(on, **answers), effect)


def add_photo(number: int, view: View = View.FRONT, on: date = TODAY) -> Step:
    shot = picture(number)

    def act(bench: Bench) -> None:
        taken = Taken(on, None, None, DateSource.TYPED)
        added = bench.journal.photos.add(shot, view=view, taken=taken)
        bench.ids[shot.digest] = added.photo.id

    def effect(model: Model) -> Model:
        if shot.digest in model.photos:
            return model
        live = model.photos | {shot.digest: (view, on)}
        return replace(
            model,
            photos=live,
            trash=_without(model.trash, shot.digest),
            beside=model.beside | {beside(shot.look, shot.digest)},
        )

    return Step(f"add photo {number}", act, effect)


def delete_photo(number: int) -> Step:
    digest = picture(number).digest

    def effect(model: Model) -> Model:
        if digest not in model.photos:
            return model
        trash = model.trash | {digest: model.photos[digest]}
        return replace(model, photos=_without(model.photos, digest), trash=trash)

    return Step(
        f"delete photo {number}",
        lambda bench: bench.journal.photos.delete(bench.ids[digest]),
        effect,
    )


def restore_photo(number: int) -> Step:
    digest = picture(number).digest

    def effect(model: Model) -> Model:
        if digest not in model.trash:
            return model
        live = model.photos | {digest: model.trash[digest]}
        return replace(model, photos=live, trash=_without(model.trash, digest))

    return Step(
        f"restore photo {number}",
        lambda bench: bench.journal.trash.restore(bench.ids[digest]),
        effect,
    )


def erase_photo(number: int) -> Step:
    digest = picture(number).digest

    def effect(model: Model) -> Model:
        left = {(of, what) for of, what in model.beside if digest not in of}
        return replace(model, trash=_without(model.trash, digest), beside=frozenset(left))

    return Step(
        f"erase photo {number}",
        lambda bench: bench.journal.trash.erase(bench.ids[digest]),
        effect,
    )


def add_passphrase(new: str, code: str) -> Step:
    return Step(
        "add a passphrase",
        lambda bench: bench.journal.access.add_passphrase(new, code),
        lambda model: replace(model, ways=frozenset({Way(new), Way(recovery_code=code)})),
    )


def change_passphrase(new: str) -> Step:
    return Step(
        "change the passphrase",
        lambda bench: bench.journal.access.reset_passphrase(new),
        lambda model: _with_way(model, Way(new)),
    )


def renew_code(passphrase: str, code: str) -> Step:
    return Step(
        "renew the recovery code",
        lambda bench: bench.journal.access.renew_recovery_code(passphrase, code),
        lambda model: _with_way(model, Way(recovery_code=code)),
    )


def remember(key: bytes) -> Step:
    return Step(
        "remember on this computer",
        lambda bench: bench.journal.access.remember(key),
        lambda model: _with_way(model, Way(device_key=key)),
    )


def remove_passphrase(passphrase: str) -> Step:
    return Step(
        "remove the passphrase",
        lambda bench: bench.journal.access.remove_passphrase(passphrase),
        lambda model: replace(model, ways=frozenset({ANYONE})),
    )


def _with_copy(model: Model, place: str) -> Model:
    """A copy is the state of its moment; snapshots and mirrors keep the older ones."""
    older = model.copies.get(place, ()) if place in (DIARY, DISK) else ()
    return replace(model, copies=model.copies | {place: (*older, replace(model, copies={}))})


def _with_way(model: Model, new: Way) -> Model:
    """A new way in takes the place of the one of its kind."""
    kind = [value is None for value in new]
    kept = {way for way in model.ways if [value is None for value in way] != kind}
    return replace(model, ways=frozenset({new, *kept}))


def _without(shots: Shots, digest: str) -> Shots:
    return {name: what for name, what in shots.items() if name != digest}
