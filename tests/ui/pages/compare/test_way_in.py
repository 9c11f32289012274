"""How Compare is reached, and what the rail shows meanwhile."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from diary.ui.diary_view import DiaryView
from diary.ui.main_window import MainWindow
from diary.ui.pages.compare import ComparePage
from diary.ui.pages.photos import PhotosPage
from tests.ui.pages.compare.conftest import fill
from tests.ui.seen import says, view_of


def marked(view: DiaryView) -> list[str]:
    """What the rail marks as shown."""
    items = [item for item in view.findChildren(QToolButton) if item.property("rail")]
    return [item.accessibleName() for item in items if item.isChecked()]


def test_two_photos_that_are_asked_for_are_compared(opened: MainWindow, qtbot: QtBot) -> None:
    view = view_of(opened)
    _first, middle, last = opened.jobs.wait(partial(fill, view.session.journal))
    view.show_page("photos")
    view.page.compare_asked.emit(middle, last)
    qtbot.waitUntil(lambda: says(view, "22 Oct and today · 32 days apart"))
    assert isinstance(view.page, ComparePage)
    assert marked(view) == ["Photos"]


def test_compare_marks_photos_wherever_it_is_opened_from(opened: MainWindow) -> None:
    view = view_of(opened)
    view.show_page("compare")
    assert marked(view) == ["Photos"]


def test_escape_leads_back_to_photos(opened: MainWindow, qtbot: QtBot) -> None:
    view = view_of(opened)
    photos = opened.jobs.wait(partial(fill, view.session.journal))
    view.show_comparison(photos[0], photos[2])
    qtbot.waitUntil(lambda: says(view, "53 days apart"))
    QTest.keyClick(view.page, Qt.Key.Key_Escape)
    assert isinstance(view.page, PhotosPage)
