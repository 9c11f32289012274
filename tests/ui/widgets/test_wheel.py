"""A page is scrolled over its controls without changing what they say."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from diary.ui.widgets.date_field import DateEdit, DateField
from diary.ui.widgets.scrolled import scrolled
from diary.ui.widgets.select import Select
from diary.ui.widgets.stepper import Stepper

Show = Callable[[QWidget], None]


def _select() -> QWidget:
    select = Select()
    select.addItems(["one", "two", "three"])
    return select


def _date() -> QWidget:
    field = DateField("Day")
    field.set_value(date(2026, 11, 23))
    return field


def _stepper() -> QWidget:
    stepper = Stepper("Inflamed spots")
    stepper.set_value(3)
    return stepper


def said(control: QWidget) -> str:
    inner = control.findChild(DateEdit) or control.findChild(QSpinBox) or control
    if isinstance(inner, QComboBox):
        return inner.currentText()
    assert isinstance(inner, QAbstractSpinBox)
    return inner.text()


@pytest.mark.parametrize("make", [_select, _date, _stepper])
def test_the_wheel_scrolls_the_page_and_leaves_the_answer(
    make: Callable[[], QWidget], qapp: QApplication, show: Show
) -> None:
    inside = QWidget()
    rows = QVBoxLayout(inside)
    control = make()
    rows.addWidget(control)
    rows.addSpacing(3000)
    area = scrolled(inside)
    area.resize(400, 300)
    show(area)
    inner = control.findChild(DateEdit) or control.findChild(QSpinBox) or control
    before = said(control)
    window = area.windowHandle()
    assert window is not None
    where = inner.mapTo(area, inner.rect().center())
    QTest.wheelEvent(window, where, QPoint(0, -120))
    assert said(control) == before
    assert area.verticalScrollBar().value() > 0
