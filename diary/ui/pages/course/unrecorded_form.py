"""Days without a dose on record, to fill in one by one or a run of days at a time."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from diary.domain.course import Course
from diary.domain.day import Dose, DoseState
from diary.ui.local import middle_date
from diary.ui.widgets import focus_ring
from diary.ui.widgets.button import Button, Kind
from diary.ui.widgets.flow_layout import FlowLayout
from diary.ui.widgets.text import label

Doses = dict[date, Dose]


def runs(days: Sequence[date]) -> list[tuple[date, ...]]:
    """`days`, oldest first, parted where a day in between is not among them."""
    found: list[list[date]] = []
    for on in days:
        if found and on - found[-1][-1] == timedelta(days=1):
            found[-1].append(on)
        else:
            found.append([on])
    return [tuple(run) for run in found]


class UnrecordedForm(QFrame):
    """Each button is one write; the list follows what is on disk."""

    recorded = Signal(str, object)
    """How to name it in undo, and the `Doses`."""
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "sunk")
        self.setAccessibleName(self.tr("Days without a record"))
        self._split: set[date] = set()
        self._course: Course | None = None
        self._days: tuple[date, ...] = ()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        close = Button(self.tr("Close"))
        close.clicked.connect(self.closed)
        hint = self.tr("Fill them in if you remember, or leave them empty.")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 16, 16, 16)
        outer.setSpacing(12)
        outer.addWidget(label(hint, "caption", wrap=True))
        outer.addLayout(self._rows)
        outer.addWidget(close, 0, Qt.AlignmentFlag.AlignLeft)

    def fill(self, course: Course, days: tuple[date, ...]) -> None:
        if (course, days) != (self._course, self._days):
            self._course, self._days = course, days
            self._make_rows()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    @Slot(object)
    def _part(self, run: tuple[date, ...]) -> None:
        self._split.update(run)
        self._make_rows()

    def _make_rows(self) -> None:
        """Anew; the keyboard stays in the list."""
        focused = QApplication.focusWidget()
        within = focused is not None and self.isAncestorOf(focused)
        while item := self._rows.takeAt(0):
            if row := item.widget():
                row.hide()
                row.deleteLater()
        for run in runs(self._days):
            for part in [(on,) for on in run] if self._split.issuperset(run) else [run]:
                self._add_row(part)
        first = self._rows.itemAt(0)
        if within and first is not None and (row := first.widget()):
            focus_ring.focus(row)

    def _add_row(self, run: tuple[date, ...]) -> None:
        assert self._course is not None  # noqa: S101 - rows come from `fill`
        row = _Row(run, _as_prescribed(self._course, run))
        row.recorded.connect(self.recorded)
        row.parted.connect(self._part)
        self._rows.addWidget(row)
        row.show()


class _Row(QWidget):
    recorded = Signal(str, object)
    parted = Signal(object)

    def __init__(self, run: tuple[date, ...], prescribed: Doses | None) -> None:
        super().__init__()
        self._run = run
        self._prescribed = prescribed
        self._said = middle_date(run[0])
        if len(run) > 1:
            between = self.tr("{first} – {last}, %n days", "", len(run))
            self._said = between.format(first=self._said, last=middle_date(run[-1]))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label(self._said, "body", wrap=True), 1)
        buttons = FlowLayout()
        row.addLayout(buttons, 2)
        taken = self._button(self.tr("Taken as prescribed"))
        taken.clicked.connect(self._record_taken)
        buttons.addWidget(taken)
        if prescribed is None:
            taken.hide()
        skipped = self._button(self.tr("Skipped"))
        skipped.clicked.connect(self._record_skipped)
        buttons.addWidget(skipped)
        if len(run) > 1:
            part = self._button(self.tr("One by one"), Kind.TEXT)
            part.clicked.connect(self._part)
            buttons.addWidget(part)
        self.setFocusProxy(taken if prescribed else skipped)

    def _button(self, words: str, kind: Kind = Kind.PLAIN) -> Button:
        button = Button(words, kind)
        button.setAccessibleName(f"{self._said}, {words}")
        return button

    @Slot()
    def _record_taken(self) -> None:
        name = self.tr("{days} taken").format(days=self._said)
        self.recorded.emit(name, self._prescribed)

    @Slot()
    def _record_skipped(self) -> None:
        skipped = dict.fromkeys(self._run, Dose(DoseState.SKIPPED, 0))
        self.recorded.emit(self.tr("{days} skipped").format(days=self._said), skipped)

    @Slot()
    def _part(self) -> None:
        self.parted.emit(self._run)


def _as_prescribed(course: Course, run: tuple[date, ...]) -> Doses | None:
    """`None` if no dose is prescribed on one of the days."""
    doses: Doses = {}
    for on in run:
        step = course.step_on(on)
        if step is None:
            return None
        doses[on] = Dose(DoseState.TAKEN, step.mg, step.with_food or None)
    return doses
