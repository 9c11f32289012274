"""The Panels page on a real diary: four moments, another photo for one of them, and back."""

from collections.abc import Callable
from datetime import date
from functools import partial
from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from diary.domain.photo import DateSource, Taken, View
from diary.journal import Journal
from diary.ui.pages.panels import PanelsPage
from diary.ui.pages.panels.chooser import Chooser
from diary.ui.pages.panels.picture import PanelPicture, State
from diary.ui.session import Session
from tests.ui.test_covering import cover

DAYS = (date(2026, 10, 1), date(2026, 10, 30), date(2026, 11, 20), date(2026, 11, 22))


def add_photos(journal: Journal) -> None:
    for number, on in enumerate(DAYS):
        data = BytesIO()
        Image.new("RGB", (60, 80), (200, 150, 40 * number)).save(data, "JPEG")
        picture = journal.photos.read_bytes(data.getvalue(), f"{on}.jpg")
        taken = Taken(on, None, None, DateSource.TYPED)
        journal.photos.add(picture, view=View.FRONT, taken=taken)
    journal.days.record(DAYS[0], acne=6)


@pytest.fixture
def page(session: Session, show: Callable[[QWidget], None], qtbot: QtBot) -> PanelsPage:
    session.jobs.wait(lambda: add_photos(session.journal))
    page = PanelsPage(session)
    page.resize(1080, 832)
    show(page)
    page.enter()
    qtbot.waitUntil(lambda: bool(pictures(page)))
    qtbot.waitUntil(lambda: all(one.state is not State.WAITING for one in pictures(page)))
    return page


def pictures(page: PanelsPage) -> list[PanelPicture]:
    return [one for one in page.findChildren(PanelPicture) if one.isVisible()]


def spoken(page: PanelsPage) -> list[str]:
    return [one.accessibleName() for one in pictures(page)]


def choose(page: PanelsPage, number: int, press: Callable[..., None], qtbot: QtBot) -> Chooser:
    """Open by keyboard what chooses the photo of a panel."""
    page.activateWindow()
    pictures(page)[number].setFocus()
    qtbot.waitUntil(pictures(page)[number].hasFocus)
    press(Qt.Key.Key_Return)
    chooser = page.findChild(Chooser)
    assert isinstance(chooser, Chooser)
    qtbot.waitUntil(chooser.photos.hasFocus)
    return chooser


def test_each_moment_has_its_photo_with_its_day_and_scores(page: PanelsPage) -> None:
    assert spoken(page) == [
        "Front, Baseline; 1 Oct, day 1; acne 6 · dryness –; as taken",
        "Front, Month 1; 30 Oct, day 30; acne – · dryness –; as taken",
        "Front, Month 2; no photo",
        "Front, Now; 22 Nov, day 53; acne – · dryness –; as taken",
    ]


def test_another_photo_is_chosen_by_keyboard_undone_and_done_again(
    page: PanelsPage, session: Session, press: Callable[..., None], qtbot: QtBot
) -> None:
    choose(page, 3, press, qtbot)
    press(Qt.Key.Key_Left, Qt.Key.Key_Return)
    own = "Front, Now; 20 Nov, day 51; acne – · dryness –; as taken; chosen by you"
    qtbot.waitUntil(lambda: spoken(page)[3] == own)
    session.undo.undo()
    qtbot.waitUntil(lambda: "22 Nov, day 53" in spoken(page)[3])
    session.undo.redo()
    qtbot.waitUntil(lambda: spoken(page)[3] == own)


def test_the_proposed_photo_is_one_press_away(
    page: PanelsPage, press: Callable[..., None], qtbot: QtBot
) -> None:
    assert not choose(page, 2, press, qtbot).back.isVisible()
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "chosen by you" in spoken(page)[2])
    choose(page, 2, press, qtbot).back.click()
    qtbot.waitUntil(lambda: spoken(page)[2] == "Front, Month 2; no photo")


def test_cancel_leaves_the_panel_as_it_was(
    page: PanelsPage, session: Session, press: Callable[..., None], qtbot: QtBot
) -> None:
    before = spoken(page)
    choose(page, 3, press, qtbot)
    press(Qt.Key.Key_Left, Qt.Key.Key_Escape)
    assert session.undo.count() == 0
    assert spoken(page) == before


def test_a_covered_photo_is_uncovered_by_the_first_press_and_chosen_by_the_next(
    page: PanelsPage, session: Session, press: Callable[..., None], qtbot: QtBot
) -> None:
    session.jobs.wait(partial(cover, session.journal, on=True))
    session.preferences_changed.emit()
    qtbot.waitUntil(lambda: spoken(page)[3].endswith(", covered"))
    page.activateWindow()
    pictures(page)[3].setFocus()
    qtbot.waitUntil(pictures(page)[3].hasFocus)
    press(Qt.Key.Key_Return)
    assert spoken(page)[3].endswith("; as taken")
    assert page.findChild(Chooser) is None
    listed = choose(page, 3, press, qtbot).photos
    earlier = listed.model().index(2, 0)
    assert earlier.data(Qt.ItemDataRole.AccessibleTextRole) == "20 Nov, day 51, covered"
    press(Qt.Key.Key_Left, Qt.Key.Key_Space)
    assert earlier.data(Qt.ItemDataRole.AccessibleTextRole) == "20 Nov, day 51"
