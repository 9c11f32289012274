"""The window on every screen and in every look, with its pictures drawn and its charts done."""

import os
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path
from threading import Barrier
from typing import NamedTuple

from PIL import Image
from PySide6.QtCore import QBuffer, QSize, QTimer
from PySide6.QtGui import QImage
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from diary.domain.mark import Mark
from diary.domain.photo import Photo, View
from diary.domain.regions import Region
from diary.journal import Clock, Journal
from diary.ui import theme
from diary.ui.dialogs.camera import CameraDialog
from diary.ui.dialogs.copy_out import CopyOutDialog
from diary.ui.dialogs.from_phone import FromPhone
from diary.ui.dialogs.from_phone.ways import System
from diary.ui.dialogs.import_review import Review
from diary.ui.dialogs.restore import Restore
from diary.ui.dialogs.save_copies import SaveCopiesDialog
from diary.ui.dialogs.timelapse import TimeLapseDialog
from diary.ui.dialogs.unlock import Unlock
from diary.ui.dialogs.welcome import Welcome
from diary.ui.diary_view import DiaryView
from diary.ui.jobs import DECODERS
from diary.ui.main_window import SMALLEST, USUAL, MainWindow
from diary.ui.pages.panels.picture import PanelPicture
from diary.ui.pages.photos import PhotosPage
from diary.ui.pages.photos.canvas import Canvas
from diary.ui.pages.photos.gallery import Gallery
from diary.ui.pages.photos.grid import PhotoGrid
from diary.ui.settings import Settings
from diary.ui.wrong_tries import WrongTries
from tests.ui import menus
from tests.ui.conftest import PASSPHRASE
from tests.ui.fake_cameras import FakeCameras
from tests.ui.seen import view_of


class Look(NamedTuple):
    name: str
    scheme: theme.Scheme = theme.Scheme.LIGHT
    text_scale: float = 1.0
    size: QSize = USUAL


LOOKS = (
    Look("light"),
    Look("dark", scheme=theme.Scheme.DARK),
    Look("large", text_scale=theme.LARGEST_TEXT),
    Look("small", size=SMALLEST),
    Look("tight", text_scale=theme.LARGEST_TEXT, size=SMALLEST),
)

SLOW_MS = 20_000
"""Much longer than the report takes on a busy machine."""

COLORS_OF_EMPTY_PAGE = 24
"""Paper, desk, frame and scroll bar; the greys of drawn letters alone are more."""

ROUNDS = 3
"""A page asks for what it shows, then for the pictures in it; once more to be sure."""


def open_window(folder: Path, look: Look, clock: Clock) -> MainWindow:
    """The program's window in `look`, with nothing in it yet; it keeps its settings in `folder`."""
    theme.current().set_look(look.scheme, look.text_scale)
    window = MainWindow(
        Settings(folder / "settings.ini"), lambda: folder / "new.skindiary", ExitStack(), clock
    )
    window.resize(look.size)
    window.show()
    return window


def show_page(window: MainWindow, name: str, diary: Path, qtbot: QtBot) -> None:
    window.open_diary(diary)
    qtbot.waitUntil(lambda: isinstance(window.centralWidget(), DiaryView))
    view = window.centralWidget()
    assert isinstance(view, DiaryView)
    view.show_page(name)


def open_dialog(window: MainWindow, button: str, diary: Path, qtbot: QtBot) -> QDialog:
    """The dialog that a button of the Settings page opens; the diary has the tests' passphrase."""
    journal = window.jobs.wait(partial(Journal.open, diary, passphrase=PASSPHRASE))
    window.show_diary(journal)
    view = window.centralWidget()
    assert isinstance(view, DiaryView)
    view.show_page("settings")
    (pressed,) = [b for b in view.findChildren(QAbstractButton) if b.text() == button]
    qtbot.waitUntil(pressed.isVisible, timeout=SLOW_MS)
    pressed.click()
    dialog = view.findChild(QDialog)
    assert isinstance(dialog, QDialog)
    return dialog


