"""A diary whose files are hurt, one at a time, and what its owner sees then."""

import itertools
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

from diary.domain.alignment import Pair
from diary.domain.course import Course, Step
from diary.domain.day import Day
from diary.domain.diary import Diary
from diary.domain.mark import Mark
from diary.domain.panels import Moment, PanelChoice
from diary.domain.photo import DateSource, Photo, Taken, View
from diary.domain.regions import Region
from diary.errors import DiaryDamaged, DiaryError, DiaryMissing
from diary.journal import Journal
from tests.pictures.phone import photo, quartered

START = date(2026, 10, 1)
DAYS = 40
DAYS_OF_IT = [Day(START + timedelta(n), acne=n % 11, note=f"day {n}") for n in range(DAYS)]
CODE = "051821 020955 442343 008547 720885 000132 330011 572121"

AT = (0.25, 0.375)
POINTED_AT = ((AT, (0.5, 0.375)), ((0.75, 0.25), (0.875, 0.25)), ((0.5, 0.75), (0.625, 0.75)))

PAGE = 4096
"""Bytes of a page of SQLCipher."""

MADE_AGAIN = {"README.txt", "CACHEDIR.TAG", "thumbs.db"}
"""Everything else is named by a check once it is hurt."""


def clock() -> datetime:
    return datetime(2026, 11, 23, 8, 14)


@dataclass(frozen=True)
class Hurt:
    """What was done to files of the diary, which are named by their paths in it."""

    files: tuple[str, ...]
    how: str
    change: Callable[[Path], object]

    @property
    def names(self) -> set[str]:
        return {Path(file).name for file in self.files}

    def __str__(self) -> str:
        return f"{self.files[0]} {self.how}"


@dataclass(frozen=True)
class Whole:
    """The diary before anything happened to it."""

    folder: Path
    diary: Diary
    originals: dict[str, bytes]
    thumbnails: dict[str, bytes]
    pointed_at: tuple[Pair, ...]

    def files(self) -> list[str]:
        names = (path for path in self.folder.rglob("*") if path.is_file() and path.name != ".lock")
        return sorted(str(path.relative_to(self.folder)) for path in names)

    def size(self, file: str) -> int:
        return (self.folder / file).stat().st_size


def make(folder: Path) -> Whole:
    """A closed diary with days, photos, one in the trash, two snapshots and small pictures.

    Spots are marked and pointed at, a photo is chosen for the panels, and a file is left out.
    """
    course = Course(START, steps=(Step(START, 40),))
    with closing(Journal.create(folder, course=course, recovery_code=CODE, clock=clock)) as journal:
        journal.days.record_all(DAYS_OF_IT)
        journal.backups.keep_snapshot(now=True)
        added = [_add(journal, number) for number in range(4)]
        journal.photos.delete(added[3].id)
        journal.days.record(START, acne=10)
        first, second = added[0].id, added[1].id
        journal.marks.put(first, tuple(Mark(first, s, AT, Region.NOSE) for s in ("a", "b", "c")))
        journal.alignment.set_points(first, second, POINTED_AT)
        journal.panels.choose(PanelChoice(View.FRONT, Moment.NOW, second))
        journal.watched.leave_out([added[2].digest])
    with closing(_open(folder)) as journal:
        live = journal.photos.all()
        return Whole(
            folder,
            journal.diary(),
            {one.id: journal.photos.original(one) for one in live},
            {one.id: journal.photos.thumbnail(one) for one in live},
            journal.alignment.points(first, second),
        )


def flips(whole: Whole, file: str, step: int) -> Iterator[Hurt]:
    """One flipped bit in every `step`-th byte, and in the last."""
    size = whole.size(file)
    for place in sorted({*range(0, size, step), size - 1}):
        yield Hurt((file,), f"with a bit flipped at {place}", partial(_flip, place=place))


