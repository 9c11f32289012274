"""Going from day to day."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QToolButton, QWidget

from diary.ui.widgets.day_button import DayButton, DayState
from diary.ui.widgets.month_view import MonthView
from diary.ui.widgets.week_strip import WeekStrip

Key = Qt.Key
Press = Callable[..., None]
Click = Callable[[QWidget], None]
Show = Callable[[QWidget], None]
TODAY = date(2026, 11, 23)  # a Monday


@pytest.fixture
def strip(show: Show) -> WeekStrip:
    made = WeekStrip(TODAY)
    show(made)
    made.take_focus()
    return made


@pytest.fixture
def went(strip: WeekStrip) -> list[date]:
    days: list[date] = []
    strip.day_chosen.connect(days.append)
    return days


def shown(strip: WeekStrip) -> list[DayButton]:
    return [button for button in strip.findChildren(DayButton) if button.isVisible()]


def button(strip: WeekStrip, day: date) -> DayButton:
    return next(shown for shown in strip.findChildren(DayButton) if shown.day == day)


def arrow(strip: WeekStrip, name: str) -> QToolButton:
    return next(b for b in strip.findChildren(QToolButton) if b.accessibleName() == name)


def test_last_week_and_this_week_are_shown_from_monday(strip: WeekStrip) -> None:
    days = [button.day for button in shown(strip)]
    assert (days[0], days[-1], len(days)) == (date(2026, 11, 16), date(2026, 11, 29), 14)


def test_today_is_chosen_and_tomorrow_cannot_be(strip: WeekStrip, went: list[date]) -> None:
    assert button(strip, TODAY).isChecked()
    assert not button(strip, date(2026, 11, 24)).isEnabled()


def test_a_click_goes_to_a_day(strip: WeekStrip, went: list[date], click: Click) -> None:
    click(button(strip, date(2026, 11, 18)))
    assert went == [date(2026, 11, 18)]
    assert [b.day for b in shown(strip) if b.isChecked()] == [date(2026, 11, 18)]


def test_a_click_on_the_chosen_day_leaves_it_chosen(
    strip: WeekStrip, went: list[date], click: Click
) -> None:
    click(button(strip, TODAY))
    assert went == []
    assert button(strip, TODAY).isChecked()


def test_the_keys_go_by_day_and_by_week_and_home(
    strip: WeekStrip, went: list[date], press: Press
) -> None:
    press(Key.Key_Left, Key.Key_PageUp, Key.Key_PageUp, Key.Key_PageDown, Key.Key_Home)
    assert [day.isoformat()[5:] for day in went] == ["11-22", "11-15", "11-08", "11-15", "11-23"]


def test_the_focus_goes_with_the_day(strip: WeekStrip, press: Press) -> None:
    press(Key.Key_PageUp, Key.Key_PageUp)
    assert button(strip, date(2026, 11, 9)).hasFocus()


def test_the_future_cannot_be_reached(strip: WeekStrip, went: list[date], press: Press) -> None:
    press(Key.Key_Right, Key.Key_PageDown)
    assert went == []


def test_the_arrows_turn_weeks_without_choosing(
    strip: WeekStrip, went: list[date], click: Click
) -> None:
    later = arrow(strip, "Later week")
    assert not later.isEnabled()
    click(arrow(strip, "Earlier week"))
    assert (strip.first_day(), went) == (date(2026, 11, 9), [])
    click(later)
    assert strip.last_day() == date(2026, 11, 29)


def test_a_narrow_window_shows_the_week_of_the_day(show: Show) -> None:
    window = QWidget()
    strip = WeekStrip(TODAY)
    QHBoxLayout(window).addWidget(strip)
    show(window)
    window.resize(1200, window.height())
    assert len(shown(strip)) == 14
    window.resize(window.minimumSizeHint())
    assert [button.day for button in shown(strip)] == [date(2026, 11, day) for day in range(23, 30)]


def test_what_the_diary_holds_is_seen_and_spoken(strip: WeekStrip) -> None:
    sunday = date(2026, 11, 22)
    empty = button(strip, sunday).grab().toImage()
    strip.set_states({sunday: DayState.ENTRY, TODAY: DayState.STARTED})
    assert button(strip, sunday).grab().toImage() != empty
    assert button(strip, sunday).accessibleName() == "Sunday 22 November, entry"
    assert button(strip, TODAY).accessibleName() == "Monday 23 November, started"
    assert button(strip, date(2026, 11, 21)).accessibleName() == "Saturday 21 November, no entry"


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_a_day_is_chosen_in_the_month(strip: WeekStrip, went: list[date], click: Click) -> None:
    click(arrow(strip, "Choose a day in a month"))
    month = strip.findChildren(MonthView)[0]
    calendar = month.findChildren(QCalendarWidget)[0]
    assert calendar.maximumDate() == QDate(2026, 11, 23)
    table = calendar.findChildren(QWidget, "qt_calendar_calendarview")[0]
    for key in (Key.Key_Up, Key.Key_Up, Key.Key_Up, Key.Key_Return):
        QTest.keyClick(table, key)
    assert went == [date(2026, 11, 2)]
    assert not month.isVisible()