def open_panel_chooser(window: MainWindow, diary: Path, qtbot: QtBot) -> QDialog:
    """The dialog that chooses the photo of the first panel."""
    show_page(window, "panels", diary, qtbot)
    settle(window, qtbot)
    view = window.centralWidget()
    assert isinstance(view, DiaryView)
    picture = view.findChild(PanelPicture)
    assert isinstance(picture, PanelPicture)
    picture.click()
    dialog = view.findChild(QDialog)
    assert isinstance(dialog, QDialog)
    return dialog


def open_copy_out(window: MainWindow, diary: Path, qtbot: QtBot) -> QDialog:
    """The dialog that saves a copy of a photo, which has found out what its file holds."""
    show_page(window, "photos", diary, qtbot)
    return open_copy(window, qtbot)


def open_copy(window: MainWindow, qtbot: QtBot) -> CopyOutDialog:
    """The same over the page that is shown."""
    view = view_of(window)
    photo = window.jobs.wait(partial(_first_photo, view.session.journal))
    dialog = CopyOutDialog(view.session, view.page, photo)
    dialog.open()
    qtbot.waitUntil(lambda: bool(dialog.held.text()), timeout=SLOW_MS)
    return dialog


def open_save_copies(window: MainWindow, diary: Path, qtbot: QtBot) -> SaveCopiesDialog:
    """The dialog that saves copies of all photos of the gallery."""
    show_page(window, "photos", diary, qtbot)
    settle(window, qtbot)
    grid = select_photos(window)
    grid.select_all()
    grid.save_current()
    dialog = window.findChild(SaveCopiesDialog)
    assert isinstance(dialog, SaveCopiesDialog)
    return dialog


def open_from_phone(window: MainWindow, diary: Path, system: System, qtbot: QtBot) -> QDialog:
    """The dialog about the phone, with a folder in which two pictures are new."""
    show_new_pictures(window, "photos", diary, qtbot)
    view = view_of(window)
    dialog = FromPhone(view.session, view.page, system)
    dialog.open()
    return dialog


def show_new_pictures(window: MainWindow, page: str, diary: Path, qtbot: QtBot) -> None:
    """A page with a line about two pictures in a folder beside the diary."""
    folder = diary.parent / "Pictures" / "Camera Uploads"
    folder.mkdir(parents=True)
    for name, colour in (("a.png", "red"), ("b.png", "blue")):
        Image.new("RGB", (64, 64), colour).save(folder / name)
        os.utime(folder / name, (1_700_000_000, 1_700_000_000))
    show_page(window, page, diary, qtbot)
    watching = view_of(window).session.watching
    watching.choose(folder, only_new=False)
    qtbot.waitUntil(lambda: len(watching.news.pictures) == 2, timeout=SLOW_MS)


def _first_photo(journal: Journal) -> Photo:
    return journal.photos.all()[0]


def front_photos(journal: Journal) -> list[Photo]:
    """Oldest first."""
    return [one for one in journal.photos.all() if one.view is View.FRONT]


def show_welcome(window: MainWindow, step: int) -> None:
    """First run at `step` of 3, the ones before it answered."""
    window.show_welcome()
    welcome = window.centralWidget()
    assert isinstance(welcome, Welcome)
    answers = (_answer_course, _answer_protection)
    for answer in answers[: step - 1]:
        answer(welcome)
        welcome.go_on()


def _answer_course(welcome: Welcome) -> None:
    welcome.course.dose.edit.setText("40")
    welcome.course.weight.edit.setText("68")


def _answer_protection(welcome: Welcome) -> None:
    welcome.protect.no_passphrase.setChecked(True)


def show_lock(window: MainWindow, diary: Path, clock: Clock) -> Unlock:
    tries = WrongTries(window.settings, "sample", clock)
    unlock = Unlock(window.jobs, diary, clock, tries, "Locked after 10 minutes without use")
    window.setCentralWidget(unlock)
    return unlock


