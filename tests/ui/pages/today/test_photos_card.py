"""Photos are dropped, pasted, deleted and said where they went."""

from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QClipboard, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from diary.domain.photo import DateSource, View
from diary.ui.dialogs.import_review import Review
from diary.ui.dialogs.import_review.table import DraftTable
from diary.ui.pages.today.photos_card import PhotosCard
from diary.ui.pages.today_page import TodayPage
from diary.ui.session import Session
from diary.ui.widgets.photo_tile import PhotoTile
from tests.pictures.phone import photo, portrait
from tests.ui.full_disk import full_disk
from tests.ui.pages.today.reading import (
    TODAY,
    Click,
    button,
    focused,
    photos,
    says,
    tile,
)


def drop(target: QWidget, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    middle = QPointF(QPoint(target.width() // 2, target.height() // 2))
    event = QDropEvent(
        middle,
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    target.dropEvent(event)


def test_a_photo_dropped_on_a_tile_lands_there(
    page: TodayPage, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    selfie = tmp_path / "selfie.jpg"
    selfie.write_bytes(photo(portrait()))
    with qtbot.waitSignal(session.photos_changed, timeout=10_000):
        drop(tile(page, View.CHEST), selfie)
    (added,) = photos(session)
    assert added.view is View.CHEST
    assert added.taken.source is DateSource.TYPED
    qtbot.waitUntil(lambda: tile(page, View.CHEST).accessibleName() == "Chest, Monday 23 November")
    session.undo.undo()
    assert photos(session) == []


def test_a_pasted_picture_takes_the_first_empty_place(
    page: TodayPage, session: Session, qtbot: QtBot
) -> None:
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    QApplication.clipboard().setImage(image)
    with qtbot.waitSignal(session.photos_changed, timeout=10_000):
        QTest.keyClick(focused(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    (added,) = photos(session)
    assert added.view is View.FRONT
    assert added.taken.on == TODAY


def test_a_photo_is_deleted_after_asking_and_comes_back_with_undo(
    page: TodayPage, session: Session, tmp_path: Path, click: Click, qtbot: QtBot
) -> None:
    selfie = tmp_path / "selfie.jpg"
    selfie.write_bytes(photo(portrait()))
    front = tile(page, View.FRONT)
    drop(front, selfie)
    qtbot.waitUntil(lambda: "23 November" in front.accessibleName(), timeout=10_000)
    QTest.keyClick(front, Qt.Key.Key_Delete)
    click(button(page, "Delete"))
    assert photos(session) == []
    session.undo.undo()
    assert len(photos(session)) == 1
    qtbot.waitUntil(lambda: "23 November" in front.accessibleName())


def test_a_photo_of_another_day_goes_there_and_the_page_says_so(
    page: TodayPage, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    selfie = tmp_path / "selfie.jpg"
    selfie.write_bytes(photo(portrait(), taken="2026:11:20 08:12:34"))
    card = page.findChild(PhotosCard)
    assert isinstance(card, PhotosCard)
    drop(card, selfie)
    qtbot.waitUntil(says(page, "selfie.jpg was taken on Fri 20 Nov"), timeout=10_000)
    (added,) = photos(session, date(2026, 11, 20))
    assert added.view is View.FRONT


def test_a_second_photo_of_a_view_is_seen_and_deleted_here_too(
    page: TodayPage, session: Session, tmp_path: Path, click: Click, qtbot: QtBot
) -> None:
    card = page.findChild(PhotosCard)
    assert isinstance(card, PhotosCard)
    for number in range(2):
        selfie = tmp_path / f"selfie-{number}.jpg"
        selfie.write_bytes(photo(portrait().rotate(number)))
        with qtbot.waitSignal(card.importer.finished, timeout=10_000):
            drop(tile(page, View.FRONT), selfie)

    def fronts() -> list[PhotoTile]:
        return [one for one in page.findChildren(PhotoTile) if "Front, Mon" in one.accessibleName()]

    qtbot.waitUntil(lambda: len(fronts()) == 2)
    newest = photos(session)[-1]
    QTest.keyClick(fronts()[1], Qt.Key.Key_Delete)
    click(button(page, "Delete"))
    assert photos(session) == [newest]
    qtbot.waitUntil(lambda: len(fronts()) == 1)


def several(folder: Path, number: int) -> list[Path]:
    paths = [folder / f"selfie-{each}.jpg" for each in range(number)]
    for each, path in enumerate(paths):
        path.write_bytes(photo(portrait().rotate(each)))
    return paths


def looked_at(card: PhotosCard, qtbot: QtBot) -> Review:
    """The table over the card."""
    qtbot.waitUntil(lambda: bool(card.findChildren(Review)), timeout=20_000)
    (table,) = card.findChildren(Review)
    return table


def test_the_views_of_several_photos_are_asked_before_they_are_added(
    page: TodayPage, session: Session, tmp_path: Path, click: Click, qtbot: QtBot
) -> None:
    card = page.findChild(PhotosCard)
    assert isinstance(card, PhotosCard)
    drop(card, *plain(tmp_path, 3))
    table = looked_at(card, qtbot)
    assert photos(session) == []
    rows = table.findChild(DraftTable)
    assert isinstance(rows, DraftTable)
    rows.selectAll()
    QTest.keyClick(rows, Qt.Key.Key_5)
    with qtbot.waitSignal(card.importer.finished, timeout=20_000):
        click(button(table, "Add 3 photos"))
    assert [(one.view, one.taken.on) for one in photos(session)] == [(View.BACK, TODAY)] * 3
    session.undo.undo()
    assert photos(session) == []


def test_one_photo_in_its_place_is_added_unasked(
    page: TodayPage, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    card = page.findChild(PhotosCard)
    assert isinstance(card, PhotosCard)
    with qtbot.waitSignal(card.importer.finished, timeout=10_000):
        drop(tile(page, View.CHEST), *several(tmp_path, 1))
    assert [one.view for one in photos(session)] == [View.CHEST]


def test_the_tile_under_the_pointer_is_a_view_that_was_said(
    page: TodayPage, session: Session, tmp_path: Path, click: Click, qtbot: QtBot
) -> None:
    card = page.findChild(PhotosCard)
    assert isinstance(card, PhotosCard)
    drop(tile(page, View.CHEST), *plain(tmp_path, 2))
    table = looked_at(card, qtbot)
    rows = table.findChild(DraftTable)
    assert isinstance(rows, DraftTable)
    QTest.keyClick(rows, Qt.Key.Key_5)
    with qtbot.waitSignal(card.importer.finished, timeout=20_000):
        click(button(table, "Add 2 photos"))
    assert {one.file_name: one.view for one in photos(session)} == {
        "wall-0.jpg": View.CHEST,
        "wall-1.jpg": View.BACK,
    }


def plain(folder: Path, number: int) -> list[Path]:
    """Pictures without a face."""
    paths = [folder / f"wall-{each}.jpg" for each in range(number)]
    for each, path in enumerate(paths):
        path.write_bytes(photo(Image.new("RGB", (64, 64), (200, 180, 40 * each))))
    return paths


def test_a_file_that_is_no_picture_gets_its_sentence_and_the_others_are_added(
    page: TodayPage, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    selfie, letter = tmp_path / "selfie.jpg", tmp_path / "letter.jpg"
    selfie.write_bytes(photo(portrait()))
    letter.write_text("Dear doctor")
    card = page.findChild(PhotosCard)
    assert isinstance(card, PhotosCard)
    with qtbot.waitSignal(card.importer.finished, timeout=10_000):
        card.importer.add_files([letter, selfie], [View.LEFT, View.FRONT], TODAY)
    qtbot.waitUntil(says(page, "letter.jpg"))
    assert len(photos(session)) == 1


def test_a_photo_for_which_there_is_no_room_waits_until_there_is(
    page: TodayPage, session: Session, tmp_path: Path, click: Click, qtbot: QtBot
) -> None:
    selfie = tmp_path / "selfie.png"
    selfie.write_bytes(photo(portrait().resize((800, 800)), "PNG"))
    with full_disk(), qtbot.waitSignal(session.save_failed, timeout=10_000):
        drop(tile(page, View.FRONT), selfie)
    waiting = "Not saved. The disk is full. Your answers are kept here until there is room."
    assert says(page, waiting)()
    with qtbot.waitSignal(session.photos_changed, timeout=10_000):
        click(button(page, "Try again"))
    assert len(photos(session)) == 1


def test_pasting_an_empty_clipboard_adds_nothing(
    page: TodayPage, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some systems have no content to give then, instead of an empty one."""
    monkeypatch.setattr(QClipboard, "mimeData", lambda *_args: None)
    QTest.keyClick(focused(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert photos(session) == []
