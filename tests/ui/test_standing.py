"""What the window says about the diary's folder, on every page, until it is hidden."""

import shutil
from collections.abc import Callable
from configparser import ConfigParser
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from diary.domain.photo import View
from diary.journal import Journal
from diary.ui.diary_view import DiaryView
from diary.ui.importing import Importer
from diary.ui.main_window import MainWindow
from diary.ui.pages.folder import FolderPage
from diary.ui.pages.photos import PhotosPage
from diary.ui.settings import Setting
from diary.ui.standing import StandingNotices
from diary.ui.widgets.notice import Notice
from tests.pictures.phone import photo, portrait
from tests.read_only import read_only
from tests.ui.conftest import NOW
from tests.ui.keyboard import focused, press, tab_to, type_text

TODAY = NOW.date()
READ_ONLY = "This diary can be read but not changed. This folder cannot be written to."

Show = Callable[[QWidget], None]
Open = Callable[[Path], DiaryView]


@pytest.fixture
def open_diary(window: MainWindow, show: Show, qtbot: QtBot) -> Open:
    def open_folder(folder: Path) -> DiaryView:
        before = window.centralWidget()
        window.open_diary(folder)
        show(window)
        qtbot.waitUntil(lambda: window.centralWidget() is not before)
        view = window.centralWidget()
        assert isinstance(view, DiaryView)
        settle(view, qtbot)
        return view

    return open_folder


def settle(view: DiaryView, qtbot: QtBot) -> None:
    """Come back once the worker has nothing left to do and what it did is shown.

    A write is told, and what is told may be asked about.
    """
    for _ in range(2):
        done: list[None] = []
        view.session.jobs.run(lambda: None, done.append, view)
        qtbot.waitUntil(partial(bool, done))


def notices(view: DiaryView) -> list[str]:
    (above,) = view.findChildren(StandingNotices)
    return [one.accessibleName() for one in above.findChildren(Notice) if one.isVisible()]


def stored_acne(folder: Path) -> int | None:
    journal = Journal.open(folder, clock=lambda: NOW)
    acne = journal.days.get(TODAY).acne
    journal.close()
    return acne


def write_acne(view: DiaryView, acne: int) -> None:
    def do(journal: Journal) -> None:
        journal.days.record(TODAY, acne=acne)

    def undo(journal: Journal) -> None:
        journal.days.record(TODAY, acne=None)

    view.session.push("acne", do, undo, changed=lambda: None)


@pytest.fixture
def synced(open_folder: Path) -> Path:
    """A diary in a folder that Syncthing copies."""
    (open_folder.parent / ".stfolder").mkdir()
    return open_folder


def test_a_diary_in_a_folder_of_its_own_is_left_in_peace(
    open_diary: Open, open_folder: Path
) -> None:
    assert notices(open_diary(open_folder)) == []


def test_a_diary_that_can_only_be_read_says_so_on_every_page(
    open_diary: Open, open_folder: Path, qtbot: QtBot
) -> None:
    with read_only(open_folder):
        view = open_diary(open_folder)
        for page in ("today", "photos", "course", "settings"):
            view.show_page(page)
            assert notices(view) == [READ_ONLY]


def test_what_is_answered_there_is_refused_and_taken_back(
    open_diary: Open, open_folder: Path, window: MainWindow, qtbot: QtBot
) -> None:
    with read_only(open_folder):
        view = open_diary(open_folder)
        tab_to("Acne, not answered")
        press(Qt.Key.Key_4)
        qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)))
        (told,) = window.findChildren(QMessageBox)
        assert told.text() == "Not saved. This folder cannot be written to."
        told.accept()
        settle(view, qtbot)
        assert not view.session.unsaved
        names = [one.accessibleName() for one in view.findChildren(QWidget)]
        assert "Acne, not answered" in names
        assert window.close()
    assert stored_acne(open_folder) is None


def test_what_is_typed_there_keeps_the_window_from_neither_locking_nor_closing(
    open_diary: Open, open_folder: Path, window: MainWindow
) -> None:
    with read_only(open_folder):
        open_diary(open_folder)
        tab_to("Notes")
        type_text("Ask about skiing")
        assert window.close()


