"""Parts of the face on which spots are counted.

Each part is a polygon through places of the face mesh (`diary.domain.face`). The places were read
off that mesh laid over the two public-domain portraits of the tests and over four of two other men,
one of them with brown skin, three turned and tilted. Which parts there are follows everyday words
and no published score. Nobody has compared them with a dermatologist's own borders:
the patient can correct each spot.
"""

from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache

from diary.domain.face import Face
from diary.domain.similarity import Point
from diary.words import translate


class Region(StrEnum):
    FOREHEAD = "forehead"
    CHEEKS = "cheeks"
    NOSE = "nose"
    MOUTH = "mouth"
    CHIN = "chin"
    JAW = "jaw"
    ELSEWHERE = "elsewhere"


def region_name(region: Region) -> str:
    return {
        Region.FOREHEAD: translate("Regions", "Forehead"),
        Region.CHEEKS: translate("Regions", "Cheeks"),
        Region.NOSE: translate("Regions", "Nose"),
        Region.MOUTH: translate("Regions", "Around the mouth"),
        Region.CHIN: translate("Regions", "Chin"),
        Region.JAW: translate("Regions", "Jaw"),
        Region.ELSEWHERE: translate("Regions", "Elsewhere"),
    }[region]


Polygon = tuple[Point, ...]

NOSE_TIP, BETWEEN_BROWS, _TOP = 4, 9, 10

_NOSE = (
    *(168, 193, 188, 174, 198, 209, 129, 64, 98, 2),
    *(327, 294, 358, 429, 420, 399, 412, 417),
)
"""From its root down to the creases beside its wings."""

_FOLD_OF_THE_CHIN = (204, 194, 201, 200, 421, 418, 424)
_MOUTH = (98, 2, 327, 391, 322, 410, 287, 422, *reversed(_FOLD_OF_THE_CHIN), 202, 57, 186, 92, 165)
"""Between the nose and the fold of the chin, as wide as the corners of the mouth."""

_CHIN_EDGE = (400, 377, 152, 148, 176)
_CHIN_SIDES = (431, 395), (170, 211)

_JAW_EDGES = (58, 172, 136, 150, 149, 176), (288, 397, 365, 379, 378, 400)
_JAW_TOPS = (170, 211, 210, 214, 192, 215), (395, 431, 430, 434, 416, 435)

_LIDS = (
    (70, 63, 105, 66, 107, 55, 193, 244, 232, 231, 230, 229, 228, 31, 226, 156),
    (300, 293, 334, 296, 336, 285, 417, 464, 452, 451, 450, 449, 448, 261, 446, 383),
)
"""From the brows to the edge of the eye socket: no part that is counted."""

_HAIRLINE = (21, 54, 103, 67, 109, 10, 338, 297, 332, 284, 251)
_BROWS = (301, 300, 293, 334, 296, 336, 285, 417, 168, 193, 55, 107, 66, 105, 63, 70, 71)
"""And between them down to the root of the nose."""

_OVAL = (
    *(10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377),
    *(152, 148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109),
)

_TO_THE_HAIR = (0.0, 0.35, 0.55, 0.65, 0.65, 0.65, 0.65, 0.65, 0.55, 0.35, 0.0)
"""How much further up than the mesh the hair begins on a high forehead, for each place of
`_HAIRLINE`, in parts of the mesh's own forehead. Beside the temples nothing is added: there the
hair, the ears and what is behind the head would be taken for skin."""

_UNDER_THE_EDGE = 1.08
"""The edge of the mesh is the edge of the face as seen: a spot may stand right on it."""


def region_of(point: Point, face: Face | None) -> Region:
    """Where a spot is; elsewhere if it is not on the face, or if there is none."""
    if face is None:
        return Region.ELSEWHERE
    for region, polygon in _polygons(face):
        if _is_inside(point, polygon):
            return region
    return Region.ELSEWHERE


def in_reading_order(regions: Iterable[Region]) -> list[Region]:
    """From the forehead down."""
    wanted = set(regions)
    return [region for region in Region if region in wanted]


@lru_cache(maxsize=8)
def _polygons(face: Face) -> tuple[tuple[Region, Polygon], ...]:
    """The parts; where two overlap the earlier one counts."""

    def at(places: Iterable[int]) -> Polygon:
        return tuple(face.points[place] for place in places)

    def edge(places: Iterable[int]) -> Polygon:
        x, y = face.points[NOSE_TIP]
        return tuple(
            (x + _UNDER_THE_EDGE * (u - x), y + _UNDER_THE_EDGE * (v - y)) for u, v in at(places)
        )

    left, right = _CHIN_SIDES
    return (
        (Region.NOSE, at(_NOSE)),
        (Region.MOUTH, at(_MOUTH)),
        (Region.CHIN, at((*_FOLD_OF_THE_CHIN, *left)) + edge(_CHIN_EDGE) + at(right)),
        *(
            (Region.JAW, edge(below) + at(above))
            for below, above in zip(_JAW_EDGES, _JAW_TOPS, strict=True)
        ),
        *((Region.ELSEWHERE, at(lids)) for lids in _LIDS),
        (Region.FOREHEAD, _raised(edge(_HAIRLINE), face) + at(_BROWS)),
        (Region.CHEEKS, edge(_OVAL)),
    )


def _raised(hairline: Polygon, face: Face) -> Polygon:
    """From the mesh's edge to the hair, the way the middle of the forehead goes."""
    (x, y), (u, v) = face.points[BETWEEN_BROWS], face.points[_TOP]
    parts = zip(hairline, _TO_THE_HAIR, strict=True)
    return tuple((s + part * (u - x), t + part * (v - y)) for (s, t), part in parts)


def _is_inside(point: Point, polygon: Polygon) -> bool:
    """Whether a ray to the right leaves the polygon an odd number of times."""
    x, y = point
    inside = False
    for (x1, y1), (x2, y2) in zip(polygon, polygon[1:] + polygon[:1], strict=True):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
            inside = not inside
    return inside
