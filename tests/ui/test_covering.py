"""Photos stay covered until they are clicked, for a patient who asked for it."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from diary.domain.photo import DateSource, Taken, View
from diary.journal import Journal
from diary.ui.covering import Covering
from diary.ui.pages.today_page import TodayPage
from diary.ui.session import Session
from diary.ui.widgets.covered_picture import CoveredPicture
from diary.ui.widgets.photo_tile import PhotoTile, TileState
from tests.pictures.phone import photo, portrait
from tests.ui.conftest import NOW, Show

SKIN = QColor(200, 40, 40)


def add_photo(journal: Journal, view: View) -> None:
    picture = journal.photos.read_bytes(photo(portrait()), f"{view}.jpg")
    taken = Taken(NOW.date(), None, None, DateSource.TYPED)
    journal.photos.add(picture, view=view, taken=taken)


def cover(journal: Journal, *, on: bool) -> None:
    journal.set_preferences(replace(journal.preferences(), cover_photos=on))


@pytest.fixture
def today(session: Session, show: Show, qtbot: QtBot) -> TodayPage:
    """Today with a covered front photo."""
    session.jobs.wait(partial(add_photo, session.journal, View.FRONT))
    session.jobs.wait(partial(cover, session.journal, on=True))
    page = TodayPage(session)
    page.resize(1280, 832)
    show(page)
    page.enter()
    qtbot.waitUntil(lambda: front(page).state is TileState.COVERED)
    return page


def front(page: TodayPage) -> PhotoTile:
    return next(tile for tile in page.findChildren(PhotoTile) if tile.view is View.FRONT)


def test_a_covered_photo_of_today_is_uncovered_by_a_click_and_then_opened(
    today: TodayPage, qtbot: QtBot
) -> None:
    tile = front(today)
    assert tile.accessibleName() == "Front, Monday 23 November, covered"

    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)

    assert tile.state is TileState.FILLED
    assert tile.accessibleName() == "Front, Monday 23 November"
    with qtbot.waitSignal(tile.opened):
        QTest.keyClick(tile, Qt.Key.Key_Return)


def test_a_photo_is_covered_again_once_its_page_was_left(today: TodayPage) -> None:
    tile = front(today)
    QTest.keyClick(tile, Qt.Key.Key_Return)
    assert "covered" not in tile.accessibleName()

    today.hide()
    today.show()

    assert "covered" in tile.accessibleName()


def test_a_photo_shows_once_covers_are_no_longer_wanted(
    today: TodayPage, session: Session, qtbot: QtBot
) -> None:
    session.jobs.wait(partial(cover, session.journal, on=False))
    session.preferences_changed.emit()
    qtbot.waitUntil(lambda: front(today).state is TileState.FILLED)


@pytest.fixture
def small(session: Session, show: Show) -> Iterator[CoveredPicture]:
    """A small covered picture of one colour in a row."""
    session.jobs.wait(partial(cover, session.journal, on=True))
    row = QWidget()
    covering = Covering(session, row)
    picture = CoveredPicture(covering, "a", View.LEFT, "Left, 23 November", 40)
    QHBoxLayout(row).addWidget(picture)
    image = QImage(QSize(90, 120), QImage.Format.Format_RGB32)
    image.fill(SKIN)
    picture.show_image(image)
    show(row)
    session.jobs.wait(int)
    yield picture
    row.close()


def middle(picture: CoveredPicture) -> QColor:
    return picture.grab().toImage().pixelColor(picture.rect().center())


def test_a_small_picture_shows_nothing_of_its_photo_until_enter_is_pressed(
    small: CoveredPicture,
) -> None:
    seen = small.grab().toImage()
    colours = {seen.pixelColor(x, y).name() for x in range(40) for y in range(40)}
    assert SKIN.name() not in colours
    assert small.accessibleName() == "Left, 23 November, covered"

    small.setFocus()
    QTest.keyClick(small, Qt.Key.Key_Return)

    assert middle(small) == SKIN
    assert small.accessibleName() == "Left, 23 November"


def test_what_is_not_covered_is_no_stop_for_tab(small: CoveredPicture) -> None:
    assert small.focusPolicy() is Qt.FocusPolicy.StrongFocus
    QTest.mouseClick(small, Qt.MouseButton.LeftButton)
    assert small.focusPolicy() is Qt.FocusPolicy.NoFocus
