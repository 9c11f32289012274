"""The Compare page on real photos."""

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from diary.domain.photo import Photo, View
from diary.ui.pages.compare import ComparePage
from diary.ui.pages.compare.film_frame import FilmFrame
from diary.ui.pages.compare.sides import Side
from diary.ui.session import Session
from diary.ui.widgets.button import Button
from diary.ui.widgets.segmented import Segment
from diary.ui.widgets.select import Select
from tests.ui.pages.compare.conftest import COLORS, add_photo, jpeg, wait_for_photos
from tests.ui.pages.compare.seen import color_at, is_like, stage_of
from tests.ui.seen import says

Press = Callable[..., None]
FIRST, MIDDLE, TODAY = COLORS.values()


def choose_mode(page: ComparePage, words: str) -> None:
    (segment,) = [one for one in page.findChildren(Segment) if one.text() == words]
    segment.click()


def frames(page: ComparePage) -> list[FilmFrame]:
    """From left to right."""
    shown = [frame for frame in page.findChildren(FilmFrame) if frame.isVisible()]
    return sorted(shown, key=FilmFrame.x)


def chosen(page: ComparePage) -> dict[Side, int]:
    """Which photo of the filmstrip has which letter."""
    return {frame.side: place for place, frame in enumerate(frames(page)) if frame.side}


def figures(page: ComparePage) -> list[str]:
    return [one.accessibleName() for one in page.findChildren(QLabel) if one.accessibleName()]


def test_the_photos_meet_at_the_line(page: ComparePage) -> None:
    assert is_like(color_at(page, 0.4), FIRST)
    assert is_like(color_at(page, 0.6), TODAY)


def test_the_page_says_which_days_they_are(page: ComparePage) -> None:
    assert says(page, "Baseline and today · 53 days apart")
    assert says(page, "Day 1, baseline")
    assert says(page, "Day 54, today")


def test_the_line_moves_by_key(page: ComparePage, press: Press) -> None:
    line = stage_of(page)
    for key, expected in (
        (Qt.Key.Key_Right, 0.51),
        (Qt.Key.Key_Left, 0.50),
        (Qt.Key.Key_PageUp, 0.60),
        (Qt.Key.Key_PageDown, 0.50),
        (Qt.Key.Key_Home, 0.0),
        (Qt.Key.Key_End, 1.0),
    ):
        press(key)
        assert line.line == pytest.approx(expected)


def test_at_the_end_only_a_is_seen(page: ComparePage, press: Press) -> None:
    press(Qt.Key.Key_End)
    assert is_like(color_at(page, 0.6), FIRST)


