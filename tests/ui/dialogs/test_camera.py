"""The camera dialog over the Photos page of a real diary, with cameras that are not there."""

import io
from collections.abc import Callable
from datetime import date, time

import pytest
from PIL import Image
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from diary.domain.photo import DateSource, Photo, Taken, View
from diary.domain.preferences import Preferences
from diary.errors import CameraRefused
from diary.journal import Journal
from diary.ui import camera as cameras
from diary.ui import messages
from diary.ui.camera import Access, Camera, CameraBackend
from diary.ui.dialogs.camera import CameraDialog
from diary.ui.dialogs.camera import dialog as module
from diary.ui.dialogs.camera.dialog import Stage
from diary.ui.main_window import MainWindow
from diary.ui.pages.photos import PhotosPage
from diary.ui.session import Session
from diary.ui.widgets.button import Button
from diary.ui.widgets.notice import Notice
from diary.ui.widgets.segmented import Segment
from diary.ui.widgets.select import Select
from diary.ui.widgets.switch import Switch
from tests.pictures import phone
from tests.ui import menus
from tests.ui.fake_cameras import BUILT_IN, LEFT_HALF, SKIN, USB, FakeCameras, scene
from tests.ui.seen import is_locked, view_of

Show = Callable[[QWidget], None]

SLOW = 30_000


@pytest.fixture(autouse=True)
def fast(monkeypatch: pytest.MonkeyPatch) -> None:
    """Seconds of the countdown that pass in the blink of an eye."""
    monkeypatch.setattr(module, "TICK_MS", 10)


@pytest.fixture
def page(session: Session, show: Show) -> PhotosPage:
    page = PhotosPage(session)
    page.resize(1080, 800)
    show(page)
    page.enter()
    return page


@pytest.fixture
def backend(page: PhotosPage, monkeypatch: pytest.MonkeyPatch) -> FakeCameras:
    """One camera, which is allowed."""
    fake = FakeCameras(page, BUILT_IN)

    def make(parent: QObject) -> CameraBackend:
        return fake

    monkeypatch.setattr(cameras, "make", make)
    return fake


def open_camera(page: PhotosPage, qtbot: QtBot) -> CameraDialog:
    qtbot.waitUntil(lambda: "Camera" in menus.offered(page))
    menus.choose(page, "Camera")
    dialog = page.findChild(CameraDialog)
    assert isinstance(dialog, CameraDialog)
    qtbot.waitUntil(dialog.isVisible)
    return dialog


@pytest.fixture
def dialog(page: PhotosPage, backend: FakeCameras, qtbot: QtBot) -> CameraDialog:
    """Open, with a live picture and no countdown."""
    dialog = open_camera(page, qtbot)
    backend.send()
    choose(dialog, "Countdown", "None")
    return dialog


def add(session: Session, day: int, colour: tuple[int, int, int]) -> Photo:
    data = io.BytesIO()
    Image.new("RGB", (300, 400), colour).save(data, "PNG")

    def put() -> Photo:
        picture = session.journal.photos.read_bytes(data.getvalue(), f"{day}.png")
        taken = Taken(date(2026, 10, day), None, None, DateSource.TYPED)
        return session.journal.photos.add(picture, view=View.FRONT, taken=taken).photo

    return session.jobs.wait(put)


def button(dialog: QWidget, text: str) -> Button:
    (found,) = [b for b in dialog.findChildren(Button) if b.text() == text]
    return found


def choose(dialog: QWidget, name: str, text: str) -> None:
    """Press one of the segments of a question."""
    found = [s for s in dialog.findChildren(Segment) if s.accessibleName() == f"{name}, {text}"]
    (segment,) = found
    segment.click()


def says(dialog: CameraDialog) -> str:
    labels = [one.text() for one in dialog.findChildren(QLabel) if one.isVisible()]
    notices = [one.accessibleName() for one in dialog.findChildren(Notice) if one.isVisible()]
    return " | ".join([*labels, *notices, dialog.live.accessibleDescription()])


def painted(dialog: CameraDialog) -> QImage:
    return dialog.live.grab().toImage()


