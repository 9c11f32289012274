"""Where a picture lies in a widget while it is zoomed and drawn along."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QSize, QSizeF

from diary.domain.panels import Frame
from diary.ui.pages.marks.placement import Placement

WHOLE = Placement(QSize(300, 400), QSizeF(600, 400))


def test_a_whole_picture_stands_in_the_middle() -> None:
    assert WHOLE.rect.getRect() == (150, 0, 300, 400)
    assert WHOLE.to_widget((0.375, 0.5)) == QPointF(300, 200)


@given(
    zoom=st.floats(1.01, 5),
    x=st.floats(0, 0.75),
    y=st.floats(0, 1),
    right=st.floats(-900, 900),
    down=st.floats(-900, 900),
)
def test_a_place_is_found_again_and_no_gap_opens_beside_the_picture(
    zoom: float, x: float, y: float, right: float, down: float
) -> None:
    place = WHOLE.zoomed(zoom, (x, y)).moved(QPointF(right, down))
    there = place.to_photo(place.to_widget((x, y)))
    assert abs(there[0] - x) + abs(there[1] - y) < 1e-9
    rect = place.rect
    assert rect.top() <= 1e-6
    assert rect.bottom() >= 400 - 1e-6
    assert abs(rect.width() - 300 * place.zoom) < 1e-6


def test_what_is_zoomed_around_stays_where_it_is() -> None:
    at = (0.4, 0.5)
    place = WHOLE.zoomed(3, at)
    assert (place.to_widget(at) - WHOLE.to_widget(at)).manhattanLength() < 1


def test_a_head_is_shown_as_large_as_it_fits() -> None:
    place = WHOLE.around(Frame(0.3, 0.4, 0.16, 0.2))
    assert place.zoom == 5
    assert (place.to_widget((0.38, 0.5)) - QPointF(300, 200)).manhattanLength() < 1
