"""A photo is saved, copied or dragged out of the diary, only when asked."""

import os
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QClipboard, QDrag, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from diary.domain.photo import Photo, View
from diary.journal import Journal
from diary.ui import clipboard
from diary.ui.dialogs.copy_out import CopyOutDialog
from diary.ui.main_window import MainWindow
from diary.ui.session import Session
from tests.journal.test_copies_out import TAKEN
from tests.journal.test_watched import OLD, put
from tests.pictures import telling
from tests.pictures.phone import photo as phone_photo
from tests.pictures.phone import portrait
from tests.ui.conftest import PASSPHRASE
from tests.ui.full_disk import full_disk
from tests.ui.seen import SLOW, says

Show = Callable[[QWidget], None]
Open = Callable[[bytes], CopyOutDialog]


def add(journal: Journal, data: bytes) -> Photo:
    picture = journal.photos.read_bytes(data, "IMG_2041.JPG")
    return journal.photos.add(picture, view=View.FRONT, taken=TAKEN).photo


@pytest.fixture
def open_dialog(session: Session, show: Show, qtbot: QtBot) -> Open:
    def open_for(data: bytes) -> CopyOutDialog:
        photo = session.jobs.wait(partial(add, session.journal, data))
        over = QWidget()
        over.resize(900, 700)
        show(over)
        dialog = CopyOutDialog(session, over, photo)
        dialog.open()
        qtbot.waitUntil(lambda: bool(dialog.held.text()), timeout=SLOW)
        return dialog

    return open_for


@pytest.fixture
def board(qapp: QApplication) -> Iterator[QClipboard]:
    yield qapp.clipboard()
    qapp.clipboard().clear()


def holds_picture(board: QClipboard) -> bool:
    """An empty clipboard has no content at all on some platforms."""
    content: QMimeData | None = board.mimeData()
    return content is not None and content.hasFormat("image/jpeg")


def asked_now(dialog: CopyOutDialog) -> list[QFileDialog]:
    return [asked for asked in dialog.findChildren(QFileDialog) if asked.isVisible()]


def ask_where(dialog: CopyOutDialog, qtbot: QtBot) -> QFileDialog:
    dialog.save.click()
    qtbot.waitUntil(lambda: bool(asked_now(dialog)), timeout=SLOW)
    return asked_now(dialog)[0]


def save(dialog: CopyOutDialog, target: Path, qtbot: QtBot) -> None:
    asked = ask_where(dialog, qtbot)
    asked.fileSelected.emit(str(target))
    asked.reject()
    qtbot.waitUntil(lambda: dialog.said.isVisible() or dialog.problem.isVisible(), timeout=SLOW)


