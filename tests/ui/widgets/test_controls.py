"""Buttons, chips, switches, notices, rows and the layout they flow in."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from diary.ui.widgets.button import SMALLEST_TARGET, Button, IconButton, Kind
from diary.ui.widgets.card import Card
from diary.ui.widgets.check_row import CheckRow
from diary.ui.widgets.chip import Chip
from diary.ui.widgets.empty_page import EmptyPage
from diary.ui.widgets.flow_layout import FlowLayout
from diary.ui.widgets.marker import Series
from diary.ui.widgets.notice import Notice, Tone
from diary.ui.widgets.progress_row import ProgressRow
from diary.ui.widgets.switch import Switch

Key = Qt.Key
Press = Callable[..., None]
Click = Callable[[QWidget], None]
Show = Callable[[QWidget], None]


def test_enter_and_space_press_a_button(show: Show, press: Press) -> None:
    button = Button("Save PDF…", Kind.PRIMARY)
    presses: list[str] = []
    button.clicked.connect(lambda: presses.append("press"))
    show(button)
    button.setFocus()
    press(Key.Key_Return, Key.Key_Space)
    assert len(presses) == 2


def test_a_busy_button_says_so_and_takes_no_press(show: Show, click: Click) -> None:
    button = Button("Save PDF…", Kind.PRIMARY)
    presses: list[str] = []
    button.clicked.connect(lambda: presses.append("press"))
    show(button)
    button.set_busy("Saving…")
    click(button)
    assert (button.text(), presses) == ("Saving…", [])
    button.set_idle()
    click(button)
    assert (button.text(), presses) == ("Save PDF…", ["press"])


def test_an_icon_button_is_named_and_large_enough(show: Show) -> None:
    button = IconButton("calendar", "Choose a day")
    assert (button.accessibleName(), button.toolTip()) == ("Choose a day", "Choose a day")
    assert min(button.sizeHint().width(), button.sizeHint().height()) >= SMALLEST_TARGET


def test_a_chip_that_is_on_has_a_tick(show: Show, press: Press) -> None:
    chip = Chip("Rash")
    show(chip)
    chip.setFocus()
    press(Key.Key_Space)
    assert chip.isChecked()
    assert not chip.icon().isNull()
    press(Key.Key_Space)
    assert chip.icon().isNull()


def test_the_whole_row_of_a_switch_is_its_target(show: Show) -> None:
    switch = Switch("Remind me")
    show(switch)
    switch.resize(300, 40)
    off = switch.grab().toImage()
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton, pos=QPoint(290, 35))
    assert switch.isChecked()
    assert switch.grab().toImage() != off


def test_a_long_check_row_breaks_its_words(show: Show) -> None:
    row = CheckRow("My triglycerides went up. Does that matter?")
    assert row.heightForWidth(150) > row.heightForWidth(600) >= SMALLEST_TARGET


def test_a_notice_shows_markup_as_it_was_written(show: Show) -> None:
    notice = Notice(Tone.ERROR, "<b>a&b</b>.heic could not be read.")
    show(notice)
    sentence = notice.findChildren(QLabel)[1]
    assert "&lt;b&gt;a&amp;b&lt;/b&gt;.heic" in sentence.text()
    assert notice.accessibleName() == "<b>a&b</b>.heic could not be read."


def test_the_link_of_a_notice_is_followed_by_the_keyboard(show: Show, press: Press) -> None:
    window, before = QWidget(), QLineEdit()
    notice = Notice(Tone.CAUTION, "The last backup is 31 days old.", "Back up now…")
    followed: list[str] = []
    notice.link_activated.connect(lambda: followed.append("link"))
    rows = QVBoxLayout(window)
    rows.addWidget(before)
    rows.addWidget(notice)
    show(window)
    before.setFocus()
    press(Key.Key_Tab, Key.Key_Return)
    assert followed == ["link"]


def test_escape_in_a_progress_row_cancels(show: Show, press: Press) -> None:
    row = ProgressRow()
    stopped: list[str] = []
    row.cancelled.connect(lambda: stopped.append("cancel"))
    row.set_progress("Importing 7 of 12", 7, 12, "IMG_2041.HEIC")
    show(row)
    row.findChildren(Button)[0].setFocus()
    press(Key.Key_Escape)
    bar = row.findChildren(QProgressBar)[0]
    assert stopped == ["cancel"]
    assert (bar.value(), bar.maximum()) == (7, 12)
    assert bar.accessibleName() == "Importing 7 of 12"


def test_an_empty_page_gives_the_focus_to_its_first_button(show: Show) -> None:
    add = Button("Add photos…", Kind.PRIMARY)
    page = EmptyPage("photos", "No photos yet", "A front photo helps.", [add, Button("Other")])
    show(page)
    page.setFocus()
    assert add.hasFocus()


def test_a_card_says_what_it_is(show: Show) -> None:
    card = Card("Skin today", Series.ACNE)
    card.explain_yesterday()
    card.set_title("Skin")
    show(card)
    assert [label.text() for label in card.findChildren(QLabel)] == ["Skin", "yesterday"]
    assert card.accessibleName() == "Skin"


def test_chips_flow_into_the_next_line_and_never_overlap(show: Show) -> None:
    home = QWidget()
    layout = FlowLayout(home)
    chips = [Chip(f"Symptom {number}") for number in range(8)]
    for chip in chips:
        layout.addWidget(chip)
    home.resize(320, layout.heightForWidth(320))
    show(home)
    places = [QRect(chip.geometry()) for chip in chips]
    assert len({place.top() for place in places}) > 1
    assert all(home.rect().contains(place) for place in places)
    assert not any(a.intersects(b) for a in places for b in places if a is not b)
    assert layout.heightForWidth(900) < layout.heightForWidth(320)
