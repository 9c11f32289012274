"""What a diary holds, as a plain value that can be compared with what a patient was told."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from datetime import date
from itertools import permutations
from typing import NamedTuple

from diary.domain.day import Day
from diary.domain.photo import Photo, View
from diary.journal import Journal

Shots = dict[str, tuple[View, date]]
"""View and day of photos by the SHA-256 of their files."""

Beside = tuple[frozenset[str], str]
"""What is kept beside one photo or two, in words, after the SHA-256 of their files."""


class Way(NamedTuple):
    """A way into a diary, as `Journal.open` takes it; nothing opens a diary without protection."""

    passphrase: str | None = None
    recovery_code: str | None = None
    device_key: bytes | None = None

    def __str__(self) -> str:
        return self.passphrase or self.recovery_code or ("this computer" if self[2] else "anyone")


CODE = "000011 000022 000033 000044 000055 000066 000077 000088"
ANYONE, BY_CODE = Way(), Way(recovery_code=CODE)


@dataclass(frozen=True, repr=False)
class Model:
    """`ways` are all that open it; `copies` are older states by the place they were kept in.

    `watched` are the files of the watched folder by their SHA-256, `left_out` those that are not to
    be offered. `outside` says by name what was saved outside the diary.
    """

    days: dict[date, Day] = field(default_factory=dict)
    photos: Shots = field(default_factory=dict)
    trash: Shots = field(default_factory=dict)
    beside: frozenset[Beside] = frozenset()
    watched: frozenset[str] = frozenset()
    left_out: frozenset[str] = frozenset()
    outside: dict[str, str] = field(default_factory=dict)
    ways: frozenset[Way] = frozenset({ANYONE, BY_CODE})
    copies: dict[str, tuple["Model", ...]] = field(default_factory=dict)

    def __repr__(self) -> str:
        days = [f"{on:%d}: {_answers(day)}" for on, day in sorted(self.days.items())]
        shots = [f"{name[:4]} {view.value}" for name, (view, _on) in sorted(self.photos.items())]
        trash = [name[:4] for name in sorted(self.trash)]
        beside = [f"{[one[:4] for one in sorted(of)]}: {what}" for of, what in self.beside]
        offered = [name[:4] for name in sorted(self.offered)]
        return (
            f"<days {days}, photos {shots}, trash {trash}, beside {sorted(beside)}, "
            f"offered {offered}, outside {self.outside}, ways {sorted(map(str, self.ways))}>"
        )

    @property
    def offered(self) -> frozenset[str]:
        """What the watched folder has that is new."""
        return self.watched - self.left_out - self.photos.keys() - self.trash.keys()

    def shows(self, other: "Model") -> bool:
        """Whether both show the same, once they are open."""
        return self.gives_back(other) and (self.trash, self.beside, self.offered) == (
            other.trash,
            other.beside,
            other.offered,
        )

    def gives_back(self, other: "Model") -> bool:
        """Whether both hold the same but for the trash, which no copy has."""
        return (self.days, self.photos, self.beside_photos()) == (
            other.days,
            other.photos,
            other.beside_photos(),
        )

    def beside_photos(self) -> set[Beside]:
        """What is kept beside photos that are not in the trash."""
        return {(of, what) for of, what in self.beside if of <= self.photos.keys()}


def shown(journal: Journal) -> Model:
    """What an open diary shows; photos are named by the bytes that are really there."""
    offered = frozenset(one.digest for one in journal.watched.look().pictures)
    return Model(
        days={day.on: day for day in journal.days.all()},
        photos={
            hashlib.sha256(journal.photos.original(photo)).hexdigest(): _what(photo)
            for photo in journal.photos.all()
        },
        trash={one.photo.digest: _what(one.photo) for one in journal.trash.all()},
        beside=frozenset(_beside(journal)),
        watched=offered,
    )


def _beside(journal: Journal) -> Iterator[Beside]:
    photos = [*journal.photos.all(), *(one.photo for one in journal.trash.all())]
    digests = {photo.id: photo.digest for photo in photos}
    for photo_id, look in journal.photos.looks().items():
        yield beside(look, digests[photo_id])
    for photo_id, digest in digests.items():
        for mark in journal.marks.of(photo_id):
            yield beside(replace(mark, photo_id=""), digest)
    for choice in journal.panels.choices():
        yield beside(replace(choice, photo_id=""), digests[choice.photo_id])
    for fixed, moving in permutations(digests, 2):
        if digests[fixed] < digests[moving] and (pairs := journal.alignment.points(fixed, moving)):
            yield beside(pairs, digests[fixed], digests[moving])


def beside(what: object, *digests: str) -> Beside:
    return frozenset(digests), repr(what)


def _what(photo: Photo) -> tuple[View, date]:
    return photo.view, photo.taken.on


def _answers(day: Day) -> str:
    """What was answered, without the many questions that were not."""
    asked = {field.name: getattr(day, field.name) for field in fields(day)[1:]}
    return " ".join(f"{name}={value!r}" for name, value in asked.items() if value or value == 0)
