"""A face as places of it."""

import pytest

from diary.domain.face import COUNT, Face


def test_the_eyes_are_in_the_middle_of_their_corners() -> None:
    places = [(0.5, 0.5)] * COUNT
    places[33], places[133], places[362], places[263] = (
        (0.3, 0.4),
        (0.4, 0.4),
        (0.6, 0.5),
        (0.7, 0.5),
    )
    face = Face(tuple(places), yaw=0, pitch=0, roll=0, presence=1)
    right, left = face.eyes
    assert right == pytest.approx((0.35, 0.4))
    assert left == pytest.approx((0.65, 0.5))
    assert face.eye_distance == pytest.approx(0.3162, abs=1e-4)
