"""Covered photos of the gallery and of the large view."""

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from diary.journal import Journal
from diary.ui.pages.photos import PhotosPage
from diary.ui.pages.photos.grid import PhotoGrid
from diary.ui.pages.photos.viewer import Viewer
from diary.ui.session import Session


def cover(journal: Journal) -> None:
    journal.set_preferences(replace(journal.preferences(), cover_photos=True))


@pytest.fixture
def covered(grid: PhotoGrid, session: Session, qtbot: QtBot) -> PhotoGrid:
    qtbot.waitUntil(lambda: grid.thumbnails.complete)
    session.jobs.wait(partial(cover, session.journal))
    session.preferences_changed.emit()
    qtbot.waitUntil(lambda: spoken(grid, 0).endswith("covered"))
    return grid


def spoken(grid: PhotoGrid, row: int) -> str:
    return str(grid.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def colours(grid: PhotoGrid, row: int) -> int:
    """How many colours the tile's picture has: a photo has many, a cover has few."""
    box = grid.visualRect(grid.model().index(row, 0))
    box.setHeight(box.width())
    image = grid.viewport().grab(box).toImage()
    points = ((x, y) for x in range(20, box.width() - 20) for y in range(20, box.width() - 20))
    return len({image.pixel(x, y) for x, y in points})


def test_a_click_uncovers_one_photo_and_selects_nothing(covered: PhotoGrid) -> None:
    hidden = colours(covered, 0)
    place = covered.visualRect(covered.model().index(0, 0)).topLeft() + QPoint(40, 40)

    QTest.mouseClick(covered.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert spoken(covered, 0) == "Front, 23 November, day 54, acne 4"
    assert spoken(covered, 1).endswith("covered")
    assert colours(covered, 0) > 4 * hidden
    assert len(covered.choice) == 0


def test_enter_uncovers_and_only_then_opens(covered: PhotoGrid, page: PhotosPage) -> None:
    QTest.keyClick(covered, Qt.Key.Key_Return)
    assert covered.isVisible()
    QTest.keyClick(covered, Qt.Key.Key_Return)
    assert not covered.isVisible()


def test_the_neighbour_in_the_large_view_is_covered_until_enter(
    covered: PhotoGrid, page: PhotosPage, qtbot: QtBot
) -> None:
    QTest.keyClick(covered, Qt.Key.Key_Return)
    QTest.keyClick(covered, Qt.Key.Key_Return)
    viewer = page.findChild(Viewer)
    assert isinstance(viewer, Viewer)
    qtbot.waitUntil(lambda: viewer.accessibleName() == "Front, 23 November, day 54, acne 4")

    QTest.keyClick(viewer, Qt.Key.Key_Left)

    name = "Left, 23 November, day 54, acne 4"
    qtbot.waitUntil(lambda: viewer.accessibleName() == f"{name}, covered")
    QTest.keyClick(viewer, Qt.Key.Key_Return)
    assert viewer.accessibleName() == name


def test_photos_are_covered_again_once_the_page_was_left(
    covered: PhotoGrid, page: PhotosPage
) -> None:
    QTest.keyClick(covered, Qt.Key.Key_Return)
    assert not spoken(covered, 0).endswith("covered")
    page.hide()
    page.show()
    assert spoken(covered, 0).endswith("covered")
