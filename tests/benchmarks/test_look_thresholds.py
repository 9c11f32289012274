"""How the thresholds of the remarks were found: `--benchmark-only -s` prints the table.

Real portraits are shown under other lamps, by other hands and from other distances, the packaged
ones also with their skin made deep and very deep. Changes that matter should be said (what is not
is a miss); a second photo in the same place, as phones take it, should not (what is said is a false
alarm). No photo in good light may be said to be dark, coloured, overexposed or blurred because of
the skin on it. `--faces FOLDER` measures the portraits in a folder as well.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pytest
from PIL import Image
from pytest_benchmark.fixture import BenchmarkFixture

from diary.domain.look import Look, colours_apart, light_of, remarks, stops_brighter
from diary.domain.photo import View
from diary.domain.skin_light import warmth
from diary.imaging.look import measure
from tests.pictures.portraits import Portrait, portraits, within
from tests.pictures.relit import FACES, blurred, grainy, moved, with_light
from tests.pictures.skins import Skin, with_skin

AGAIN = 100
"""Second photos of each portrait."""

BALANCED = 0.3
"""Of a lamp's colour, what phones leave in."""

MOST_FALSE_ALARMS, MOST_MISSES = 0.05, 0.10


@dataclass(frozen=True, slots=True)
class Taken:
    """A photo beside the one before it."""

    change: str
    now: Portrait
    before: Portrait
    matters: bool

    def looks(self) -> tuple[Look, Look]:
        return measure(*self.now), measure(*self.before)


@pytest.fixture(scope="module")
def subjects(request: pytest.FixtureRequest) -> dict[str, Portrait]:
    found = portraits(request.config.getoption("--faces"))
    assert found.keys() >= FACES.keys()
    return {
        f"{name}, {skin.words}": Portrait(with_skin(*portrait, skin), portrait.face)
        for name, portrait in found.items()
        for skin in (Skin if name in FACES else (Skin.AS_TAKEN,))
    }


def changes(before: Portrait) -> Iterator[Taken]:
    image, face = before

    def one(change: str, changed: Image.Image, *, matters: bool) -> Taken:
        return Taken(change, Portrait(changed, face), before, matters)

    for gain in (0.4, 0.5, 0.6, 0.7, 0.85, 1.0, 1.15, 1.4):
        matters = not 0.7 < gain <= 1.15
        yield one(f"light x {gain}", with_light(image, gain), matters=matters)
    for kelvin in (2700, 3000, 3500, 4000, 5000, 8000):
        for left, words in ((BALANCED, "balanced"), (1, "as it is")):
            lit = with_light(image, 1, kelvin, left)
            matters = kelvin <= 3500 or (kelvin <= 5000 and left == 1)
            yield one(f"{kelvin} K, {words}", lit, matters=matters)
    for sigma in (0.5, 1.0, 1.5, 2.0, 3.0):
        yield one(f"out of focus by {sigma}", blurred(image, sigma), matters=sigma >= 1)
    for pixels in (2, 4, 6, 8):
        yield one(f"hand moved by {pixels}", moved(image, pixels), matters=pixels >= 4)
    for noise, quality in ((0, 75), (3, 90), (8, 90)):
        grain = grainy(image, noise, quality)
        yield one(f"grain {noise}, JPEG {quality}", grain, matters=False)
    for ratio in (0.63, 0.81, 1.15, 1.3):
        matters = not 0.8 <= ratio <= 1.25
        yield Taken(f"{ratio:.2f} times as close", _framed(before, ratio), before, matters)


def _framed(portrait: Portrait, ratio: float) -> Portrait:
    """The frame stays as large while the face grows: the picture is cut or surrounded."""
    image, face = portrait
    larger = _resized(image, ratio)
    left, top = (larger.width - image.width) // 2, (larger.height - image.height) // 2
    frame = Image.new("RGB", image.size, image.getpixel((2, 2)))
    frame.paste(larger, (-left, -top))
    box = left, top, left + image.width, top + image.height
    return Portrait(frame, within(face, image, box, ratio))


def _resized(image: Image.Image, ratio: float) -> Image.Image:
    size = round(image.width * ratio), round(image.height * ratio)
    return image.resize(size, Image.Resampling.BICUBIC)


