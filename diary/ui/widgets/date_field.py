"""A date, typed or picked from a calendar."""

from datetime import date
from typing import cast

from PySide6.QtCore import QDate, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QDateEdit, QWidget

from diary.ui import icons
from diary.ui.widgets import calendar
from diary.ui.widgets.day_button import to_qt
from diary.ui.widgets.form import FormRow
from diary.ui.widgets.wheel import let_wheel_pass

EARLIEST = date(1900, 1, 1)
"""Shown as "not given" where a date is optional; nobody alive needs the day itself."""


class DateField(FormRow):
    """`earliest` and `latest` bound the calendar; an optional date may stay empty."""

    edited = Signal(object)
    """The date the patient entered, or None."""

    def __init__(
        self,
        title: str,
        *,
        hint: str = "",
        earliest: date | None = None,
        latest: date | None = None,
        optional: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._edit = DateEdit()
        super().__init__(title, self._edit, hint, parent)
        self.setFocusProxy(self._edit)
        self._optional = optional
        if optional:
            self._edit.setSpecialValueText(self.tr("not given"))
            self._edit.setDate(to_qt(EARLIEST))
        self.set_range(earliest or EARLIEST, latest)
        self._edit.dateChanged.connect(self._tell)

    def set_range(self, earliest: date, latest: date | None) -> None:
        self._edit.setMinimumDate(to_qt(EARLIEST if self._optional else earliest))
        if latest is not None:
            self._edit.setMaximumDate(to_qt(latest))

    def value(self) -> date | None:
        day = cast("date", self._edit.date().toPython())
        return None if self._optional and day == EARLIEST else day

    def set_value(self, saved: date | None) -> None:
        """Show what is saved, without telling; Esc comes back to it."""
        self._edit.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self._edit.set_saved(to_qt(saved or EARLIEST))
        self._edit.blockSignals(False)  # noqa: FBT003 - Qt's signature

    @Slot()
    def _tell(self) -> None:
        self.clear_error()
        self.edited.emit(self.value())


class DateEdit(QDateEdit):
    """A date edit whose drop-down shows our calendar icon; Esc brings back what was saved."""

    def __init__(self) -> None:
        super().__init__(QDate.currentDate())
        let_wheel_pass(self)
        self._saved = self.date()
        self.setCalendarPopup(True)
        calendar.dress(self.calendarWidget())
        self.setDisplayFormat(self.tr("d MMMM yyyy"))

    def set_saved(self, day: QDate) -> None:
        self._saved = day
        self.setDate(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.date() != self._saved:
            self.setDate(self._saved)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802, FBT001 - Qt's method
        """One Tab stop; ← and → go from day to month to year. An empty date has no parts."""
        return QWidget.focusNextPrevChild(self, forward)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        icons.paint_at_end(self, "calendar")