def test_the_line_follows_the_pointer(page: ComparePage) -> None:
    stage = stage_of(page)
    middle = QPoint(stage.width() // 2, stage.height() // 2)
    QTest.mousePress(stage, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(stage, middle + QPoint(90, 0))
    QTest.mouseRelease(stage, Qt.MouseButton.LeftButton, pos=middle + QPoint(90, 0))
    assert is_like(color_at(page, 0.5 + 60 / stage.width()), FIRST)


def test_side_by_side_shows_each_photo_whole(page: ComparePage, qtbot: QtBot) -> None:
    choose_mode(page, "Side by side")
    wait_for_photos(page, qtbot)
    assert is_like(color_at(page, 0.15, 0.5), FIRST)
    assert is_like(color_at(page, 0.85, 0.5), TODAY)


def test_zoom_is_the_same_for_both_photos(page: ComparePage, press: Press, qtbot: QtBot) -> None:
    choose_mode(page, "Side by side")
    stage = stage_of(page)
    before = stage.photo_box(Side.A).width()
    press(Qt.Key.Key_Plus)
    wait_for_photos(page, qtbot)
    assert stage.lens.zoom == pytest.approx(1.25)
    assert stage.photo_box(Side.B).size() == stage.photo_box(Side.A).size()
    press(Qt.Key.Key_0)
    assert stage.photo_box(Side.A).width() == pytest.approx(before, abs=1)


def test_the_wheel_looks_closer(page: ComparePage) -> None:
    stage = stage_of(page)
    at = QPointF(stage.rect().center())
    event = QWheelEvent(
        at,
        QPointF(stage.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(stage, event)
    assert stage.lens.zoom == pytest.approx(1.25**2)


def test_closer_photos_are_dragged_together(page: ComparePage, press: Press) -> None:
    stage = stage_of(page)
    for _ in range(6):
        press(Qt.Key.Key_Plus)
    before = stage.lens
    start = QPoint(stage.width() // 2 + 80, stage.height() // 2)
    QTest.mousePress(stage, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(stage, start + QPoint(-30, 20))
    QTest.mouseRelease(stage, Qt.MouseButton.LeftButton, pos=start + QPoint(-30, 20))
    assert stage.lens.zoom == before.zoom
    assert before.centre is not None
    assert stage.lens.centre is not None
    assert stage.lens.centre.x() > before.centre.x()
    assert stage.lens.centre.y() < before.centre.y()


def test_a_double_click_looks_closer_and_back(page: ComparePage) -> None:
    stage = stage_of(page)
    at = stage.rect().center() + QPoint(60, 0)
    QTest.mouseDClick(stage, Qt.MouseButton.LeftButton, pos=at)
    assert stage.lens.zoom > 1
    QTest.mouseDClick(stage, Qt.MouseButton.LeftButton, pos=at)
    assert stage.lens.zoom == 1


def test_a_click_in_the_filmstrip_chooses_b(page: ComparePage, qtbot: QtBot) -> None:
    QTest.mouseClick(frames(page)[1], Qt.MouseButton.LeftButton)
    wait_for_photos(page, qtbot)
    assert chosen(page) == {Side.A: 0, Side.B: 1}
    assert is_like(color_at(page, 0.6), MIDDLE)
    assert says(page, "Baseline and 22 Oct · 21 days apart")


def test_a_click_with_shift_chooses_a(page: ComparePage, qtbot: QtBot) -> None:
    QTest.mouseClick(frames(page)[1], Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier)
    wait_for_photos(page, qtbot)
    assert chosen(page) == {Side.A: 1, Side.B: 2}
    assert is_like(color_at(page, 0.4), MIDDLE)


def test_the_filmstrip_is_walked_by_key(page: ComparePage, qtbot: QtBot) -> None:
    frames(page)[2].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(frames(page)[2], Qt.Key.Key_Left)
    assert frames(page)[1].hasFocus()
    QTest.keyClick(frames(page)[1], Qt.Key.Key_Return)
    assert chosen(page) == {Side.A: 0, Side.B: 1}
    QTest.keyClick(frames(page)[1], Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert chosen(page) == {Side.A: 1, Side.B: 0}, "choosing the other’s photo changes places"


def test_a_photo_of_the_filmstrip_says_its_letter(page: ComparePage) -> None:
    assert frames(page)[2].accessibleName().startswith("Front, Monday 23 November, day 54, acne 4")
    assert frames(page)[2].accessibleName().endswith("chosen as B")


@pytest.mark.parametrize(("key", "a"), [(Qt.Key.Key_P, 1), (Qt.Key.Key_F, 0), (Qt.Key.Key_1, 0)])
def test_a_key_away(key: Qt.Key, a: int, page: ComparePage, press: Press, session: Session) -> None:
    """There is no photo within a week of the end of month one: A stays the first."""
    press(key)
    assert chosen(page) == {Side.A: a, Side.B: 2}


def test_month_one_is_a_key_away(
    page: ComparePage, session: Session, press: Press, qtbot: QtBot
) -> None:
    session.jobs.wait(lambda: add_photo(session.journal, jpeg("#909020"), date(2026, 10, 30)))
    session.photos_changed.emit()
    qtbot.waitUntil(lambda: len(frames(page)) == 4)
    press(Qt.Key.Key_1)
    assert chosen(page) == {Side.A: 2, Side.B: 3}


def test_a_and_b_change_places(page: ComparePage, press: Press, qtbot: QtBot) -> None:
    press(Qt.Key.Key_S)
    wait_for_photos(page, qtbot)
    assert is_like(color_at(page, 0.4), TODAY)
    assert chosen(page) == {Side.A: 2, Side.B: 0}


def test_both_days_scores_and_what_changed(page: ComparePage) -> None:
    said = figures(page)
    assert "Acne, 1 Oct: 6" in said
    assert "Acne, 23 Nov: 4" in said
    assert "Acne, change: −2" in said
    assert "Dryness, 1 Oct: 0.0" in said
    assert "Dryness, change: +3.8" in said


def test_what_was_not_answered_has_no_change(page: ComparePage) -> None:
    said = figures(page)
    assert "Mood, 1 Oct: –" in said
    assert "Mood, change: –" in said


def test_days_without_a_dose_are_said(page: ComparePage) -> None:
    """Today can still be answered; the day of an earlier photo cannot be left out."""
    assert says(page, "Dose: 53 days without a record until 23 Nov.")
    QTest.mouseClick(frames(page)[1], Qt.MouseButton.LeftButton)
    assert says(page, "Dose: 22 days without a record until 22 Oct.")


def test_the_view_can_be_changed(page: ComparePage, session: Session, qtbot: QtBot) -> None:
    for on, color in ((date(2026, 10, 2), "#a0a0a0"), (date(2026, 11, 20), "#505050")):
        session.jobs.wait(
            lambda on=on, color=color: add_photo(session.journal, jpeg(color), on, View.LEFT)  # type: ignore[misc]
        )
    session.photos_changed.emit()
    views = page.findChild(Select)
    assert isinstance(views, Select)
    qtbot.waitUntil(lambda: views.count() == 2)
    views.setCurrentIndex(1)
    views.activated.emit(1)
    wait_for_photos(page, qtbot)
    assert is_like(color_at(page, 0.4), "#a0a0a0")
    assert is_like(color_at(page, 0.6), "#505050")


def test_a_deleted_photo_leaves_the_page(
    page: ComparePage, photos: list[Photo], session: Session, qtbot: QtBot
) -> None:
    session.jobs.wait(lambda: session.journal.photos.delete(photos[2].id))
    session.photos_changed.emit()
    qtbot.waitUntil(lambda: chosen(page) == {Side.A: 0, Side.B: 1})
    wait_for_photos(page, qtbot)
    assert is_like(color_at(page, 0.6), MIDDLE)


@pytest.mark.parametrize("gone", [0, 2])
def test_a_photo_that_comes_back_takes_its_place_again(
    gone: int, page: ComparePage, photos: list[Photo], session: Session, qtbot: QtBot
) -> None:
    for act in (session.journal.photos.delete, session.journal.photos.restore):
        before = chosen(page)
        session.jobs.wait(partial(act, photos[gone].id))
        session.photos_changed.emit()
        qtbot.waitUntil(lambda before=before: chosen(page) != before)  # type: ignore[misc]
    assert chosen(page) == {Side.A: 0, Side.B: 2}
    wait_for_photos(page, qtbot)
    assert is_like(color_at(page, 0.4), FIRST)
    assert is_like(color_at(page, 0.6), TODAY)


def test_a_stand_in_that_is_compared_with_another_photo_stays(
    page: ComparePage, photos: list[Photo], session: Session, press: Press, qtbot: QtBot
) -> None:
    session.jobs.wait(partial(session.journal.photos.delete, photos[2].id))
    session.photos_changed.emit()
    qtbot.waitUntil(lambda: chosen(page) == {Side.A: 0, Side.B: 1})
    press(Qt.Key.Key_S)
    session.jobs.wait(partial(session.journal.photos.restore, photos[2].id))
    session.photos_changed.emit()
    qtbot.waitUntil(lambda: len(frames(page)) == 3)
    assert chosen(page) == {Side.A: 1, Side.B: 0}


def test_one_photo_cannot_be_compared(
    page: ComparePage, photos: list[Photo], session: Session, qtbot: QtBot
) -> None:
    for photo in photos[1:]:
        session.jobs.wait(lambda one=photo: session.journal.photos.delete(one.id))  # type: ignore[misc]
    session.photos_changed.emit()
    qtbot.waitUntil(lambda: says(page, "Two photos are needed"))
    assert frames(page) == []


def test_a_damaged_photo_is_a_sentence(
    session: Session, photos: list[Photo], show: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    (sealed,) = session.journal.folder.rglob(f"{photos[-1].object_name}.age")
    sealed.write_bytes(b"scribble")
    session.jobs.wait(lambda: session.journal._vault.pictures.forget(photos[-1].id))  # noqa: SLF001
    page = ComparePage(session)
    page.resize(1080, 800)
    show(page)
    page.enter()
    qtbot.waitUntil(lambda: says(page, "The file of B is damaged."), timeout=10_000)
    wait_for_photos(page, qtbot)
    assert is_like(color_at(page, 0.4), FIRST)


def test_the_way_back_leads_to_photos(page: ComparePage, press: Press, qtbot: QtBot) -> None:
    (crumb,) = [b for b in page.findChildren(Button) if b.text() == "Photos"]
    with qtbot.waitSignal(page.open_page) as asked:
        crumb.click()
    assert asked.args == ["photos"]
    with qtbot.waitSignal(page.open_page) as asked:
        press(Qt.Key.Key_Escape)
    assert asked.args == ["photos"]


def test_no_picture_is_kept_while_another_page_is_shown(page: ComparePage) -> None:
    page.hide()
    assert not is_like(color_at(page, 0.4), FIRST)
    assert not is_like(color_at(page, 0.6), TODAY)


def test_spots_are_marked_on_the_later_photo(
    page: ComparePage, session: Session, qtbot: QtBot
) -> None:
    (button,) = [one for one in page.findChildren(Button) if one.text() == "Mark spots"]
    with qtbot.waitSignal(page.marks_asked) as asked:
        button.click()
    assert asked.args == [session.jobs.wait(session.journal.photos.all)[-1]]
