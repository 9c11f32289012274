"""What opens on the screens of photos, in every look, looked at as drawn.

Each test goes through the states of one page or dialog: opening a diary takes longer than looking.
"""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from diary.ui import camera as cameras
from diary.ui.camera import Access
from diary.ui.covering import Covering
from diary.ui.dialogs.import_review.form import Form
from diary.ui.dialogs.import_review.table import DraftTable
from diary.ui.dialogs.points import set_points_by_hand
from diary.ui.main_window import MainWindow
from diary.ui.pages.photos import PhotosPage
from diary.ui.widgets.button import Button
from diary.ui.widgets.switch import Switch
from tests.ui import screens
from tests.ui.fake_cameras import BUILT_IN, USB, FakeCameras
from tests.ui.seen import SLOW, view_of
from tests.ui.test_screens import Check, check, clock, diary, empty, look, window

__all__ = ["check", "clock", "diary", "empty", "look", "window"]


def test_photos_before_there_are_any_and_while_they_are_added_show_all_their_words(
    empty: Path, window: MainWindow, check: Check, qtbot: QtBot
) -> None:
    screens.show_page(window, "photos", empty, qtbot)
    check("photos-none")
    page = view_of(window).page
    assert isinstance(page, PhotosPage)
    page.importer.progress.emit(6, 12, "IMG_20261119_081205123.HEIC")
    page.importer.refused.emit(
        "IMG_2044.HEIC could not be read. The file may be damaged. The other 11 photos were added."
    )
    check("photos-adding")


def test_every_way_to_compare_shows_all_its_words(
    diary: Path, window: MainWindow, check: Check, qtbot: QtBot
) -> None:
    screens.show_page(window, "compare", diary, qtbot)
    screens.settle(window, qtbot)
    for way in ("Side by side", "Overlay", "Blink"):
        screens.press(window, way)
        check(f"compare-{way.lower().replace(' ', '-')}")


def test_points_by_hand_show_all_their_words(
    diary: Path, window: MainWindow, check: Check, qtbot: QtBot
) -> None:
    screens.show_page(window, "photos", diary, qtbot)
    view = view_of(window)
    work = partial(screens.front_photos, view.session.journal)
    first, *_, last = window.jobs.wait(work)
    covering = Covering(view.session, view.page)
    check("points", set_points_by_hand(view.page, view.session, covering, first, last))


def test_the_camera_shows_all_its_words_with_and_without_a_camera(
    diary: Path,
    window: MainWindow,
    check: Check,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    fake = FakeCameras(window, BUILT_IN, USB)
    monkeypatch.setattr(cameras, "make", lambda _parent: fake)
    dialog = screens.open_camera(window, fake, diary, qtbot)
    check("camera", dialog)
    fake.plug()
    check("camera-none", dialog)
    dialog.reject()


def test_a_camera_that_may_not_be_used_shows_all_its_words(
    diary: Path,
    window: MainWindow,
    check: Check,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    fake = FakeCameras(window, BUILT_IN, access=Access.REFUSED)
    monkeypatch.setattr(cameras, "make", lambda _parent: fake)
    check("camera-refused", screens.open_camera(window, fake, diary, qtbot))


def test_a_time_lapse_with_covered_eyes_shows_all_its_words(
    diary: Path, window: MainWindow, check: Check, qtbot: QtBot
) -> None:
    dialog = screens.open_timelapse(window, diary, qtbot)
    (eyes,) = [one for one in dialog.findChildren(Switch) if one.text() == "Cover the eyes"]
    eyes.click()
    (save,) = [one for one in dialog.findChildren(Button) if one.text() == "Save…"]
    qtbot.waitUntil(lambda: not save.isEnabled())
    qtbot.waitUntil(save.isEnabled, timeout=SLOW)
    check("time-lapse-eyes", dialog)


def test_every_question_about_new_photos_shows_all_its_words(
    diary: Path, tmp_path: Path, window: MainWindow, check: Check, qtbot: QtBot
) -> None:
    table = screens.look_at_new(window, tmp_path, diary, qtbot)
    rows = table.findChild(DraftTable)
    assert isinstance(rows, DraftTable)
    rows.selectAll()
    for button in ("Set date…", "Shift date…", "Camera’s clock…"):
        (pressed,) = [b for b in table.findChildren(QAbstractButton) if b.text() == button]
        pressed.click()
        qtbot.waitUntil(lambda: len(table.findChildren(Form)) == 1)
        (form,) = table.findChildren(Form)
        check(f"import-review-{button.strip('…').replace(' ', '-').lower()}", form)
        form.reject()
        qtbot.waitUntil(lambda: not table.findChildren(Form))
    table.reject()
