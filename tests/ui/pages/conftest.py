"""The Today page, for the tests of its parts; other pages have their own in their files."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from diary.ui.pages.today_page import TodayPage
from diary.ui.session import Session
from tests.ui.pages.today.reading import focus_name


@pytest.fixture
def page(session: Session, show: Callable[[QWidget], None], qtbot: QtBot) -> TodayPage:
    """The page as it is after start: today, the keyboard on Acne."""
    page = TodayPage(session)
    page.resize(1280, 832)
    show(page)
    page.enter()
    qtbot.waitUntil(lambda: focus_name().startswith("Acne"))
    return page
