"""Settings: back up, test the backup, check the diary and bring back what is hurt."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from diary.domain.backup import BackupEvery
from diary.domain.photo import DateSource, Photo, Taken, View
from diary.domain.preferences import Preferences
from diary.journal import Journal
from diary.ui.dialogs.import_review import Review
from diary.ui.dialogs.import_review.forms import SetDate
from diary.ui.dialogs.import_review.table import DraftTable
from diary.ui.jobs import Jobs
from diary.ui.pages.settings import SettingsPage
from diary.ui.session import Session
from diary.ui.widgets.button import Button
from diary.ui.widgets.date_field import DateField
from diary.ui.widgets.notice import Notice
from tests.ui.conftest import NOW, PASSPHRASE
from tests.ui.keyboard import press, tab_to, type_text
from tests.ui.seen import says

TODAY = NOW.date()


@pytest.fixture
def page(session: Session, show: Callable[[QWidget], None], qtbot: QtBot) -> SettingsPage:
    return shown(session, show, qtbot)


def shown(session: Session, show: Callable[[QWidget], None], qtbot: QtBot) -> SettingsPage:
    page = SettingsPage(session)
    page.resize(1280, 900)
    show(page)
    page.enter()
    qtbot.waitUntil(lambda: says(page, "backup"))
    page.tracking.first.setFocus()
    return page


def stored(session: Session) -> Preferences:
    return session.jobs.wait(session.journal.preferences)


def add_photo(session: Session, folder: Path, name: str = "IMG_1.png") -> Photo:
    Image.new("RGB", (40, 40), (len(name), 9, 9)).save(folder / name)

    def add() -> Photo:
        picture = session.journal.photos.read(folder / name)
        taken = Taken(date(2026, 11, 3), None, None, DateSource.TYPED)
        return session.journal.photos.add(picture, view=View.FRONT, taken=taken).photo

    return session.jobs.wait(add)


def scribble(session: Session, photo: Photo) -> Path:
    folder = session.journal.folder / "objects" / photo.object_name[:2]
    path = folder / f"{photo.object_name}.age"
    path.write_bytes(b"scribble")
    return path


def back_up(page: SettingsPage, session: Session, usb: Path, qtbot: QtBot) -> None:
    page.backup.folder_chosen.emit(str(usb))
    qtbot.waitUntil(page.backup.every.isEnabled)
    page.backup.now.click()
    qtbot.waitUntil(lambda: says(page, "Last backup: 23 November 2026, 08:14"))


def test_a_diary_without_a_backup_says_so_and_offers_no_test(page: SettingsPage) -> None:
    assert says(page, "No backup yet")
    assert says(page, "Anyone who can read the backup can read the diary.")
    assert not page.drill.button.isEnabled()
    assert not page.backup.every.isEnabled()


def test_the_chosen_folder_is_backed_up_read_back_and_told(
    page: SettingsPage, session: Session, usb: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    add_photo(session, tmp_path)
    back_up(page, session, usb, qtbot)
    assert says(page, "Read back whole: 1 photo")
    assert stored(session).backup_folder == str(usb)
    assert not page.backup.progress.isVisible()
    assert page.backup.now.isEnabled()
    restored = Journal.restore(usb, tmp_path / "again.skindiary")
    assert len(restored.photos.all()) == 1
    restored.close()


def choose_folder(page: SettingsPage, folder: Path) -> None:
    dialog = page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(folder))
    dialog.reject()


def test_who_asks_for_a_backup_before_there_is_a_folder_chooses_one_and_has_it(
    page: SettingsPage, session: Session, usb: Path, qtbot: QtBot
) -> None:
    page.backup.now.click()
    choose_folder(page, usb)
    qtbot.waitUntil(lambda: says(page, "Last backup: 23 November 2026, 08:14"))
    assert stored(session).backup_folder == str(usb)


def test_what_was_wrong_with_one_folder_is_not_said_of_the_next(
    page: SettingsPage, session: Session, usb: Path, qtbot: QtBot
) -> None:
    page.backup.now.click()
    choose_folder(page, session.journal.folder)
    qtbot.waitUntil(lambda: says(page, "inside the diary’s own folder"))
    qtbot.waitUntil(lambda: page.findChild(QFileDialog) is None)
    page.backup.choose.click()
    choose_folder(page, usb)
    qtbot.waitUntil(lambda: not says(page, "inside the diary’s own folder"))


def test_the_schedule_and_the_limit_are_saved_and_can_be_undone(
    page: SettingsPage, session: Session, usb: Path, qtbot: QtBot
) -> None:
    page.backup.folder_chosen.emit(str(usb))
    qtbot.waitUntil(page.backup.every.isEnabled)
    tab_to("Back up by itself, Off")
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Space)
    assert stored(session).backup_every is BackupEvery.DAILY
    tab_to("Remind me on Today, 14 days")
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Space)
    assert stored(session).backup_limit_days == 30
    session.undo.undo()
    assert stored(session).backup_limit_days == 14


def test_a_disk_that_is_not_connected_is_said_on_the_card(
    page: SettingsPage, usb: Path, qtbot: QtBot
) -> None:
    page.backup.folder_chosen.emit(str(usb / "gone"))
    qtbot.waitUntil(page.backup.every.isEnabled)
    page.backup.now.click()
    qtbot.waitUntil(lambda: says(page, "Connect its disk or choose another folder."))
    assert page.backup.now.isEnabled()
    assert says(page, "No backup yet")


def test_cancel_stops_a_backup_and_keeps_what_is_copied(
    page: SettingsPage, session: Session, usb: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    for number in range(3):
        add_photo(session, tmp_path, f"{'I' * number}MG.png")
    page.backup.folder_chosen.emit(str(usb))
    qtbot.waitUntil(page.backup.every.isEnabled)
    page.backup.now.click()
    page.backup.progress.cancelled.emit()
    qtbot.waitUntil(lambda: not session.keeper.busy)
    assert says(page, "No backup yet")
    assert not page.backup.progress.isVisible()
    page.backup.now.click()
    qtbot.waitUntil(lambda: says(page, "Read back whole: 3 photos"))


def test_a_tested_backup_says_what_came_back_and_what_is_newer(
    page: SettingsPage, session: Session, usb: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    add_photo(session, tmp_path)
    session.jobs.wait(lambda: session.journal.days.record(TODAY, acne=4))
    back_up(page, session, usb, qtbot)
    session.jobs.wait(lambda: session.journal.days.record(TODAY, acne=5))
    qtbot.waitUntil(page.drill.button.isEnabled)
    page.drill.button.click()
    qtbot.waitUntil(page.drill.done.isVisible)
    assert says(page, "1 day and 1 photo came back whole")
    assert says(page, "Newer here or changed since: 1 day, 0 photos.")
    assert [path.name for path in tmp_path.glob(".skin-diary-test-*")] == []


def test_a_backup_that_went_bad_is_named_and_copied_again(
    page: SettingsPage, session: Session, usb: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    photo = add_photo(session, tmp_path)
    back_up(page, session, usb, qtbot)
    (copy,) = usb.glob(f"*/objects/*/{photo.object_name}.age")
    copy.write_bytes(b"scribble")
    qtbot.waitUntil(page.drill.button.isEnabled)
    page.drill.button.click()
    qtbot.waitUntil(page.drill.problem.isVisible)
    assert says(page, "IMG_1.png of 2026-11-03")
    page.drill.problem.link_activated.emit()
    qtbot.waitUntil(lambda: copy.read_bytes() != b"scribble")
    qtbot.waitUntil(lambda: not session.keeper.busy)
    page.drill.button.click()
    qtbot.waitUntil(page.drill.done.isVisible)


def test_a_check_that_finds_nothing_says_what_was_read(
    page: SettingsPage, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    add_photo(session, tmp_path)
    page.check.button.click()
    qtbot.waitUntil(page.check.said.isVisible)
    assert says(page, "Every answer and 1 photo were read. Nothing is hurt.")


def test_a_hurt_photo_is_named_and_brought_back_from_the_backup(
    page: SettingsPage, session: Session, usb: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    photo = add_photo(session, tmp_path)
    back_up(page, session, usb, qtbot)
    path = scribble(session, photo)
    page.check.button.click()
    qtbot.waitUntil(page.check.hurt.isVisible)
    assert says(page, "1 photo damaged or missing: IMG_1.png of 3 November 2026.")
    page.check.hurt.link_activated.emit()
    qtbot.waitUntil(lambda: says(page, "1 photo brought back from the backup, byte for byte."))
    qtbot.waitUntil(lambda: not page.check.hurt.isVisible())
    assert path.read_bytes() != b"scribble"


def test_a_backup_that_is_hurt_as_well_brings_nothing_back_and_says_so(
    page: SettingsPage, session: Session, usb: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    photo = add_photo(session, tmp_path)
    back_up(page, session, usb, qtbot)
    scribble(session, photo)
    (copy,) = usb.glob(f"*/objects/*/{photo.object_name}.age")
    copy.write_bytes(b"scribble")
    page.check.button.click()
    qtbot.waitUntil(page.check.hurt.isVisible)
    page.check.hurt.link_activated.emit()
    qtbot.waitUntil(lambda: says(page, "The backup does not have them whole either."))
    qtbot.waitUntil(page.check.hurt.isVisible)


def test_a_hurt_photo_without_a_backup_is_told_with_what_to_do(
    page: SettingsPage, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    scribble(session, add_photo(session, tmp_path))
    page.check.button.click()
    qtbot.waitUntil(page.check.hurt.isVisible)
    assert says(page, "Add their files again.")


def test_a_hurt_key_file_is_written_anew_by_a_check(
    page: SettingsPage, session: Session, qtbot: QtBot
) -> None:
    (session.journal.folder / "keys.json.bak").write_bytes(b"scribble")
    page.check.button.click()
    qtbot.waitUntil(lambda: says(page, "A copy of the key file was hurt and was written anew."))
    assert (session.journal.folder / "keys.json.bak").read_bytes() != b"scribble"


@pytest.fixture
def locked_page(
    locked: Path, code: str, usb: Path, show: Callable[[QWidget], None], qtbot: QtBot
) -> Iterator[SettingsPage]:
    """The settings of a diary with a passphrase that was backed up."""
    jobs = Jobs()
    session = Session(
        jobs.wait(lambda: Journal.open(locked, recovery_code=code, clock=lambda: NOW)), jobs
    )
    jobs.wait(lambda: session.journal.backups.mirror(usb))
    page = shown(session, show, qtbot)
    qtbot.waitUntil(page.drill.button.isEnabled)
    yield page
    session.abandon()
    jobs.close()


def test_a_test_asks_for_the_passphrase_and_names_a_wrong_one(
    locked_page: SettingsPage, qtbot: QtBot
) -> None:
    drill = locked_page.drill
    drill.button.click()
    assert drill.secret.passphrase_field.isVisible()
    type_text("not the passphrase")
    drill.start.click()
    qtbot.waitUntil(lambda: says(locked_page, "That passphrase didn’t open"))
    assert drill.secret.isVisible()
    drill.secret.passphrase_field.edit.setText(PASSPHRASE)
    drill.start.click()
    qtbot.waitUntil(drill.done.isVisible)
    assert drill.secret.passphrase_field.text() == ""


def test_a_test_takes_the_recovery_code_as_well(
    locked_page: SettingsPage, code: str, qtbot: QtBot
) -> None:
    drill = locked_page.drill
    drill.button.click()
    drill.secret.other.click()
    type_text(code)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(drill.done.isVisible)


def test_a_secret_is_forgotten_when_the_backup_is_not_whole(
    locked_page: SettingsPage, usb: Path, qtbot: QtBot
) -> None:
    (mirror,) = usb.iterdir()
    mirror.rename(usb / "elsewhere")
    drill = locked_page.drill
    drill.button.click()
    type_text(PASSPHRASE)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(drill.problem.isVisible)
    assert drill.secret.passphrase_field.text() == ""


def test_a_backup_from_before_the_passphrase_was_removed_asks_for_it(
    locked_page: SettingsPage, qtbot: QtBot
) -> None:
    drill, session = locked_page.drill, locked_page.session
    session.jobs.wait(lambda: session.journal.access.remove_passphrase(PASSPHRASE))
    session.access_changed.emit()
    qtbot.waitUntil(lambda: says(locked_page, "Anyone who can read the backup"))
    drill.button.click()
    asked = "This backup opens with the passphrase of its day."
    qtbot.waitUntil(lambda: says(locked_page, asked))
    (leave,) = [b for b in drill.findChildren(Button) if b.text() == "Cancel" and b.isVisible()]
    leave.click()
    assert not says(locked_page, asked)
    drill.button.click()
    qtbot.waitUntil(lambda: says(locked_page, asked))
    type_text(PASSPHRASE)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: says(locked_page, "came back whole from"))


def test_one_of_several_backups_is_chosen_and_a_long_path_does_not_widen_the_page(
    page: SettingsPage, session: Session, usb: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    far = tmp_path / ("a long name " * 10).strip() / ("and another " * 10).strip()
    far.mkdir(parents=True)
    back_up(page, session, usb, qtbot)
    page.backup.save(far / "one.skinbackup")
    qtbot.waitUntil(lambda: page.drill.which.count() == 2)
    qtbot.waitUntil(page.drill.button.isEnabled)
    page.drill.button.click()
    qtbot.waitUntil(page.drill.which.isVisible)
    assert says(page, "and another and another")
    assert page.scroll_area.horizontalScrollBar().maximum() == 0
    page.drill.which.setCurrentIndex(1)
    page.drill.start.click()
    qtbot.waitUntil(lambda: says(page, "came back whole from"))
    assert "usb" in page.drill.done.accessibleName()


def test_a_backup_with_a_passphrase_is_not_called_open_to_all(locked_page: SettingsPage) -> None:
    assert not says(locked_page, "Anyone who can read the backup")


def test_a_photo_without_an_entry_is_offered_and_added_once_its_day_is_said(
    page: SettingsPage, session: Session, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    add_photo(session, tmp_path)
    (entry,) = session.jobs.wait(session.journal.photos.all)
    session.jobs.wait(lambda: lose_entry(session.journal, entry))

    page.check.button.click()
    qtbot.waitUntil(lambda: says(page, "1 photo in the diary’s folder without an entry"))
    notice = page.check.unfiled.findChild(Notice)
    assert isinstance(notice, Notice)
    notice.link_activated.emit()
    qtbot.waitUntil(lambda: page.check.unfiled.findChild(Review) is not None)
    table = page.check.unfiled.findChild(Review)
    assert isinstance(table, Review)
    click(table, "Set date…")
    form = table.findChild(SetDate)
    assert isinstance(form, SetDate)
    field = form.findChild(DateField)
    assert isinstance(field, DateField)
    field.set_value(TODAY)
    click(form, "Set the date of 1 photo")
    rows = table.findChild(DraftTable)
    assert isinstance(rows, DraftTable)
    QTest.keyClick(rows, Qt.Key.Key_1)
    click(table, "Add 1 photo")

    qtbot.waitUntil(lambda: says(page, "1 photo added."))
    (added,) = session.jobs.wait(session.journal.photos.all)
    assert added.taken.on == TODAY
    assert session.jobs.wait(session.journal.unfiled.names) == []


def click(inside: QWidget, text: str) -> None:
    (button,) = [b for b in inside.findChildren(Button) if b.text() == text]
    button.click()


def lose_entry(journal: Journal, photo: Photo) -> None:
    """As a power cut between the file and its row leaves it."""
    sealed = journal.photos.original(photo)
    journal.photos.delete(photo.id)
    journal.trash.erase(photo.id)
    journal.photos._vault.objects.put(sealed)  # noqa: SLF001 - nothing public leaves it so
