"""New pictures in the folder are offered on the pages, looked at first, and each once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from diary.domain.photo import View
from diary.ui.dialogs.from_phone import FromPhone
from diary.ui.dialogs.import_review import Review
from diary.ui.dialogs.import_review.table import DraftTable
from diary.ui.pages.page import Page
from diary.ui.pages.photos import PhotosPage
from diary.ui.pages.today_page import TodayPage
from diary.ui.session import Session
from diary.ui.watched_notice import WatchedNotice
from diary.ui.widgets.button import Button, IconButton
from tests.journal.test_watched import face, put
from tests.ui.seen import SLOW, says

Show = Callable[[QWidget], None]


@pytest.fixture
def phone(tmp_path: Path) -> Path:
    """The folder that a phone fills, with two pictures."""
    put(tmp_path, "Camera Uploads/a.jpg", face(1))
    put(tmp_path, "Camera Uploads/b.jpg", face(2))
    return tmp_path / "Camera Uploads"


@pytest.fixture(params=[PhotosPage, TodayPage])
def page(
    request: pytest.FixtureRequest, session: Session, phone: Path, show: Show, qtbot: QtBot
) -> Page:
    """A page that says that two pictures are new."""
    page: Page = request.param(session)
    page.resize(1200, 800)
    show(page)
    page.enter()
    session.watching.choose(phone, only_new=False)
    qtbot.waitUntil(lambda: says(page, "2 new pictures in your folder."), timeout=SLOW)
    return page


def notice_on(page: Page) -> WatchedNotice:
    notice = page.findChild(WatchedNotice)
    assert isinstance(notice, WatchedNotice)
    return notice


def look(page: Page, qtbot: QtBot) -> Review:
    notice_on(page).link_activated.emit()
    qtbot.waitUntil(lambda: bool(page.findChildren(Review)), timeout=SLOW)
    return page.findChildren(Review)[-1]


def press(inside: QWidget, text: str) -> None:
    (button,) = [one for one in inside.findChildren(Button) if one.text() == text]
    button.click()


def views(session: Session) -> list[View]:
    return [photo.view for photo in session.jobs.wait(session.journal.photos.all)]


def offered(session: Session) -> list[str]:
    return [one.path.name for one in session.watching.news.pictures]


def is_decided(page: Page, session: Session, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not notice_on(page).isVisible(), timeout=SLOW)
    session.watching.look()
    qtbot.waitUntil(lambda: not session.watching.running, timeout=SLOW)
    assert offered(session) == []


def test_nothing_is_added_before_it_was_looked_at(
    page: Page, session: Session, qtbot: QtBot
) -> None:
    table = look(page, qtbot)
    assert views(session) == []
    rows = table.findChild(DraftTable)
    assert isinstance(rows, DraftTable)
    rows.selectAll()
    QTest.keyClick(rows, Qt.Key.Key_2)
    press(table, "Add 2 photos")

    qtbot.waitUntil(lambda: views(session) == [View.LEFT, View.LEFT], timeout=SLOW)
    session.watching.look()
    is_decided(page, session, qtbot)


def test_what_is_left_out_in_the_table_is_not_offered_again(
    page: Page, session: Session, qtbot: QtBot
) -> None:
    table = look(page, qtbot)
    rows = table.findChild(DraftTable)
    assert isinstance(rows, DraftTable)
    rows.selectAll()
    QTest.keyClick(rows, Qt.Key.Key_1)
    rows.select([0])
    QTest.keyClick(rows, Qt.Key.Key_Space)
    press(table, "Add 1 photo")

    qtbot.waitUntil(lambda: views(session) == [View.FRONT], timeout=SLOW)
    session.watching.look()
    is_decided(page, session, qtbot)


def test_a_table_that_is_closed_decides_nothing(page: Page, session: Session, qtbot: QtBot) -> None:
    table = look(page, qtbot)

    press(table, "Cancel")
    session.watching.look()
    qtbot.waitUntil(lambda: not session.watching.running, timeout=SLOW)

    assert offered(session) == ["a.jpg", "b.jpg"]
    assert views(session) == []
    assert notice_on(page).isVisible()


def test_a_damaged_picture_is_named_once_and_not_offered_again(
    page: Page, session: Session, phone: Path, qtbot: QtBot
) -> None:
    for name in ("a.jpg", "b.jpg"):
        put(phone, name, face(1)[:400])
    session.watching.look()
    qtbot.waitUntil(lambda: says(page, "1 new picture in your folder."), timeout=SLOW)

    notice_on(page).link_activated.emit()
    qtbot.waitUntil(lambda: says(page, "is damaged or cut off"), timeout=SLOW)

    is_decided(page, session, qtbot)


def test_the_notice_can_be_put_away_until_more_is_new(
    page: Page, session: Session, phone: Path, qtbot: QtBot
) -> None:
    notice = notice_on(page)
    (cross,) = notice.findChildren(IconButton)
    cross.click()
    with qtbot.waitSignal(session.watching.changed, timeout=SLOW):
        session.watching.look()
    qtbot.waitUntil(lambda: not session.watching.running, timeout=SLOW)
    assert not notice.isVisible()

    put(phone, "c.jpg", face(3))
    session.watching.look()

    qtbot.waitUntil(lambda: says(page, "3 new pictures in your folder."), timeout=SLOW)


def test_the_button_explains_and_leads_to_what_is_new(page: Page, qtbot: QtBot) -> None:
    (button,) = [one for one in page.findChildren(Button) if one.text() == "From phone"]
    button.click()
    dialog = page.findChild(FromPhone)
    assert isinstance(dialog, FromPhone)
    assert says(dialog, "2 new pictures in your folder.")

    dialog.folder.look.click()

    qtbot.waitUntil(lambda: bool(page.findChildren(Review)), timeout=SLOW)


def test_a_folder_that_is_gone_is_a_line_on_the_photos_page_only(
    page: Page, session: Session, phone: Path, qtbot: QtBot
) -> None:
    phone.rename(phone.parent / "away")

    session.watching.look()

    qtbot.waitUntil(lambda: bool(session.watching.news.trouble), timeout=SLOW)
    assert notice_on(page).isVisible() is isinstance(page, PhotosPage)
    assert says(page, "cannot be read at the moment") is isinstance(page, PhotosPage)
