"""Every screen of photos by keyboard alone: all is reached, spoken, in order, and left again."""

import shutil
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from diary.ui import camera as cameras
from diary.ui.covering import Covering
from diary.ui.dialogs.from_phone import FromPhone
from diary.ui.dialogs.from_phone.ways import System
from diary.ui.dialogs.import_review import Review
from diary.ui.dialogs.points import set_points_by_hand
from diary.ui.main_window import MainWindow
from diary.ui.pages.photos.trash import TrashList
from diary.ui.pages.photos.viewer import Viewer
from diary.ui.widgets.select import Select
from tests.ui import menus, screens
from tests.ui.fake_cameras import BUILT_IN, USB, FakeCameras
from tests.ui.keyboard import focused, press
from tests.ui.screens import LOOKS, Look
from tests.ui.seen import view_of
from tests.ui.test_screens import clock, diary

__all__ = ["clock", "diary"]

MOST_STOPS = 80


@pytest.fixture
def look() -> Look:
    return LOOKS[0]


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path, look: Look, qtbot: QtBot) -> MainWindow:
    window = screens.open_window(tmp_path, look, clock)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def stops() -> list[QWidget]:
    """Where Tab leads, once around, from where the keyboard is."""
    found: list[QWidget] = []
    while focused() not in found:
        found.append(focused())
        assert len(found) < MOST_STOPS, "Tab never comes back"
        press(Qt.Key.Key_Tab)
    assert focused() is found[0], "Tab is caught"
    return found


