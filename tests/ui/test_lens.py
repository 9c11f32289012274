"""Which part of a scene is seen, at which scale."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF

from diary.ui.lens import Lens

BOX = QRectF(0, 0, 0.75, 1)
"""A photo in portrait, in parts of its longer side."""

PANE = QRectF(0, 0, 800, 500)
WHOLE = Lens(BOX, PANE, most=6)

zooms, places = st.floats(0.01, 100), st.floats(0, 1)
ways = st.floats(-900, 900)


def is_at(point: QPointF, wanted: QPointF) -> bool:
    return (point - wanted).manhattanLength() < 1e-6


def test_everything_is_seen_at_first_in_the_middle() -> None:
    assert WHOLE.box == QRectF(212.5, 0, 375, 500)
    assert is_at(WHOLE.to_pane(QPointF(0.375, 0.5)), PANE.center())


@given(zooms, st.builds(QPointF, places, places), st.builds(QPointF, ways, ways))
def test_a_place_is_found_again_and_no_gap_opens_beside_the_scene(
    zoom: float, at: QPointF, way: QPointF
) -> None:
    lens = WHOLE.zoomed(zoom, WHOLE.to_pane(at)).moved(way)
    assert is_at(lens.to_scene(lens.to_pane(at)), at)
    assert lens.box.top() <= 1e-6
    assert lens.box.bottom() >= 500 - 1e-6
    assert lens.box.width() == pytest.approx(375 * lens.zoom)


def test_what_is_under_the_pointer_stays_there() -> None:
    at = QPointF(450, 200)
    closer = WHOLE.zoomed(4, at)
    assert is_at(closer.to_pane(WHOLE.to_scene(at)), at)


def test_a_scene_is_not_dragged_out_of_sight_and_comes_back_at_once() -> None:
    edge = WHOLE.zoomed(4, PANE.center()).moved(QPointF(0, 5000))
    assert edge.box.top() == pytest.approx(0)
    assert edge.moved(QPointF(0, -30)).box.top() == pytest.approx(-30)


def test_there_is_a_closest_and_the_way_back_ends_with_everything_seen() -> None:
    closest = WHOLE.zoomed(1000, PANE.center())
    assert closest.zoom == 6
    assert closest.zoomed(1 / 1000, QPointF(10, 10)) == WHOLE
    assert WHOLE.moved(QPointF(50, 50)) == WHOLE


def test_what_is_small_may_be_seen_smaller_than_it_fits_and_stays_in_the_middle() -> None:
    small = Lens(QRectF(0, 0, 30, 40), PANE, most=1, least=1 / 12.5)
    assert small.zoomed(0.001, QPointF(10, 10)).box == QRectF(385, 230, 30, 40)


def test_a_part_is_shown_as_large_as_it_fits() -> None:
    lens = WHOLE.around(QRectF(0.3, 0.4, 0.16, 0.25))
    assert lens.zoom == pytest.approx(4)
    assert is_at(lens.to_pane(QPointF(0.38, 0.525)), PANE.center())


def test_a_place_beside_the_scene_is_brought_to_its_edge() -> None:
    assert WHOLE.inside(QPointF(2, 0.4)) == QPointF(0.75, 0.4)
    assert WHOLE.inside(QPointF(0.2, 0.4)) == QPointF(0.2, 0.4)


def test_a_pane_without_room_can_be_reckoned_with() -> None:
    flat = Lens(BOX, QRectF(0, 0, 0, 300), most=6).zoomed(2, QPointF(0, 10))
    assert is_at(flat.to_scene(flat.pane.center()), BOX.center())
