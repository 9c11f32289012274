"""What a diary holds, as a plain value that can be compared with what a patient was told."""

import hashlib
from dataclasses import dataclass, field, fields
from datetime import date
from typing import NamedTuple

from diary.domain.day import Day
from diary.domain.photo import Photo, View
from diary.journal import Journal

Shots = dict[str, tuple[View, date]]
"""View and day of photos by the SHA-256 of their files."""


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
    """`ways` are all that open it; `copies` are older states by the place they were kept in."""

    days: dict[date, Day] = field(default_factory=dict)
    photos: Shots = field(default_factory=dict)
    trash: Shots = field(default_factory=dict)
    ways: frozenset[Way] = frozenset({ANYONE, BY_CODE})
    copies: dict[str, tuple["Model", ...]] = field(default_factory=dict)

    def __repr__(self) -> str:
        days = [f"{on:%d}: {_answers(day)}" for on, day in sorted(self.days.items())]
        shots = [f"{name[:4]} {view.value}" for name, (view, _on) in sorted(self.photos.items())]
        trash = [name[:4] for name in sorted(self.trash)]
        return f"<days {days}, photos {shots}, trash {trash}, ways {sorted(map(str, self.ways))}>"

    def shows(self, other: "Model") -> bool:
        """Whether both show the same, once they are open."""
        return self.gives_back(other) and self.trash == other.trash

    def gives_back(self, other: "Model") -> bool:
        """Whether both hold the same but for the trash, which no copy has."""
        return (self.days, self.photos) == (other.days, other.photos)


def shown(journal: Journal) -> Model:
    """What an open diary shows; photos are named by the bytes that are really there."""
    return Model(
        days={day.on: day for day in journal.days.all()},
        photos={
            hashlib.sha256(journal.photos.original(photo)).hexdigest(): _what(photo)
            for photo in journal.photos.all()
        },
        trash={one.photo.digest: _what(one.photo) for one in journal.trash.all()},
    )


def _what(photo: Photo) -> tuple[View, date]:
    return photo.view, photo.taken.on


def _answers(day: Day) -> str:
    """What was answered, without the many questions that were not."""
    asked = {field.name: getattr(day, field.name) for field in fields(day)[1:]}
    return " ".join(f"{name}={value!r}" for name, value in asked.items() if value or value == 0)
