"""The months of the gallery under each other."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from diary.domain.course import Course
from diary.domain.photo import View
from diary.ui.local import month_and_year
from diary.ui.pages.photos.grid import MonthGrid
from diary.ui.pages.photos.shown import Month, Shown, photo_count
from diary.ui.session import Session
from diary.ui.widgets.text import label
from diary.words import translate


class Gallery(QWidget):
    """Rebuilt whole when photos change: pictures come from the diary's cache."""

    opened = Signal(object)
    remove_requested = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(8)
        self._parts: list[QWidget] = []

    def show_photos(self, shown: Shown, view: View | None, *, oldest_first: bool) -> None:
        while self._parts:
            self._parts.pop().deleteLater()
        for month in shown.months(view, oldest_first=oldest_first):
            grid = MonthGrid(self._session, month.tiles, month_and_year(month.first_day))
            grid.opened.connect(self.opened)
            grid.remove_requested.connect(self.remove_requested)
            self._parts += [self._heading(month, shown.course), grid]
        for part in self._parts:
            self._rows.addWidget(part)

    def _heading(self, month: Month, course: Course) -> QWidget:
        words = [_month_of_course(course, month)] if _month_of_course(course, month) else []
        words.append(photo_count(len(month.tiles)))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(8)
        row.addWidget(label(month_and_year(month.first_day), "section"))
        row.addWidget(label(" · ".join(words), "caption"))
        row.addStretch(1)
        return line


def _month_of_course(course: Course, month: Month) -> str:
    """Such as "month two", by the newest photo of a calendar month; later months have no name."""
    newest: date = max(tile.photo.taken.on for tile in month.tiles)
    names = {1: translate("Photos", "month one"), 2: translate("Photos", "month two")}
    for number, name in names.items():
        first, last = course.month(number)
        if first <= newest <= last:
            return name
    return ""
