"""A folder that is dropped or chosen: its pictures are offered, and the window goes on."""

import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from threading import Event

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from diary.domain.photo import DateSource, Photo, View
from diary.ui.dialogs.import_review import Review
from diary.ui.dialogs.import_review.model import DraftModel
from diary.ui.dialogs.import_review.table import DraftTable
from diary.ui.importing import Importer
from diary.ui.pages.photos import PhotosPage
from diary.ui.pages.today.photos_card import PhotosCard
from diary.ui.pages.today_page import TodayPage
from diary.ui.session import Session
from diary.ui.widgets.button import Button
from diary.ui.widgets.notice import Notice
from diary.ui.widgets.progress_row import ProgressRow
from tests.pictures.phone import photo, portrait
from tests.ui import menus

Show = Callable[[QWidget], None]

LONG_MS = 20_000


@pytest.fixture
def page(session: Session, show: Show) -> PhotosPage:
    page = PhotosPage(session)
    page.resize(1080, 800)
    show(page)
    page.enter()
    return page


@pytest.fixture
def camera(tmp_path: Path) -> Path:
    """Two pictures of different days, one of them in a folder below, and a film."""
    folder = tmp_path / "Camera"
    (folder / "Later").mkdir(parents=True)
    for number, (name, day) in enumerate((("DSC_0.jpg", 20), ("Later/DSC_1.jpg", 21))):
        picture = Image.new("RGB", (64, 64), (60 * number, 90, 120))
        (folder / name).write_bytes(photo(picture, taken=f"2026:11:{day} 08:12:34"))
    (folder / "DSC_2.MP4").write_bytes(b"film")
    return folder


