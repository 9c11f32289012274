"""One photo large: zoomed and moved by pointer and key, with the pixels of its original."""

from datetime import date, time
from functools import partial

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateEdit
from pytestqt.qtbot import QtBot

from diary.domain.photo import DateSource, Taken, View
from diary.journal import Journal
from diary.ui.pages.photos import PhotosPage
from diary.ui.pages.photos.grid import PhotoGrid
from diary.ui.pages.photos.viewer import Viewer
from diary.ui.session import Session
from tests.pictures.phone import photo

SLOW = 20_000
LARGE = (3000, 2000)


def add_large(journal: Journal) -> None:
    """A photo of fine stripes, which only its original can show."""
    columns = np.arange(LARGE[0]) // 2 % 2 * 255
    stripes = np.broadcast_to(columns[None, :, None], (LARGE[1], LARGE[0], 3)).astype(np.uint8)
    data = photo(Image.fromarray(stripes))
    picture = journal.photos.read_bytes(data, "stripes.jpg")
    taken = Taken(date(2026, 11, 23), time(8, 10), None, DateSource.EXIF)
    journal.photos.add(picture, view=View.FRONT, taken=taken)


@pytest.fixture
def viewer(page: PhotosPage, grid: PhotoGrid, session: Session, qtbot: QtBot) -> Viewer:
    """With the striped photo open."""
    session.jobs.wait(partial(add_large, session.journal))
    session.photos_changed.emit()
    qtbot.waitUntil(lambda: len(grid.album.entries) == 7)
    QTest.keyClick(grid, Qt.Key.Key_Home)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    viewer = page.findChild(Viewer)
    assert isinstance(viewer, Viewer)
    qtbot.waitUntil(lambda: viewer.canvas.there > 0)
    return viewer


def wheel(viewer: Viewer, at: QPointF, notches: int) -> None:
    event = QWheelEvent(
        at,
        viewer.canvas.mapToGlobal(at),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    viewer.canvas.wheelEvent(event)


def contrast(viewer: Viewer) -> float:
    """Of neighbouring pixels in the middle: stripes that are seen have much."""
    canvas = viewer.canvas
    box = QRectF(0, 0, 60, 20)
    box.moveCenter(QRectF(canvas.rect()).center())
    image = canvas.grab(box.toRect()).toImage()
    row = [image.pixelColor(x, 10).lightness() for x in range(60)]
    return float(np.std(row))


def test_at_100_percent_the_pixels_of_the_original_are_seen(viewer: Viewer, qtbot: QtBot) -> None:
    assert contrast(viewer) < 40
    QTest.keyClick(viewer, Qt.Key.Key_1)
    assert viewer.canvas.zoom == 1.0
    qtbot.waitUntil(lambda: viewer.canvas.there == max(LARGE), timeout=SLOW)
    assert contrast(viewer) > 80


def test_the_fitted_photo_needs_no_more_than_its_preview(viewer: Viewer) -> None:
    assert viewer.canvas.is_fitted
    assert viewer.canvas.needed <= viewer.canvas.there


def test_the_wheel_zooms_where_the_pointer_is(viewer: Viewer) -> None:
    canvas = viewer.canvas
    at = QPointF(canvas.width() / 4, canvas.height() / 2)
    before, pointed_at = canvas.zoom, canvas.photo_point(at)
    wheel(viewer, at, 8)
    assert canvas.zoom > before
    assert (canvas.photo_point(at) - pointed_at).manhattanLength() < 2
    wheel(viewer, at, -20)
    assert canvas.is_fitted


def test_keys_zoom_move_and_fit(viewer: Viewer) -> None:
    canvas = viewer.canvas
    middle = QPointF(canvas.width() / 2, canvas.height() / 2)
    QTest.keyClick(viewer, Qt.Key.Key_1)
    seen = canvas.photo_point(middle)
    QTest.keyClick(viewer, Qt.Key.Key_Right)
    QTest.keyClick(viewer, Qt.Key.Key_Down)
    assert canvas.photo_point(middle).x() > seen.x()
    assert canvas.photo_point(middle).y() > seen.y()
    QTest.keyClick(viewer, Qt.Key.Key_Minus)
    assert canvas.zoom < 1
    QTest.keyClick(viewer, Qt.Key.Key_0)
    assert canvas.is_fitted


def test_a_zoomed_photo_is_dragged_but_not_out_of_sight(viewer: Viewer) -> None:
    canvas = viewer.canvas
    QTest.keyClick(viewer, Qt.Key.Key_1)
    corner = QPointF(0, 0)
    for _ in range(12):
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
        QTest.mouseMove(canvas, QPoint(420, 320))
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(420, 320))
    assert canvas.photo_point(corner).toPoint() == QPoint(0, 0)


def test_arrows_go_to_the_neighbours_of_a_fitted_photo(viewer: Viewer, qtbot: QtBot) -> None:
    QTest.keyClick(viewer, Qt.Key.Key_Left)
    name = "Front, 23 November, day 54, acne 4"
    qtbot.waitUntil(lambda: viewer.accessibleName() == name)
    QTest.keyClick(viewer, Qt.Key.Key_PageUp)
    qtbot.waitUntil(lambda: viewer.accessibleName().startswith("Left"))
    QTest.keyClick(viewer, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: viewer.accessibleName() == name)


def test_leaving_keeps_no_picture_and_ends_the_reading(
    viewer: Viewer, grid: PhotoGrid, qtbot: QtBot
) -> None:
    QTest.keyClick(viewer, Qt.Key.Key_1)
    QTest.keyClick(viewer, Qt.Key.Key_Escape)
    assert viewer.canvas.there == 0
    assert grid.isVisible()


def test_another_date_is_kept_when_the_next_photo_is_shown(
    viewer: Viewer, session: Session, qtbot: QtBot
) -> None:
    edit = viewer.findChild(QDateEdit)
    assert isinstance(edit, QDateEdit)
    edit.setDate(edit.date().addDays(-2))
    QTest.keyClick(viewer, Qt.Key.Key_PageUp)
    dates = [one.taken.on.day for one in session.jobs.wait(session.journal.photos.all)]
    assert dates == [20, 1, 8, 19, 21, 23, 23]
    session.undo.undo()
    dates = [one.taken.on.day for one in session.jobs.wait(session.journal.photos.all)]
    assert dates == [20, 1, 8, 19, 23, 23, 23]


def test_a_damaged_original_is_said_when_more_of_it_is_needed(
    viewer: Viewer, session: Session, qtbot: QtBot
) -> None:
    photos = session.jobs.wait(session.journal.photos.all)
    large = next(one for one in photos if one.width == LARGE[0])
    (sealed,) = session.journal.folder.rglob(f"{large.object_name}.age")
    sealed.write_bytes(b"scribble")
    QTest.keyClick(viewer, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: "Its file is damaged" in viewer.said, timeout=SLOW)
    assert viewer.canvas.there > 0