def other_damage(whole: Whole, file: str) -> Iterator[Hurt]:
    """Cut off, emptied, gone, grown, and with pages of zeros."""
    size = whole.size(file)
    for kept in sorted({0, 1, size // 2, size - PAGE, size - 1} & set(range(size))):
        yield Hurt((file,), f"cut to {kept}", partial(_cut, kept=kept))
    yield Hurt((file,), "gone", Path.unlink)
    yield Hurt((file,), "grown", _grow)
    for start in range(0, size, PAGE):
        yield Hurt((file,), f"with zeros from {start}", partial(_zero, start=start))


def swaps(whole: Whole) -> Iterator[Hurt]:
    """The files of two photos, each in the place of the other."""
    photos = [file for file in whole.files() if file.startswith("objects")]
    for one, other in itertools.pairwise(photos):
        yield Hurt((one, other), f"in the place of {other}", partial(_swap, other=other))


def _flip(path: Path, place: int) -> None:
    content = bytearray(path.read_bytes())
    content[place] ^= 1 << place % 8
    path.write_bytes(content)


def _cut(path: Path, kept: int) -> None:
    path.write_bytes(path.read_bytes()[:kept])


def _grow(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"x" * PAGE)


def _zero(path: Path, start: int) -> None:
    content = bytearray(path.read_bytes())
    content[start : start + PAGE] = bytes(len(content[start : start + PAGE]))
    path.write_bytes(content)


def _swap(path: Path, other: str) -> None:
    content, there = path.read_bytes(), path.parents[2] / other
    path.write_bytes(there.read_bytes())
    there.write_bytes(content)


def problems(whole: Whole, every: Iterable[Hurt], copy: Path) -> list[str]:
    """What is wrong, each with the damage it comes from."""
    found = ((hurt, problem(whole, hurt, copy)) for hurt in every)
    return [f"{hurt}: {words}" for hurt, words in found if words]


def problem(whole: Whole, hurt: Hurt, copy: Path) -> str:
    """What is wrong with how the program takes it, in words; empty if nothing is."""
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(whole.folder, copy)
    hurt.change(copy / hurt.files[0])
    before = _contents(copy)
    try:
        journal = _open(copy)
    except (DiaryDamaged, DiaryMissing) as error:
        return _said(hurt, error) or _changed(before, _contents(copy))
    except Exception as error:  # noqa: BLE001 - whatever else it is, it is no sentence
        return f"{error!r} instead of a sentence"
    with closing(journal):
        try:
            return _shown(whole, hurt, journal) or _found(hurt, journal)
        except Exception as error:  # noqa: BLE001 - as above
            return f"{error!r} after opening"


def _said(hurt: Hurt, error: DiaryError) -> str:
    names = hurt.names & {"diary.db"} or {"keys.json"}
    return "" if any(name in str(error) for name in names) else f"not named in “{error}”"


def _changed(before: dict[str, bytes], after: dict[str, bytes]) -> str:
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    changed -= {".lock", ".lock.owner"}
    return f"{changed} changed while opening failed" if changed else ""


def _shown(whole: Whole, hurt: Hurt, journal: Journal) -> str:
    if journal.diary() != whole.diary:
        return "other answers are shown"
    first, second, *_ = whole.diary.photos
    if journal.alignment.points(first.id, second.id) != whole.pointed_at:
        return "other places are pointed at"
    for one in whole.diary.photos:
        is_hurt = f"{one.object_name}.age" in hurt.names
        try:
            if journal.photos.original(one) != whole.originals[one.id]:
                return f"another picture is shown for {one.file_name}"
        except DiaryDamaged:
            if not is_hurt:
                return f"{one.file_name} is taken for damaged"
        if journal.photos.thumbnail(one) != whole.thumbnails[one.id]:
            return f"another small picture is shown for {one.file_name}"
    return ""


def _found(hurt: Hurt, journal: Journal) -> str:
    """Whether a check names the files, and nothing but them."""
    findings = journal.upkeep.check(deep=True)
    photos = {f"{one.object_name}.age" for one in (*findings.missing, *findings.damaged)}
    named = {*photos, *findings.key_files, *findings.spare}
    wanted = hurt.names - MADE_AGAIN
    if hurt.how == "gone":
        wanted = {name for name in wanted if not name.endswith("Z.db")}  # snapshots come and go
    return "" if named == wanted else f"the check names {named or 'nothing'}"


def _open(folder: Path) -> Journal:
    return Journal.open(folder, recovery_code=CODE, clock=clock)


def _add(journal: Journal, number: int) -> Photo:
    image = quartered()
    image.putpixel((number, 0), (0, 0, 0))
    picture = journal.photos.read_bytes(photo(image), f"IMG_{number:04}.jpg")
    taken = Taken(START + timedelta(number), None, None, DateSource.TYPED)
    return journal.photos.add(picture, view=View.FRONT, taken=taken).photo


def _contents(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}
