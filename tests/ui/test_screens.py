"""Every screen in light, dark, at 200 % text and in the smallest window, looked at as drawn."""

import shutil
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from diary.domain.course import Course
from diary.journal import Journal, new_recovery_code
from diary.sample import write_sample
from diary.ui.dialogs.from_phone.ways import System
from diary.ui.main_window import MainWindow
from diary.ui.pages.marks.canvas import MarkCanvas
from diary.ui.pages.table import entries
from tests.ui import menus, screens
from tests.ui.faults import faults
from tests.ui.painted import painted_faults
from tests.ui.screens import LOOKS, Look
from tests.ui.seen import SLOW

PAGES = [entry.name for entry in entries()]

FORMS = (
    ("today", "Different…"),
    ("progress", "How “likely” is worked out"),
    ("course", "Change dose…"),
    ("course", "Update weight…"),
    ("course", "Add results…"),
    ("course", "Add…"),
    ("course", "5 days without a record…"),
)
"""A page, and the button that opens a form or an explanation on it."""

TIGHT = pytest.mark.parametrize(
    "look",
    [pytest.param(look, id=look.name) for look in LOOKS if look.name in ("small", "tight")],
    indirect=True,
)
"""Where words are shortest of room: beside each other, and at 200 % text.

Colours are the same as on the pages in all looks.
"""


def clock() -> datetime:
    return datetime(2026, 11, 23, 8, 14)


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample diary, closed."""
    folder = tmp_path_factory.mktemp("sample") / "sample.skindiary"
    write_sample(folder, clock=clock).close()
    return folder


@pytest.fixture(scope="module")
def covered(diary: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample diary with its photos covered, closed."""
    folder = shutil.copytree(diary, tmp_path_factory.mktemp("covered") / "covered.skindiary")
    screens.cover_photos(folder)
    return folder


