"""Another date for many photos: one day for all, or all of them earlier or later."""

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QSpinBox, QVBoxLayout

from diary.ui.pages.photos.shown import photo_count
from diary.ui.widgets.button import Button, Kind
from diary.ui.widgets.date_field import DateField
from diary.ui.widgets.flow_layout import FlowLayout
from diary.ui.widgets.form import FormRow
from diary.ui.widgets.segmented import Segmented
from diary.ui.widgets.text import label
from diary.ui.widgets.wheel import let_wheel_pass

SET, EARLIER, LATER = "set", "earlier", "later"
MOST_DAYS = 36_500
"""A camera whose clock was never set writes 1970, or 2000."""


class DateForm(QFrame):
    """Stands under the gallery until it is answered or left with Esc."""

    day_chosen = Signal(object)
    """The `date` of all of the photos."""
    shift_chosen = Signal(int)
    """Days, negative for earlier."""
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._title = label("", "section", wrap=True)
        self._how = Segmented(
            self.tr("How"),
            [
                (SET, self.tr("Set to a day")),
                (EARLIER, self.tr("Move earlier")),
                (LATER, self.tr("Move later")),
            ],
        )
        self._day = DateField(self.tr("Day"))
        self._days = QSpinBox()
        let_wheel_pass(self._days)
        self._days.setRange(1, MOST_DAYS)
        self._days_row = FormRow(self.tr("Days"), self._days)
        self._days_row.setFixedWidth(self._days_row.sizeHint().width())
        self._change = Button(self.tr("Change date"), Kind.PLAIN)
        self._cancel = Button(self.tr("Cancel"), Kind.TEXT)
        self._newest = self._today = date.min
        self._lay_out()
        self._how.chosen.connect(self._show_how)
        self._change.clicked.connect(self._answer)
        self._cancel.clicked.connect(self.left)
        self.hide()

    def ask(self, days: list[date], today: date) -> None:
        """Ask for the date of photos that are of these `days`; none may be after `today`."""
        self._newest, self._today = max(days), today
        words = self.tr("Date of {photos}").format(photos=photo_count(len(days)))
        self._title.setText(words)
        self.setAccessibleName(words)
        self._day.set_range(date(1900, 1, 1), today)
        self._day.set_value(self._newest)
        self._days.setValue(1)
        self._how.set_value(SET)
        self._show_how()
        self.show()
        self._how.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _show_how(self) -> None:
        self._day.setVisible(self._how.value == SET)
        self._days_row.setVisible(self._how.value != SET)
        self._days_row.clear_error()
        ahead = (self._today - self._newest).days
        later_is_possible = self._how.value != LATER or ahead > 0
        self._days.setMaximum(max(ahead, 1) if self._how.value == LATER else MOST_DAYS)
        self._change.setEnabled(later_is_possible)
        if not later_is_possible:
            self._days_row.set_error(self.tr("One of them is of today; later is not possible."))

    @Slot()
    def _answer(self) -> None:
        day = self._day.value()
        if self._how.value == SET and day is not None:
            self.day_chosen.emit(day)
        elif self._how.value != SET:
            self.shift_chosen.emit(self._days.value() * (-1 if self._how.value == EARLIER else 1))

    def _lay_out(self) -> None:
        how = FlowLayout(spacing=12)
        for widget in (self._how, self._day, self._days_row):
            how.addWidget(widget)
        acts = FlowLayout(spacing=8, at_end=True)
        for button in (self._cancel, self._change):
            acts.addWidget(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 12, 16, 12)
        rows.setSpacing(8)
        rows.addWidget(self._title)
        rows.addLayout(how)
        rows.addLayout(acts)
