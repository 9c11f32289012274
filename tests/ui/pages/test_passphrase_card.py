"""The ways into a diary, changed by real clicks and keys in the real window."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QWidget
from pytestqt.qtbot import QtBot

from diary.errors import WrongPassphrase, WrongRecoveryCode
from diary.journal import Journal, check_recovery_code, needs_passphrase, ways_into
from diary.ui.dialogs.new_code import NewCode
from diary.ui.dialogs.unlock import Unlock
from diary.ui.diary_view import DiaryView
from diary.ui.idle import IdleWatch
from diary.ui.jobs import alive
from diary.ui.main_window import MainWindow
from diary.ui.pages.settings import SettingsPage
from diary.ui.widgets.password_field import PasswordField
from tests import keyrings
from tests.ui.conftest import PASSPHRASE
from tests.ui.keyboard import press, type_text
from tests.ui.seen import SLOW, says

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
CTRL = Qt.KeyboardModifier.ControlModifier
NEW = "seven quiet otters"

Click = Callable[[QWidget], None]
Show = Callable[[QWidget], None]


@pytest.fixture
def settings(
    window: MainWindow, show: Show, qtbot: QtBot, ring: keyrings.Working
) -> Callable[[Path], SettingsPage]:
    """The Settings page of a diary, in the window."""

    def open_settings(diary: Path) -> SettingsPage:
        show(window)
        opened = window.jobs.wait(partial(Journal.open, diary, passphrase=PASSPHRASE))
        window.show_diary(opened)
        view = window.centralWidget()
        assert isinstance(view, DiaryView)
        view.show_page("settings")
        page = view.page
        assert isinstance(page, SettingsPage)
        qtbot.waitUntil(page.passphrase.isVisible)
        return page

    return open_settings


@pytest.fixture
def protected(settings: Callable[[Path], SettingsPage], locked: Path) -> SettingsPage:
    return settings(locked)


@pytest.fixture
def unprotected(settings: Callable[[Path], SettingsPage], open_folder: Path) -> SettingsPage:
    return settings(open_folder)


def button(inside: QWidget, text: str) -> QAbstractButton:
    (found,) = [b for b in inside.findChildren(QAbstractButton) if b.text() == text]
    return found


def dialog_of(page: SettingsPage, qtbot: QtBot) -> QDialog:
    dialog = page.findChild(QDialog)
    assert isinstance(dialog, QDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def type_into(dialog: QDialog, name: str, text: str) -> None:
    (field,) = [f for f in dialog.findChildren(PasswordField) if f.edit.accessibleName() == name]
    field.setFocus()
    type_text(text)


def finish_code(dialog: QDialog, click: Click) -> str:
    """Do what is asked before a new code counts; returns the code."""
    made = dialog.findChild(NewCode)
    assert isinstance(made, NewCode)
    for place, field in zip(made.typed_back.places, made.typed_back.fields, strict=True):
        field.setFocus()
        type_text(made.code.split()[place])
    click(made.written_down)
    return made.code


def wait_for(page: SettingsPage, qtbot: QtBot, sentence: str) -> None:
    qtbot.waitUntil(lambda: says(page.passphrase, sentence), timeout=SLOW)


def test_the_passphrase_is_changed_with_the_one_of_now(
    protected: SettingsPage, window: MainWindow, locked: Path, click: Click, qtbot: QtBot
) -> None:
    click(protected.passphrase.change)
    dialog = dialog_of(protected, qtbot)
    assert says(dialog, "Backups made before today still open with the old passphrase.")
    type_into(dialog, "Passphrase now", PASSPHRASE)
    press(ENTER)
    type_text(NEW)
    press(ENTER)
    type_text(NEW)
    press(ENTER)
    wait_for(protected, qtbot, "The passphrase was changed.")
    window.close()
    Journal.open(locked, passphrase=NEW).close()
    with pytest.raises(WrongPassphrase):
        Journal.open(locked, passphrase=PASSPHRASE)


def test_a_wrong_passphrase_changes_nothing_and_is_said_in_its_field(
    protected: SettingsPage, window: MainWindow, locked: Path, click: Click, qtbot: QtBot
) -> None:
    click(protected.passphrase.remove)
    dialog = dialog_of(protected, qtbot)
    type_into(dialog, "Passphrase now", "correct horse batteries")
    press(ENTER)
    qtbot.waitUntil(lambda: says(dialog, "That passphrase didn’t open the diary."), timeout=SLOW)
    assert needs_passphrase(locked)
    press(ESC)
    press(ESC)
    assert not dialog.isVisible()
    window.close()
    Journal.open(locked, passphrase=PASSPHRASE).close()


def test_what_is_missing_is_pointed_out_before_anything_is_done(
    protected: SettingsPage, click: Click, qtbot: QtBot
) -> None:
    click(protected.passphrase.renew)
    dialog = dialog_of(protected, qtbot)
    click(button(dialog, "Use the new code"))
    assert says(dialog, "Type the passphrase you have now.")
    type_into(dialog, "Passphrase now", PASSPHRASE)
    click(button(dialog, "Use the new code"))
    assert says(dialog, "of the recovery code from your paper.")


def test_a_renewed_recovery_code_replaces_the_old_one_only_at_the_end(
    protected: SettingsPage, locked: Path, code: str, click: Click, qtbot: QtBot
) -> None:
    click(protected.passphrase.renew)
    dialog = dialog_of(protected, qtbot)
    type_into(dialog, "Passphrase now", PASSPHRASE)
    renewed = finish_code(dialog, click)
    check_recovery_code(locked, code)
    click(button(dialog, "Use the new code"))
    wait_for(protected, qtbot, "The old one no longer does: destroy it.")
    check_recovery_code(locked, renewed)
    with pytest.raises(WrongRecoveryCode):
        check_recovery_code(locked, code)


def test_a_cancelled_renewal_leaves_the_old_code(
    protected: SettingsPage, locked: Path, code: str, click: Click, qtbot: QtBot
) -> None:
    click(protected.passphrase.renew)
    dialog = dialog_of(protected, qtbot)
    finish_code(dialog, click)
    click(button(dialog, "Cancel"))
    assert not dialog.isVisible()
    check_recovery_code(locked, code)


def test_a_diary_without_a_passphrase_gets_one_and_locks_from_then_on(
    unprotected: SettingsPage,
    window: MainWindow,
    open_folder: Path,
    click: Click,
    qtbot: QtBot,
) -> None:
    assert says(window, "Anyone who can use this account can read this diary.")
    click(unprotected.passphrase.add_one)
    dialog = dialog_of(unprotected, qtbot)
    assert says(dialog, "Copies and backups made before today still open without a passphrase.")
    type_into(dialog, "Passphrase", NEW)
    press(ENTER)
    type_text(NEW)
    code = finish_code(dialog, click)
    click(button(dialog, "Add passphrase"))
    wait_for(unprotected, qtbot, "The diary now asks for the passphrase and locks itself.")
    check_recovery_code(open_folder, code)
    assert says(window, "Encrypted, kept on this computer only")
    watch = window.findChild(IdleWatch)
    assert isinstance(watch, IdleWatch)
    qtbot.waitUntil(lambda: watch.minutes == 5)
    with qtbot.waitActive(window):
        window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_L, CTRL)
    assert isinstance(window.centralWidget(), Unlock)


def test_a_removed_passphrase_is_said_everywhere_and_nothing_locks_any_more(
    protected: SettingsPage,
    window: MainWindow,
    locked: Path,
    click: Click,
    qtbot: QtBot,
    ring: keyrings.Working,
) -> None:
    remember(protected, click, qtbot)
    click(protected.passphrase.remove)
    dialog = dialog_of(protected, qtbot)
    assert says(dialog, "Anyone who can use this account can read this diary.")
    assert says(dialog, "Backups made before today still open with the passphrase of their day.")
    type_into(dialog, "Passphrase now", PASSPHRASE)
    press(ENTER)
    wait_for(protected, qtbot, "The passphrase was removed.")
    qtbot.waitUntil(lambda: not ring.kept)
    qtbot.waitUntil(protected.passphrase.add_one.isVisible)
    with qtbot.waitActive(window):
        window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_L, CTRL)
    assert isinstance(window.centralWidget(), DiaryView)
    assert not protected.idle.isVisible()
    window.close()
    Journal.open(locked).close()


def remember(page: SettingsPage, click: Click, qtbot: QtBot) -> None:
    click(page.passphrase.remember)
    assert not page.passphrase.remember.isChecked()
    type_into(dialog_of(page, qtbot), "Passphrase now", PASSPHRASE)
    press(ENTER)
    qtbot.waitUntil(page.passphrase.remember.isChecked, timeout=SLOW)
    qtbot.waitUntil(lambda: page.findChild(QDialog) is None)


def test_the_computer_remembers_the_diary_until_the_switch_is_off(
    protected: SettingsPage,
    locked: Path,
    click: Click,
    qtbot: QtBot,
    ring: keyrings.Working,
) -> None:
    remember(protected, click, qtbot)
    assert ways_into(locked).remembered
    assert len(ring.kept) == 1
    click(protected.passphrase.remember)
    wait_for(protected, qtbot, "This computer no longer remembers the diary.")
    assert not ways_into(locked).remembered
    qtbot.waitUntil(lambda: not ring.kept)
    assert not protected.passphrase.remember.isChecked()


def test_a_keyring_that_does_not_keep_the_key_leaves_the_switch_off(
    protected: SettingsPage, locked: Path, click: Click, qtbot: QtBot
) -> None:
    with keyrings.own(keyrings.Forgetful()):
        click(protected.passphrase.remember)
        dialog = dialog_of(protected, qtbot)
        type_into(dialog, "Passphrase now", PASSPHRASE)
        press(ENTER)
        qtbot.waitUntil(lambda: says(dialog, "did not keep what it was given."), timeout=SLOW)
    press(ESC)
    press(ESC)
    assert not protected.passphrase.remember.isChecked()
    assert not ways_into(locked).remembered


def test_locking_leaves_no_dialog_behind(
    protected: SettingsPage, window: MainWindow, click: Click, qtbot: QtBot
) -> None:
    click(protected.passphrase.renew)
    dialog = dialog_of(protected, qtbot)
    window.lock()
    qtbot.waitUntil(lambda: not alive(dialog))
    assert window.findChild(QDialog) is None


def test_the_sample_offers_no_passphrase(window: MainWindow, show: Show, qtbot: QtBot) -> None:
    window.show_sample()
    show(window)
    qtbot.waitUntil(lambda: isinstance(window.centralWidget(), DiaryView), timeout=SLOW)
    view = window.centralWidget()
    assert isinstance(view, DiaryView)
    view.show_page("settings")
    page = view.page
    assert isinstance(page, SettingsPage)
    qtbot.waitUntil(page.tracking.isVisible)
    assert not page.passphrase.isVisible()
