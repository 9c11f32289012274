"""The dialog about the phone: ways in words, and a folder that is watched."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QScrollArea, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from diary.ui.dialogs.from_phone import FromPhone
from diary.ui.dialogs.from_phone.ways import Phone, System, ways
from diary.ui.session import Session
from diary.ui.widgets.segmented import Segment
from tests.journal.test_watched import face, put
from tests.ui.seen import SLOW, says

Show = Callable[[QWidget], None]


@pytest.fixture
def phone(tmp_path: Path) -> Path:
    """The folder that a phone fills."""
    folder = tmp_path / "Camera Uploads"
    folder.mkdir()
    return folder


@pytest.fixture
def dialog(session: Session, show: Show) -> FromPhone:
    over = QWidget()
    over.resize(900, 800)
    show(over)
    dialog = FromPhone(session, over, System.LINUX)
    dialog.open()
    return dialog


def test_the_ways_are_those_of_the_phone_in_hand(dialog: FromPhone, qtbot: QtBot) -> None:
    assert says(dialog, "Syncthing-Fork")
    assert says(dialog, "opens nothing to the network")

    (iphone,) = [one for one in dialog.findChildren(Segment) if one.text() == "iPhone"]
    iphone.click()

    qtbot.waitUntil(lambda: says(dialog, "libimobiledevice"))
    assert not says(dialog, "Syncthing-Fork")


@pytest.mark.parametrize("system", System)
@pytest.mark.parametrize("phone", Phone)
def test_every_phone_reaches_every_computer_by_cable_and_by_a_cloud(
    phone: Phone, system: System
) -> None:
    names = [way.name for way in ways(phone, system)]

    assert "Cable" in names
    assert "A cloud folder of yours" in names
    assert len(names) == len(set(names))


def test_an_empty_folder_is_watched_at_once(dialog: FromPhone, phone: Path, qtbot: QtBot) -> None:
    dialog.folder.choose.click()
    (asked,) = dialog.folder.findChildren(QFileDialog)
    asked.fileSelected.emit(str(phone))
    asked.reject()

    qtbot.waitUntil(lambda: says(dialog, "Nothing new."), timeout=SLOW)
    assert dialog.folder.stop.isVisible()
    assert says(dialog, "Camera Uploads")


@pytest.mark.parametrize(("button", "offered"), [("only_new", 0), ("offer_old", 2)])
def test_old_pictures_are_offered_only_if_the_patient_says_so(
    dialog: FromPhone, session: Session, phone: Path, qtbot: QtBot, button: str, offered: int
) -> None:
    put(phone, "a.jpg", face(1))
    put(phone, "b.jpg", face(2))
    dialog.folder.take(str(phone))
    qtbot.waitUntil(lambda: says(dialog, "2 pictures are in"), timeout=SLOW)

    getattr(dialog.folder, button).click()

    said = "2 new pictures in your folder." if offered else "Nothing new."
    qtbot.waitUntil(lambda: says(dialog, said), timeout=SLOW)
    assert len(session.watching.news.pictures) == offered
    assert dialog.folder.look.isVisible() is bool(offered)


def test_the_question_can_be_left_without_an_answer(
    dialog: FromPhone, session: Session, phone: Path, qtbot: QtBot
) -> None:
    put(phone, "a.jpg")
    dialog.folder.take(str(phone))
    qtbot.waitUntil(lambda: says(dialog, "1 picture is in"), timeout=SLOW)

    dialog.folder.cancel.click()

    assert says(dialog, "Choose the folder in which pictures from your phone arrive.")
    assert session.jobs.wait(session.journal.watched.folder) is None


def test_a_folder_around_the_diary_is_refused(
    dialog: FromPhone, folder: Path, qtbot: QtBot
) -> None:
    dialog.folder.take(str(folder.parent))

    qtbot.waitUntil(dialog.folder.problem.isVisible, timeout=SLOW)
    assert says(dialog, "have to be in different places")
    assert dialog.folder.choose.isEnabled()


def test_what_is_new_can_be_left_out_and_the_folder_let_go(
    dialog: FromPhone, session: Session, phone: Path, qtbot: QtBot
) -> None:
    session.watching.choose(phone, only_new=True)
    qtbot.waitUntil(dialog.folder.stop.isVisible, timeout=SLOW)
    put(phone, "a.jpg")
    session.watching.look()
    qtbot.waitUntil(dialog.folder.leave_out.isVisible, timeout=SLOW)

    dialog.folder.leave_out.click()
    qtbot.waitUntil(lambda: says(dialog, "Nothing new."), timeout=SLOW)
    dialog.folder.stop.click()

    qtbot.waitUntil(lambda: not dialog.folder.stop.isVisible(), timeout=SLOW)
    assert session.jobs.wait(session.journal.watched.folder) is None
    assert (phone / "a.jpg").exists()


def test_a_long_look_can_be_cancelled_and_gone_on_with(
    dialog: FromPhone, session: Session, phone: Path, qtbot: QtBot
) -> None:
    session.watching.choose(phone, only_new=True)
    qtbot.waitUntil(dialog.folder.stop.isVisible, timeout=SLOW)
    qtbot.waitUntil(lambda: not session.watching.running, timeout=SLOW)
    for number in range(40):
        put(phone, f"{number:02}.jpg", face(number))

    session.watching.look()
    dialog.folder.progress.cancelled.emit()
    qtbot.waitUntil(dialog.folder.go_on.isVisible, timeout=SLOW)
    dialog.folder.go_on.click()

    qtbot.waitUntil(lambda: says(dialog, "40 new pictures in your folder."), timeout=SLOW)
    assert not dialog.folder.go_on.isVisible()


def test_a_folder_that_went_away_is_said_quietly(
    dialog: FromPhone, session: Session, phone: Path, qtbot: QtBot
) -> None:
    session.watching.choose(phone, only_new=True)
    qtbot.waitUntil(dialog.folder.stop.isVisible, timeout=SLOW)
    phone.rmdir()

    session.watching.look()

    qtbot.waitUntil(lambda: says(dialog, "cannot be read at the moment"), timeout=SLOW)


def test_looking_at_them_closes_the_dialog(
    dialog: FromPhone, session: Session, phone: Path, qtbot: QtBot
) -> None:
    put(phone, "a.jpg")
    session.watching.choose(phone, only_new=False)
    qtbot.waitUntil(dialog.folder.look.isVisible, timeout=SLOW)

    with qtbot.waitSignal(dialog.look_asked):
        dialog.folder.look.click()

    assert not dialog.isVisible()


def test_the_words_can_be_scrolled_by_keyboard(
    dialog: FromPhone, press: Callable[..., None]
) -> None:
    dialog.resize(500, 400)
    bar = max((area.verticalScrollBar() for area in dialog.findChildren(QScrollArea)), key=_range)
    assert bar.value() == 0

    press(Qt.Key.Key_PageDown)
    assert bar.value() > 0
    press(Qt.Key.Key_Home)
    assert bar.value() == 0


def _range(bar: QScrollBar) -> int:
    return bar.maximum()