def delete_photos(diary: Path, count: int) -> None:
    """Put the first photos of a closed diary without a passphrase into its trash."""
    journal = Journal.open(diary)
    for photo in journal.photos.all()[:count]:
        journal.photos.delete(photo.id)
    journal.close()


def cover_photos(diary: Path) -> None:
    """Have a closed diary without a passphrase cover its photos."""
    journal = Journal.open(diary)
    journal.set_preferences(replace(journal.preferences(), cover_photos=True))
    journal.close()


def mark_spots(diary: Path) -> None:
    """Mark spots on the last two front photos of a closed diary without a passphrase."""
    journal = Journal.open(diary)
    before, last = [one for one in journal.photos.all() if one.view is View.FRONT][-2:]
    corners = ((0.2, 0.2), (0.5, 0.2), (0.2, 0.6))
    journal.alignment.set_points(last.id, before.id, tuple((at, at) for at in corners))
    places = {"1": (0.375, 0.845), "2": (0.315, 0.655), "3": (0.485, 0.217), "4": (0.512, 0.632)}
    regions = dict(
        zip(places, (Region.CHIN, Region.CHEEKS, Region.FOREHEAD, Region.CHEEKS), strict=True)
    )
    marks = {spot: Mark(before.id, spot, at, regions[spot]) for spot, at in places.items()}
    journal.marks.put(before.id, tuple(marks.values()))
    journal.marks.put(last.id, tuple(replace(marks[spot], photo_id=last.id) for spot in "12"))
    journal.close()


def select_photos(window: MainWindow, *rows: int) -> PhotoGrid:
    """Select photos of the gallery by their place in it."""
    grid = window.findChild(PhotoGrid)
    assert isinstance(grid, PhotoGrid)
    grid.setFocus()
    for row in rows:
        grid.move_to(row)
        grid.pick_current(toggle=True)
    return grid


def ask_date(window: MainWindow) -> None:
    """Ask for another date of the selected photos."""
    gallery = window.findChild(Gallery)
    assert isinstance(gallery, Gallery)
    (act,) = [one for one in gallery.menu().actions() if one.text() == "Date…"]
    act.trigger()


def zoom_in(window: MainWindow) -> None:
    """See a photo at 100 %."""
    canvas = window.findChild(Canvas)
    assert isinstance(canvas, Canvas)
    canvas.zoom_to(1.0)


def press(window: MainWindow, text: str) -> None:
    """Press the one button with these words and bring what it opens into view."""
    buttons = [b for b in window.findChildren(QAbstractButton) if b.isVisible()]
    (button,) = [button for button in buttons if button.text() == text]
    button.click()
    QApplication.processEvents()
    view = window.centralWidget()
    assert isinstance(view, DiaryView)
    bar = view.page.scroll_area.verticalScrollBar()
    bar.setValue(bar.maximum())


def open_camera(
    window: MainWindow, cameras: FakeCameras, diary: Path, qtbot: QtBot
) -> CameraDialog:
    """The dialog that takes photos, with the last front photo over the live picture."""
    show_page(window, "photos", diary, qtbot)
    settle(window, qtbot)
    return choose_camera(window, cameras)


def choose_camera(window: MainWindow, cameras: FakeCameras) -> CameraDialog:
    """The same over the page that is shown."""
    menus.choose(window, "Camera")
    dialog = window.findChild(CameraDialog)
    assert isinstance(dialog, CameraDialog)
    cameras.send()
    return dialog


def open_timelapse(window: MainWindow, diary: Path, qtbot: QtBot) -> TimeLapseDialog:
    """The dialog that makes a time-lapse, with its pictures prepared."""
    show_page(window, "photos", diary, qtbot)
    settle(window, qtbot)
    return choose_timelapse(window, qtbot)


