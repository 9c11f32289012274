"""A whole diary is deleted by who may, after its backups are named."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from diary.journal import Journal
from diary.ui.dialogs.welcome import Welcome
from diary.ui.main_window import MainWindow
from diary.ui.pages.settings.delete_card import DeleteCard
from diary.ui.widgets.button import Button
from tests.ui.conftest import PASSPHRASE
from tests.ui.keyboard import press, type_text
from tests.ui.seen import SLOW, is_open, says, view_of


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
