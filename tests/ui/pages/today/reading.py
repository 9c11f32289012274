"""What a patient sees on the Today page, and what the vault holds of it."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from diary.domain.day import Day
from diary.domain.photo import Photo, View
from diary.ui.session import Session
from diary.ui.widgets.chip import Chip
from diary.ui.widgets.photo_tile import PhotoTile

TODAY = date(2026, 11, 23)
YESTERDAY = TODAY - timedelta(days=1)

Press = Callable[..., None]
Click = Callable[[QWidget], None]


def stored(session: Session, on: date = TODAY) -> Day:
    """What the vault holds, once everything sent before is written."""
    return session.jobs.wait(partial(session.journal.days.get, on))


def photos(session: Session, on: date = TODAY) -> list[Photo]:
    return session.jobs.wait(partial(session.journal.photos.on, on))


def record(session: Session, on: date, **answers: object) -> None:
    session.jobs.wait(partial(session.journal.days.record, on, **answers))  # type: ignore[arg-type]


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def focus_name() -> str:
    widget = QApplication.focusWidget()
    return widget.accessibleName() if widget else ""


def words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def says(widget: QWidget, text: str) -> Callable[[], bool]:
    return lambda: any(text in said for said in words(widget))


def button(widget: QWidget, text: str) -> QPushButton:
    return next(each for each in widget.findChildren(QPushButton) if each.text() == text)


def button_text(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QPushButton) else ""


def chips_on(widget: QWidget) -> list[str]:
    return [chip.text() for chip in widget.findChildren(Chip) if chip.isChecked()]


def tile(page: QWidget, view: View) -> PhotoTile:
    return next(each for each in page.findChildren(PhotoTile) if each.view is view)