def test_a_synced_folder_is_said_once_and_stays_hidden(
    open_diary: Open, synced: Path, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    view = open_diary(synced)
    (said,) = notices(view)
    assert said.startswith("This diary lies in a folder that Syncthing copies while you write.")
    tab_to("Hide this notice")
    press(Qt.Key.Key_Return)
    assert notices(view) == []
    assert window.close()
    again = MainWindow(window.settings, lambda: tmp_path / "n", window._leaving, lambda: NOW)  # noqa: SLF001
    again.open_diary(synced)
    again.show()
    qtbot.waitUntil(lambda: isinstance(again.centralWidget(), DiaryView))
    hidden = again.centralWidget()
    assert isinstance(hidden, DiaryView)
    settle(hidden, qtbot)
    assert notices(hidden) == []
    again.close()


def test_tab_comes_to_a_notice_between_the_rail_and_the_page(
    open_diary: Open, synced: Path
) -> None:
    view = open_diary(synced)
    (said,) = notices(view)
    tab_to("Today")
    passed = []
    for _ in range(3):
        press(Qt.Key.Key_Tab)
        passed.append(focused().accessibleName())
    assert passed[:2] == [said, "Hide this notice"]
    assert passed[2].startswith("Monday 23 November")


def test_many_photos_that_are_refused_there_are_told_once(
    open_diary: Open, open_folder: Path, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    files = [tmp_path / f"IMG_2026110{n}_081205.jpg" for n in range(1, 4)]
    for number, file in enumerate(files):
        file.write_bytes(photo(portrait().rotate(number)))
    with read_only(open_folder):
        view = open_diary(open_folder)
        view.show_page("photos")
        page = view.page
        assert isinstance(page, PhotosPage)
        (importer,) = page.findChildren(Importer)
        with qtbot.waitSignal(importer.finished):
            importer.add_files(files, [View.FRONT] * len(files))
        settle(view, qtbot)
        (told,) = window.findChildren(QMessageBox)
        assert told.text() == "Not saved. This folder cannot be written to."
        told.accept()
        assert window.close()


def test_a_backup_that_the_patient_restored_is_no_older_copy_that_came_back(
    open_folder: Path, window: MainWindow, show: Show, qtbot: QtBot, tmp_path: Path
) -> None:
    journal = Journal.open(open_folder, clock=lambda: NOW)
    journal.backups.to_file(tmp_path / "b.zip")
    journal.days.record(TODAY, acne=4)
    vault_id, seen = journal.place.look().vault_id, journal.place.generation() + 1
    journal.close()
    window.settings.set(Setting(f"seen/{vault_id}", 0), seen)
    restore = partial(Journal.restore, tmp_path / "b.zip", tmp_path / "back.skindiary")
    window.show_diary(window.jobs.wait(restore))
    show(window)
    view = window.centralWidget()
    assert isinstance(view, DiaryView)
    settle(view, qtbot)
    assert notices(view) == []


def test_settings_keep_a_number_and_marks_and_nothing_else_of_the_diary(
    open_diary: Open, synced: Path, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    shutil.copyfile(synced / "diary.db", synced / "diary (Anna’s copy).db")
    view = open_diary(synced)
    write_acne(view, 4)
    settle(view, qtbot)
    for _ in range(2):
        tab_to("Hide this notice")
        press(Qt.Key.Key_Return)
    settle(view, qtbot)
    kept = ConfigParser()
    kept.read(tmp_path / "window.ini")
    assert list(kept["seen"].values()) == ["1"]
    marks = set(kept["hidden"].values())
    assert "Syncthing" in marks
    assert {len(mark) for mark in marks - {"Syncthing"}} == {16}
    assert "Anna" not in (tmp_path / "window.ini").read_text()


def test_other_remarks_wait_behind_the_first(open_diary: Open, synced: Path) -> None:
    shutil.copyfile(synced / "diary.db", synced / "diary (1).db")
    view = open_diary(synced)
    assert notices(view) == ["A second copy lies beside this diary. Look at it"]
    tab_to("Hide this notice")
    press(Qt.Key.Key_Return)
    (said,) = notices(view)
    assert "Syncthing" in said


def test_an_older_copy_that_came_back_is_told_with_what_is_known(
    open_diary: Open, open_folder: Path, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    older = Path(shutil.copytree(open_folder, tmp_path / "older.skindiary"))
    for acne in (4, 5):
        journal = Journal.open(open_folder, clock=lambda: NOW)
        journal.days.record(TODAY, acne=acne)
        journal.close()
    assert notices(open_diary(open_folder)) == []
    assert window._close_diary() is None  # noqa: SLF001
    view = open_diary(older)
    (said,) = notices(view)
    assert said.startswith(
        "An older copy of this diary has come back. It lacks what was written in 2 later sessions"
    )
    write_acne(view, 6)
    settle(view, qtbot)
    assert len(notices(view)) == 1
    tab_to("Hide this notice")
    press(Qt.Key.Key_Return)
    assert notices(view) == []
    assert window._close_diary() is None  # noqa: SLF001
    assert notices(open_diary(older)) == []


def test_a_copy_is_looked_at_brought_over_and_taken_back(
    open_diary: Open, open_folder: Path, qtbot: QtBot, window: MainWindow
) -> None:
    journal = Journal.open(open_folder, clock=lambda: NOW)
    journal.days.record(TODAY, acne=4)
    journal.close()
    shutil.copyfile(open_folder / "diary.db", open_folder / "diary (1).db")
    journal = Journal.open(open_folder, clock=lambda: NOW)
    journal.days.record(TODAY, acne=None)
    journal.close()

    view = open_diary(open_folder)
    tab_to("A second copy lies beside this diary. Look at it")
    press(Qt.Key.Key_Return)
    page = view.page
    assert isinstance(page, FolderPage)
    qtbot.waitUntil(lambda: bool(page.copies))
    (card,) = page.copies
    card.look.click()
    qtbot.waitUntil(card.bring.isVisible)
    said = [label.text() for label in card.findChildren(QLabel)]
    assert (
        "It holds 1 day and 0 photos. Its last day is 23 November 2026. Only in this copy: 1 day "
        "(23 Nov)." in said
    )
    card.bring.click()
    qtbot.waitUntil(lambda: not card.bring.isVisible())
    acne = partial(view.session.jobs.wait, lambda: view.session.journal.days.get(TODAY).acne)
    assert acne() == 4
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(card.bring.isVisible)
    assert acne() is None
    assert (open_folder / "diary (1).db").is_file()


def test_a_copy_that_does_not_open_says_why(
    open_diary: Open, open_folder: Path, qtbot: QtBot
) -> None:
    (open_folder / "diary (1).db").write_bytes(b"scribble" * 1000)
    view = open_diary(open_folder)
    view.show_page("folder")
    page = view.page
    assert isinstance(page, FolderPage)
    qtbot.waitUntil(lambda: bool(page.copies))
    (card,) = page.copies
    card.look.click()
    qtbot.waitUntil(
        lambda: any("damaged or belongs" in one.accessibleName() for one in _notices_in(card))
    )
    assert card.look.isEnabled()


def _notices_in(widget: QWidget) -> list[Notice]:
    return [one for one in widget.findChildren(Notice) if one.isVisible()]


def test_a_file_that_a_sync_program_replaced_is_written_only_when_the_patient_asks(
    open_diary: Open, open_folder: Path, window: MainWindow, qtbot: QtBot
) -> None:
    view = open_diary(open_folder)
    database, aside = open_folder / "diary.db", open_folder / "diary (conflicted copy).db"
    database.rename(aside)
    shutil.copyfile(aside, database)
    before = database.read_bytes()
    view.show_page("settings")
    with qtbot.waitSignal(view.session.save_failed):
        write_acne(view, 4)
    assert (database.read_bytes(), aside.read_bytes()) == (before, before)
    said = [label.text() for label in view.findChildren(QLabel) if label.isVisible()]
    assert any(one.startswith("Not saved. Another program moved or replaced") for one in said)
    assert isinstance(view.session.close(), Exception)
    assert database.read_bytes() == before
    tab_to("Try again")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.centralWidget() is not view)
    assert aside.read_bytes() == before
    qtbot.waitUntil(lambda: isinstance(window.centralWidget(), DiaryView))
    assert window.close()
    assert stored_acne(open_folder) == 4
