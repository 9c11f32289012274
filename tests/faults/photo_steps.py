"""What a patient does with photos that are in the diary, and with those that are not yet."""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import cv2

from diary.domain.alignment import Pair
from diary.domain.mark import Mark
from diary.domain.panels import Moment, PanelChoice
from diary.domain.photo import View
from diary.domain.regions import Region
from diary.domain.similarity import Point
from diary.domain.timelapse import MovieFormat
from diary.exchange.csv_days import write_csv
from diary.imaging.shared_frame import Frame
from diary.imaging.timelapse import Scene
from diary.journal import save_outside
from diary.journal.timelapse import Film
from diary.journal.timelapse_cast import Part
from tests.faults.bench import OUT, PHONE, Bench
from tests.faults.day import NOW
from tests.faults.model import Beside, Model, beside
from tests.faults.pictures import SIZE, picture
from tests.faults.steps import Step

ON_THE_PHONE = (1, 6, 7)
"""Numbers of the pictures in the watched folder; the first is in the diary."""

_LONG_AGO = (NOW - timedelta(hours=1)).timestamp()

cv2.setNumThreads(0)  # a forked program has none of the threads of the process it comes from


def fill_folders(bench: Bench) -> None:
    """Make the folder of the phone with its pictures, and an empty one for copies."""
    (bench.root / OUT).mkdir()
    (bench.root / PHONE).mkdir()
    for number in ON_THE_PHONE:
        file = bench.root / PHONE / picture(number).file_name
        file.write_bytes(picture(number).data)
        os.utime(file, (_LONG_AGO, _LONG_AGO))


def put_marks(number: int, **at: Point) -> Step:
    """Mark spots, which are named, in place of those of this photo."""
    digest = picture(number).digest
    spots = [
        Mark("", spot, place, Region.CHEEKS, gone=place[0] > 0.5) for spot, place in at.items()
    ]

    def act(bench: Bench) -> None:
        photo_id = bench.ids[digest]
        bench.journal.marks.put(photo_id, tuple(replace(one, photo_id=photo_id) for one in spots))

    def effect(model: Model) -> Model:
        left = {one for one in model.beside if not _is_of(Mark, one, digest)}
        return replace(model, beside=frozenset(left | {beside(one, digest) for one in spots}))

    return Step(f"mark {sorted(at)} on photo {number}", act, effect)


def point_at(number: int, other: int, *pairs: Pair) -> Step:
    """Point at the same places on two photos, in place of what was pointed at on them."""
    one, two = sorted((picture(number).digest, picture(other).digest))

    def act(bench: Bench) -> None:
        bench.journal.alignment.set_points(bench.ids[one], bench.ids[two], pairs)

    def effect(model: Model) -> Model:
        left = {kept for kept in model.beside if kept[0] != {one, two}}
        return replace(
            model, beside=frozenset(left | ({beside(pairs, one, two)} if pairs else set()))
        )

    return Step(f"point at {len(pairs)} places on photos {number} and {other}", act, effect)


def choose_panel(number: int, view: View, moment: Moment) -> Step:
    digest, choice = picture(number).digest, PanelChoice(view, moment, "")

    def act(bench: Bench) -> None:
        bench.journal.panels.choose(replace(choice, photo_id=bench.ids[digest]))

    def effect(model: Model) -> Model:
        left = {one for one in model.beside if one[1] != repr(choice)}
        return replace(model, beside=frozenset(left | {beside(choice, digest)}))

    return Step(f"choose photo {number} for {moment}", act, effect)


def propose_panel(view: View, moment: Moment) -> Step:
    choice = PanelChoice(view, moment, "")
    return Step(
        f"let {moment} be proposed",
        lambda bench: bench.journal.panels.propose(view, moment),
        lambda model: replace(
            model, beside=frozenset(one for one in model.beside if one[1] != repr(choice))
        ),
    )


def set_views(view: View, *numbers: int) -> Step:
    return _change_many(
        f"give photos {numbers} the view {view}",
        lambda bench, ids: bench.journal.album.set_view(ids, view),
        lambda _view, on: (view, on),
        *numbers,
    )


def shift(days: int, *numbers: int) -> Step:
    return _change_many(
        f"date photos {numbers} {days} days later",
        lambda bench, ids: bench.journal.album.shift(ids, days),
        lambda view, on: (view, on + timedelta(days)),
        *numbers,
    )


