"""One photo laid over another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.domain.similarity import Point, Similarity, fit

NEAR = st.floats(-2, 2)
POINTS = st.tuples(NEAR, NEAR)
SIMILARITIES = st.builds(
    Similarity.of, st.floats(0.3, 3), st.floats(-180, 180), st.floats(-1, 1), st.floats(-1, 1)
)
TRIANGLE: list[Point] = [(0.2, 0.3), (0.7, 0.25), (0.45, 0.8)]


def near(point: Point) -> object:
    return pytest.approx(point, abs=1e-9)


def test_a_quarter_turn_takes_right_to_down() -> None:
    assert Similarity.of(2, 90, 0.1, 0).apply((1, 0)) == near((0.1, 2))


@given(SIMILARITIES, POINTS)
def test_the_way_back_leads_to_where_it_began(there: Similarity, point: Point) -> None:
    assert there.inverse().apply(there.apply(point)) == near(point)


@given(SIMILARITIES, SIMILARITIES, POINTS)
def test_one_after_the_other_is_one(first: Similarity, second: Similarity, point: Point) -> None:
    assert first.then(second).apply(point) == near(second.apply(first.apply(point)))


@given(SIMILARITIES)
def test_the_fit_finds_what_moved_the_points(truth: Similarity) -> None:
    found = fit(TRIANGLE, [truth.apply(point) for point in TRIANGLE])
    assert found is not None
    assert (found.a, found.b, found.dx, found.dy) == pytest.approx(
        (truth.a, truth.b, truth.dx, truth.dy), abs=1e-9
    )
    assert found.scale == pytest.approx(truth.scale)


def test_a_point_without_weight_changes_nothing() -> None:
    moved = [Similarity.of(1.2, 5, 0, 0).apply(point) for point in TRIANGLE]
    plain = fit(TRIANGLE, moved)
    assert fit([*TRIANGLE, (0.9, 0.9)], [*moved, (0, 0)], [1, 1, 1, 0]) == plain


def test_one_place_alone_does_not_tell_how_a_photo_lies() -> None:
    assert fit([(0.5, 0.5)], [(0.1, 0.1)]) is None
    assert fit(TRIANGLE, [(0.1, 0.1)] * 3) is None
