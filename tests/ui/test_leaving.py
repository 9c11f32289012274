"""What locking and closing save, ask first and leave behind."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from diary.journal import Journal
from diary.ui import messages
from diary.ui.dialogs.import_review import Review
from diary.ui.dialogs.import_review.table import DraftTable
from diary.ui.idle import IdleWatch
from diary.ui.jobs import alive
from diary.ui.main_window import MainWindow
from diary.ui.pages.course.question_row import QuestionRow
from diary.ui.pages.today.typed import TypedNote
from diary.ui.session_lock import SessionWatch
from diary.ui.widgets.button import Button
from diary.ui.widgets.chip import Chip
from tests.pictures.phone import photo
from tests.ui.conftest import PASSPHRASE
from tests.ui.keyboard import press, tab_to, type_text
from tests.ui.seen import is_locked, says, view_of

CTRL = Qt.KeyboardModifier.ControlModifier


def over(window: MainWindow) -> list[QWidget]:
    """What is shown besides the window itself."""
    return [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not window]


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
        file.write_bytes(photo(Image.new("RGB", (64, 64), (200, 180, 40 * number))))
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


def test_locking_over_photos_that_are_looked_at_leaves_nothing_of_them(
    unlocked: MainWindow, pictures: QMimeData, qtbot: QtBot
) -> None:
    drop(unlocked, pictures)
    qtbot.waitUntil(lambda: bool(unlocked.findChildren(Review)), timeout=20_000)
    (table,) = unlocked.findChildren(Review)
    unlocked.lock_by_itself("Locked with your computer")
    qtbot.waitUntil(lambda: not alive(table))
    qtbot.waitUntil(lambda: says(unlocked, "4 photos are not in your diary yet."))


def test_locking_over_photos_that_were_corrected_asks_nothing_and_shows_none_of_them(
    unlocked: MainWindow, pictures: QMimeData, qtbot: QtBot
) -> None:
    drop(unlocked, pictures)
    qtbot.waitUntil(lambda: bool(unlocked.findChildren(Review)), timeout=20_000)
    (table,) = unlocked.findChildren(Review)
    (rows,) = table.findChildren(DraftTable)
    QTest.keyClick(rows, Qt.Key.Key_2)
    unlocked.lock_by_itself("Locked with your computer")
    assert over(unlocked) == []
    qtbot.waitUntil(lambda: not alive(table))


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
    messages.confirm(view.page, "Delete this photo? Front, acne 4", "Delete", lambda: None)
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
