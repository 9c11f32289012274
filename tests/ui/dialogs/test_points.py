"""The patient points at three places on two photos."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from diary.domain.alignment import Way
from diary.domain.photo import Photo, View
from diary.domain.preferences import Preferences
from diary.domain.similarity import Point
from diary.journal import Journal
from diary.ui.covering import Covering
from diary.ui.dialogs.points import set_points_by_hand
from diary.ui.dialogs.points.dialog import PointsDialog
from diary.ui.dialogs.points.plate import STEP, Plate
from diary.ui.session import Session
from tests.journal.test_copies_out import TAKEN
from tests.pictures.phone import photo as phone_photo
from tests.pictures.phone import portrait
from tests.ui.seen import SLOW, says

Show = Callable[[QWidget], None]
Press = Callable[..., None]
COLORS_OF_A_COVER = 200
"""At most, of its words, its outline and its frame."""

PLACES: tuple[Point, ...] = ((0.3, 0.2), (0.7, 0.25), (0.5, 0.8))


def add(journal: Journal) -> list[Photo]:
    files = phone_photo(portrait()), phone_photo(portrait().rotate(3).resize((480, 480)))
    return [
        journal.photos.add(
            journal.photos.read_bytes(data, "back.jpg"), view=View.BACK, taken=TAKEN
        ).photo
        for data in files
    ]


@pytest.fixture
def photos(session: Session) -> list[Photo]:
    return session.jobs.wait(partial(add, session.journal))


@pytest.fixture
def over(show: Show) -> QWidget:
    widget = QWidget()
    widget.resize(1000, 700)
    show(widget)
    return widget


@pytest.fixture
def reopen(
    session: Session, photos: list[Photo], over: QWidget, qtbot: QtBot
) -> Callable[[], PointsDialog]:
    def opened() -> PointsDialog:
        covering = Covering(session, over)
        dialog = set_points_by_hand(over, session, covering, photos[0], photos[1])
        qtbot.waitUntil(lambda: dialog.left.place_of((0, 1)).y() > 100, timeout=SLOW)
        done: list[bool] = []
        session.ask(lambda _journal: None, lambda _none: done.append(True), dialog)
        qtbot.waitUntil(lambda: bool(done), timeout=SLOW)
        return dialog

    return opened


@pytest.fixture
def dialog(reopen: Callable[[], PointsDialog]) -> PointsDialog:
    return reopen()


def point_at(plate: Plate, *places: Point) -> None:
    for place in places:
        at = plate.place_of(place).toPoint()
        QTest.mouseClick(plate, Qt.MouseButton.LeftButton, pos=at)


def close_to(places: tuple[Point, ...]) -> list[object]:
    """A pixel of the window is 0.003 of the photo."""
    return [pytest.approx(place, abs=0.004) for place in places]


def kept(session: Session, photos: list[Photo]) -> int:
    points = session.journal.alignment.points
    return len(session.jobs.wait(partial(points, photos[0].id, photos[1].id)))


def test_three_places_on_both_photos_are_kept_and_lay_one_over_the_other(
    dialog: PointsDialog, session: Session, photos: list[Photo], qtbot: QtBot
) -> None:
    for place in PLACES:
        point_at(dialog.left, place)
        point_at(dialog.right, place)
    assert list(dialog.left.points) == close_to(PLACES)
    with qtbot.waitSignal(session.photos_changed, timeout=SLOW):
        dialog.save.click()
    between = session.journal.alignment.between
    found = session.jobs.wait(partial(between, photos[0], photos[1]))
    assert found.way is Way.POINTS
    assert found.similarity.apply((0.5, 0.5)) == pytest.approx((0.5, 0.5), abs=0.01)


def test_saving_and_removing_points_can_be_undone(
    dialog: PointsDialog,
    reopen: Callable[[], PointsDialog],
    session: Session,
    photos: list[Photo],
    qtbot: QtBot,
) -> None:
    assert dialog.remove.isHidden()
    point_at(dialog.left, *PLACES)
    point_at(dialog.right, *PLACES)
    with qtbot.waitSignal(session.photos_changed, timeout=SLOW):
        dialog.save.click()
    again = reopen()
    assert list(again.right.points) == close_to(PLACES)
    with qtbot.waitSignal(session.photos_changed, timeout=SLOW):
        again.remove.click()
    assert kept(session, photos) == 0
    for expected in (3, 0):
        with qtbot.waitSignal(session.undone, timeout=SLOW):
            session.undo.undo()
        assert kept(session, photos) == expected


def test_missing_places_are_said_and_nothing_is_kept(
    dialog: PointsDialog, session: Session, photos: list[Photo]
) -> None:
    point_at(dialog.left, *PLACES)
    point_at(dialog.right, PLACES[0])
    dialog.save.click()
    assert says(dialog, "Still to place: 2.")
    assert dialog.isVisible()
    assert kept(session, photos) == 0


def test_places_in_another_order_are_doubted_once(dialog: PointsDialog) -> None:
    point_at(dialog.left, *PLACES)
    point_at(dialog.right, *reversed(PLACES))
    dialog.save.click()
    assert says(dialog, "do not match well")
    assert dialog.isVisible()
    dialog.save.click()
    assert not dialog.isVisible()


def test_places_that_lie_close_together_are_refused(dialog: PointsDialog) -> None:
    close: tuple[Point, ...] = ((0.5, 0.5), (0.52, 0.5), (0.51, 0.51))
    for plate in (dialog.left, dialog.right):
        plate.set_points(close)
    dialog.save.click()
    assert says(dialog, "far apart")
    assert dialog.isVisible()


def test_keys_choose_place_move_and_take_off_a_point(dialog: PointsDialog, press: Press) -> None:
    key = Qt.Key
    dialog.left.setFocus()
    press(key.Key_2, key.Key_Right)
    assert list(dialog.left.points) == close_to(((0.5, 0.5),))
    press(key.Key_Right, key.Key_Down)
    assert dialog.left.points[0] == pytest.approx((0.5 + STEP, 0.5 + STEP))
    QTest.keyClick(dialog.left, key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert dialog.left.points[0][0] == pytest.approx(0.5 - 9 * STEP)
    press(key.Key_Delete)
    assert dialog.left.points == ()


def test_a_point_is_dragged_and_stays_on_the_photo(dialog: PointsDialog) -> None:
    point_at(dialog.left, *PLACES)
    held, left = dialog.left, Qt.MouseButton.LeftButton
    QTest.mousePress(held, left, pos=held.place_of(PLACES[1]).toPoint())
    QTest.mouseMove(held, held.place_of((0.6, 0.5)).toPoint())
    QTest.mouseRelease(held, left, pos=held.place_of((0.6, 0.5)).toPoint())
    assert held.points[1] == pytest.approx((0.6, 0.5), abs=0.004)
    QTest.mousePress(held, left, pos=held.place_of((0.6, 0.5)).toPoint())
    QTest.mouseMove(held, QPoint(held.width() + 400, -300))
    QTest.mouseRelease(held, left, pos=QPoint(held.width() + 400, -300))
    assert held.points[1] == pytest.approx((1, 0))


def test_a_photo_says_which_of_its_points_have_a_place(dialog: PointsDialog, press: Press) -> None:
    point_at(dialog.left, PLACES[0])
    dialog.left.setFocus()
    press(Qt.Key.Key_3)
    assert dialog.left.accessibleName() == (
        "Back · Tuesday 3 November, point 1 placed, point 2 not placed, point 3 not placed, "
        "point 3 chosen"
    )
    assert dialog.right.accessibleName().endswith("point 3 chosen")


def cover_photos(journal: Journal) -> None:
    journal.set_preferences(Preferences(cover_photos=True))


def test_a_covered_photo_takes_no_point_before_it_is_uncovered(
    reopen: Callable[[], PointsDialog], session: Session, press: Press
) -> None:
    session.jobs.wait(partial(cover_photos, session.journal))
    dialog = reopen()
    name = "Back · Tuesday 3 November"
    assert dialog.left.accessibleName() == f"{name}, covered"
    assert is_plain(dialog.left)
    point_at(dialog.left, PLACES[0])
    assert placed(dialog) == (0, 0)
    assert not is_plain(dialog.left)
    assert is_plain(dialog.right)
    point_at(dialog.left, PLACES[0])
    assert placed(dialog) == (1, 0)
    dialog.right.setFocus()
    press(Qt.Key.Key_Right)
    assert placed(dialog) == (1, 0)
    press(Qt.Key.Key_Return, Qt.Key.Key_Right)
    assert placed(dialog) == (1, 1)
    assert dialog.isVisible()


def placed(dialog: PointsDialog) -> tuple[int, int]:
    return len(dialog.left.points), len(dialog.right.points)


def is_plain(plate: Plate) -> bool:
    """Whether it shows a cover: a photo has more colours."""
    image = plate.grab().toImage()
    seen = {image.pixel(x, y) for x in range(0, image.width(), 4) for y in range(image.height())}
    return len(seen) < COLORS_OF_A_COVER
