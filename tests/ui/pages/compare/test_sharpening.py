"""Closer photos get the pixels of their originals."""

from collections.abc import Callable
from datetime import date
from functools import partial
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from diary.domain.photo import Photo, View
from diary.journal import Stop
from diary.ui.pages.compare import ComparePage
from diary.ui.pages.compare.sharpening import Sharpening
from diary.ui.pages.compare.sides import Side
from diary.ui.session import Session
from tests.ui.pages.compare.conftest import add_photo, jpeg, wait_for_photos
from tests.ui.pages.compare.seen import color_at, is_like, stage_of

SLOW = 30_000


@pytest.fixture
def page(session: Session, show: Callable[[QWidget], None], qtbot: QtBot) -> ComparePage:
    """Two photos of 7.7 megapixels; faces are not looked for on a back."""
    days = {"#c04030": date(2026, 10, 1), "#3050c0": date(2026, 11, 20)}
    pair = [
        session.jobs.wait(
            partial(add_photo, session.journal, jpeg(color, 2400, 3200), on, View.BACK)
        )
        for color, on in days.items()
    ]
    page = ComparePage(session)
    page.resize(1080, 800)
    show(page)
    page.compare(*pair)
    page.enter()
    wait_for_photos(page, qtbot)
    return page


def there(page: ComparePage) -> list[int]:
    return [stage_of(page).there(side) for side in Side]


def test_photos_that_are_seen_whole_need_no_more_than_their_previews(page: ComparePage) -> None:
    assert there(page) == [1024, 1024]


def test_closer_photos_become_sharp_and_stay_what_they_are(page: ComparePage, qtbot: QtBot) -> None:
    for _ in range(5):
        QTest.keyClick(page, Qt.Key.Key_Plus)
    qtbot.waitUntil(lambda: there(page) == [2048, 2048], timeout=SLOW)
    for _ in range(4):
        QTest.keyClick(page, Qt.Key.Key_Plus)
    qtbot.waitUntil(lambda: there(page) == [3200, 3200], timeout=SLOW)
    wait_for_photos(page, qtbot)
    assert is_like(color_at(page, 0.4), "#c04030")
    assert is_like(color_at(page, 0.6), "#3050c0")


def test_a_large_picture_is_read_once_however_often_one_looks_closer(
    page: ComparePage, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[tuple[str, int]] = []
    go_on = Event()
    large = session.journal.photos.large

    def told(photo: Photo, longest: int, *stops: Stop) -> bytes:
        read.append((photo.id, longest))
        go_on.wait(SLOW)
        return large(photo, longest, *stops)

    monkeypatch.setattr(session.journal.photos, "large", told)
    look_closer(page)
    qtbot.waitUntil(lambda: len(read) == 2)
    look_away_and_closer(page, qtbot)
    go_on.set()
    qtbot.waitUntil(lambda: there(page) == [2048, 2048], timeout=SLOW)
    look_away_and_closer(page, qtbot)
    assert len(read) == 2


def look_closer(page: ComparePage) -> None:
    for _ in range(5):
        QTest.keyClick(page, Qt.Key.Key_Plus)


def look_away_and_closer(page: ComparePage, qtbot: QtBot) -> None:
    """Long enough for more pixels to be asked for."""
    QTest.keyClick(page, Qt.Key.Key_0)
    look_closer(page)
    sharpening = page.findChild(Sharpening)
    assert isinstance(sharpening, Sharpening)
    (wait,) = sharpening.findChildren(QTimer)
    qtbot.waitUntil(lambda: not wait.isActive())


def test_large_pictures_are_forgotten_with_the_page(page: ComparePage, qtbot: QtBot) -> None:
    for _ in range(5):
        QTest.keyClick(page, Qt.Key.Key_Plus)
    qtbot.waitUntil(lambda: there(page) == [2048, 2048], timeout=SLOW)
    page.hide()
    assert there(page) == [0, 0]
    page.show()
    page.enter()
    wait_for_photos(page, qtbot)
    assert there(page)[0] >= 1024