def again(portrait: Portrait) -> Iterator[Taken]:
    """The same face in the same place: other exposure, balance, size, grain and quality."""
    chance = np.random.default_rng(20261123)
    image, face = portrait
    for _ in range(AGAIN):
        kelvin = chance.uniform(3000, 6500)
        before = Portrait(with_light(image, 1, kelvin, BALANCED), face)
        gain, left = chance.uniform(0.85, 1.18), chance.uniform(0.2, 0.4)
        after = _resized(with_light(image, gain, kelvin, left), chance.uniform(0.9, 1.1))
        after = grainy(after, chance.uniform(0, 4), int(chance.integers(80, 96)))
        yield Taken("again", Portrait(after, face), before, matters=False)


def test_the_remarks_on_real_faces_in_other_light(
    benchmark: BenchmarkFixture, subjects: dict[str, Portrait]
) -> None:
    """The limits hold for each face and each skin by itself: a mean would hide one."""

    def table() -> dict[str, tuple[float, float]]:
        return {name: _shares(name, portrait) for name, portrait in subjects.items()}

    shares = benchmark.pedantic(table, rounds=1)  # type: ignore[no-untyped-call]

    for name, (misses, alarms) in shares.items():
        print(f"{name}: misses {misses:.0%}, false alarms {alarms:.0%}")  # noqa: T201
    assert all(misses <= MOST_MISSES for misses, _ in shares.values())
    assert all(alarms <= MOST_FALSE_ALARMS for _, alarms in shares.values())


def _shares(name: str, portrait: Portrait) -> tuple[float, float]:
    """Of misses and of false alarms; prints a line for each change."""
    missed = mattering = 0
    for taken in changes(portrait):
        now, before = taken.looks()
        said = remarks(now, before, View.FRONT)
        mattering += taken.matters
        missed += taken.matters and not said
        print(_line(name, taken, now, before, said))  # noqa: T201 - the table is the point
    alarms = [remarks(*taken.looks(), View.FRONT) for taken in again(portrait)]
    for sentence in sorted({sentence for said in alarms for sentence in said}):
        print(f"{name:20} again{'':21} ALARM {sentence}")  # noqa: T201
    return missed / mattering, sum(bool(said) for said in alarms) / len(alarms)


def _line(name: str, taken: Taken, now: Look, before: Look, said: tuple[str, ...]) -> str:
    expected = "" if bool(said) == taken.matters else (" MISS" if taken.matters else " ALARM")
    return (
        f"{name:20} {taken.change:26} sharp {now.sharpness:.2f}"
        f" ({now.sharpness - before.sharpness:+.2f}) stops {stops_brighter(now, before):+.2f}"
        f" colour {colours_apart(now, before):.2f} warmth {warmth(light_of(now)):.1f}"
        f" brightest {now.brightest:3.0f} over {now.overexposed:.2f}{expected} {' '.join(said)}"
    )


def test_good_light_is_good_on_every_skin(
    benchmark: BenchmarkFixture, subjects: dict[str, Portrait]
) -> None:
    """As framed by an arm, and cut to nothing but the face."""

    def wrong() -> list[str]:
        return [
            f"{name}, {framing}, {light}: {' '.join(said)}"
            for name, portrait in subjects.items()
            for framing, framed in (("head", portrait), ("face", _cut_to_face(portrait)))
            for light, image in _well_lit(framed.image)
            if (said := remarks(measure(image, framed.face), None, View.FRONT))
        ]

    told = benchmark.pedantic(wrong, rounds=1)  # type: ignore[no-untyped-call]

    print("\n".join(told))  # noqa: T201
    assert not told


def _cut_to_face(portrait: Portrait) -> Portrait:
    image, face = portrait
    xs, ys = (np.array(side) * max(image.size) for side in zip(*face.points, strict=True))
    wide, high = np.ptp(xs), np.ptp(ys)
    box = (
        int(xs.min() + 0.15 * wide),
        int(ys.min() + 0.05 * high),
        int(xs.max() - 0.15 * wide),
        int(ys.max() - 0.1 * high),
    )
    return Portrait(image.crop(box), within(face, image, box))


def _well_lit(image: Image.Image) -> Iterator[tuple[str, Image.Image]]:
    for gain in (0.6, 0.8, 1.0, 1.1):
        yield f"light x {gain}", with_light(image, gain)
    for kelvin in (2700, 3500, 5000, 8000, 12000):
        yield f"{kelvin} K, balanced", with_light(image, 0.8, kelvin, BALANCED)
