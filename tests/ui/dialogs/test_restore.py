"""A backup becomes a diary again from first run and from a diary that does not open."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from diary.domain.photo import DateSource, Photo, Taken, View
from diary.journal import Journal
from diary.ui.dialogs.restore import Restore
from diary.ui.dialogs.trouble import Trouble
from diary.ui.dialogs.welcome import Welcome
from diary.ui.diary_view import DiaryView
from diary.ui.main_window import MainWindow
from tests.ui.conftest import NOW, PASSPHRASE
from tests.ui.keyboard import press, type_text
from tests.ui.seen import SLOW, says

TAKEN = Taken(NOW.date(), None, None, DateSource.TYPED)


def add_photo(journal: Journal, folder: Path) -> Photo:
    Image.new("RGB", (40, 40)).save(folder / "IMG_1.png")
    picture = journal.photos.read(folder / "IMG_1.png")
    return journal.photos.add(picture, view=View.FRONT, taken=TAKEN).photo


@pytest.fixture
def open_mirror(open_folder: Path, usb: Path, tmp_path: Path) -> Path:
    """The mirror of a diary without a passphrase, with one photo and one day."""
    journal = Journal.open(open_folder, clock=lambda: NOW)
    add_photo(journal, tmp_path)
    journal.days.record(NOW.date(), acne=4)
    mirror = journal.backups.mirror(usb).path
    journal.close()
    return mirror


@pytest.fixture
def locked_file(locked: Path, code: str, usb: Path) -> Path:
    """The backup file of a diary with a passphrase."""
    journal = Journal.open(locked, recovery_code=code, clock=lambda: NOW)
    journal.days.record(NOW.date(), acne=4)
    file = journal.backups.to_file(usb / "diary.skinbackup").path
    journal.close()
    return file


@pytest.fixture
def restore(window: MainWindow, show: Callable[[QWidget], None]) -> Restore:
    """The page as first run leads to it."""
    window.show_welcome()
    show(window)
    welcome = window.centralWidget()
    assert isinstance(welcome, Welcome)
    button_of(welcome, "Restore from a backup…").click()
    return shown(window)


def button_of(page: QWidget, text: str) -> QPushButton:
    """The one that can be seen."""
    buttons = page.findChildren(QPushButton)
    return next(one for one in buttons if one.text() == text and one.isVisible())


def shown(window: MainWindow) -> Restore:
    page = window.centralWidget()
    assert isinstance(page, Restore)
    return page


def opens(window: MainWindow, qtbot: QtBot) -> DiaryView:
    qtbot.waitUntil(lambda: isinstance(window.centralWidget(), DiaryView), timeout=SLOW)
    view = window.centralWidget()
    assert isinstance(view, DiaryView)
    return view


def acne(view: DiaryView) -> int | None:
    session = view.session
    return session.jobs.wait(lambda: session.journal.days.get(NOW.date()).acne)


def test_a_mirror_without_a_passphrase_is_restored_and_opens(
    window: MainWindow, restore: Restore, open_mirror: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    assert not restore.button.isEnabled()
    restore.choice.choose(str(open_mirror.parent))
    qtbot.waitUntil(restore.button.isEnabled)
    assert not restore.secret.isVisible()
    restore.button.click()
    view = opens(window, qtbot)
    assert acne(view) == 4
    assert view.session.journal.folder == tmp_path / "new.skindiary"
    assert window.last_diary() == tmp_path / "new.skindiary"


def test_a_backup_file_is_restored_by_its_passphrase_and_a_wrong_one_is_named(
    window: MainWindow, restore: Restore, locked_file: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    restore.choice.choose(str(locked_file))
    qtbot.waitUntil(restore.secret.isVisible)
    type_text("not the passphrase")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: says(restore, "That passphrase didn’t open"), timeout=SLOW)
    assert not (tmp_path / "new.skindiary").exists()
    restore.secret.passphrase_field.edit.setText(PASSPHRASE)
    restore.button.click()
    assert acne(opens(window, qtbot)) == 4


def test_a_backup_file_is_restored_by_its_recovery_code(
    window: MainWindow, restore: Restore, locked_file: Path, code: str, qtbot: QtBot
) -> None:
    restore.choice.choose(str(locked_file))
    qtbot.waitUntil(restore.secret.isVisible)
    restore.secret.other.click()
    type_text(code)
    restore.button.click()
    assert acne(opens(window, qtbot)) == 4


def test_another_place_is_restored_into(
    window: MainWindow, restore: Restore, open_mirror: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "elsewhere").mkdir()
    restore.put_into(tmp_path / "elsewhere")
    restore.choice.choose(str(open_mirror))
    qtbot.waitUntil(restore.button.isEnabled)
    restore.button.click()
    view = opens(window, qtbot)
    assert view.session.journal.folder == tmp_path / "elsewhere" / "new.skindiary"


def test_a_folder_that_is_taken_stays_as_it_is(
    restore: Restore, open_mirror: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "new.skindiary").mkdir()
    restore.choice.choose(str(open_mirror))
    qtbot.waitUntil(restore.button.isEnabled)
    restore.button.click()
    qtbot.waitUntil(lambda: says(restore, "already exists"))
    assert list((tmp_path / "new.skindiary").iterdir()) == []


def test_what_is_no_backup_is_said_at_once(restore: Restore, usb: Path, qtbot: QtBot) -> None:
    restore.choice.choose(str(usb))
    qtbot.waitUntil(lambda: says(restore, "There is no backup in"))
    assert not restore.button.isEnabled()


def test_missing_photos_are_named_and_the_rest_can_be_restored(
    window: MainWindow, restore: Restore, open_mirror: Path, qtbot: QtBot
) -> None:
    (photo,) = open_mirror.glob("objects/*/*.age")
    photo.unlink()
    restore.choice.choose(str(open_mirror))
    qtbot.waitUntil(restore.button.isEnabled)
    restore.button.click()
    qtbot.waitUntil(lambda: says(restore, "IMG_1.png of 2026-11-23"))
    restore.problem.link_activated.emit()
    assert acne(opens(window, qtbot)) == 4


def test_back_leads_to_first_run_again(window: MainWindow, restore: Restore) -> None:
    restore.back.click()
    assert isinstance(window.centralWidget(), Welcome)


def test_a_diary_that_does_not_open_offers_its_own_last_copy(
    window: MainWindow, open_folder: Path, qtbot: QtBot, show: Callable[[QWidget], None]
) -> None:
    journal = Journal.open(open_folder, clock=lambda: NOW)
    journal.days.record(NOW.date(), acne=4)
    journal.close()
    (open_folder / "diary.db").write_bytes(b"scribble" * 1000)
    show(window)
    window.open_diary(open_folder)
    qtbot.waitUntil(lambda: isinstance(window.centralWidget(), Trouble))
    trouble = window.centralWidget()
    assert isinstance(trouble, Trouble)
    button_of(trouble, "Restore from a backup…").click()
    page = shown(window)
    page.choice.own.click()
    qtbot.waitUntil(page.button.isEnabled)
    page.button.click()
    assert acne(opens(window, qtbot)) == 4
    assert (open_folder / "diary.db").read_bytes() == b"scribble" * 1000


def test_an_earlier_state_is_told_when_the_newest_has_not_arrived(
    window: MainWindow,
    restore: Restore,
    open_mirror: Path,
    open_folder: Path,
    qtbot: QtBot,
    told: list[str],
) -> None:
    journal = Journal.open(open_folder, clock=lambda: NOW)
    journal.days.record(NOW.date(), acne=5)
    journal.backups.mirror(open_mirror)
    journal.close()
    max((open_mirror / "snapshots").iterdir()).write_bytes(b"")
    restore.choice.choose(str(open_mirror))
    qtbot.waitUntil(restore.button.isEnabled)
    restore.button.click()
    assert acne(opens(window, qtbot)) == 4
    assert "an earlier one was restored" in told[0]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sentences of messages over the window."""
    sentences: list[str] = []
    monkeypatch.setattr("diary.ui.messages.show", lambda message: sentences.append(message.text()))
    return sentences


def test_closing_the_window_ends_a_restore_and_leaves_nothing(
    window: MainWindow, restore: Restore, open_mirror: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    restore.choice.choose(str(open_mirror))
    qtbot.waitUntil(restore.button.isEnabled)
    restore.button.click()
    window.close()
    left = [path.name for path in tmp_path.iterdir() if path.name.startswith("new.skindiary")]
    assert left in ([], ["new.skindiary"])