def delete_many(*numbers: int) -> Step:
    digests = {picture(number).digest for number in numbers}

    def effect(model: Model) -> Model:
        gone = {name: what for name, what in model.photos.items() if name in digests}
        left = {name: what for name, what in model.photos.items() if name not in digests}
        return replace(model, photos=left, trash=model.trash | gone)

    return Step(
        f"delete photos {numbers}",
        lambda bench: bench.journal.album.delete([bench.ids[one] for one in sorted(digests)]),
        effect,
    )


def restore_many(*numbers: int) -> Step:
    digests = {picture(number).digest for number in numbers}

    def effect(model: Model) -> Model:
        back = {name: what for name, what in model.trash.items() if name in digests}
        left = {name: what for name, what in model.trash.items() if name not in digests}
        return replace(model, photos=model.photos | back, trash=left)

    return Step(
        f"restore photos {numbers}",
        lambda bench: bench.journal.album.restore([bench.ids[one] for one in sorted(digests)]),
        effect,
    )


def _watch(bench: Bench) -> None:
    bench.journal.watched.choose(bench.root / PHONE, only_new=False)


def _dealt_with(model: Model) -> Model:
    """What is in the diary is known from now on, also once it is erased."""
    known = model.watched & (model.photos.keys() | model.trash.keys())
    return replace(model, left_out=model.left_out | known)


_FILES = frozenset(picture(number).digest for number in ON_THE_PHONE)

WATCH = Step("watch a folder", _watch, lambda model: replace(model, watched=_FILES))
LOOK = Step("look into the folder", lambda bench: bench.journal.watched.look(), _dealt_with)


def leave_out(*numbers: int) -> Step:
    digests = [picture(number).digest for number in numbers]
    return Step(
        f"leave out {numbers}",
        lambda bench: bench.journal.watched.leave_out(digests),
        lambda model: _left_out(model, *digests),
    )


def save_copy(number: int, name: str, *, replace: bool = True) -> Step:
    """Save the file of a photo outside the diary; no folder offers it back."""
    digest = picture(number).digest

    def act(bench: Bench) -> None:
        copies = bench.journal.copies_out
        photo = bench.journal.photos.get(bench.ids[digest])
        copy = copies.original(copies.data(photo))
        copies.save(copy, bench.root / OUT / name, replace=replace)

    def effect(model: Model) -> Model:
        return _left_out(_outside(model, name, digest), digest)

    return Step(f"save photo {number}", act, effect)


def save_answers(name: str) -> Step:
    """Write the answers outside the diary, as the verb `export` does."""

    def act(bench: Bench) -> None:
        data = write_csv(bench.journal.diary())
        save_outside(data, bench.root / OUT / name, bench.folder, replace=True)

    return Step(
        "save the answers", act, lambda model: _outside(model, name, f"{len(model.days)} days")
    )


def save_film(name: str, *numbers: int) -> Step:
    """Write a time-lapse of photos outside the diary."""
    frame = Frame(0, 0, SIZE[0] / max(SIZE), SIZE[1] / max(SIZE))

    def act(bench: Bench) -> None:
        photos = [bench.journal.photos.get(bench.ids[picture(one).digest]) for one in numbers]
        film = Film(tuple(Part(photo, Scene(None)) for photo in photos), frame, (), ())
        bench.journal.timelapse.save(film, bench.root / OUT / name, MovieFormat.WEBP, 2)

    return Step(
        f"save a time-lapse of {numbers}",
        act,
        lambda model: _outside(model, name, f"{len(numbers)} pictures"),
    )


def _change_many(
    name: str,
    act: Callable[[Bench, list[str]], object],
    changed: Callable[[View, date], tuple[View, date]],
    *numbers: int,
) -> Step:
    digests = [picture(number).digest for number in numbers]

    def effect(model: Model) -> Model:
        moved = {name: changed(*model.photos[name]) for name in digests if name in model.photos}
        return replace(model, photos=model.photos | moved)

    return Step(name, lambda bench: act(bench, [bench.ids[one] for one in digests]), effect)


def _is_of(kind: type, kept: Beside, digest: str) -> bool:
    return kept[0] == {digest} and kept[1].startswith(f"{kind.__name__}(")


def _outside(model: Model, name: str, what: str) -> Model:
    return replace(model, outside=model.outside | {name: what})


def _left_out(model: Model, *digests: str) -> Model:
    return replace(model, left_out=model.left_out | set(digests))
