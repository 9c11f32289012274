"""Fields: units, problems, Esc, passphrases and dates."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateEdit, QLabel, QLineEdit, QToolButton, QWidget

from diary.ui.widgets.date_field import DateField
from diary.ui.widgets.field import Field
from diary.ui.widgets.password_field import PasswordField
from tests.ui.keyboard import press, tab_to, type_text

Key = Qt.Key
Press = Callable[..., None]
Click = Callable[[QWidget], None]
Show = Callable[[QWidget], None]


def words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


@pytest.fixture
def weight(show: Show) -> Field:
    field = Field("Weight", unit="kg", hint="In the morning.")
    field.set_text("68")
    show(field)
    field.setFocus()
    return field


def test_a_field_is_named_for_eye_and_ear(weight: Field) -> None:
    assert {"Weight", "kg", "In the morning."} <= set(words(weight))
    assert weight.edit.accessibleName() == "Weight"
    assert weight.edit.accessibleDescription() == "In the morning."


def test_escape_restores_what_was_saved(weight: Field, press: Press) -> None:
    press(Key.Key_0, Key.Key_Escape)
    assert weight.text() == "68"


def test_escape_without_a_change_is_left_to_the_dialog(weight: Field, show: Show) -> None:
    QTest.keyClick(weight.edit, Key.Key_Escape)
    assert weight.text() == "68"


def test_enter_ends_a_change(weight: Field, press: Press) -> None:
    ended: list[str] = []
    weight.committed.connect(ended.append)
    press(Key.Key_Return, Key.Key_0, Key.Key_Return)
    assert ended == ["680"]


def test_a_problem_takes_the_place_of_the_hint_until_the_text_changes(
    weight: Field, press: Press
) -> None:
    weight.set_error("Enter a weight between 25 and 300 kg.")
    assert "Enter a weight between 25 and 300 kg." in words(weight)
    assert "In the morning." not in words(weight)
    assert weight.edit.accessibleDescription() == "Enter a weight between 25 and 300 kg."
    press(Key.Key_0)
    assert weight.error == ""
    assert "In the morning." in words(weight)


@pytest.fixture
def passphrase(show: Show) -> PasswordField:
    field = PasswordField("Passphrase")
    show(field)
    field.setFocus()
    return field


def test_the_eye_shows_the_passphrase_and_says_so(passphrase: PasswordField, click: Click) -> None:
    eye = passphrase.findChildren(QToolButton)[0]
    assert passphrase.edit.echoMode() == QLineEdit.EchoMode.Password
    click(eye)
    assert passphrase.edit.echoMode() == QLineEdit.EchoMode.Normal
    assert eye.accessibleName() == "Hide what is typed"
    passphrase.hide_text()
    assert passphrase.edit.echoMode() == QLineEdit.EchoMode.Password


def test_tab_reaches_the_eye(passphrase: PasswordField, press: Press) -> None:
    press(Key.Key_Tab)
    assert passphrase.findChildren(QToolButton)[0].hasFocus()


def test_caps_lock_is_noticed_from_the_letters(passphrase: PasswordField) -> None:
    QTest.keyClicks(passphrase.edit, "a")
    assert "Caps Lock is on" not in words(passphrase)
    QTest.keyClicks(passphrase.edit, "A")
    assert "Caps Lock is on" in words(passphrase)
    QTest.keyClicks(passphrase.edit, "A", Qt.KeyboardModifier.ShiftModifier)
    assert "Caps Lock is on" not in words(passphrase)


def test_a_date_is_given_and_taken_back(show: Show, press: Press) -> None:
    field = DateField("First dose", latest=date(2026, 11, 23))
    field.set_value(date(2026, 10, 1))
    show(field)
    field.setFocus()
    told: list[date] = []
    field.edited.connect(told.append)
    field.findChildren(QDateEdit)[0].setDate(QDate(2026, 10, 2))
    press(Key.Key_Escape)
    assert told == [date(2026, 10, 2), date(2026, 10, 1)]


def test_a_date_after_the_latest_is_not_taken(show: Show) -> None:
    field = DateField("First dose", latest=date(2026, 11, 23))
    field.set_value(date(2026, 12, 24))
    assert field.value() == date(2026, 11, 23)


def test_an_optional_date_may_stay_empty(show: Show) -> None:
    field = DateField("Date of birth", optional=True)
    assert field.value() is None
    field.set_value(date(2004, 2, 29))
    assert field.value() == date(2004, 2, 29)


def test_what_is_typed_at_the_eye_does_not_get_into_the_passphrase(show: Show) -> None:
    field = PasswordField("Passphrase")
    show(field)
    field.setFocus()
    type_text("plain horse")
    tab_to("Show what is typed")
    type_text("a long password")
    press(Key.Key_Backspace)
    assert field.text() == "plain horse"
