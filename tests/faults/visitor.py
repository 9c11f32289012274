"""The patient of `visit.py`: a home of their own, a diary, and what must not leak.

Everything that only this patient has is a canary: words, a file's name, bytes of photos as they
came, as they are kept small, and as they are painted.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image

from diary.domain.course import Course, Step
from diary.imaging import intake
from diary.journal import Journal
from diary.store import key_file
from tests.pictures import phone

PASSPHRASE = "Quarzwolke neunzehn Amseln"  # noqa: S105 - of a diary made up for the tests
NOTE = "Zitternadel: lips bleed at the corners"
NAME = "Kanariengesicht"

ROOT = Path(__file__).parents[2]
PROGRAM = Path(__file__).with_name("visit.py")

SLICE = 32
"""Bytes of a picture that no other file has."""

_LONG_AGO = 1_700_000_000
"""Nobody is writing a file that was last changed then."""

PLACES = (0.2, 0.4, 0.6, 0.8)
"""Where in a file the slices are taken."""


@dataclass(frozen=True)
class Visitor:
    """`home` and `temporary` are where a program may leave something; `card`, `phone` and `asked`
    are the patient's own: photos to add, a watched folder, and what was asked for."""

    work: Path

    @property
    def home(self) -> Path:
        return self.work / "home"

    @property
    def temporary(self) -> Path:
        return self.work / "tmp"

    @property
    def diary(self) -> Path:
        return self.home / "mine.skindiary"

    @property
    def report(self) -> Path:
        return self.work / "asked" / "summary.pdf"

    @property
    def copy(self) -> Path:
        return self.work / "asked" / "copy.jpg"

    @property
    def phone(self) -> Path:
        return self.work / "phone"

    @property
    def card(self) -> Path:
        return self.work / "card"

    @property
    def pictures(self) -> list[Path]:
        """Those to be added."""
        return sorted(self.card.iterdir())

    def move_in(self) -> None:
        """Make the home, the photos on their card and the diary."""
        for folder in (self.home, self.temporary, self.report.parent, self.phone, self.card):
            folder.mkdir()
        today = date.today()
        taken = datetime.combine(today, datetime.min.time()).strftime("%Y:%m:%d 08:12:34")
        for number, form in enumerate(("JPEG", "HEIF")):
            file = self.card / f"{NAME}_{number}.{form.lower()}"
            file.write_bytes(phone.photo(_grained(number), form, taken=taken))
        new = self.phone / f"{NAME}_new.jpg"
        new.write_bytes(phone.photo(_grained(2), "JPEG", taken=taken))
        os.utime(new, (_LONG_AGO, _LONG_AGO))
        course = Course(today, steps=(Step(today, 40),))
        Journal.create(self.diary, course=course, passphrase=PASSPHRASE).close()

    def start(
        self,
        *stops: str,
        plant: str = "",
        under: Sequence[str] = (),
        before: Callable[[], None] | None = None,
    ) -> "Visit":
        """Begin a visit that waits at `stops`, with a planted leak, as a child of `under`.

        `before` is called in the new process.
        """
        plan = self.work / "plan.json"
        plan.write_text(
            json.dumps(
                {
                    "passphrase": PASSPHRASE[::-1],
                    "note": NOTE[::-1],
                    "pictures": [str(file) for file in self.pictures],
                    "diary": str(self.diary),
                    "report": str(self.report),
                    "copy": str(self.copy),
                    "phone": str(self.phone),
                    "stops": stops,
                    "plant": plant,
                }
            )
        )
        command = [*under, sys.executable, str(PROGRAM), str(plan)]
        child = subprocess.Popen(
            command,
            cwd=self.temporary,
            env=self._environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            preexec_fn=before,  # noqa: PLW1509 - no other thread holds a lock here
        )
        return Visit(child)

    def texts(self) -> dict[str, bytes]:
        """Words in the encodings of Python and of Qt."""
        words = {"passphrase": PASSPHRASE, "note": NOTE, "file name": NAME}
        return {
            f"{name} in {encoding}": text.encode(encoding)
            for name, text in words.items()
            for encoding in ("utf-8", "utf-16-le")
        }

    def keys(self) -> dict[str, bytes]:
        ring = key_file.read(self.diary)
        vault_key = ring.vault_key(passphrase=PASSPHRASE)
        bag = ring.open_bag(vault_key)
        return {
            "vault key": vault_key,
            "database key": bag.database,
            "database key as text": bag.database.hex().encode(),
            "cache key": bag.cache,
            "cache key as text": bag.cache.hex().encode(),
            "identity": bag.identity.encode(),
        }

    def picture_slices(self) -> dict[str, bytes]:
        """From the middle of each photo: the original, the small versions, and their pixels."""
        found = {}
        for file in (*self.pictures, *self.phone.iterdir()):
            picture = intake.read(file, date.today())
            kept = {"thumbnail": picture.thumbnail, "preview": picture.preview}
            for what, data in {"original": picture.data, **kept}.items():
                for place in PLACES:
                    at = int(len(data) * place)
                    found[f"{file.suffix} {what} at {place}"] = data[at : at + SLICE]
            for what, data in kept.items():
                found[f"{file.suffix} {what}, painted"] = _painted(data)
        return found

    def _environment(self) -> dict[str, str]:
        """Nothing of the tester's own home is in reach."""
        return {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "1",
            "QT_QPA_PLATFORM": "offscreen",
            "HOME": str(self.home),
            "TMPDIR": str(self.temporary),
        }


class Visit:
    """A visit that is going on."""

    def __init__(self, child: "subprocess.Popen[str]") -> None:
        self.child = child

    def wait_for(self, stop: str) -> None:
        assert self.child.stdout is not None
        said = self.child.stdout.readline().strip()
        assert said == stop, said

    def go_on(self) -> None:
        assert self.child.stdin is not None
        self.child.stdin.write("\n")
        self.child.stdin.flush()

    def end(self) -> None:
        """Wait until the patient has left."""
        self.child.communicate(timeout=120)
        assert self.child.returncode == 0


def _grained(seed: int) -> Image.Image:
    """A portrait with the grain of a phone's photo, so that no two slices are alike."""
    grain = np.random.default_rng(seed).integers(-20, 20, (2000, 1500, 3))
    picture = np.asarray(phone.portrait().resize((1500, 2000))).astype(int) + grain
    return Image.fromarray(picture.clip(0, 255).astype("uint8"))


def _painted(jpeg: bytes) -> bytes:
    """Pixels from the middle, as Qt keeps them for the screen: blue, green, red, opaque."""
    with Image.open(BytesIO(jpeg)) as image:
        row = np.asarray(image.convert("RGB"))[image.height // 2, image.width // 2 :][: SLICE // 4]
    opaque = np.full((len(row), 1), 255, "uint8")
    return np.hstack([row[:, ::-1], opaque]).tobytes()
