"""Ways to look at two photos: over each other, in turn, on the whole screen, under a cover."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSlider
from pytestqt.qtbot import QtBot

from diary.domain.photo import Photo, View
from diary.journal import Journal
from diary.ui.dialogs.points.dialog import PointsDialog
from diary.ui.main_window import MainWindow
from diary.ui.pages.compare import ComparePage
from diary.ui.pages.compare.blink import BlinkBar
from diary.ui.pages.compare.film_frame import FilmFrame
from diary.ui.rail import Rail
from diary.ui.session import Session
from diary.ui.widgets.button import Button, IconButton
from diary.ui.widgets.segmented import Segment
from diary.ui.widgets.switch import Switch
from tests.pictures.phone import photo, portrait
from tests.ui.pages.compare.conftest import COLORS, add_photo, fill, wait_for_photos
from tests.ui.pages.compare.seen import color_at, is_like, stage_of
from tests.ui.seen import says, view_of

Press = Callable[..., None]
FIRST, _MIDDLE, TODAY = COLORS.values()
HALF = "#78407a"
"""The first and the last photo, half of each."""


def choose(page: ComparePage, words: str) -> None:
    (segment,) = [one for one in page.findChildren(Segment) if one.text() == words]
    segment.click()


def frames_of(page: ComparePage) -> list[FilmFrame]:
    shown = [frame for frame in page.findChildren(FilmFrame) if frame.isVisible()]
    return sorted(shown, key=FilmFrame.x)


def fade_of(page: ComparePage) -> QSlider:
    shown = [one for one in page.findChildren(QSlider) if one.isVisible()]
    (fade,) = [one for one in shown if one.accessibleName().startswith("How much of B")]
    return fade


def test_overlay_shows_half_of_each(page: ComparePage, qtbot: QtBot) -> None:
    choose(page, "Overlay")
    wait_for_photos(page, qtbot)
    assert is_like(color_at(page, 0.4), HALF)
    assert is_like(color_at(page, 0.6), HALF)


def test_the_overlay_fades_by_key(page: ComparePage, qtbot: QtBot) -> None:
    choose(page, "Overlay")
    wait_for_photos(page, qtbot)
    QTest.keyClick(fade_of(page), Qt.Key.Key_Home)
    assert is_like(color_at(page, 0.5), FIRST)
    QTest.keyClick(fade_of(page), Qt.Key.Key_End)
    assert is_like(color_at(page, 0.5), TODAY)


def test_a_click_moves_the_fade_there(page: ComparePage) -> None:
    choose(page, "Overlay")
    fade = fade_of(page)
    QTest.mouseClick(fade, Qt.MouseButton.LeftButton, pos=QPoint(fade.width() - 10, 5))
    assert fade.value() == 100


def test_blink_shows_a_until_space_shows_b(page: ComparePage, qtbot: QtBot) -> None:
    choose(page, "Blink")
    wait_for_photos(page, qtbot)
    assert is_like(color_at(page, 0.5), FIRST)
    QTest.keyClick(stage_of(page), Qt.Key.Key_Space)
    assert is_like(color_at(page, 0.5), TODAY)
    assert says(page, "Day 54, today")
    assert not says(page, "Day 1, baseline")


def test_holding_the_pointer_shows_the_other_photo(page: ComparePage, qtbot: QtBot) -> None:
    choose(page, "Blink")
    wait_for_photos(page, qtbot)
    stage = stage_of(page)
    QTest.mousePress(stage, Qt.MouseButton.LeftButton, pos=stage.rect().center())
    assert is_like(color_at(page, 0.5), TODAY)
    QTest.mouseRelease(stage, Qt.MouseButton.LeftButton, pos=stage.rect().center())
    assert is_like(color_at(page, 0.5), FIRST)


def test_photos_take_turns_only_when_asked_and_until_the_mode_is_left(
    page: ComparePage, qtbot: QtBot
) -> None:
    choose(page, "Blink")
    bar = page.findChild(BlinkBar)
    assert isinstance(bar, BlinkBar)
    turns: list[object] = []
    bar.turned.connect(turns.append)
    assert not bar.is_running
    choose(page, "Every second")
    qtbot.waitUntil(lambda: len(turns) > 1, timeout=20_000)
    choose(page, "Slider")
    assert not bar.is_running


def test_evening_out_is_off_until_asked_and_says_what_it_does(
    page: ComparePage, qtbot: QtBot
) -> None:
    (switch,) = [one for one in page.findChildren(Switch) if "lighting" in one.text()]
    assert not switch.isChecked()
    switch.click()
    qtbot.waitUntil(lambda: says(page, "This can also change how red skin looks."))
    wait_for_photos(page, qtbot)
    assert color_at(page, 0.6).red() > 1.5 * QColor(TODAY).red()
    switch.click()
    wait_for_photos(page, qtbot)
    assert is_like(color_at(page, 0.6), TODAY)
    assert not says(page, "This can also change how red skin looks.")


def test_what_differs_in_how_they_were_taken_is_said(page: ComparePage, qtbot: QtBot) -> None:
    said = "The light of B has another colour than that of A; compare with care."
    qtbot.waitUntil(lambda: says(page, said))


def switch_of(page: ComparePage) -> Switch:
    (switch,) = [one for one in page.findChildren(Switch) if one.text() == "Align faces"]
    return switch


def test_photos_without_a_face_are_shown_as_taken(page: ComparePage) -> None:
    assert not switch_of(page).isEnabled()
    assert not switch_of(page).isChecked()
    assert says(page, "No face found in A and B. Shown as taken.")


def test_the_photo_without_a_face_is_named(
    page: ComparePage, session: Session, qtbot: QtBot
) -> None:
    taken = session.journal.today() - timedelta(days=1)
    data = photo(portrait())
    session.jobs.wait(lambda: add_photo(session.journal, data, taken))
    session.photos_changed.emit()
    qtbot.waitUntil(lambda: len(frames_of(page)) == 4)
    QTest.mouseClick(frames_of(page)[2], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: says(page, "No face found in A. Shown as taken."), timeout=20_000)


def test_faces_are_laid_over_each_other(page: ComparePage, session: Session, qtbot: QtBot) -> None:
    """The same portrait, once with a wide margin: its edge is not seen once it is aligned."""
    today = session.journal.today()
    whole = portrait()
    margin = Image.new("RGB", (whole.width * 2, whole.height * 2), "#10ff10")
    margin.paste(whole, (whole.width // 2, whole.height // 2))
    pair = [
        session.jobs.wait(partial(add_photo, session.journal, photo(image), today, View.LEFT))
        for image in (whole, margin)
    ]
    page.compare(*pair)
    page.enter()
    qtbot.waitUntil(lambda: says(page, "Aligned by the faces."), timeout=20_000)
    wait_for_photos(page, qtbot)
    assert switch_of(page).isChecked()
    assert color_at(page, 0.6, 0.98).green() < 200
    switch_of(page).click()
    wait_for_photos(page, qtbot)
    assert color_at(page, 0.6, 0.98).green() > 200


def test_points_of_the_patient_lay_b_over_a(
    page: ComparePage, session: Session, qtbot: QtBot
) -> None:
    """Half as large: the rest of A's frame is not B's any more."""
    photos = session.jobs.wait(session.journal.photos.all)
    pairs = tuple(((x / 2, y / 2), (x, y)) for x, y in ((0.1, 0.1), (0.7, 0.1), (0.2, 0.8)))
    set_points = session.journal.alignment.set_points
    session.jobs.wait(partial(set_points, photos[0].id, photos[2].id, pairs))
    session.photos_changed.emit()
    qtbot.waitUntil(lambda: says(page, "Aligned by your points."))
    wait_for_photos(page, qtbot)
    assert switch_of(page).isChecked()
    assert not is_like(color_at(page, 0.6), TODAY)
    switch_of(page).click()
    qtbot.waitUntil(lambda: says(page, "Shown as taken."))
    wait_for_photos(page, qtbot)
    assert is_like(color_at(page, 0.6), TODAY)
    assert switch_of(page).isEnabled()


def test_the_patient_can_point_from_here(page: ComparePage, photos: list[Photo]) -> None:
    (button,) = [one for one in page.findChildren(Button) if one.text() == "Points by hand…"]
    button.click()
    dialog = page.findChild(PointsDialog)
    assert isinstance(dialog, PointsDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_the_whole_screen_is_the_photos_and_comes_back(opened: MainWindow, qtbot: QtBot) -> None:
    view = view_of(opened)
    photos = opened.jobs.wait(partial(fill, view.session.journal))
    view.show_comparison(photos[0], photos[2])
    qtbot.waitUntil(lambda: says(view, "53 days apart"))
    rail = view.findChild(Rail)
    assert isinstance(rail, Rail)
    assert isinstance(view.page, ComparePage)
    stage = stage_of(view.page)
    QTest.keyClick(view.page, Qt.Key.Key_F11)
    assert opened.isFullScreen()
    assert not rail.isVisible()
    assert not says(view, "53 days apart")
    assert not says(view, "On these two days")
    qtbot.waitUntil(lambda: stage.width() > 0.9 * opened.width())
    QTest.keyClick(view.page, Qt.Key.Key_Escape)
    assert not opened.isFullScreen()
    assert rail.isVisible()
    assert says(view, "On these two days")
    qtbot.waitUntil(lambda: stage.width() < 0.8 * opened.width())


@pytest.mark.parametrize("leave", ["page", "lock"])
def test_leaving_gives_the_screen_back(leave: str, unlocked: MainWindow, qtbot: QtBot) -> None:
    view = view_of(unlocked)
    photos = unlocked.jobs.wait(partial(fill, view.session.journal))
    view.show_comparison(photos[0], photos[2])
    qtbot.waitUntil(lambda: says(view, "53 days apart"))
    (button,) = [b for b in view.findChildren(IconButton) if "F11" in b.accessibleName()]
    button.click()
    assert unlocked.isFullScreen()
    if leave == "page":
        view.show_page("today")
    else:
        unlocked.lock()
    assert not unlocked.isFullScreen()


def _cover(journal: Journal) -> None:
    journal.set_preferences(replace(journal.preferences(), cover_photos=True))


def test_covered_photos_are_seen_after_a_click(
    page: ComparePage, session: Session, qtbot: QtBot
) -> None:
    session.jobs.wait(partial(_cover, session.journal))
    session.preferences_changed.emit()
    stage = stage_of(page)
    qtbot.waitUntil(lambda: stage.accessibleName().endswith("covered"))
    assert not is_like(color_at(page, 0.4), FIRST)
    assert not is_like(color_at(page, 0.6), TODAY)
    frames = frames_of(page)
    assert ["covered" in frame.accessibleName() for frame in frames] == [True] * 3
    QTest.mouseClick(stage, Qt.MouseButton.LeftButton, pos=stage.rect().center())
    assert is_like(color_at(page, 0.4), FIRST)
    assert is_like(color_at(page, 0.6), TODAY)
    assert ["covered" in frame.accessibleName() for frame in frames] == [False, True, False]


def test_covered_photos_are_seen_after_a_key(
    page: ComparePage, session: Session, qtbot: QtBot
) -> None:
    session.jobs.wait(partial(_cover, session.journal))
    session.preferences_changed.emit()
    stage = stage_of(page)
    qtbot.waitUntil(lambda: stage.accessibleName().endswith("covered"))
    QTest.keyClick(stage, Qt.Key.Key_Return)
    assert is_like(color_at(page, 0.4), FIRST)
