"""Which part of the photos is seen."""

import pytest
from PySide6.QtCore import QPointF, QRectF

from diary.ui.pages.compare.lens import MOST, Lens, moved, seen, zoomed

BOX = QRectF(0, 0, 0.75, 1)
"""A photo in portrait, in parts of its longer side."""

PANE = QRectF(0, 0, 800, 500)


def test_everything_is_seen_at_first() -> None:
    assert seen(Lens(), BOX, PANE).mapRect(BOX) == QRectF(212.5, 0, 375, 500)


def test_what_is_under_the_pointer_stays_there() -> None:
    at = QPointF(450, 200)
    before, _ = seen(Lens(), BOX, PANE).inverted()
    place = before.map(at)
    closer = zoomed(Lens(), 4, at, BOX, PANE)
    there = seen(closer, BOX, PANE).map(place)
    assert (there.x(), there.y()) == pytest.approx((at.x(), at.y()))


def test_photos_are_not_dragged_out_of_sight_and_come_back_at_once() -> None:
    closer = zoomed(Lens(), 4, PANE.center(), BOX, PANE)
    edge = moved(closer, QPointF(0, 5000), BOX, PANE)
    assert seen(edge, BOX, PANE).mapRect(BOX).top() == pytest.approx(0)
    back = moved(edge, QPointF(0, -30), BOX, PANE)
    assert seen(back, BOX, PANE).mapRect(BOX).top() == pytest.approx(-30)


def test_there_is_a_closest_and_the_way_back_ends_with_everything_seen() -> None:
    closest = zoomed(Lens(), 1000, PANE.center(), BOX, PANE)
    assert closest.zoom == MOST
    assert zoomed(closest, 1 / 1000, QPointF(10, 10), BOX, PANE) == Lens()
    assert moved(Lens(), QPointF(50, 50), BOX, PANE) == Lens()
