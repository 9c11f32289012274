"""The gallery where the window is low or its text large: one scroll bar, nothing out of reach."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from diary.ui import theme
from diary.ui.main_window import SMALLEST
from diary.ui.pages.photos import PhotosPage
from diary.ui.pages.photos.bar import GalleryBar
from diary.ui.pages.photos.date_form import DateForm
from diary.ui.pages.photos.gallery import Gallery
from diary.ui.pages.photos.grid import PhotoGrid
from diary.ui.pages.photos.selection_bar import SelectionBar
from tests.ui import menus


def make_low(page: PhotosPage, qtbot: QtBot) -> GalleryBar:
    theme.current().set_look(theme.Scheme.LIGHT, theme.LARGEST_TEXT)
    page.resize(SMALLEST)
    bar = page.findChild(GalleryBar)
    assert isinstance(bar, GalleryBar)
    grid = page.findChild(PhotoGrid)
    assert isinstance(grid, PhotoGrid)
    qtbot.waitUntil(lambda: grid.viewport().isAncestorOf(bar))
    return bar


def top_in_page(page: PhotosPage, widget: QWidget) -> int:
    return widget.mapTo(page, QRect().topLeft()).y()


def test_the_page_itself_does_not_scroll_beside_the_gallery(
    page: PhotosPage, grid: PhotoGrid, qtbot: QtBot
) -> None:
    make_low(page, qtbot)
    grid.move_to(1)
    grid.pick_current()
    selected = page.findChild(SelectionBar)
    assert isinstance(selected, SelectionBar)
    qtbot.waitUntil(selected.isVisible)
    assert page.scroll_area.verticalScrollBar().maximum() == 0
    assert top_in_page(page, selected) + selected.height() <= page.height()


def test_what_narrows_the_gallery_down_scrolls_away_and_comes_back_to_the_keyboard(
    page: PhotosPage, grid: PhotoGrid, qtbot: QtBot
) -> None:
    bar = make_low(page, qtbot)
    QTest.keyClick(grid, Qt.Key.Key_End)
    assert top_in_page(page, bar) + bar.height() < top_in_page(page, grid)
    QTest.keyClick(grid, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert bar.isAncestorOf(focused)
    assert top_in_page(page, bar) >= top_in_page(page, grid)


def test_the_bar_is_over_the_gallery_again_when_there_is_room(
    page: PhotosPage, grid: PhotoGrid, qtbot: QtBot
) -> None:
    bar = make_low(page, qtbot)
    theme.current().set_look(theme.Scheme.LIGHT, 1)
    page.resize(1080, 800)
    qtbot.waitUntil(lambda: not grid.viewport().isAncestorOf(bar))
    assert bar.isVisible()
    assert top_in_page(page, bar) + bar.height() <= top_in_page(page, grid)


def test_a_view_without_photos_can_be_left_again(
    page: PhotosPage, grid: PhotoGrid, qtbot: QtBot
) -> None:
    bar = make_low(page, qtbot)
    bar.views.set_value("back")
    bar.wished.emit()
    assert len(grid.album.entries) == 0
    assert bar.isVisible()


def test_the_question_for_a_date_takes_the_place_of_the_photos(
    page: PhotosPage, grid: PhotoGrid, qtbot: QtBot
) -> None:
    make_low(page, qtbot)
    grid.select_all()
    gallery = page.findChild(Gallery)
    assert isinstance(gallery, Gallery)
    (date,) = [act for act in gallery.menu().actions() if act.text() == "Date…"]
    date.trigger()
    form = page.findChild(DateForm)
    assert isinstance(form, DateForm)
    assert form.isVisible()
    assert not grid.isVisible()
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert grid.isVisible()


def test_the_way_from_the_phone_is_in_the_menu_where_the_head_is_narrow(
    page: PhotosPage, qtbot: QtBot
) -> None:
    assert "From phone" not in menus.offered(page)
    make_low(page, qtbot)
    assert "From phone" in menus.offered(page)