@pytest.fixture(scope="module")
def marked(diary: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample diary with spots marked on its last two front photos, closed."""
    folder = shutil.copytree(diary, tmp_path_factory.mktemp("marked") / "marked.skindiary")
    screens.mark_spots(folder)
    return folder


@pytest.fixture(scope="module")
def locked_mirror(diary: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The backup of the sample diary, with a passphrase."""
    folder = tmp_path_factory.mktemp("Backups of my diary")
    copy = shutil.copytree(diary, folder / "mine.skindiary")
    journal = Journal.open(copy, clock=clock)
    journal.access.add_passphrase("correct horse battery", new_recovery_code())
    mirror = journal.backups.mirror(folder).path
    journal.close()
    return mirror


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A diary as first run leaves it, with no prescription and no answer, closed."""
    folder = tmp_path_factory.mktemp("empty") / "new.skindiary"
    Journal.create(folder, course=Course(clock().date()), clock=clock).close()
    return folder


@pytest.fixture(params=LOOKS, ids=lambda look: look.name)
def look(request: pytest.FixtureRequest) -> Look:
    assert isinstance(request.param, Look)
    return request.param


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path, look: Look) -> MainWindow:
    return screens.open_window(tmp_path, look, clock)


@pytest.fixture
def check(window: MainWindow, look: Look, qtbot: QtBot, request: pytest.FixtureRequest) -> "Check":
    return Check(window, look, qtbot, request.config.getoption("--screenshots"))


class Check:
    """Waits for the screen, saves its picture if asked, and finds no fault."""

    def __init__(self, window: MainWindow, look: Look, qtbot: QtBot, pictures: Path | None) -> None:
        self._window = window
        self._look = look
        self._qtbot = qtbot
        self._pictures = pictures

    def __call__(self, screen: str, dialog: QDialog | None = None) -> None:
        """Look at the window, or at the `dialog` over it."""
        screens.settle(self._window, self._qtbot)
        shown = dialog or self._window
        if self._pictures:
            file = self._pictures / f"{screen}-{self._look.name}.png"
            screens.save_picture(shown, file)
        assert faults(shown) == []
        assert painted_faults(shown) == []


@pytest.mark.parametrize("page", PAGES)
def test_a_page_shows_all_its_words(
    page: str, diary: Path, window: MainWindow, check: Check, qtbot: QtBot
) -> None:
    screens.show_page(window, page, diary, qtbot)
    check(page)


@TIGHT
@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_an_empty_diary_shows_all_its_words(
    page: str, empty: Path, window: MainWindow, check: Check, qtbot: QtBot
) -> None:
    screens.show_page(window, page, empty, qtbot)
    check(f"{page}-empty")


@TIGHT
@pytest.mark.parametrize(("page", "button"), FORMS, ids=[button for _, button in FORMS])
def test_an_open_form_shows_all_its_words(
    page: str, button: str, diary: Path, window: MainWindow, check: Check, qtbot: QtBot
) -> None:
    screens.show_page(window, page, diary, qtbot)
    screens.settle(window, qtbot)
    screens.press(window, button)
    check(f"{page}-{button.strip('…').replace(' ', '-').lower()}")


@pytest.mark.parametrize("step", [1, 2, 3])
def test_a_step_of_first_run_shows_all_its_words(
    step: int, window: MainWindow, check: Check
) -> None:
    screens.show_welcome(window, step)
    check(f"welcome-{step}")


def test_the_lock_screen_shows_all_its_words(diary: Path, window: MainWindow, check: Check) -> None:
    screens.show_lock(window, diary, clock)
    check("lock")


def test_the_way_in_with_the_recovery_code_shows_all_its_words(
    diary: Path, window: MainWindow, check: Check
) -> None:
    screens.show_lock(window, diary, clock).passphrase.forgot.click()
    check("recovery")


def test_the_list_of_deleted_photos_shows_all_its_words(
    diary: Path, tmp_path: Path, window: MainWindow, check: Check, qtbot: QtBot
) -> None:
    folder = shutil.copytree(diary, tmp_path / "with-deleted.skindiary")
    screens.delete_photos(folder, 3)
    screens.show_page(window, "photos", folder, qtbot)
    screens.settle(window, qtbot)
    menus.choose(window, "Deleted photos")
    check("photos-deleted")


@pytest.mark.parametrize("page", ["today", "progress", "photos", "panels", "marks"])
def test_a_page_with_covered_photos_shows_all_its_words(
    page: str, covered: Path, window: MainWindow, check: Check, qtbot: QtBot
) -> None:
    screens.show_page(window, page, covered, qtbot)
    check(f"{page}-covered")


def test_the_spots_of_a_photo_show_all_their_words(
    marked: Path, window: MainWindow, check: Check, qtbot: QtBot
) -> None:
    screens.show_page(window, "marks", marked, qtbot)
    screens.settle(window, qtbot)
    canvas = window.findChild(MarkCanvas)
    assert isinstance(canvas, MarkCanvas)
    canvas.select("2")
    check("marks-some")


def test_the_choice_of_a_photo_for_a_panel_shows_all_its_words(
    diary: Path, window: MainWindow, check: Check, qtbot: QtBot
) -> None:
    check("panels-choose", screens.open_panel_chooser(window, diary, qtbot))


@pytest.mark.parametrize("rows", [(1,), (1, 5), (0, 1), (0, 1, 2, 3)], ids=str)
def test_selected_photos_show_all_their_words(
    rows: tuple[int, ...], diary: Path, window: MainWindow, check: Check, qtbot: QtBot
) -> None:
    screens.show_page(window, "photos", diary, qtbot)
    screens.settle(window, qtbot)
    screens.select_photos(window, *rows)
    check(f"photos-selected-{'-'.join(map(str, rows))}")


def test_the_date_of_selected_photos_shows_all_its_words(
    diary: Path, window: MainWindow, check: Check, qtbot: QtBot
) -> None:
    screens.show_page(window, "photos", diary, qtbot)
    screens.settle(window, qtbot)
    screens.select_photos(window, 0, 1, 2)
    screens.ask_date(window)
    check("photos-date")


@pytest.mark.parametrize("zoom", ["fitted", "zoomed"])
def test_a_large_photo_shows_all_its_words(
    zoom: str, diary: Path, window: MainWindow, check: Check, qtbot: QtBot
) -> None:
    screens.show_page(window, "photos", diary, qtbot)
    screens.settle(window, qtbot)
    grid = screens.select_photos(window)
    grid.open_current()
    screens.settle(window, qtbot)
    if zoom == "zoomed":
        screens.zoom_in(window)
    check(f"photos-{zoom}")


def test_the_way_to_delete_the_diary_shows_all_its_words(
    diary: Path, window: MainWindow, check: Check, qtbot: QtBot
) -> None:
    screens.show_page(window, "settings", diary, qtbot)
    screens.settle(window, qtbot)
    screens.press(window, "Delete this diary…")
    check("settings-delete")


def test_the_way_back_from_a_backup_shows_all_its_words(
    locked_mirror: Path, window: MainWindow, check: Check, qtbot: QtBot
) -> None:
    screens.show_restore(window, locked_mirror, qtbot)
    check("restore")


def test_the_lock_screen_after_wrong_tries_shows_all_its_words(
    diary: Path, window: MainWindow, check: Check
) -> None:
    unlock = screens.show_lock(window, diary, clock)
    for _ in range(12):
        unlock.tries.note()
    unlock.passphrase.say("The keyring of this computer is locked or did not answer.")
    unlock.tries.timer.stop()
    check("pause")


@pytest.mark.parametrize(
    "button", ["Change…", "New recovery code…", "Remove…", "Remember on this computer"]
)
def test_a_dialog_about_the_ways_in_shows_all_its_words(
    button: str, locked: Path, window: MainWindow, check: Check, qtbot: QtBot
) -> None:
    dialog = screens.open_dialog(window, button, locked, qtbot)
    check(button.rstrip("…"), dialog)


def test_the_dialog_that_adds_a_passphrase_shows_all_its_words(
    diary: Path, window: MainWindow, check: Check, qtbot: QtBot
) -> None:
    check("add", screens.open_dialog(window, "Add a passphrase…", diary, qtbot))


@TIGHT
@pytest.mark.parametrize("page", ["photos", "today"])
def test_a_page_with_new_pictures_from_the_phone_shows_all_its_words(
    page: str, diary: Path, tmp_path: Path, window: MainWindow, check: Check, qtbot: QtBot
) -> None:
    folder = shutil.copytree(diary, tmp_path / "diaries" / "mine.skindiary")
    screens.show_new_pictures(window, page, folder, qtbot)
    check(f"{page}-new-pictures")


def test_the_dialog_that_saves_a_copy_shows_all_its_words(
    diary: Path, window: MainWindow, check: Check, qtbot: QtBot
) -> None:
    check("copy-out", screens.open_copy_out(window, diary, qtbot))


def test_the_dialog_that_saves_copies_shows_all_its_words(
    diary: Path, tmp_path: Path, window: MainWindow, check: Check, qtbot: QtBot
) -> None:
    dialog = screens.open_save_copies(window, diary, qtbot)
    check("save-copies", dialog)
    (tmp_path / "For the dermatologist").mkdir()
    dialog.save_in(tmp_path / "For the dermatologist")
    qtbot.waitUntil(dialog.said.isVisible, timeout=SLOW)
    check("save-copies-told", dialog)


def test_the_dialog_that_makes_a_time_lapse_shows_all_its_words(
    diary: Path, window: MainWindow, check: Check, qtbot: QtBot
) -> None:
    check("time-lapse", screens.open_timelapse(window, diary, qtbot))


def test_the_dialog_about_the_phone_shows_all_its_words(
    diary: Path, tmp_path: Path, window: MainWindow, check: Check, qtbot: QtBot
) -> None:
    folder = shutil.copytree(diary, tmp_path / "diaries" / "mine.skindiary")
    check("from-phone", screens.open_from_phone(window, folder, System.WINDOWS, qtbot))


def test_new_photos_to_look_at_show_all_their_words(
    diary: Path, tmp_path: Path, window: MainWindow, check: Check, qtbot: QtBot
) -> None:
    table = screens.look_at_new(window, tmp_path, diary, qtbot)
    check("import-review", table)
    table.reject()  # else the window asks before it closes
