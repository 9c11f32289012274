"""One date to come, as a row that opens for a change."""

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from diary.domain.dates import short_month
from diary.domain.visits import Visit, visit_name
from diary.ui import theme
from diary.ui.local import clock_time, long_date
from diary.ui.widgets.button import Button, Kind
from diary.ui.widgets.text import label

DATE_WIDTH = 48


class VisitRow(Button):
    """Enter, Space or a click opens it, Del removes it."""

    opened = Signal(object)
    removed = Signal(object)

    def __init__(self, visit: Visit, today: date) -> None:
        super().__init__("", Kind.TEXT)
        self._visit = visit
        name, details = visit_name(visit.kind), _details(visit)
        away = self._say_when((visit.on - today).days)
        spoken = (name, details, long_date(visit.on), away)
        self.setAccessibleName(", ".join(part for part in spoken if part))
        self.setToolTip(self.tr("Press to change, Del to remove"))
        self.clicked.connect(self._open)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(12)
        row.addLayout(_date_block(visit.on))
        row.addLayout(_words(name, details), 1)
        row.addWidget(label(away, "caption"))
        for shown in self.findChildren(QLabel):
            shown.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        assert layout is not None  # noqa: S101 - it was made in __init__
        return layout.sizeHint()

    minimumSizeHint = sizeHint

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.removed.emit(self._visit)
        elif event.key() == Qt.Key.Key_F2:
            self.opened.emit(self._visit)
        else:
            super().keyPressEvent(event)

    @Slot()
    def _open(self) -> None:
        self.opened.emit(self._visit)

    def _say_when(self, days: int) -> str:
        if days == 0:
            return self.tr("today")
        if days == 1:
            return self.tr("tomorrow")
        return self.tr("in %n days", "", days) if days > 0 else ""


def _details(visit: Visit) -> str:
    said = [visit.detail, clock_time(visit.at) if visit.at else ""]
    return ", ".join(part for part in said if part)


def _date_block(on: date) -> QVBoxLayout:
    block = QVBoxLayout()
    block.setSpacing(0)
    for words, role in ((str(on.day), "figure"), (short_month(on), "caption")):
        shown = label(words, role)
        shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        shown.setMinimumWidth(theme.current().px(DATE_WIDTH))
        block.addWidget(shown)
    return block


def _words(name: str, details: str) -> QVBoxLayout:
    block = QVBoxLayout()
    block.setSpacing(2)
    shown: list[QWidget] = [label(name, "body", wrap=True)]
    if details:
        shown.append(label(details, "caption", wrap=True))
    for widget in shown:
        block.addWidget(widget)
    return block