def test_a_copy_tells_nothing_unless_the_original_is_asked_for(
    open_dialog: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = open_dialog(telling.heic())
    assert says(dialog, "This file also holds: where it was taken")

    save(dialog, tmp_path / "face.jpg", qtbot)
    assert says(dialog, "Saved as face.jpg.")
    dialog.original.click()
    save(dialog, tmp_path / "face.heic", qtbot)

    assert telling.found_in((tmp_path / "face.jpg").read_bytes()) == []
    assert (tmp_path / "face.heic").read_bytes() == telling.heic()


def test_a_copy_in_the_watched_folder_is_not_offered_as_new(
    open_dialog: Open, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    phone = tmp_path / "Camera Uploads"
    phone.mkdir()
    watching = session.watching
    watching.choose(phone, only_new=True)
    qtbot.waitUntil(lambda: watching.news.folder == phone and not watching.running, timeout=SLOW)
    dialog = open_dialog(telling.jpeg())

    save(dialog, phone / "face.jpg", qtbot)
    os.utime(phone / "face.jpg", (OLD, OLD))
    other = put(phone, "b.jpg")
    watching.look()

    qtbot.waitUntil(lambda: bool(watching.news.pictures), timeout=SLOW)
    assert [one.path for one in watching.news.pictures] == [other]


def test_the_proposed_name_says_nothing_about_health(open_dialog: Open, qtbot: QtBot) -> None:
    dialog = open_dialog(telling.heic())

    asked = ask_where(dialog, qtbot)
    assert [Path(name).name for name in asked.selectedFiles()] == ["Photo 2026-11-03 front.jpg"]
    assert not asked.testOption(QFileDialog.Option.DontConfirmOverwrite)
    asked.reject()
    dialog.original.click()
    asked = ask_where(dialog, qtbot)
    assert [Path(name).name for name in asked.selectedFiles()] == ["Photo 2026-11-03 front.heic"]
    asked.reject()
    assert dialog.save.isEnabled()


def test_a_full_disk_is_a_sentence_and_leaves_nothing(
    open_dialog: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = open_dialog(phone_photo(portrait().resize((1200, 1200)), quality=100))
    (tmp_path / "usb").mkdir()
    asked = ask_where(dialog, qtbot)

    with full_disk():
        asked.fileSelected.emit(str(tmp_path / "usb" / "face.jpg"))
        qtbot.waitUntil(dialog.problem.isVisible, timeout=SLOW)
    asked.reject()

    assert says(dialog, "Not saved. The disk is full.")
    assert list((tmp_path / "usb").iterdir()) == []
    assert dialog.save.isEnabled()


def test_a_photo_that_cannot_be_read_is_said_and_its_original_can_be_saved(
    open_dialog: Open, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = open_dialog(telling.jpeg())
    session.journal.copies_out.close()
    dialog.copy.click()
    qtbot.waitUntil(dialog.problem.isVisible, timeout=SLOW)
    assert says(dialog, "No copy was made")

    dialog.original.click()
    save(dialog, tmp_path / "face.jpg", qtbot)

    assert (tmp_path / "face.jpg").read_bytes() == telling.jpeg()


def test_a_copied_picture_can_be_pasted_and_tells_nothing(
    open_dialog: Open, board: QClipboard, qtbot: QtBot
) -> None:
    dialog = open_dialog(telling.jpeg(6))
    assert not holds_picture(board)

    dialog.copy.click()
    qtbot.waitUntil(dialog.said.isVisible, timeout=SLOW)

    pasted = bytes(board.mimeData().data("image/jpeg").data())
    assert telling.found_in(pasted) == []
    assert Image.open(BytesIO(pasted)).size == (512, 512)
    assert board.image().width() == 512
    assert board.mimeData().data("x-kde-passwordManagerHint").data() == b"secret"


def test_a_picture_is_dragged_as_its_bytes_without_a_file(
    open_dialog: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dragged: list[QMimeData] = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, _: dragged.append(drag.mimeData()))
    dialog = open_dialog(telling.heic())
    handle = dialog.drag

    with qtbot.waitSignal(handle.wanted):
        QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    QTest.mouseMove(handle, QPoint(12, 10))
    QTest.mouseMove(handle, QPoint(80, 10))
    qtbot.waitUntil(lambda: bool(dragged), timeout=SLOW)

    (content,) = dragged
    assert telling.found_in(bytes(content.data("image/jpeg").data())) == []
    assert content.hasImage()
    assert not content.hasUrls()


def test_a_handle_that_was_let_go_drags_nothing(
    open_dialog: Open, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dragged: list[object] = []
    monkeypatch.setattr(QDrag, "exec", lambda *_: dragged.append("dragged"))
    dialog = open_dialog(telling.jpeg())
    ready: list[object] = []
    monkeypatch.setattr(dialog.drag, "set_ready", ready.append)

    QTest.mouseClick(dialog.drag, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(ready), timeout=SLOW)
    monkeypatch.undo()
    monkeypatch.setattr(QDrag, "exec", lambda *_: dragged.append("dragged"))
    dialog.drag.set_ready(ready[0])  # type: ignore[arg-type]
    QTest.mouseMove(dialog.drag, QPoint(80, 10))

    assert dragged == []


def test_locking_takes_a_copied_picture_along_from_a_clipboard_manager_too(
    board: QClipboard, window: MainWindow, locked: Path, show: Show
) -> None:
    show(window)
    window.show_diary(window.jobs.wait(partial(Journal.open, locked, passphrase=PASSPHRASE)))
    jpeg = telling.small_picture()
    clipboard.clip().put_picture(jpeg, window.grab().toImage())
    taken_over = QMimeData()
    taken_over.setData("image/jpeg", jpeg)
    board.setMimeData(taken_over)

    window.lock()

    assert not holds_picture(board)


def test_another_picture_that_was_copied_since_then_stays(board: QClipboard, qapp: object) -> None:
    clipboard.clip().put_picture(telling.small_picture(), portrait_image())
    others = QMimeData()
    others.setData("image/jpeg", b"another picture")
    board.setMimeData(others)

    clipboard.clip().clear()

    assert board.mimeData().data("image/jpeg").data() == b"another picture"


def portrait_image() -> QImage:
    return QImage.fromData(telling.small_picture())
