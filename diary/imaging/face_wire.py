"""A face as JSON between a decoder and the diary, believed only where it can be true."""

from dataclasses import asdict
from typing import Any

from diary.domain.face import COUNT, Face


def plain(face: Face) -> dict[str, Any]:
    """Places are rounded to a millionth of the longer side: 0.001 pixels of a preview."""
    return asdict(face) | {"points": [[round(x, 6), round(y, 6)] for x, y in face.points]}


def face(found: Any) -> Face | None:
    """Raises `ValueError`, `TypeError` or `LookupError` for what is no face.

    A face may reach beyond the edges of its photo, but not far.
    """
    if found is None:
        return None
    if len(found["points"]) != COUNT:
        raise ValueError
    return Face(
        points=tuple((_within(x, -1, 2), _within(y, -1, 2)) for x, y in found["points"]),
        yaw=_within(found["yaw"], -180, 180),
        pitch=_within(found["pitch"], -180, 180),
        roll=_within(found["roll"], -180, 180),
        presence=_within(found["presence"], 0, 1),
    )


def _within(value: Any, least: float, most: float) -> float:
    if type(value) not in {int, float} or not least <= value <= most:  # NaN is not within
        raise ValueError
    return float(value)