def backwards() -> list[QWidget]:
    found: list[QWidget] = []
    while focused() not in found:
        found.append(focused())
        QTest.keyClick(focused(), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    return found


def check_walk(inside: QWidget) -> None:
    """All of `inside`, which has the keyboard, is reached and spoken, in both directions alike."""
    there = stops()
    assert [type(one).__name__ for one in there if not spoken(one)] == []
    assert backwards() == [there[0], *there[:0:-1]]
    missed = [one for one in _to_be_reached(inside) if one not in there]
    assert [f"{type(one).__name__} {spoken(one)}" for one in missed] == []


def spoken(widget: QWidget) -> str:
    heard = QAccessible.queryAccessibleInterface(widget)
    return heard.text(QAccessible.Text.Name).strip() if heard else ""


def _to_be_reached(inside: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in inside.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.window() is inside.window()
        and widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        and widget.focusProxy() is None
    ]


def show_page(window: MainWindow, page: str, diary: Path, qtbot: QtBot) -> QWidget:
    screens.show_page(window, page, diary, qtbot)
    screens.settle(window, qtbot)
    return view_of(window)


def test_the_gallery_with_two_photos_selected(
    window: MainWindow, diary: Path, qtbot: QtBot
) -> None:
    view = show_page(window, "photos", diary, qtbot)
    grid = screens.select_photos(window, 1, 5)
    check_walk(view)
    grid.setFocus()
    names = [spoken(one) for one in stops()]
    after = names[1 : names.index("Today")]
    assert after == ["Change…", "Clear", "Compare"]
    before = names[names.index("More") :]
    assert before[:4] == ["More", "From phone", "Add photos…", "View, All views"]
    assert [spoken(one) for one in window.findChildren(Select) if one.isVisible()] == before[4:]


def test_a_large_photo_is_opened_walked_and_left_to_where_the_keyboard_was(
    window: MainWindow, diary: Path, qtbot: QtBot
) -> None:
    view = show_page(window, "photos", diary, qtbot)
    grid = screens.select_photos(window)
    grid.move_to(3)
    press(Qt.Key.Key_Return)
    viewer = window.findChild(Viewer)
    assert isinstance(viewer, Viewer)
    qtbot.waitUntil(lambda: bool(viewer.said))
    check_walk(view)
    viewer.setFocus()
    press(Qt.Key.Key_Escape)
    assert focused() is grid
    assert grid.current == 3


def test_the_deleted_photos_are_walked_and_left(
    window: MainWindow, diary: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = Path(shutil.copytree(diary, tmp_path / "with-deleted.skindiary"))
    screens.delete_photos(folder, 2)
    view = show_page(window, "photos", folder, qtbot)
    menus.choose(window, "Deleted photos")
    trash = window.findChild(TrashList)
    assert isinstance(trash, TrashList)
    qtbot.waitUntil(trash.back.hasFocus)
    screens.settle(window, qtbot)
    check_walk(view)
    press(Qt.Key.Key_Escape)
    assert not trash.isVisible()


@pytest.mark.parametrize("page", ["compare", "marks", "panels"])
def test_a_page_about_photos(page: str, window: MainWindow, diary: Path, qtbot: QtBot) -> None:
    check_walk(show_page(window, page, diary, qtbot))


@pytest.mark.parametrize("way", ["Side by side", "Overlay", "Blink"])
def test_a_way_to_compare(way: str, window: MainWindow, diary: Path, qtbot: QtBot) -> None:
    view = show_page(window, "compare", diary, qtbot)
    screens.press(window, way)
    screens.settle(window, qtbot)
    check_walk(view)


def check_dialog(dialog: QDialog, came_from: QWidget, qtbot: QtBot) -> None:
    """It is walked, closed with Esc, and the keyboard is where it was."""
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.waitUntil(lambda: focused().window() is dialog)
    check_walk(dialog)
    press(Qt.Key.Key_Escape)
    came_from.activateWindow()  # as the window manager does, which there is none of here
    qtbot.waitUntil(lambda: QApplication.focusWidget() is came_from)


def on_grid(window: MainWindow, diary: Path, qtbot: QtBot) -> QWidget:
    show_page(window, "photos", diary, qtbot)
    return screens.select_photos(window)


def test_the_dialog_about_the_phone(window: MainWindow, diary: Path, qtbot: QtBot) -> None:
    grid = on_grid(window, diary, qtbot)
    view = view_of(window)
    dialog = FromPhone(view.session, view.page, System.LINUX)
    dialog.open()
    check_dialog(dialog, grid, qtbot)


def test_points_by_hand(window: MainWindow, diary: Path, qtbot: QtBot) -> None:
    grid = on_grid(window, diary, qtbot)
    view = view_of(window)
    first, *_, last = window.jobs.wait(partial(screens.front_photos, view.session.journal))
    covering = Covering(view.session, view.page)
    dialog = set_points_by_hand(view.page, view.session, covering, first, last)
    check_dialog(dialog, grid, qtbot)


def test_the_copy_of_a_photo(window: MainWindow, diary: Path, qtbot: QtBot) -> None:
    grid = on_grid(window, diary, qtbot)
    dialog = screens.open_copy(window, qtbot)
    check_dialog(dialog, grid, qtbot)


def test_the_time_lapse(window: MainWindow, diary: Path, qtbot: QtBot) -> None:
    grid = on_grid(window, diary, qtbot)
    check_dialog(screens.choose_timelapse(window, qtbot), grid, qtbot)


def test_the_camera(
    window: MainWindow, diary: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    fake = FakeCameras(window, BUILT_IN, USB)
    monkeypatch.setattr(cameras, "make", lambda _parent: fake)
    grid = on_grid(window, diary, qtbot)
    check_dialog(screens.choose_camera(window, fake), grid, qtbot)


def test_the_table_of_new_photos(
    window: MainWindow, diary: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    table = screens.look_at_new(window, tmp_path, diary, qtbot)
    qtbot.waitUntil(table.isActiveWindow)
    check_walk(table)
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(Review))


def test_the_choice_of_a_panel(window: MainWindow, diary: Path, qtbot: QtBot) -> None:
    dialog = screens.open_panel_chooser(window, diary, qtbot)
    qtbot.waitUntil(dialog.isActiveWindow)
    check_walk(dialog)