@pytest.fixture
def slow(camera: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """The disk answers with what is in the lower folder only once this is set."""
    answer, scandir = Event(), os.scandir

    def scan(path: Path) -> object:
        if path == camera / "Later":
            answer.wait(LONG_MS / 1000)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", scan)
    yield answer
    answer.set()


def drop(target: QWidget, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    middle = QPointF(QPoint(target.width() // 2, target.height() // 2))
    target.dropEvent(
        QDropEvent(
            middle,
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def table_over(page: QWidget, qtbot: QtBot) -> Review:
    qtbot.waitUntil(lambda: bool(page.findChildren(Review)), timeout=LONG_MS)
    (table,) = page.findChildren(Review)
    return table


def offered(table: Review) -> list[str]:
    (model,) = table.findChildren(DraftModel)
    return sorted(draft.file_name for draft in model.drafts)


def press(inside: QWidget, text: str) -> None:
    (button,) = [one for one in inside.findChildren(Button) if one.text() == text]
    button.click()


def sentences(page: QWidget) -> list[str]:
    notices = [notice for notice in page.findChildren(Notice) if notice.isVisible()]
    return [one.text() for notice in notices for one in notice.findChildren(QLabel) if one.text()]


def row(page: QWidget) -> ProgressRow:
    (row,) = page.findChildren(ProgressRow)
    return row


def stored(session: Session) -> list[Photo]:
    return session.jobs.wait(session.journal.photos.all)


def test_a_dropped_folder_is_offered_with_what_is_below_it(
    page: PhotosPage, camera: Path, session: Session, qtbot: QtBot
) -> None:
    drop(page, camera)
    table = table_over(page, qtbot)

    assert offered(table) == ["DSC_0.jpg", "DSC_1.jpg"]
    noted = "Left out of “Camera”: 1 file that is no picture the diary reads."
    qtbot.waitUntil(lambda: noted in sentences(page))
    assert stored(session) == []
    rows = table.findChild(DraftTable)
    assert isinstance(rows, DraftTable)
    rows.selectAll()
    QTest.keyClick(rows, Qt.Key.Key_4)
    with qtbot.waitSignal(page.importer.finished, timeout=LONG_MS):
        press(table, "Add 2 photos")
    assert [one.taken.on.day for one in stored(session)] == [20, 21]
    session.undo.undo()
    assert stored(session) == []


def test_a_folder_is_looked_at_even_if_nothing_is_unsure(
    session: Session, page: PhotosPage, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "Faces"
    folder.mkdir()
    (folder / "a.jpg").write_bytes(photo(portrait(), taken="2026:11:20 08:12:34"))
    importer = Importer(session, page)
    importer.add_files([folder], [None])
    assert importer.remaining == 1
    table = table_over(page, qtbot)
    assert offered(table) == ["a.jpg"]
    assert any("Nothing is left to check." in one.text() for one in table.findChildren(QLabel))


@pytest.mark.parametrize("way", ["menu", "button"])
def test_a_folder_can_be_chosen_without_dropping_it(
    way: str, page: PhotosPage, camera: Path, session: Session, qtbot: QtBot
) -> None:
    if way == "menu":
        alone = camera / "DSC_0.jpg"
        with qtbot.waitSignal(page.importer.finished, timeout=LONG_MS):
            page.importer.add_files([alone], [View.FRONT])
        qtbot.waitUntil(lambda: "Add a folder…" in menus.offered(page))
        menus.choose(page, "Add a folder…")
    else:
        qtbot.waitUntil(lambda: bool([b for b in page.findChildren(Button) if b.isVisible()]))
        press(page, "Add a folder…")
    dialog = page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.setDirectory(str(camera.parent))
    dialog.selectFile(str(camera))
    dialog.accept()

    assert "DSC_1.jpg" in offered(table_over(page, qtbot))


def test_a_folder_without_pictures_is_said_and_nothing_is_left_running(
    page: PhotosPage, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "Empty").mkdir()
    with qtbot.waitSignal(page.importer.finished, timeout=LONG_MS):
        drop(page, tmp_path / "Empty")

    qtbot.waitUntil(lambda: sentences(page) == ["“Empty” is empty, so nothing was added."])
    assert not row(page).isVisible()
    assert not page.importer.running


def test_a_slow_folder_tells_how_far_it_is_and_cancel_offers_nothing(
    page: PhotosPage, camera: Path, slow: Event, session: Session, qtbot: QtBot
) -> None:
    drop(page, camera)
    words = "Looking for pictures: 1 found"
    qtbot.waitUntil(lambda: row(page).accessibleName() == words, timeout=LONG_MS)
    assert page.unfinished() == 1
    with qtbot.waitSignal(page.importer.finished, timeout=LONG_MS):
        press(row(page), "Cancel")
        slow.set()

    assert not row(page).isVisible()
    assert page.findChildren(Review) == []
    assert stored(session) == []


def test_a_folder_on_todays_card_keeps_its_own_dates(
    session: Session, camera: Path, show: Show, qtbot: QtBot
) -> None:
    copied = camera / "copied.jpg"
    copied.write_bytes(photo(Image.new("RGB", (64, 64), (200, 90, 120))))
    page = TodayPage(session)
    page.resize(1280, 832)
    show(page)
    page.enter()
    card = page.findChild(PhotosCard)
    assert isinstance(card, PhotosCard)
    qtbot.waitUntil(card.isVisible)
    drop(card, camera)

    table = table_over(card, qtbot)
    (model,) = table.findChildren(DraftModel)
    dates = {draft.file_name: draft.taken for draft in model.drafts}
    assert dates["DSC_0.jpg"] is not None
    assert dates["DSC_0.jpg"].on == date(2026, 11, 20)
    taken = dates["copied.jpg"]
    assert taken is None or taken.source is DateSource.FILE_TIME, "nobody said it is of today"


def test_a_closing_diary_ends_the_search(
    session: Session, page: PhotosPage, camera: Path, slow: Event, qtbot: QtBot
) -> None:
    drop(page, camera)
    words = "Looking for pictures: 1 found"
    qtbot.waitUntil(lambda: row(page).accessibleName() == words, timeout=LONG_MS)
    session.gate.close()
    with qtbot.waitSignal(page.importer.finished, timeout=LONG_MS):
        slow.set()
    assert page.findChildren(Review) == []
