"""The Photos page on a diary with photos of two months."""

from collections.abc import Callable
from datetime import date, time
from functools import partial

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from diary.domain.photo import DateSource, Taken, View
from diary.journal import Journal
from diary.ui.pages.photos import PhotosPage
from diary.ui.pages.photos.grid import PhotoGrid
from diary.ui.session import Session
from tests.pictures.phone import photo, portrait

DAYS = (
    (View.FRONT, date(2026, 9, 20)),
    (View.FRONT, date(2026, 10, 1)),
    (View.LEFT, date(2026, 10, 8)),
    (View.FRONT, date(2026, 11, 19)),
    (View.LEFT, date(2026, 11, 23)),
    (View.FRONT, date(2026, 11, 23)),
)


def fill(journal: Journal) -> None:
    for number, (view, on) in enumerate(DAYS):
        picture = journal.photos.read_bytes(photo(portrait().rotate(number)), f"{number}.jpg")
        taken = Taken(on, time(8, number), None, DateSource.EXIF)
        journal.photos.add(picture, view=view, taken=taken)
    journal.days.record(date(2026, 11, 23), acne=4)


@pytest.fixture
def page(session: Session, show: Callable[[QWidget], None], qtbot: QtBot) -> PhotosPage:
    session.jobs.wait(partial(fill, session.journal))
    page = PhotosPage(session)
    page.resize(1080, 800)
    show(page)
    page.enter()
    grid = grid_of(page)
    qtbot.waitUntil(lambda: grid.isVisible() and len(grid.album.entries) == len(DAYS))
    return page


def grid_of(page: PhotosPage) -> PhotoGrid:
    grid = page.findChild(PhotoGrid)
    assert isinstance(grid, PhotoGrid)
    return grid


@pytest.fixture
def grid(page: PhotosPage) -> PhotoGrid:
    """With the keyboard on the newest photo."""
    grid = grid_of(page)
    grid.setFocus()
    return grid
