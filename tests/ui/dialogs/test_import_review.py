"""The table of what is to be added: looked at, corrected many at once, undone, agreed to."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from io import BytesIO

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from diary.domain.course import Course
from diary.domain.draft import Draft, Twin, with_choices
from diary.domain.photo import DateSource, Taken, View
from diary.journal import Journal
from diary.ui import theme
from diary.ui.dialogs.import_review import Review, review
from diary.ui.dialogs.import_review.choose import ChooseMenu
from diary.ui.dialogs.import_review.forms import SetClock, SetDate, ShiftDate
from diary.ui.dialogs.import_review.model import DraftModel
from diary.ui.dialogs.import_review.table import DraftTable
from diary.ui.session import Session
from diary.ui.widgets.check_row import CheckRow
from diary.ui.widgets.date_field import DateField
from diary.ui.widgets.notice import Notice
from diary.ui.widgets.select import Select
from diary.ui.widgets.time_field import TimeField
from tests.pictures.phone import portrait
from tests.ui import menus
from tests.ui.faults import faults

Show = Callable[[QWidget], None]
Asked = tuple[Review, list[list[Draft]]]
NOW = datetime(2026, 11, 23, 8, 14)
COURSE = Course(date(2026, 10, 1))
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(scope="module")
def thumbnail() -> bytes:
    file = BytesIO()
    portrait().save(file, "JPEG")
    return file.getvalue()


def draft(number: int, day: int | None = None, **rest: object) -> Draft:
    """From November, of the front unless `rest` says otherwise; without `day` it has no date."""
    taken = day and Taken(date(2026, 11, day), time(8, 12), 60, DateSource.EXIF)
    known = {"view": View.FRONT, "said": True, "claims": (taken,) if taken else (), **rest}
    return Draft(number, f"IMG_{number}.jpg", str(number), taken=taken or None, **known)  # type: ignore[arg-type]


@pytest.fixture
def ask(
    show: Show, session: Session, thumbnail: bytes, qtbot: QtBot
) -> Callable[[Sequence[Draft]], Asked]:
    """The table over a window of usual size, and what was agreed to."""

    def open_table(drafts: Sequence[Draft]) -> Asked:
        page = QWidget()
        page.resize(1280, 832)
        show(page)
        thumbnails = {each.number: thumbnail for each in drafts}
        table = review(page, session, with_choices(drafts), thumbnails, COURSE, NOW)
        qtbot.waitUntil(table.isActiveWindow)
        agreed: list[list[Draft]] = []
        table.agreed.connect(agreed.append)
        return table, agreed

    return open_table


Ask = Callable[[Sequence[Draft]], Asked]


def rows_of(table: Review) -> DraftTable:
    rows = table.findChild(DraftTable)
    assert isinstance(rows, DraftTable)
    return rows


def press(inside: QWidget, text: str) -> None:
    (found,) = [b for b in inside.findChildren(QAbstractButton) if b.text() == text]
    found.click()


def words(table: QWidget) -> list[str]:
    return [one.text() for one in table.findChildren(QLabel) if one.isVisibleTo(table)]


def cells(table: Review, column: int) -> list[str]:
    model = rows_of(table).model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, column).data(role)) for row in range(model.rowCount())]


def has_button(table: Review, text: str) -> bool:
    return any(button.text() == text for button in table.findChildren(QAbstractButton))


def test_what_is_to_check_stands_first_and_is_said_for_the_chosen_row(ask: Ask) -> None:
    table, _agreed = ask([draft(0, 20), draft(1), draft(2, 19)])
    assert cells(table, 2) == ["IMG_1.jpg, no date", "IMG_2.jpg", "IMG_0.jpg"]
    assert "The file does not say when it was taken. Set a date." in words(table)
    assert "3 photos. 1 has something to check; it stands first. 1 is chosen." in words(table)
    rows_of(table).select([1])
    assert "The file does not say when it was taken. Set a date." not in words(table)


def test_nothing_is_added_while_a_ticked_photo_has_no_date(ask: Ask) -> None:
    table, agreed = ask([draft(0, 20), draft(1)])
    rows_of(table).select([1])
    press(table, "Add 2 photos")
    assert agreed == []
    lacking = "1 photo has no date that can be, or no view. It is chosen now: set them, or leave"
    assert any(each.startswith(lacking) for each in words(table))
    assert rows_of(table).rows() == [0]
    QTest.keyClick(rows_of(table), Qt.Key.Key_Delete)
    press(table, "Add 1 photo")
    assert [[one.number for one in each] for each in agreed] == [[0]]


def test_enter_in_the_table_asks_for_the_date_of_all_that_are_chosen(ask: Ask) -> None:
    table, agreed = ask([draft(number) for number in range(3)])
    QTest.keyClick(rows_of(table), Qt.Key.Key_A, CTRL)
    QTest.keyClick(rows_of(table), Qt.Key.Key_Return)
    form = table.findChild(SetDate)
    assert isinstance(form, SetDate)
    day, at = form.findChild(DateField), form.findChild(TimeField)
    assert isinstance(day, DateField)
    assert isinstance(at, TimeField)
    day.set_value(date(2026, 11, 2))
    at.edit.setText("25:00")
    press(form, "Set the date of 3 photos")
    assert at.error == "Type a time like 08:14, or leave it empty."
    at.edit.setText("9:30 pm")
    QTest.keyClick(at.edit, Qt.Key.Key_Return)
    press(table, "Add 3 photos")
    typed = Taken(date(2026, 11, 2), time(21, 30), None, DateSource.TYPED)
    assert [one.taken for one in agreed[0]] == [typed] * 3


def test_the_date_in_the_file_name_is_chosen_for_those_that_have_one(ask: Ask) -> None:
    name = Taken(date(2026, 11, 3), None, None, DateSource.FILE_NAME)
    camera = Taken(date(2026, 11, 20), time(8, 0), None, DateSource.EXIF)
    table, agreed = ask([draft(0, 20, claims=(camera, name)), draft(1, 19)])
    rows_of(table).selectAll()
    press(table, "Set date…")
    form = table.findChild(SetDate)
    assert isinstance(form, SetDate)
    source = form.findChild(Select)
    assert isinstance(source, Select)
    source.setCurrentIndex(source.findData(DateSource.FILE_NAME))
    press(form, "Set the date of 2 photos")
    press(table, "Add 2 photos")
    assert [one.taken and one.taken.on.day for one in agreed[0]] == [3, 19]


def test_the_chosen_photos_are_shifted_together_and_that_is_one_step(ask: Ask) -> None:
    table, agreed = ask([draft(number, 10 + number) for number in range(3)])
    rows = rows_of(table)
    rows.select([0])
    QTest.keyClick(rows, Qt.Key.Key_Down, SHIFT)
    press(table, "Shift date…")
    form = table.findChild(ShiftDate)
    assert isinstance(form, ShiftDate)
    days = form.findChildren(QLineEdit)[0]
    days.setText("one")
    press(form, "Shift 2 photos")
    assert "Type a whole number." in words(form)
    days.setText("1")
    press(form, "Earlier")
    press(form, "Shift 2 photos")
    assert [day[-6:] for day in cells(table, 5)] == ["day 40", "day 41", "day 43"]
    QTest.keyClick(table, Qt.Key.Key_Z, CTRL)
    assert cells(table, 5) == ["day 41", "day 42", "day 43"]
    QTest.keyClick(table, Qt.Key.Key_Y, CTRL)
    press(table, "Add 3 photos")
    assert [one.taken and one.taken.on.day for one in agreed[0]] == [9, 10, 12]


def test_one_photos_true_date_sets_the_clock_of_all(ask: Ask) -> None:
    unset = [
        Taken(date(2000, 1, 1 + number), time(0, 12), None, DateSource.EXIF) for number in range(3)
    ]
    drafts = [draft(number, claims=(unset[number],)) for number in range(3)]
    table, agreed = ask(drafts)
    rows_of(table).select([0])
    press(table, "Camera’s clock…")
    form = table.findChild(SetClock)
    assert isinstance(form, SetClock)
    assert any("taken on Sat 1 Jan 2000, 00:12" in each for each in words(form))
    others = form.findChild(CheckRow)
    assert isinstance(others, CheckRow)
    assert others.text() == "Also the other 2 photos dated by a camera"
    assert others.isChecked()
    day, at = form.findChild(DateField), form.findChild(TimeField)
    assert isinstance(day, DateField)
    assert isinstance(at, TimeField)
    day.set_value(date(2026, 11, 2))
    at.edit.setText("08:12")
    press(form, "Correct the clock")
    press(table, "Add 3 photos")
    expected = [Taken(date(2026, 11, 2 + n), time(8, 12), None, DateSource.TYPED) for n in range(3)]
    assert [one.taken for one in agreed[0]] == expected


def names_in(table: Review) -> list[str]:
    (model,) = table.findChildren(DraftModel)
    return [draft.file_name for draft in model.drafts]


def chosen_names(table: Review) -> set[str]:
    (model,) = table.findChildren(DraftModel)
    return {model.drafts[row].file_name for row in rows_of(table).rows()}


def notice_of(table: Review) -> Notice:
    notice = table.findChild(Notice)
    assert isinstance(notice, Notice)
    return notice


def test_a_camera_with_a_wrong_clock_is_said_once_and_one_link_corrects_its_photos(
    ask: Ask,
) -> None:
    reset = [Taken(date(2000, 1, 1 + n), time(0, 12), None, DateSource.EXIF) for n in range(3)]
    wrong = [draft(n, claims=(reset[n],), camera="Nikon <b>D40</b>") for n in range(3)]
    right = [draft(n, n, camera="Apple iPhone 13") for n in range(10, 13)]
    table, _agreed = ask([*right, *wrong])
    notice = notice_of(table)
    assert notice.isVisible()
    assert notice.accessibleName() == (
        "3 photos of one camera (Nikon <b>D40</b>) have dates that cannot be: its clock was "
        "probably not set. Correct its clock…"
    )

    notice.link_activated.emit()
    form = table.findChild(SetClock)
    assert isinstance(form, SetClock)
    assert chosen_names(table) == {"IMG_0.jpg", "IMG_1.jpg", "IMG_2.jpg"}
    day = form.findChild(DateField)
    assert isinstance(day, DateField)
    day.set_value(date(2026, 11, 2))
    press(form, "Correct the clock")
    assert not notice.isVisible()
    QTest.keyClick(table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert notice.isVisible()


def test_keys_name_the_view_of_many_and_undo_takes_it_back(ask: Ask) -> None:
    table, _agreed = ask([draft(number, 10 + number) for number in range(3)])
    rows = rows_of(table)
    rows.selectAll()
    QTest.keyClick(rows, Qt.Key.Key_2)
    assert cells(table, 4) == ["Left"] * 3
    press(table, "Swap left and right")
    assert cells(table, 4) == ["Right"] * 3
    (undo,) = [
        b for b in table.findChildren(QAbstractButton) if b.toolTip() == "Undo: sides swapped"
    ]
    undo.click()
    assert cells(table, 4) == ["Left"] * 3
    QTest.keyClick(table, Qt.Key.Key_Z, CTRL)
    assert cells(table, 4) == ["Front"] * 3


def test_space_leaves_out_what_is_chosen_and_takes_it_in_again(ask: Ask) -> None:
    table, agreed = ask([draft(number, 10 + number) for number in range(3)])
    rows = rows_of(table)
    rows.selectAll()
    QTest.keyClick(rows, Qt.Key.Key_Space)
    press(table, "Add photos")
    assert agreed == []
    assert "Tick at least one photo, or choose Cancel." in words(table)
    assert cells(table, 0)[0] == "IMG_0.jpg: skip"
    QTest.keyClick(rows, Qt.Key.Key_Space)
    assert has_button(table, "Add 3 photos")


def test_what_the_diary_has_is_skipped_and_a_deleted_photo_can_be_brought_back(ask: Ask) -> None:
    known = draft(0, 20, twin=Twin.LIVE, twin_on=date(2026, 11, 20))
    table, agreed = ask([known, draft(1, 20, twin=Twin.DELETED, view=View.LEFT), draft(2, 21)])
    assert has_button(table, "Add 1 photo")
    assert names_in(table) == ["IMG_2.jpg", "IMG_1.jpg", "IMG_0.jpg"]
    rows_of(table).select([2])
    assert any("Your diary has it under 20 November 2026." in each for each in words(table))
    rows = rows_of(table)
    rows.selectAll()
    QTest.keyClick(rows, Qt.Key.Key_Space)
    QTest.keyClick(rows, Qt.Key.Key_Space)
    press(table, "Add 2 photos")
    assert [one.number for one in agreed[0]] == [1, 2]


def test_a_click_on_the_tick_leaves_one_out(ask: Ask) -> None:
    table, _agreed = ask([draft(0, 20), draft(1, 21)])
    rows = rows_of(table)
    middle = rows.visualRect(rows.model().index(1, 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert cells(table, 0) == ["IMG_0.jpg: add", "IMG_1.jpg: skip"]


def test_escape_closes_but_not_over_corrections(ask: Ask, qtbot: QtBot) -> None:
    table, agreed = ask([draft(0, 20)])
    QTest.keyClick(rows_of(table), Qt.Key.Key_3)
    QTest.keyClick(rows_of(table), Qt.Key.Key_Escape)
    (box,) = table.findChildren(QMessageBox)
    assert table.isVisible()
    with qtbot.waitSignal(table.rejected):
        press(box, "Close")
    untouched, _agreed = ask([draft(0, 20)])
    with qtbot.waitSignal(untouched.rejected):
        QTest.keyClick(rows_of(untouched), Qt.Key.Key_Escape)
    assert agreed == []


def test_control_enter_adds(ask: Ask, qtbot: QtBot) -> None:
    table, agreed = ask([draft(0, 20)])
    with qtbot.waitSignal(table.accepted):
        QTest.keyClick(rows_of(table), Qt.Key.Key_Return, CTRL)
    assert len(agreed) == 1


def test_two_hundred_photos_are_corrected_and_added_at_once(ask: Ask) -> None:
    table, agreed = ask([draft(number) for number in range(200)])
    rows = rows_of(table)
    rows.selectAll()
    QTest.keyClick(rows, Qt.Key.Key_5)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    form = table.findChild(SetDate)
    assert isinstance(form, SetDate)
    press(form, "Set the date of 200 photos")
    press(table, "Add 200 photos")
    assert [one.number for one in agreed[0]] == list(range(200))


def choose(table: Review, alike: str) -> None:
    menu = table.findChild(ChooseMenu)
    assert isinstance(menu, ChooseMenu)
    menu.fill()
    menus.choose(table, alike)


def offered(table: Review) -> list[str]:
    menu = table.findChild(ChooseMenu)
    assert isinstance(menu, ChooseMenu)
    menu.fill()
    return menus.offered(table)


def test_pictures_without_a_face_and_from_before_the_course_are_left_out_at_once(ask: Ask) -> None:
    nobody = {"view": None, "said": False, "seen": None}
    cats = [draft(number, 1 + number, **nobody) for number in range(5)]
    old = Taken(date(2024, 3, 1), time(8, 12), 60, DateSource.EXIF)
    before = [replace(draft(number, 1), taken=old, claims=(old,)) for number in range(5, 8)]
    mine = [draft(number, 1 + number) for number in range(8, 12)]
    table, agreed = ask([*mine, *cats, *before])
    assert offered(table) == [
        "All (12)",
        "Nothing to check (4)",
        "Before your course (3)",
        "No view (5)",
        "Several in one minute (3)",
    ]

    for alike in ("No view (5)", "Before your course (3)"):
        choose(table, alike)
        QTest.keyClick(rows_of(table), Qt.Key.Key_Space)

    assert offered(table) == ["All (12)", "Nothing to check (4)", "Left out (8)"]
    assert "12 photos. Nothing is left to check. 3 are chosen." in words(table)
    press(table, "Add 4 photos")
    assert [one.number for one in agreed[0]] == [8, 9, 10, 11]


def test_covered_photos_stay_covered_until_they_are_asked_for(
    ask: Ask, session: Session, qtbot: QtBot
) -> None:
    session.jobs.wait(lambda: cover(session.journal))
    table, _agreed = ask([draft(0, 20)])
    (button,) = [b for b in table.findChildren(QAbstractButton) if b.text() == "Show the pictures"]
    session.jobs.wait(lambda: None)
    session.jobs.deliver()
    assert button.isVisible()
    index = rows_of(table).model().index(0, 1)
    covered = index.data(Qt.ItemDataRole.DecorationRole).width()
    button.click()
    assert index.data(Qt.ItemDataRole.DecorationRole).width() > covered
    assert not button.isVisible()


def cover(journal: Journal) -> None:
    journal.set_preferences(replace(journal.preferences(), cover_photos=True))


def test_every_control_and_cell_is_named_for_those_who_hear_the_table(ask: Ask) -> None:
    table, _agreed = ask([draft(0), draft(1, 20), draft(2, 21, twin=Twin.LIVE)])
    assert faults(table) == []
    spoken = QAccessible.queryAccessibleInterface(rows_of(table))
    assert spoken is not None
    assert spoken.text(QAccessible.Text.Name) == "Photos to add"
    model = rows_of(table).model()
    for row in range(3):
        for column in range(model.columnCount()):
            assert model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)


def test_at_twice_the_text_a_low_table_scrolls_with_its_tools_and_keeps_whole_rows(
    ask: Ask,
) -> None:
    theme.current().set_look(theme.Scheme.LIGHT, 2)
    table, _agreed = ask([draft(0, 20), draft(1), draft(2, 19)])
    table.resize(928, 608)
    rows = rows_of(table)
    assert rows.viewport().height() >= rows.rowHeight(0) + rows.rowHeight(1)
    (add,) = [b for b in table.findChildren(QAbstractButton) if b.text() == "Add 3 photos"]
    assert table.rect().contains(add.mapTo(table, add.rect().bottomRight()))