def choose_timelapse(window: MainWindow, qtbot: QtBot) -> TimeLapseDialog:
    """The same over the page that is shown."""
    menus.choose(window, "Time-lapse…")
    qtbot.waitUntil(lambda: window.findChild(TimeLapseDialog) is not None)
    dialog = window.findChild(TimeLapseDialog)
    assert isinstance(dialog, TimeLapseDialog)
    qtbot.waitUntil(lambda: not dialog.work.running, timeout=SLOW_MS)
    return dialog


def show_restore(window: MainWindow, backup: Path, qtbot: QtBot) -> Restore:
    """The page that restores, with the backup of a locked diary chosen."""
    window.show_welcome()
    welcome = window.centralWidget()
    assert isinstance(welcome, Welcome)
    welcome.restore_asked.emit()
    restore = window.centralWidget()
    assert isinstance(restore, Restore)
    restore.choice.choose(str(backup))
    qtbot.waitUntil(restore.button.isEnabled)
    return restore


def settle(window: MainWindow, qtbot: QtBot) -> None:
    """Come back once the worker has nothing left to do and no timer waits to draw."""
    for _ in range(ROUNDS):
        qtbot.waitUntil(lambda: not _waiting_timers(window))
        _wait_for_workers(window, qtbot)
    for grid in window.findChildren(PhotoGrid):
        if grid.isVisible():
            qtbot.waitUntil(partial(_is_complete, grid), timeout=SLOW_MS)
    for pages in window.findChildren(QPdfView):
        qtbot.waitUntil(partial(_is_drawn, pages), timeout=SLOW_MS)
    QApplication.processEvents()


def _is_complete(grid: PhotoGrid) -> bool:
    return grid.thumbnails.complete


def _is_drawn(pages: QPdfView) -> bool:
    """Qt draws PDF pages on a thread of its own, on which nothing can be waited for."""
    picture = pages.grab().toImage().convertToFormat(QImage.Format.Format_Indexed8)
    return picture.colorCount() > COLORS_OF_EMPTY_PAGE


def _wait_for_workers(window: MainWindow, qtbot: QtBot) -> None:
    done: list[None] = []
    window.jobs.run(_nothing, done.append, window)
    all_free = Barrier(DECODERS, timeout=SLOW_MS / 1000)
    for _ in range(DECODERS):
        window.jobs.decode(partial(_meet, all_free), done.append, window)
    qtbot.waitUntil(lambda: len(done) > DECODERS, timeout=SLOW_MS)


def save_picture(window: QWidget, file: Path) -> None:
    """A PNG of at most 256 colours: small enough to be kept beside the code."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    window.grab().save(buffer, "PPM")
    file.parent.mkdir(parents=True, exist_ok=True)
    with Image.open(BytesIO(buffer.data().data())) as picture:
        picture.quantize(256, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(
            file, optimize=True
        )


def _waiting_timers(window: MainWindow) -> list[QTimer]:
    return [t for t in window.findChildren(QTimer) if t.isSingleShot() and t.isActive()]


def _meet(others: Barrier) -> None:
    others.wait()


def _nothing() -> None:
    return None


def look_at_new(window: MainWindow, folder: Path, diary: Path, qtbot: QtBot) -> Review:
    """The table over the Photos page, with a photo of no day and one from before the course."""
    show_page(window, "photos", diary, qtbot)
    settle(window, qtbot)
    view = window.centralWidget()
    assert isinstance(view, DiaryView)
    paths = [folder / "scan.jpg", folder / "IMG_20260901_081205.jpg"]
    for number, path in enumerate(paths):
        Image.new("RGB", (64, 64), (200, 180, 40 * number)).save(path)
    os.utime(paths[0], (0, 0))
    assert isinstance(view.page, PhotosPage)
    view.page.importer.add_files(paths, [None, View.FRONT])
    qtbot.waitUntil(lambda: bool(view.findChildren(Review)), timeout=SLOW_MS)
    (table,) = view.findChildren(Review)
    return table
