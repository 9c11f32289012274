"""The Compare page on a diary with three front photos of one colour each."""

import io
from collections.abc import Callable
from datetime import date

import pytest
from PIL import Image
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from diary.domain.photo import DateSource, Photo, Taken, View
from diary.journal import Journal
from diary.ui.pages.compare import ComparePage
from diary.ui.session import Session

COLORS = {1: "#c04030", 22: "#40a050", 54: "#3050c0"}
"""Of the photo taken on each of these days of the course."""

WIDE, HIGH = 600, 800


def jpeg(color: str, width: int = WIDE, height: int = HIGH) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (width, height), color).save(data, "JPEG", quality=95)
    return data.getvalue()


def add_photo(journal: Journal, data: bytes, on: date, view: View = View.FRONT) -> Photo:
    picture = journal.photos.read_bytes(data, f"{on}.jpg")
    return journal.photos.add(
        picture, view=view, taken=Taken(on, None, None, DateSource.TYPED)
    ).photo


def fill(journal: Journal) -> list[Photo]:
    start = journal.course.get().start
    days = {number: date.fromordinal(start.toordinal() + number - 1) for number in COLORS}
    journal.days.record(days[1], acne=6, inflamed=16, lips=0, skin=0, eyes=0, nose=0)
    journal.days.record(days[54], acne=4, inflamed=9, lips=6, skin=4, eyes=3, nose=2, mood=7)
    return [add_photo(journal, jpeg(COLORS[number]), on) for number, on in days.items()]


@pytest.fixture
def photos(session: Session) -> list[Photo]:
    """Of day 1, 22 and 54, which is today."""
    return session.jobs.wait(lambda: fill(session.journal))


@pytest.fixture
def page(
    session: Session, photos: list[Photo], show: Callable[[QWidget], None], qtbot: QtBot
) -> ComparePage:
    """The page as Photos opens it, with the first and the last photo drawn."""
    page = ComparePage(session)
    page.resize(1080, 800)
    show(page)
    page.compare(photos[0], photos[-1])
    page.enter()
    wait_for_photos(page, qtbot)
    return page


def wait_for_photos(page: ComparePage, qtbot: QtBot) -> None:
    """Until what is to be seen has been drawn."""
    qtbot.waitUntil(lambda: page.is_drawn, timeout=20_000)
