"""Parts of the face on a real mesh: that of Grace Hopper's portrait (512 × 600, US Navy).

The places that are named follow the numbers of the mesh, which are the same on every face.
"""

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


NAMED = {
    "between the brows": (8, Region.FOREHEAD),
    "middle of the forehead": (151, Region.FOREHEAD),
    "above the right brow": (69, Region.FOREHEAD),
    "above the left brow": (299, Region.FOREHEAD),
    "right brow": (52, Region.ELSEWHERE),
    "left upper lid": (386, Region.ELSEWHERE),
    "bridge of the nose": (6, Region.NOSE),
    "tip of the nose": (4, Region.NOSE),
    "right wing of the nose": (102, Region.NOSE),
    "left wing of the nose": (331, Region.NOSE),
    "right cheek": (50, Region.CHEEKS),
    "left cheek": (280, Region.CHEEKS),
    "beside the right nostril": (203, Region.CHEEKS),
    "right temple": (227, Region.CHEEKS),
    "above the upper lip": (164, Region.MOUTH),
    "beside the right corner of the mouth": (61, Region.MOUTH),
    "beside the left corner of the mouth": (291, Region.MOUTH),
    "under the lower lip": (18, Region.MOUTH),
    "boss of the chin": (199, Region.CHIN),
    "point of the chin": (152, Region.CHIN),
    "angle of the right jaw": (172, Region.JAW),
    "edge of the left jaw": (365, Region.JAW),
    "under the right earlobe": (58, Region.JAW),
}


@pytest.mark.parametrize(("number", "region"), NAMED.values(), ids=NAMED)
def test_a_named_place_of_the_face_is_in_its_part(face: Face, number: int, region: Region) -> None:
    assert region_of(face.points[number], face) is region


@pytest.mark.parametrize(("number", "higher"), [(10, 0.6), (67, 0.6), (297, 0.6), (103, 0.5)])
def test_the_forehead_goes_up_to_the_hair(face: Face, number: int, higher: float) -> None:
    """In parts of the mesh's own forehead, which ends below the hair."""
    (x, y), (u, v) = face.points[9], face.points[10]
    s, t = face.points[number]
    assert region_of((s + higher * (u - x), t + higher * (v - y)), face) is Region.FOREHEAD
    assert region_of((s + 1.2 * (u - x), t + 1.2 * (v - y)), face) is Region.ELSEWHERE


@pytest.mark.parametrize("temple", [21, 251])
def test_hair_and_ears_beside_the_forehead_are_no_part_of_it(face: Face, temple: int) -> None:
    (x, y), (u, v) = face.points[4], face.points[temple]
    assert region_of((x + 1.2 * (u - x), y + 1.2 * (v - y)), face) is Region.ELSEWHERE


def test_without_a_face_a_spot_is_elsewhere() -> None:
    assert region_of((0.5, 0.5), None) is Region.ELSEWHERE
