"""A diary that this computer remembers: every way in which its keyring may disappoint."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from diary.journal import Journal, keep_key, ways_into
from diary.store import device
from diary.ui.dialogs.unlock import Unlock
from diary.ui.main_window import MainWindow
from diary.ui.settings import Settings
from tests import keyrings
from tests.ui.conftest import NOW, PASSPHRASE
from tests.ui.keyboard import press, type_text
from tests.ui.seen import SLOW, is_locked, is_open, says

ENTER, CTRL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier

Show = Callable[[QWidget], None]


@pytest.fixture
def remembered(locked: Path, ring: keyrings.Working) -> Path:
    """A closed diary that the keyring knows."""
    journal = Journal.open(locked, passphrase=PASSPHRASE)
    journal.access.remember(keep_key(journal.access.ways().diary_id).result())
    journal.close()
    return locked


@pytest.fixture
def start(
    remembered: Path, tmp_path: Path, show: Show, qapp: QApplication
) -> Iterator[Callable[[], MainWindow]]:
    """Start the program, as often as asked, with the settings of the last time."""
    with ExitStack() as leaving:

        def open_window() -> MainWindow:
            settings = Settings(tmp_path / "window.ini")
            window = MainWindow(settings, lambda: tmp_path / "new", leaving, lambda: NOW)
            leaving.callback(window.close)
            window.start_with(remembered)
            show(window)
            return window

        yield open_window


def enter_passphrase(window: MainWindow, qtbot: QtBot) -> None:
    unlock = window.centralWidget()
    assert isinstance(unlock, Unlock)
    unlock.first.setFocus()
    type_text(PASSPHRASE)
    press(ENTER)
    qtbot.waitUntil(lambda: is_open(window), timeout=SLOW)


def test_the_program_starts_in_the_diary(start: Callable[[], MainWindow], qtbot: QtBot) -> None:
    window = start()
    qtbot.waitUntil(lambda: is_open(window))


def test_a_locked_diary_asks_for_the_passphrase_even_after_a_restart(
    start: Callable[[], MainWindow], ring: keyrings.Working, qtbot: QtBot
) -> None:
    window = start()
    qtbot.waitUntil(lambda: is_open(window))
    before = ring.asked
    QTest.keyClick(window, Qt.Key.Key_L, CTRL)
    assert is_locked(window)
    window.close()
    again = start()
    assert is_locked(again)
    enter_passphrase(again, qtbot)
    assert ring.asked == before
    again.close()
    third = start()
    qtbot.waitUntil(lambda: is_open(third))


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (keyrings.Working, "no longer knows this diary"),
        (keyrings.Locked, "is locked or did not answer"),
        (keyrings.Plaintext, "no keyring that Skin Diary can trust"),
        (null.Keyring, "no keyring that Skin Diary can trust"),
        (fail.Keyring, "no keyring that Skin Diary can trust"),
    ],
)
def test_a_keyring_that_does_not_help_is_a_quiet_line_and_the_passphrase_opens(
    start: Callable[[], MainWindow], qtbot: QtBot, kind: type[KeyringBackend], words: str
) -> None:
    with keyrings.own(kind()):
        window = start()
        qtbot.waitUntil(lambda: says(window, words))
        assert says(window, "Please type your passphrase.")
        enter_passphrase(window, qtbot)


def test_a_keyring_that_hangs_keeps_nobody_waiting(
    start: Callable[[], MainWindow], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with keyrings.own(keyrings.Hanging()):
        window = start()
        assert says(window, "Asking the keyring of this computer…")
        enter_passphrase(window, qtbot)
        window.close()


def test_a_key_that_was_changed_is_forgotten_once_the_passphrase_opened(
    start: Callable[[], MainWindow], ring: keyrings.Working, remembered: Path, qtbot: QtBot
) -> None:
    name = ways_into(remembered).diary_id
    ring.set_password(device.SERVICE, name, "A" * 43 + "=")
    window = start()
    qtbot.waitUntil(lambda: says(window, "no longer opens the diary"))
    enter_passphrase(window, qtbot)
    assert not ways_into(remembered).remembered


def test_a_keyring_that_is_only_out_of_reach_today_is_asked_again(
    start: Callable[[], MainWindow], remembered: Path, qtbot: QtBot
) -> None:
    with keyrings.own(keyrings.Locked()):
        window = start()
        qtbot.waitUntil(lambda: says(window, "is locked or did not answer"))
        enter_passphrase(window, qtbot)
        window.close()
    assert ways_into(remembered).remembered
    again = start()
    qtbot.waitUntil(lambda: is_open(again))