def colour_at(dialog: CameraDialog, share: float) -> QColor:
    """In the middle line of the picture, at a share of its width."""
    image = painted(dialog)
    width = min(image.width(), image.height() * 640 // 480)
    x = (image.width() - width) // 2 + round(width * share)
    return image.pixelColor(x, image.height() // 2 + 9)


def is_near(found: QColor, wanted: QColor) -> bool:
    return all(
        abs(a - b) < 25
        for a, b in zip(found.getRgb()[:3], wanted.getRgb()[:3], strict=True)  # type: ignore[index]
    )


def light(backend: FakeCameras) -> Camera | None:
    """The camera whose light is on."""
    return backend.on


def stage(dialog: CameraDialog) -> Stage:
    return dialog.stage


def photos(session: Session) -> list[Photo]:
    return session.jobs.wait(session.journal.photos.all)


def take(dialog: CameraDialog, qtbot: QtBot) -> None:
    """Take a photo and wait until it can be kept."""
    button(dialog, "Take photo").click()
    assert stage(dialog) is Stage.TAKEN
    qtbot.waitUntil(button(dialog, "Keep").isEnabled, timeout=SLOW)


def test_the_live_picture_is_a_mirror_and_what_was_taken_is_not(
    dialog: CameraDialog, qtbot: QtBot
) -> None:
    assert is_near(colour_at(dialog, 0.9), LEFT_HALF)
    assert is_near(colour_at(dialog, 0.02), SKIN)
    assert "The photo is kept as others see you" in says(dialog)
    take(dialog, qtbot)
    assert is_near(colour_at(dialog, 0.1), LEFT_HALF)
    assert "As it will be kept" in says(dialog)


def test_a_photo_that_is_kept_is_in_the_diary_as_it_was_seen_by_others(
    dialog: CameraDialog, session: Session, backend: FakeCameras, qtbot: QtBot
) -> None:
    take(dialog, qtbot)
    button(dialog, "Keep").click()
    qtbot.waitUntil(lambda: "Front photo added." in says(dialog), timeout=SLOW)
    (photo,) = photos(session)
    assert (photo.view, photo.taken.on, photo.taken.at) == (
        View.FRONT,
        date(2026, 11, 23),
        time(8, 14),
    )
    original = session.jobs.wait(lambda: session.journal.photos.original(photo))
    with Image.open(io.BytesIO(original)) as kept:
        assert kept.size == (640, 480)
        assert not kept.getexif()
        assert is_near(QColor(*kept.getpixel((40, 240))), LEFT_HALF)  # type: ignore[misc]
    assert light(backend) == BUILT_IN


def test_a_photo_that_was_kept_can_be_taken_back_and_kept_again(
    dialog: CameraDialog, session: Session, qtbot: QtBot
) -> None:
    take(dialog, qtbot)
    button(dialog, "Keep").click()
    qtbot.waitUntil(lambda: len(photos(session)) == 1, timeout=SLOW)
    kept = photos(session)
    session.undo.undo()
    assert photos(session) == []
    session.undo.redo()
    assert photos(session) == kept


def test_a_photo_that_is_taken_again_leaves_nothing(
    dialog: CameraDialog, session: Session, backend: FakeCameras, qtbot: QtBot
) -> None:
    take(dialog, qtbot)
    assert light(backend) is None
    button(dialog, "Again").click()
    assert light(backend) == BUILT_IN
    backend.send()
    assert stage(dialog) is Stage.LIVE
    assert photos(session) == []


def test_how_the_photo_differs_from_the_last_one_is_said_before_it_is_kept(
    page: PhotosPage, session: Session, backend: FakeCameras, qtbot: QtBot
) -> None:
    add(session, 1, (235, 190, 170))
    dialog = open_camera(page, qtbot)
    choose(dialog, "Countdown", "None")
    dark = scene()
    dark.fill(QColor(90, 60, 50))
    qtbot.waitUntil(lambda: session.jobs.wait(lambda: True))
    backend.send(dark)
    take(dialog, qtbot)
    assert "compare with care" in says(dialog) or "Dark" in says(dialog)


def test_the_countdown_ends_with_a_photo(
    dialog: CameraDialog, backend: FakeCameras, qtbot: QtBot
) -> None:
    choose(dialog, "Countdown", "3 s")
    button(dialog, "Take photo").click()
    assert stage(dialog) is Stage.COUNTING
    assert dialog.live.number == 3
    qtbot.waitUntil(lambda: stage(dialog) is Stage.TAKEN)


def test_esc_stops_the_countdown_and_only_that(
    page: PhotosPage, backend: FakeCameras, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(module, "TICK_MS", SLOW)
    dialog = open_camera(page, qtbot)
    backend.send()
    button(dialog, "Take photo").click()
    assert stage(dialog) is Stage.COUNTING
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert stage(dialog) is Stage.LIVE
    assert dialog.live.number == 0
    assert light(backend) == BUILT_IN


@pytest.mark.parametrize("leave", ["close", "esc", "another page"])
def test_the_camera_goes_out_when_it_is_left(
    dialog: CameraDialog, page: PhotosPage, backend: FakeCameras, leave: str, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(dialog.destroyed):
        if leave == "close":
            button(dialog, "Close").click()
        elif leave == "esc":
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
        else:
            page.hide()
    assert light(backend) is None
    assert page.findChild(QDialog) is None


def test_locking_turns_the_camera_off_and_forgets_its_picture(
    unlocked: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    fake = FakeCameras(unlocked, BUILT_IN)
    monkeypatch.setattr(cameras, "make", lambda _parent: fake)
    view = view_of(unlocked)
    view.show_page("photos")
    page = view.page
    assert isinstance(page, PhotosPage)
    dialog = open_camera(page, qtbot)
    fake.send()
    choose(dialog, "Countdown", "None")
    take(dialog, qtbot)
    button(dialog, "Again").click()
    assert light(fake) == BUILT_IN
    with qtbot.waitSignal(dialog.destroyed, timeout=SLOW):
        unlocked.lock()
    assert is_locked(unlocked)
    assert light(fake) is None


def test_locking_over_a_photo_that_was_taken_does_not_turn_the_camera_on_again(
    unlocked: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    fake = FakeCameras(unlocked, BUILT_IN)
    monkeypatch.setattr(cameras, "make", lambda _parent: fake)
    view = view_of(unlocked)
    view.show_page("photos")
    page = view.page
    assert isinstance(page, PhotosPage)
    dialog = open_camera(page, qtbot)
    fake.send()
    choose(dialog, "Countdown", "None")
    take(dialog, qtbot)
    times = fake.started
    with qtbot.waitSignal(dialog.destroyed, timeout=SLOW):
        unlocked.lock()
    assert fake.started == times


def test_a_minimised_window_turns_the_camera_off_until_it_is_back(
    dialog: CameraDialog, backend: FakeCameras
) -> None:
    dialog.hide()
    assert light(backend) is None
    dialog.show()
    assert light(backend) == BUILT_IN


def test_it_is_asked_before_the_camera_is_used(
    page: PhotosPage, backend: FakeCameras, qtbot: QtBot
) -> None:
    backend.allowed = Access.TO_BE_ASKED
    dialog = open_camera(page, qtbot)
    assert backend.asked == 1
    assert light(backend) is None
    assert "Waiting for your permission" in says(dialog)
    backend.answer(Access.ALLOWED)
    assert light(backend) == BUILT_IN


def test_a_refusal_is_told_with_what_to_do(
    page: PhotosPage, backend: FakeCameras, qtbot: QtBot
) -> None:
    backend.allowed = Access.TO_BE_ASKED
    dialog = open_camera(page, qtbot)
    backend.answer(Access.REFUSED)
    assert "may not use the camera. Allow it in the privacy settings" in says(dialog)
    assert light(backend) is None
    assert not button(dialog, "Take photo").isEnabled()


def test_a_camera_that_is_connected_later_is_used(
    page: PhotosPage, backend: FakeCameras, qtbot: QtBot
) -> None:
    backend.there = []
    dialog = open_camera(page, qtbot)
    assert "No camera was found" in says(dialog)
    backend.plug(USB)
    assert light(backend) == USB


def test_a_camera_that_is_pulled_out_makes_room_for_another(
    dialog: CameraDialog, backend: FakeCameras
) -> None:
    backend.plug(USB)
    assert "The camera was disconnected." in says(dialog)
    assert light(backend) == USB
    backend.plug()
    assert light(backend) is None
    assert "No camera was found" in says(dialog)
    assert stage(dialog) is Stage.OFF


def test_one_of_several_cameras_can_be_chosen(dialog: CameraDialog, backend: FakeCameras) -> None:
    (choice,) = [s for s in dialog.findChildren(Select) if s.accessibleName() == "Camera"]
    assert not choice.isVisible()
    backend.plug(BUILT_IN, USB)
    assert choice.isVisible()
    assert light(backend) == BUILT_IN
    choice.setCurrentIndex(1)
    choice.activated.emit(1)
    assert light(backend) == USB


def test_a_camera_that_fails_or_sends_nothing_is_told(
    page: PhotosPage, backend: FakeCameras, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(module, "SILENT_MS", 10)
    dialog = open_camera(page, qtbot)
    qtbot.waitUntil(lambda: "Another program may be using it" in says(dialog))
    assert light(backend) is None
    backend.failed.emit("device lost")
    assert "The camera stopped: device lost" in says(dialog)


def test_the_last_photo_lies_over_the_picture_and_the_first_or_none_on_request(
    page: PhotosPage, session: Session, backend: FakeCameras, qtbot: QtBot
) -> None:
    red, green = QColor(250, 20, 20), QColor(20, 250, 20)
    add(session, 1, (250, 20, 20))
    add(session, 8, (20, 250, 20))
    dialog = open_camera(page, qtbot)
    dialog.choices.strength.setValue(100)
    backend.send()
    qtbot.waitUntil(lambda: is_near(colour_at(dialog, 0.5), green), timeout=SLOW)
    choose(dialog, "Photo over the picture", "First")
    qtbot.waitUntil(lambda: is_near(colour_at(dialog, 0.5), red), timeout=SLOW)
    choose(dialog, "Photo over the picture", "None")
    assert not is_near(colour_at(dialog, 0.5), red)


def test_the_outline_of_the_first_photos_face_is_drawn_until_it_is_switched_off(
    page: PhotosPage, session: Session, backend: FakeCameras, qtbot: QtBot
) -> None:
    session.jobs.wait(lambda: _add_portrait(session.journal))
    dialog = open_camera(page, qtbot)
    choose(dialog, "Photo over the picture", "None")
    backend.send()
    (switch,) = [s for s in dialog.findChildren(Switch) if "Outline" in s.text()]
    assert switch.isChecked()
    face = session.jobs.wait(lambda: _outline(session.journal))

    def drawn() -> bool:
        image = painted(dialog)
        middle = image.rect().center()
        height = min(image.width(), image.height() * 640 // 480) * 480 // 640
        places = [  # mirrored, as high as the picture
            QPoint(round(middle.x() - (x - 0.5) * height), round(middle.y() + (y - 0.5) * height))
            for x, y in face[::6]
        ]
        return not any(is_near(image.pixelColor(place), SKIN) for place in places)

    qtbot.waitUntil(drawn, timeout=SLOW)
    switch.setChecked(False)
    assert not drawn()


def _add_portrait(journal: Journal) -> None:
    picture = journal.photos.read_bytes(phone.photo(phone.portrait()), "first.jpg")
    journal.photos.add(
        picture,
        view=View.FRONT,
        taken=Taken(date(2026, 10, 1), None, None, DateSource.TYPED),
    )


def _outline(journal: Journal) -> tuple[tuple[float, float], ...]:
    face = journal.alignment.face(journal.photos.all()[0])
    assert face is not None
    return face.outline


def test_a_covered_photo_is_not_laid_over_the_picture_unasked(
    page: PhotosPage, session: Session, backend: FakeCameras, qtbot: QtBot
) -> None:
    red = QColor(250, 20, 20)
    add(session, 1, (250, 20, 20))
    session.jobs.wait(lambda: _cover_photos(session.journal))
    dialog = open_camera(page, qtbot)
    dialog.choices.strength.setValue(100)
    backend.send()
    qtbot.waitUntil(lambda: not dialog.choices.strength.isEnabled(), timeout=SLOW)
    assert not is_near(colour_at(dialog, 0.5), red)
    choose(dialog, "Photo over the picture", "Last")
    qtbot.waitUntil(lambda: is_near(colour_at(dialog, 0.5), red), timeout=SLOW)


def _cover_photos(journal: Journal) -> None:
    journal.set_preferences(Preferences(cover_photos=True))


def test_there_is_no_button_where_cameras_cannot_be_driven(
    session: Session, show: Show, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(cameras, "can_be_used", lambda: False)
    page = PhotosPage(session)
    show(page)
    page.enter()
    qtbot.waitUntil(lambda: any(b.text() == "Add photos…" for b in page.findChildren(Button)))
    assert "Camera" not in menus.offered(page)


def test_a_missing_library_of_the_system_is_told(
    page: PhotosPage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    told: list[Exception] = []

    def refuse(parent: QObject) -> CameraBackend:
        raise CameraRefused

    monkeypatch.setattr(cameras, "make", refuse)
    monkeypatch.setattr(messages, "tell", lambda _over, error: told.append(error))
    qtbot.waitUntil(lambda: "Camera" in menus.offered(page))
    menus.choose(page, "Camera")
    assert len(told) == 1
