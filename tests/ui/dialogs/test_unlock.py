"""The ways into a locked diary, and what is said when one does not open it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from diary import errors
from diary.errors import DiaryError
from diary.journal import Journal, new_recovery_code, ways_into
from diary.ui.dialogs.trouble import Trouble
from diary.ui.dialogs.unlock import Unlock
from diary.ui.main_window import MainWindow
from diary.ui.wrong_tries import WrongTries
from tests.ui.conftest import NOW, PASSPHRASE
from tests.ui.keyboard import focused, name_of, press, tab_to, type_text
from tests.ui.seen import SLOW, is_open, says

ENTER = Qt.Key.Key_Return
NEW_PASSPHRASE = "seven quiet otters"  # noqa: S105 - of a diary made up for the tests


@pytest.fixture
def unlock(
    window: MainWindow, locked: Path, show: Callable[[QWidget], None], qapp: QApplication
) -> Unlock:
    window.open_diary(locked)
    show(window)
    shown = window.centralWidget()
    assert isinstance(shown, Unlock)
    return shown


def words_of_buttons(screen: QWidget) -> str:
    return " ".join(b.text() for b in screen.findChildren(QAbstractButton)).casefold()


def test_the_lock_screen_says_nothing_about_health(window: MainWindow, unlock: Unlock) -> None:
    assert window.windowTitle() == "Skin Diary"
    shown = " ".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())
    assert "Skin Diary is locked" in shown
    assert "isotretinoin" not in shown.casefold()


def test_the_passphrase_and_enter_open_the_diary(
    window: MainWindow, unlock: Unlock, qtbot: QtBot
) -> None:
    type_text(PASSPHRASE)
    press(ENTER)
    assert not unlock.passphrase.button.isEnabled()
    qtbot.waitUntil(lambda: is_open(window), timeout=SLOW)


def test_a_wrong_passphrase_is_said_in_place_and_can_be_typed_again(
    window: MainWindow, unlock: Unlock, qtbot: QtBot
) -> None:
    type_text("correct horse batteries")
    press(ENTER)
    sentence = "That passphrase didn’t open the diary. Check Caps Lock and try again."
    qtbot.waitUntil(lambda: says(window, sentence), timeout=SLOW)
    assert name_of(focused()) == "Passphrase"
    type_text(PASSPHRASE)
    press(ENTER)
    qtbot.waitUntil(lambda: is_open(window), timeout=SLOW)


def test_the_recovery_code_opens_the_diary_and_sets_a_new_passphrase(
    window: MainWindow, unlock: Unlock, qtbot: QtBot, code: str, locked: Path
) -> None:
    tab_to("Use the recovery code…")
    press(ENTER)
    type_text("".join(code.split()))
    press(ENTER)
    qtbot.waitUntil(lambda: says(window, "Choose a new passphrase"), timeout=SLOW)
    type_text(NEW_PASSPHRASE)
    press(ENTER)
    type_text(NEW_PASSPHRASE)
    press(ENTER)
    qtbot.waitUntil(lambda: is_open(window), timeout=SLOW)
    window.close()
    Journal.open(locked, passphrase=NEW_PASSPHRASE).close()


def test_the_new_passphrase_must_be_typed_twice_alike(
    window: MainWindow, unlock: Unlock, qtbot: QtBot, code: str
) -> None:
    unlock.passphrase.forgotten.emit()
    unlock.forgotten.recovery.entered.emit(code)
    qtbot.waitUntil(lambda: says(window, "Choose a new passphrase"), timeout=SLOW)
    type_text(NEW_PASSPHRASE)
    press(ENTER)
    type_text("seven quiet otter")
    press(ENTER)
    assert says(window, "The two passphrases are not the same.")
    assert not is_open(window)


def test_a_typing_mistake_in_the_code_is_named_by_its_group_as_it_is_typed(
    window: MainWindow, unlock: Unlock, code: str
) -> None:
    tab_to("Use the recovery code…")
    press(ENTER)
    groups = code.split()
    groups[2] = groups[2][:-1] + str((int(groups[2][-1]) + 1) % 10)
    type_text(groups[0])
    type_text(groups[1])
    assert name_of(focused()) == "Group 3 of 8"
    assert not says(window, "typing mistake")
    type_text(groups[2])
    assert says(window, "Group 3 has a typing mistake. Check it on your paper.")
    assert name_of(focused()) == "Group 3 of 8"


def test_a_code_pasted_into_the_first_group_fills_all_of_them(
    unlock: Unlock, code: str, qapp: QApplication
) -> None:
    unlock.passphrase.forgotten.emit()
    qapp.clipboard().setText(code)
    unlock.forgotten.recovery.groups[0].paste()
    qapp.clipboard().clear()
    assert [group.text() for group in unlock.forgotten.recovery.groups] == code.split()


def test_the_code_of_another_diary_is_refused_in_place(
    window: MainWindow, unlock: Unlock, qtbot: QtBot
) -> None:
    unlock.passphrase.forgotten.emit()
    unlock.forgotten.recovery.entered.emit(new_recovery_code())
    qtbot.waitUntil(lambda: says(window, "belongs to another diary"), timeout=SLOW)
    assert unlock.forgotten.recovery.button.isEnabled()


@pytest.mark.parametrize("hurt", ["damaged", "missing"])
def test_a_damaged_or_missing_key_file_is_not_called_a_wrong_passphrase(
    window: MainWindow, locked: Path, show: Callable[[QWidget], None], hurt: str
) -> None:
    for name in ("keys.json", "keys.json.bak"):
        if hurt == "damaged":
            (locked / name).write_bytes(b"\0" * 100)
        else:
            (locked / name).unlink()
    window.open_diary(locked)
    show(window)
    trouble = window.centralWidget()
    assert isinstance(trouble, Trouble)
    assert not says(window, "passphrase didn’t open")
    assert not [word for word in ("delete", "erase", "remove") if word in words_of_buttons(trouble)]


@pytest.mark.parametrize(
    ("hurt", "sentence"),
    [
        ({"keys.json": b"scribble", "keys.json.bak": b"scribble"}, "keys.json is damaged"),
        ({"keys.json": None, "keys.json.bak": None}, "The key file keys.json is missing from"),
        ({"diary.db": None}, "The file diary.db is missing from"),
        ({"diary.db": b"scribble" * 1000}, "diary.db is damaged"),
        ({"diary.db": b"SQLite format 3\0" + bytes(4080)}, "is not encrypted"),
    ],
)
def test_each_thing_that_keeps_a_diary_shut_has_its_sentence_and_nothing_offers_to_delete_it(
    window: MainWindow,
    locked: Path,
    show: Callable[[QWidget], None],
    qtbot: QtBot,
    hurt: dict[str, bytes | None],
    sentence: str,
) -> None:
    for name, content in hurt.items():
        (locked / name).unlink()
        if content is not None:
            (locked / name).write_bytes(content)
    before = sorted(path.name for path in locked.iterdir())
    window.open_diary(locked)
    show(window)
    if isinstance(window.centralWidget(), Unlock):
        type_text(PASSPHRASE)
        press(ENTER)
    qtbot.waitUntil(lambda: isinstance(window.centralWidget(), Trouble), timeout=SLOW)
    trouble = window.centralWidget()
    assert isinstance(trouble, Trouble)
    assert sentence in trouble.notice.accessibleName()
    assert not says(window, "passphrase didn’t open")
    words = words_of_buttons(trouble)
    assert "try again" in words
    assert not [word for word in ("delete", "erase", "remove", "overwrite") if word in words]
    assert set(before) <= {path.name for path in locked.iterdir()}


def test_a_diary_open_elsewhere_is_said_and_opens_once_it_is_free(
    window: MainWindow, open_folder: Path, show: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    elsewhere = Journal.open(open_folder)
    window.open_diary(open_folder)
    show(window)
    qtbot.waitUntil(lambda: isinstance(window.centralWidget(), Trouble))
    elsewhere.close()
    tab_to("Try again")
    press(ENTER)
    qtbot.waitUntil(lambda: is_open(window))


def test_a_diary_that_is_not_there_offers_another_folder_or_a_new_start(
    window: MainWindow, tmp_path: Path, show: Callable[[QWidget], None]
) -> None:
    window.open_diary(tmp_path / "nowhere.skindiary")
    show(window)
    tab_to("Open a diary in another folder…")
    tab_to("Start a new diary")


def test_a_fitting_code_opens_nothing_before_there_is_a_new_passphrase(
    window: MainWindow, unlock: Unlock, qtbot: QtBot, code: str, locked: Path
) -> None:
    unlock.passphrase.forgotten.emit()
    unlock.forgotten.recovery.entered.emit(code)
    qtbot.waitUntil(lambda: says(window, "Choose a new passphrase"), timeout=SLOW)
    Journal.open(locked, passphrase=PASSPHRASE).close()


def test_a_new_passphrase_can_be_left_for_the_one_that_came_back_to_mind(
    window: MainWindow, unlock: Unlock, qtbot: QtBot, code: str
) -> None:
    unlock.passphrase.forgotten.emit()
    unlock.forgotten.recovery.entered.emit(code)
    qtbot.waitUntil(lambda: says(window, "Choose a new passphrase"), timeout=SLOW)
    type_text(NEW_PASSPHRASE)
    labels = unlock.forgotten.reset.findChildren(QLabel)
    tip = next(label for label in labels if "Strong." in label.text())
    assert tip.width() >= tip.minimumSizeHint().width()
    tab_to("Use the passphrase")
    press(ENTER)
    assert says(window, "Skin Diary is locked")
    assert unlock.forgotten.reset.fields.text() == ""
    type_text(PASSPHRASE)
    press(ENTER)
    qtbot.waitUntil(lambda: is_open(window), timeout=SLOW)


def test_a_code_that_is_left_alone_is_forgotten(
    window: MainWindow, unlock: Unlock, qtbot: QtBot, code: str
) -> None:
    tab_to("Use the recovery code…")
    press(ENTER)
    type_text("".join(code.split()))
    press(ENTER)
    qtbot.waitUntil(lambda: says(window, "Choose a new passphrase"), timeout=SLOW)
    type_text(NEW_PASSPHRASE)
    assert unlock.forgotten.idle.minutes == 5
    unlock.forgotten.idle.idle.emit()
    assert says(window, "Skin Diary is locked")
    assert not any(group.text() for group in unlock.forgotten.recovery.groups)
    assert unlock.forgotten.reset.fields.text() == ""


def test_from_the_fifth_wrong_try_there_is_a_pause_with_a_countdown_in_words(
    window: MainWindow, locked: Path, show: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    seconds = [100.0]
    tries = WrongTries(window.settings, "a-diary", lambda: NOW, lambda: seconds[0])
    for _ in range(4):
        tries.note()
    unlock = Unlock(window.jobs, locked, lambda: NOW, tries)
    window.setCentralWidget(unlock)
    show(window)
    unlock.first.setFocus()
    assert unlock.passphrase.button.isEnabled()
    type_text("correct horse batteries")
    press(ENTER)
    qtbot.waitUntil(
        lambda: says(window, "5 tries didn’t open the diary. You can try again in 5 seconds."),
        timeout=SLOW,
    )
    press(ENTER)
    assert not unlock.passphrase.busy
    assert unlock.passphrase.forgot.isEnabled()
    seconds[0] += 4
    tries.timer.timeout.emit()
    assert says(window, "You can try again in 1 second.")
    seconds[0] += 1
    tries.timer.timeout.emit()
    assert not says(window, "You can try again")
    type_text(PASSPHRASE)
    press(ENTER)
    qtbot.waitUntil(lambda: tries.wrong == 0, timeout=SLOW)


def test_a_pause_goes_on_after_a_restart(
    window: MainWindow, locked: Path, show: Callable[[QWidget], None]
) -> None:
    tries = WrongTries(window.settings, ways_into(locked).diary_id, lambda: NOW)
    for _ in range(12):
        tries.note()
    window.open_diary(locked)
    show(window)
    unlock = window.centralWidget()
    assert isinstance(unlock, Unlock)
    assert says(window, "12 tries didn’t open the diary. You can try again in 5 minutes.")
    assert not unlock.passphrase.button.isEnabled()


def kinds_of(error: type[DiaryError]) -> list[type[DiaryError]]:
    return [error, *(kind for child in error.__subclasses__() for kind in kinds_of(child))]


@pytest.mark.parametrize(
    "kind",
    [kind for kind in kinds_of(DiaryError) if kind.__module__ == errors.__name__],
)
def test_no_screen_about_a_diary_that_does_not_open_offers_to_delete_anything(
    qapp: QApplication, kind: type[DiaryError]
) -> None:
    trouble = Trouble(kind("The diary does not open."))
    words = words_of_buttons(trouble)
    assert "try again" in words
    assert not [word for word in ("delete", "erase", "remove", "reset") if word in words]
    trouble.deleteLater()
