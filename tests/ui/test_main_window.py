"""The window as a whole: its pages, its keys, and what locking and closing leave behind."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QMenu,
    QMessageBox,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from diary.domain.preferences import Tracked
from diary.journal import Journal
from diary.ui import messages, theme
from diary.ui.dialogs.unlock import Unlock
from diary.ui.dialogs.welcome import Welcome
from diary.ui.diary_view import DiaryView
from diary.ui.idle import IdleWatch
from diary.ui.jobs import alive
from diary.ui.main_window import MainWindow
from diary.ui.pages.course.question_row import QuestionRow
from diary.ui.pages.settings.delete_card import DeleteCard
from diary.ui.pages.today.typed import TypedNote
from diary.ui.session_lock import SessionWatch
from diary.ui.settings import SCHEME
from diary.ui.widgets.button import Button
from diary.ui.widgets.chip import Chip
from tests.pictures.phone import photo, portrait
from tests.ui.conftest import NOW, PASSPHRASE
from tests.ui.full_disk import TOO_LONG, full_disk
from tests.ui.keyboard import press, tab_to, type_text
from tests.ui.seen import SLOW, says

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TODAY = NOW.date()

Show = Callable[[QWidget], None]


def view_of(window: MainWindow) -> DiaryView:
    view = window.centralWidget()
    assert isinstance(view, DiaryView)
    return view


def is_open(window: MainWindow) -> bool:
    return isinstance(window.centralWidget(), DiaryView)


def is_locked(window: MainWindow) -> bool:
    return isinstance(window.centralWidget(), Unlock)


def over(window: MainWindow) -> list[QWidget]:
    """What is shown besides the window itself."""
    return [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not window]


def rail_names(window: MainWindow) -> list[str]:
    items = window.findChildren(QToolButton)
    shown = [item for item in items if item.property("rail") == "true" and item.isVisible()]
    return [item.accessibleName() for item in shown]


@pytest.fixture
def opened(window: MainWindow, open_folder: Path, show: Show, qtbot: QtBot) -> MainWindow:
    """The window on a diary without a passphrase."""
    window.open_diary(open_folder)
    show(window)
    qtbot.waitUntil(lambda: is_open(window))
    return window


@pytest.fixture
def unlocked(window: MainWindow, locked: Path, show: Show, qtbot: QtBot) -> MainWindow:
    """The window on a diary with a passphrase."""
    show(window)
    window.show_diary(window.jobs.wait(partial(Journal.open, locked, passphrase=PASSPHRASE)))
    qtbot.waitUntil(view_of(window).page.isVisible)
    return window


def test_the_title_says_nothing_but_the_name_on_every_page(opened: MainWindow) -> None:
    for name in ("photos", "course", "settings", "help"):
        view_of(opened).show_page(name)
        assert opened.windowTitle() == "Skin Diary"


def test_ctrl_and_a_number_open_the_pages_in_the_order_of_the_rail(opened: MainWindow) -> None:
    shown = []
    for key in (Qt.Key.Key_2, Qt.Key.Key_4, Qt.Key.Key_Comma, Qt.Key.Key_1):
        QTest.keyClick(opened, key, CTRL)
        shown.append(type(view_of(opened).page).__name__)
    assert shown == ["PhotosPage", "CoursePage", "SettingsPage", "TodayPage"]


def test_a_page_comes_back_as_it_was_left(opened: MainWindow) -> None:
    settings = view_of(opened)
    settings.show_page("settings")
    first = settings.page
    settings.show_page("today")
    settings.show_page("settings")
    assert settings.page is first


def test_undo_and_redo_keys_work_on_any_page(opened: MainWindow, qtbot: QtBot) -> None:
    view = view_of(opened)
    stored = partial(view.session.jobs.wait, view.session.journal.preferences)
    usual = stored().tracked
    view.show_page("settings")
    qtbot.waitUntil(lambda: says(opened, "Appearance"))
    tab_to("Mood")
    press(Qt.Key.Key_Space)
    assert stored().tracked == usual - {Tracked.MOOD}
    QTest.keyClick(opened, Qt.Key.Key_Z, CTRL)
    assert stored().tracked == usual
    QTest.keyClick(opened, Qt.Key.Key_Z, CTRL | SHIFT)
    assert stored().tracked == usual - {Tracked.MOOD}
    QTest.keyClick(opened, Qt.Key.Key_Z, CTRL)
    QTest.keyClick(opened, Qt.Key.Key_Y, CTRL)
    assert stored().tracked == usual - {Tracked.MOOD}


def test_locking_saves_what_is_typed_and_destroys_every_page(
    unlocked: MainWindow, qtbot: QtBot, locked: Path
) -> None:
    view = view_of(unlocked)
    view.show_page("photos")
    view.show_page("settings")
    qtbot.waitUntil(lambda: says(unlocked, "Your contact"))
    tab_to("Your contact")
    type_text("Dr Lind, 555 0142")
    QTest.keyClick(unlocked, Qt.Key.Key_L, CTRL)
    qtbot.waitUntil(lambda: is_locked(unlocked) and not alive(view))
    assert not says(unlocked, "555 0142")
    journal = Journal.open(locked, passphrase=PASSPHRASE)
    assert journal.preferences().contact == "Dr Lind, 555 0142"
    journal.close()


def test_after_a_while_without_use_the_diary_locks_and_says_why(
    unlocked: MainWindow, qtbot: QtBot
) -> None:
    watch = unlocked.findChild(IdleWatch)
    assert isinstance(watch, IdleWatch)
    qtbot.waitUntil(lambda: watch.minutes == 5)
    watch.idle.emit()
    assert is_locked(unlocked)
    qtbot.waitUntil(lambda: says(unlocked, "Locked after 5 minutes without use"))


@pytest.fixture
def pictures(tmp_path: Path) -> QMimeData:
    """Four phone photos, as they are dropped."""
    files = [tmp_path / f"IMG_2026110{n}_081205.jpg" for n in range(1, 5)]
    for number, file in enumerate(files):
        file.write_bytes(photo(portrait().rotate(number)))
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return dropped


def drop(window: MainWindow, pictures: QMimeData) -> None:
    view_of(window).show_page("photos")
    view_of(window).page.dropEvent(
        QDropEvent(
            QPointF(100, 100),
            Qt.DropAction.CopyAction,
            pictures,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def test_locking_amid_an_import_says_how_many_photos_are_not_in_the_diary(
    unlocked: MainWindow, pictures: QMimeData, qtbot: QtBot
) -> None:
    drop(unlocked, pictures)
    QTest.keyClick(unlocked, Qt.Key.Key_L, CTRL)
    qtbot.waitUntil(lambda: says(unlocked, "4 photos are not in your diary yet."))


def test_closing_amid_an_import_asks_first(
    opened: MainWindow, pictures: QMimeData, click: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    drop(opened, pictures)
    assert not opened.close()
    (leave,) = [b for b in opened.findChildren(Button) if b.text() == "Close without them"]
    click(leave)
    qtbot.waitUntil(lambda: not opened.isVisible())


def test_the_diary_locks_with_the_computer_and_is_gone_from_the_screen_at_once(
    unlocked: MainWindow, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: unlocked.findChild(SessionWatch) is not None)
    watch = unlocked.findChild(SessionWatch)
    assert isinstance(watch, SessionWatch)
    watch.locked.emit()
    assert is_locked(unlocked)
    assert says(unlocked, "Locked with your computer")
    watch.locked.emit()
    assert is_locked(unlocked)


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
def test_nothing_that_lay_over_the_pages_survives_the_lock(
    unlocked: MainWindow, qtbot: QtBot
) -> None:
    view = view_of(unlocked)
    messages.confirm(view.page, "Delete this photo? Front, acne 4", "Delete", _nothing)
    dialog = QFileDialog(view.page, "Add photos")
    dialog.open()
    menu = QMenu(view.page)
    menu.addAction("dry lips")
    menu.popup(QPoint(0, 0))
    assert len(over(unlocked)) == 3
    unlocked.lock_by_itself("Locked with your computer")
    assert over(unlocked) == []
    assert is_locked(unlocked)


def test_a_copied_note_cannot_be_pasted_once_the_diary_is_locked(
    unlocked: MainWindow, qtbot: QtBot
) -> None:
    note = view_of(unlocked).page.findChild(TypedNote)
    assert isinstance(note, TypedNote)
    qtbot.waitUntil(note.isVisible)
    note.setPlainText("my note")
    note.selectAll()
    note.copy()
    assert QApplication.clipboard().text() == "my note"
    unlocked.lock()
    assert QApplication.clipboard().text() == ""


def test_a_word_of_ones_own_without_enter_is_saved_by_locking(
    unlocked: MainWindow, qtbot: QtBot, locked: Path, click: Callable[[QWidget], None]
) -> None:
    (other,) = [c for c in unlocked.findChildren(Chip) if c.text() == "Other…"]
    qtbot.waitUntil(other.isVisible)
    click(other)
    type_text("Cracked heels")
    unlocked.lock()
    journal = Journal.open(locked, passphrase=PASSPHRASE)
    assert [list(day.symptoms) for day in journal.days.all()] == [["Cracked heels"]]
    journal.close()


def test_a_question_that_is_being_changed_is_saved_by_locking(
    unlocked: MainWindow, qtbot: QtBot, locked: Path
) -> None:
    view_of(unlocked).show_page("course")
    qtbot.waitUntil(lambda: says(unlocked, "Ticked questions go into the report."))
    tab_to("Write a question")
    type_text("Sun?")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: unlocked.findChild(QuestionRow) is not None)
    row = unlocked.findChild(QuestionRow)
    assert isinstance(row, QuestionRow)
    row.check.setFocus()
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Backspace)
    type_text(" cream?")
    unlocked.lock()
    journal = Journal.open(locked, passphrase=PASSPHRASE)
    assert [question.text for question in journal.questions.all()] == ["Sun cream?"]
    journal.close()


def begin_a_weight(window: MainWindow, qtbot: QtBot) -> None:
    """On the Course page, without saving it."""
    view_of(window).show_page("course")
    qtbot.waitUntil(lambda: says(window, "Started"))
    tab_to("Update weight…")
    press(Qt.Key.Key_Return)
    type_text("67")


def test_a_form_that_was_begun_is_told_of_on_the_lock_screen(
    unlocked: MainWindow, qtbot: QtBot
) -> None:
    begin_a_weight(unlocked, qtbot)
    unlocked.lock()
    assert says(unlocked, "Locked. What you entered in an open form is not saved.")
    assert not says(unlocked, "weight"), "the lock screen says nothing about health"


def test_a_form_that_was_only_opened_or_saved_is_not_told_of(
    unlocked: MainWindow, qtbot: QtBot
) -> None:
    begin_a_weight(unlocked, qtbot)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    unlocked.lock()
    assert is_locked(unlocked)
    assert not says(unlocked, "is not saved.")


def test_closing_with_a_form_that_was_begun_asks_first(
    opened: MainWindow, qtbot: QtBot, click: Callable[[QWidget], None]
) -> None:
    begin_a_weight(opened, qtbot)
    assert not opened.close()
    (leave,) = [b for b in opened.findChildren(Button) if b.text() == "Close without them"]
    assert says(leave.window(), "What you entered under “Update weight” is not saved.")
    click(leave)
    qtbot.waitUntil(lambda: not opened.isVisible())


def test_without_a_way_back_in_the_diary_stays_open_when_the_computer_locks(
    unlocked: MainWindow, qtbot: QtBot
) -> None:
    before = view_of(unlocked)
    qtbot.waitUntil(lambda: unlocked.findChild(SessionWatch) is not None)
    watch = unlocked.findChild(SessionWatch)
    assert isinstance(watch, SessionWatch)
    before.set_protected(protected=False)
    watch.locked.emit()
    assert view_of(unlocked) is before


def test_an_import_is_use_of_the_diary(
    unlocked: MainWindow, pictures: QMimeData, qtbot: QtBot
) -> None:
    watch = unlocked.findChild(IdleWatch)
    assert isinstance(watch, IdleWatch)
    qtbot.waitUntil(lambda: watch.minutes == 5)
    qtbot.waitUntil(lambda: watch.remaining_ms < 5 * 60_000 - 500)
    before = watch.remaining_ms
    drop(unlocked, pictures)
    qtbot.waitUntil(lambda: watch.remaining_ms > before)


def test_using_the_window_puts_the_lock_off(unlocked: MainWindow, qtbot: QtBot) -> None:
    watch = unlocked.findChild(IdleWatch)
    handle = unlocked.windowHandle()
    assert isinstance(watch, IdleWatch)
    qtbot.waitUntil(lambda: watch.minutes == 5)
    qtbot.waitUntil(lambda: watch.remaining_ms < 5 * 60_000 - 500)
    before = watch.remaining_ms
    QTest.mouseMove(handle, QPoint(400, 300))
    qtbot.waitUntil(lambda: watch.remaining_ms > before)


def test_a_diary_without_a_passphrase_offers_no_lock(opened: MainWindow) -> None:
    assert rail_names(opened) == ["Today", "Photos", "Progress", "Course", "Report", "Settings"]
    QTest.keyClick(opened, Qt.Key.Key_L, CTRL)
    assert is_open(opened)


def test_in_a_narrow_window_the_rail_keeps_its_names_as_tool_tips(
    opened: MainWindow, qtbot: QtBot
) -> None:
    opened.resize(960, 640)
    today = next(
        item for item in opened.findChildren(QToolButton) if item.accessibleName() == "Today"
    )
    qtbot.waitUntil(lambda: today.width() < 60)
    assert today.toolTip() == "Today"
    opened.resize(1280, 832)
    qtbot.waitUntil(lambda: today.width() > 150)


def test_a_full_disk_is_said_on_every_page_until_there_is_room(
    opened: MainWindow, qtbot: QtBot
) -> None:
    view = view_of(opened)
    view.show_page("settings")
    with full_disk(), qtbot.waitSignal(view.session.save_failed):
        write_note(view, TOO_LONG)
    assert says(opened, "Not saved.")
    tab_to("Try again")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not says(opened, "Not saved."))


def test_while_the_disk_is_full_the_diary_neither_locks_nor_closes_by_itself(
    unlocked: MainWindow, qtbot: QtBot
) -> None:
    with full_disk():
        write_note(view_of(unlocked), TOO_LONG)
        unlocked.lock_by_itself("Locked with your computer")
        assert is_open(unlocked)
        assert not unlocked.close()
        question = unlocked.findChild(QMessageBox)
        assert isinstance(question, QMessageBox)
        assert question.text().startswith("Not saved.")
        question.reject()
    unlocked.lock()
    assert is_locked(unlocked)


def test_who_asks_to_lock_while_the_disk_is_full_is_told_that_the_diary_is_still_open(
    unlocked: MainWindow,
) -> None:
    with full_disk():
        write_note(view_of(unlocked), TOO_LONG)
        unlocked.lock()
        assert is_open(unlocked)
        told = unlocked.findChild(QMessageBox)
    assert isinstance(told, QMessageBox)
    assert told.text().startswith("Not saved.")
    assert told.informativeText() == "The diary is still open."


def test_unsaved_answers_are_given_up_only_when_the_patient_says_so(
    opened: MainWindow, qtbot: QtBot, open_folder: Path
) -> None:
    with full_disk():
        write_note(view_of(opened), TOO_LONG)
        opened.close()
        agree = next(
            button
            for button in opened.findChildren(QPushButton)
            if button.text() == "Close without saving"
        )
        agree.click()
        qtbot.waitUntil(lambda: not opened.isVisible())
    Journal.open(open_folder).close()


def test_looking_around_ends_with_a_diary_of_ones_own(
    window: MainWindow, show: Show, qtbot: QtBot
) -> None:
    window.show_welcome()
    show(window)
    tab_to("Look around with sample data")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: is_open(window), timeout=SLOW)
    qtbot.waitUntil(lambda: says(window, "Sample data, nothing is saved."))
    assert window.last_diary() is None
    QTest.keyClick(window, Qt.Key.Key_Comma, CTRL)
    tab_to("Start my diary")
    press(Qt.Key.Key_Return)
    assert isinstance(window.centralWidget(), Welcome)


def test_the_chosen_look_and_the_last_diary_are_remembered(
    opened: MainWindow, open_folder: Path, qapp: QApplication
) -> None:
    theme.current().set_look(theme.Scheme.DARK, 1)
    assert opened.settings.get(SCHEME) == "dark"
    assert opened.last_diary() == open_folder


def test_closing_lets_the_next_program_open_the_diary(
    opened: MainWindow, open_folder: Path
) -> None:
    assert opened.close()
    Journal.open(open_folder).close()


def write_note(view: DiaryView, note: str) -> None:
    view.session.push("notes", partial(_write, note), partial(_write, ""), changed=_nothing)


def _write(note: str, journal: Journal) -> None:
    journal.days.record(TODAY, note=note)


def _nothing() -> None:
    pass


def delete_card(window: MainWindow, qtbot: QtBot) -> DeleteCard:
    """Opened by the patient, who was asked for nothing yet."""
    view_of(window).show_page("settings")
    card = window.findChild(DeleteCard)
    assert isinstance(card, DeleteCard)
    qtbot.waitUntil(card.isVisible)
    (button,) = [b for b in card.findChildren(Button) if b.text() == "Delete this diary…"]
    button.click()
    return card


def press_delete(card: DeleteCard) -> None:
    (button,) = [b for b in card.findChildren(Button) if b.text() == "Delete the diary"]
    button.click()


def test_a_diary_without_a_passphrase_is_deleted_by_a_typed_word(
    opened: MainWindow, open_folder: Path, qtbot: QtBot
) -> None:
    card = delete_card(opened, qtbot)
    assert says(card, "Backups in other places stay")
    qtbot.waitUntil(lambda: says(card, "No backup of this diary is known."))
    assert not card.passphrase.isVisible()
    type_text("delet")
    press_delete(card)
    assert "Type the word “delete”" in card.word.error
    assert open_folder.exists()
    type_text("e")
    press_delete(card)
    qtbot.waitUntil(lambda: isinstance(opened.centralWidget(), Welcome))
    assert not open_folder.exists()
    assert opened.last_diary() is None


def test_only_the_passphrase_deletes_a_diary_that_has_one(
    unlocked: MainWindow, locked: Path, qtbot: QtBot
) -> None:
    card = delete_card(unlocked, qtbot)
    assert not card.word.isVisible()
    type_text("not the passphrase")
    press_delete(card)
    qtbot.waitUntil(lambda: bool(card.passphrase.error), timeout=SLOW)
    assert "didn’t open the diary" in card.passphrase.error
    assert is_open(unlocked)
    card.passphrase.set_text(PASSPHRASE)
    press_delete(card)
    press(Qt.Key.Key_Escape)
    assert says(card, "Backups in other places stay"), "what is being deleted looks cancelled"
    qtbot.waitUntil(lambda: isinstance(unlocked.centralWidget(), Welcome), timeout=SLOW)
    assert not locked.exists()


def test_before_the_diary_goes_its_backups_are_named(
    opened: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    journal = view_of(opened).session.journal
    opened.jobs.wait(lambda: journal.backups.to_file(tmp_path / "kept.skinbackup"))
    card = delete_card(opened, qtbot)
    qtbot.waitUntil(lambda: says(card, "kept.skinbackup, last on 23 November 2026"))
    type_text("delete")
    press_delete(card)
    qtbot.waitUntil(lambda: isinstance(opened.centralWidget(), Welcome))
    assert (tmp_path / "kept.skinbackup").is_file()


def test_escape_takes_the_question_about_the_diary_back(opened: MainWindow, qtbot: QtBot) -> None:
    card = delete_card(opened, qtbot)
    type_text("delete")
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Escape)
    assert not card.word.isVisible()
    assert card.word.text() == ""
    assert is_open(opened)


def test_a_diary_that_could_not_be_deleted_says_so_and_is_still_there(
    opened: MainWindow, open_folder: Path, qtbot: QtBot
) -> None:
    open_folder.with_name(f"{open_folder.name}.being-deleted").write_bytes(b"in the way")
    card = delete_card(opened, qtbot)
    type_text("delete")
    press_delete(card)
    qtbot.waitUntil(lambda: says(opened, "Not saved"))
    Journal.open(open_folder).close()
