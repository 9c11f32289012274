"""Parts of the face on a real mesh: that of Grace Hopper's portrait (512 × 600, US Navy)."""

import json
from pathlib import Path

import pytest

from diary.domain.face import Face
from diary.domain.regions import Region, region_of

MESH = Path(__file__).parents[1] / "pictures" / "grace_hopper_mesh.json"
LONGER = 600


@pytest.fixture(scope="module")
def face() -> Face:
    points = tuple((x, y) for x, y in json.loads(MESH.read_text()))
    return Face(points, 0, 0, 0, 1)


@pytest.mark.parametrize(
    ("place", "region"),
    [
        ((265, 150), Region.FOREHEAD),
        ((265, 124), Region.FOREHEAD),
        ((265, 240), Region.NOSE),
        ((212, 245), Region.CHEEKS),
        ((330, 255), Region.CHEEKS),
        ((265, 268), Region.MOUTH),
        ((268, 292), Region.MOUTH),
        ((270, 316), Region.CHIN),
        ((205, 305), Region.JAW),
        ((335, 300), Region.JAW),
        ((228, 200), Region.ELSEWHERE),
        ((40, 40), Region.ELSEWHERE),
        ((265, 400), Region.ELSEWHERE),
    ],
)
def test_a_spot_is_in_the_part_of_the_face_where_it_is_seen(
    face: Face, place: tuple[int, int], region: Region
) -> None:
    assert region_of((place[0] / LONGER, place[1] / LONGER), face) is region


def test_without_a_face_a_spot_is_elsewhere() -> None:
    assert region_of((0.5, 0.5), None) is Region.ELSEWHERE
