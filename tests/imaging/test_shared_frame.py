"""The part of a picture that all photos laid over it show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.domain.similarity import Similarity
from diary.imaging.shared_frame import LEAST, Frame, covers, shared_frame

TALL = (0.75, 1.0)

nearly_alike = st.lists(
    st.tuples(
        st.just(TALL),
        st.builds(
            Similarity.of,
            st.floats(0.7, 1.4),
            st.floats(-12, 12),
            st.floats(-0.2, 0.2),
            st.floats(-0.2, 0.2),
        ),
    ),
    max_size=6,
)


def test_the_first_photo_alone_is_shown_whole() -> None:
    assert shared_frame(TALL, []) == Frame(0, 0, *TALL)


def test_a_photo_moved_to_the_right_takes_the_left_edge_off_and_no_more() -> None:
    frame = shared_frame(TALL, [(TALL, Similarity(dx=0.1))])
    assert (frame.left, frame.top, frame.right, frame.bottom) == (0.1, 0, 0.75, 1)


def test_two_photos_moved_apart_leave_what_both_show() -> None:
    frame = shared_frame(TALL, [(TALL, Similarity(dx=0.1)), (TALL, Similarity(dy=-0.05))])
    assert (frame.left, frame.top, frame.right, frame.bottom) == pytest.approx((0.1, 0, 0.75, 0.95))


def test_a_photo_that_shows_too_little_does_not_make_the_frame_smaller_for_all() -> None:
    close = (TALL, Similarity.of(0.3, 0, 0.25, 0.35))
    frame = shared_frame(TALL, [close])
    assert frame == Frame(0, 0, *TALL)
    assert not covers(frame, *close)


@given(nearly_alike)
def test_whatever_shows_the_middle_shows_the_whole_frame(
    others: list[tuple[tuple[float, float], Similarity]],
) -> None:
    frame = shared_frame(TALL, others)
    width, height = TALL
    edge = (1 - LEAST) / 2
    middle = Frame(width * edge, height * edge, width * (1 - edge), height * (1 - edge))
    assert all(covers(frame, *one) for one in others if covers(middle, *one))
    assert frame.left >= 0
    assert frame.top >= 0
    assert frame.right <= width
    assert frame.bottom <= height
