"""The Marks page on a real diary: by pointer, by keyboard, undone, carried over, counted."""

from collections.abc import Callable
from datetime import date
from functools import partial
from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from diary.domain.mark import Mark
from diary.domain.photo import DateSource, Photo, Taken, View
from diary.domain.regions import Region
from diary.journal import Journal
from diary.ui.diary_view import DiaryView
from diary.ui.pages.marks import MarksPage
from diary.ui.pages.marks.canvas import MarkCanvas
from diary.ui.pages.marks.contrast_chart import ContrastChart
from diary.ui.pages.table import entries
from diary.ui.session import Session
from diary.ui.widgets.button import Button
from diary.ui.widgets.check_row import CheckRow
from diary.ui.widgets.select import Select
from tests.journal.test_panels import add
from tests.ui.seen import SLOW
from tests.ui.test_covering import cover

CORNERS = ((0.2, 0.2), (0.5, 0.2), (0.2, 0.6))
PLACE = (0.25, 0.25)


def fill(journal: Journal) -> None:
    """Two front photos that lie over each other; one spot is marked on the first."""
    first = add(journal, date(2026, 11, 1), (100, 100))
    last = add(journal, date(2026, 11, 20), (140, 100))
    journal.alignment.set_points(last.id, first.id, tuple((at, at) for at in CORNERS))
    journal.marks.put(first.id, (Mark(first.id, "a", PLACE, Region.CHIN),))


@pytest.fixture
def photos(session: Session) -> list[Photo]:
    session.jobs.wait(partial(fill, session.journal))
    return session.jobs.wait(session.journal.photos.all)


@pytest.fixture
def page(
    session: Session, photos: list[Photo], show: Callable[[QWidget], None], qtbot: QtBot
) -> MarksPage:
    page = MarksPage(session)
    page.resize(1080, 832)
    show(page)
    page.enter()
    qtbot.waitUntil(lambda: "1 proposed" in spoken(page))
    qtbot.waitUntil(lambda: canvas(page).is_drawn)
    qtbot.waitUntil(lambda: len(chart(page).points) == 1, timeout=SLOW)
    return page


def chart(page: MarksPage) -> ContrastChart:
    found = page.findChild(ContrastChart)
    assert isinstance(found, ContrastChart)
    return found


def canvas(page: MarksPage) -> MarkCanvas:
    found = page.findChild(MarkCanvas)
    assert isinstance(found, MarkCanvas)
    return found


def spoken(page: MarksPage) -> str:
    return canvas(page).accessibleName()


def at(page: MarksPage, point: tuple[float, float]) -> QPoint:
    return canvas(page).place_of(point).toPoint()


def click(
    page: MarksPage,
    point: tuple[float, float],
    button: Qt.MouseButton = Qt.MouseButton.LeftButton,
) -> None:
    QTest.mouseClick(canvas(page), button, Qt.KeyboardModifier.NoModifier, at(page, point))


def drag(page: MarksPage, start: tuple[float, float], end: tuple[float, float]) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(canvas(page), left, none, at(page, start))
    QTest.mouseMove(canvas(page), at(page, end))
    QTest.mouseRelease(canvas(page), left, none, at(page, end))


def button(page: MarksPage, text: str) -> Button:
    return next(one for one in page.findChildren(Button) if one.text() == text)


def offered(page: MarksPage) -> list[str]:
    """The counts that can be used for the day."""
    buttons = page.findChildren(Button)
    return [one.text() for one in buttons if one.isVisible() and one.text().startswith("Use ")]


def kept(session: Session, photo: Photo) -> tuple[Mark, ...]:
    return session.jobs.wait(partial(session.journal.marks.of, photo.id))


def words(page: MarksPage) -> list[str]:
    return [one.text() for one in page.findChildren(QLabel) if one.isVisible()]


def test_a_click_marks_a_spot_which_is_undone_and_done_again(
    page: MarksPage, session: Session, photos: list[Photo], qtbot: QtBot
) -> None:
    click(page, (0.4, 0.5))
    (mark,) = kept(session, photos[-1])
    assert mark.at == pytest.approx((0.4, 0.5), abs=0.003)
    assert mark.region is Region.ELSEWHERE
    assert "1 marked, 1 proposed" in spoken(page)
    session.undo.undo()
    qtbot.waitUntil(lambda: "0 marked, 1 proposed" in spoken(page))
    session.undo.redo()
    qtbot.waitUntil(lambda: "1 marked, 1 proposed" in spoken(page))
    assert kept(session, photos[-1]) == (mark,)


def test_a_reading_that_is_out_of_date_takes_no_mark_away(
    page: MarksPage, session: Session, photos: list[Photo], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.marks_changed):
        click(page, (0.4, 0.5))
    session.jobs.wait(lambda: None)
    click(page, (0.5, 0.6))
    session.jobs.deliver()
    click(page, (0.6, 0.7))
    assert len(kept(session, photos[-1])) == 3


def test_a_proposed_spot_counts_once_it_is_clicked(
    page: MarksPage, session: Session, photos: list[Photo]
) -> None:
    assert any("1 spot of 1 Nov is proposed" in text for text in words(page))
    assert kept(session, photos[-1]) == ()
    click(page, PLACE)
    (mark,) = kept(session, photos[-1])
    assert (mark.spot, mark.region) == ("a", Region.CHIN)
    assert mark.at == pytest.approx(PLACE)


def test_a_proposed_spot_that_is_gone_is_neither_counted_nor_proposed(
    page: MarksPage, session: Session, photos: list[Photo], press: Callable[..., None]
) -> None:
    canvas(page).setFocus()
    click(page, PLACE, Qt.MouseButton.RightButton)
    assert button(page, "Gone").isVisible()
    press(Qt.Key.Key_Delete)
    (mark,) = kept(session, photos[-1])
    assert mark.gone
    assert "0 marked, 0 proposed" in spoken(page)


def test_a_mark_is_dragged_to_its_place_in_one_step_to_undo(
    page: MarksPage, session: Session, photos: list[Photo], qtbot: QtBot
) -> None:
    click(page, (0.4, 0.5))
    drag(page, (0.4, 0.5), (0.5, 0.6))
    (mark,) = kept(session, photos[-1])
    assert mark.at == pytest.approx((0.5, 0.6), abs=0.003)
    session.undo.undo()
    qtbot.waitUntil(lambda: kept(session, photos[-1])[0].at == pytest.approx((0.4, 0.5), abs=0.003))


def test_dragging_a_proposed_spot_confirms_it_where_it_is_let_go(
    page: MarksPage, session: Session, photos: list[Photo]
) -> None:
    drag(page, PLACE, (0.3, 0.3))
    (mark,) = kept(session, photos[-1])
    assert mark.spot == "a"
    assert mark.at == pytest.approx((0.3, 0.3), abs=0.003)


def test_everything_is_done_by_keyboard(
    page: MarksPage, session: Session, photos: list[Photo], press: Callable[..., None]
) -> None:
    canvas(page).setFocus()
    press(Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Space)
    (mark,) = kept(session, photos[-1])
    assert mark.at == pytest.approx((0.395, 0.52), abs=0.001)
    press(Qt.Key.Key_PageDown)
    assert canvas(page).accessibleDescription() == "On a proposed spot"
    press(Qt.Key.Key_Return)
    assert {one.spot for one in kept(session, photos[-1])} == {"a", mark.spot}
    press(Qt.Key.Key_PageDown)
    QTest.keyClick(canvas(page), Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    moved = next(one for one in kept(session, photos[-1]) if one.spot == mark.spot)
    assert moved.at == pytest.approx((0.391, 0.52), abs=0.001)
    press(Qt.Key.Key_Delete)
    assert {one.spot for one in kept(session, photos[-1])} == {"a"}


def test_a_mark_that_is_moved_by_keys_goes_back_at_once(
    page: MarksPage, session: Session, photos: list[Photo], qtbot: QtBot
) -> None:
    click(page, (0.4, 0.5))
    (before,) = kept(session, photos[-1])
    for _ in range(3):
        QTest.keyClick(canvas(page), Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert kept(session, photos[-1])[0].at == pytest.approx((before.at[0], before.at[1] - 0.012))
    session.undo.undo()
    qtbot.waitUntil(lambda: kept(session, photos[-1]) == (before,))


def test_the_part_of_the_face_is_corrected_by_hand(
    page: MarksPage, session: Session, photos: list[Photo], qtbot: QtBot
) -> None:
    click(page, PLACE)
    regions = page.findChild(Select)
    assert isinstance(regions, Select)
    assert regions.currentText() == "Chin"
    regions.setCurrentIndex(list(Region).index(Region.JAW))
    regions.activated.emit(regions.currentIndex())
    assert kept(session, photos[-1])[0].region is Region.JAW
    qtbot.waitUntil(lambda: "Jaw" in words(page))


def test_marks_become_the_day_s_count_only_when_the_patient_says_so(
    page: MarksPage, session: Session, photos: list[Photo], qtbot: QtBot
) -> None:
    button(page, "Confirm all").click()
    click(page, (0.4, 0.5))
    day = partial(session.journal.days.get, photos[-1].taken.on)
    qtbot.waitUntil(lambda: "2 marked, 0 proposed" in spoken(page))
    assert session.jobs.wait(day).inflamed is None
    button(page, "Use 2 as the count of 20 Nov").click()
    qtbot.waitUntil(lambda: "Inflamed spots counted for 20 Nov: 2." in words(page))
    assert session.jobs.wait(day).inflamed == 2
    session.undo.undo()
    qtbot.waitUntil(lambda: session.jobs.wait(day).inflamed is None)


def test_the_contrast_is_plotted_over_the_days_of_the_photos(page: MarksPage, qtbot: QtBot) -> None:
    click(page, PLACE)
    qtbot.waitUntil(lambda: len(chart(page).points) == 2)
    assert [one.on for one in chart(page).points] == [date(2026, 11, 1), date(2026, 11, 20)]
    assert chart(page).accessibleName().startswith("Contrast: 1 Nov ")


def test_a_covered_photo_is_not_marked_but_uncovered(
    page: MarksPage, session: Session, photos: list[Photo], qtbot: QtBot
) -> None:
    session.jobs.wait(partial(cover, session.journal, on=True))
    session.preferences_changed.emit()
    qtbot.waitUntil(lambda: spoken(page).endswith("covered"))
    click(page, (0.4, 0.5))
    assert kept(session, photos[-1]) == ()
    assert not spoken(page).endswith("covered")
    click(page, (0.4, 0.5))
    assert len(kept(session, photos[-1])) == 1


def test_a_photo_is_opened_to_mark_from_the_page_that_shows_it(
    session: Session, photos: list[Photo], show: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    view = DiaryView(session, entries(), protected=False)
    view.resize(1280, 832)
    show(view)
    view.show_page("photos")
    view.page.marks_asked.emit(photos[0])
    page = view.page
    assert isinstance(page, MarksPage)
    qtbot.waitUntil(lambda: "1 November" in spoken(page) and "1 marked" in spoken(page))


def test_a_photo_of_another_view_takes_none_of_the_marks(
    page: MarksPage, session: Session, qtbot: QtBot
) -> None:
    left = session.jobs.wait(lambda: add(session.journal, date(2026, 11, 21), (50, 50), View.LEFT))
    page.show_photo(left)
    qtbot.waitUntil(lambda: "Left" in spoken(page) and "0 marked, 0 proposed" in spoken(page))


def test_more_pixels_of_a_large_photo_change_nothing_of_where_its_spots_are(
    page: MarksPage, session: Session, qtbot: QtBot
) -> None:
    large = session.jobs.wait(partial(add_large, session.journal))
    page.show_photo(large)
    qtbot.waitUntil(lambda: canvas(page).pixels == 2048)
    click(page, (0.3, 0.4))
    assert kept(session, large)[0].at == pytest.approx((0.3, 0.4), abs=0.003)


def add_large(journal: Journal) -> Photo:
    data = BytesIO()
    Image.effect_mandelbrot((1800, 2400), (-2, -1.5, 1, 1.5), 60).save(data, "JPEG")
    picture = journal.photos.read_bytes(data.getvalue(), "large.jpg")
    taken = Taken(date(2026, 11, 22), None, None, DateSource.TYPED)
    return journal.photos.add(picture, view=View.FRONT, taken=taken).photo


def test_nothing_marked_is_no_count_until_the_patient_says_that_they_looked(
    page: MarksPage, session: Session, photos: list[Photo], qtbot: QtBot
) -> None:
    day = partial(session.journal.days.get, photos[-1].taken.on)
    assert offered(page) == []
    qtbot.waitUntil(lambda: words(page).count("–") == 2)
    canvas(page).select("a")
    button(page, "Gone").click()
    assert offered(page) == []
    qtbot.waitUntil(lambda: "–" not in words(page))
    (looked,) = page.findChildren(CheckRow)
    looked.click()
    assert offered(page) == ["Use 0 as the count of 20 Nov"]
    button(page, *offered(page)).click()
    qtbot.waitUntil(lambda: "Inflamed spots counted for 20 Nov: 0." in words(page))
    assert session.jobs.wait(day).inflamed == 0
    assert offered(page) == []
    assert not looked.isVisible()


def test_having_looked_is_said_of_one_photo_only(
    page: MarksPage, photos: list[Photo], qtbot: QtBot
) -> None:
    canvas(page).select("a")
    button(page, "Gone").click()
    (looked,) = page.findChildren(CheckRow)
    looked.click()
    click(page, (0.4, 0.5))
    assert offered(page) == ["Use 1 as the count of 20 Nov"]
    canvas(page).setFocus()
    QTest.keyClick(canvas(page), Qt.Key.Key_Delete)
    assert offered(page) == []
    assert not looked.isChecked()


def test_a_spot_that_is_said_to_be_gone_is_proposed_again_when_asked(
    page: MarksPage, session: Session, photos: list[Photo], qtbot: QtBot
) -> None:
    canvas(page).select("a")
    button(page, "Gone").click()
    assert "You said that 1 spot is gone." in words(page)
    button(page, "Propose again").click()
    assert "0 marked, 1 proposed" in spoken(page)
    assert kept(session, photos[-1]) == ()
    session.undo.undo()
    qtbot.waitUntil(lambda: "You said that 1 spot is gone." in words(page))


def test_a_back_has_no_parts_of_a_face(
    page: MarksPage, session: Session, photos: list[Photo], qtbot: QtBot
) -> None:
    back = session.jobs.wait(lambda: add(session.journal, date(2026, 11, 21), (50, 50), View.BACK))
    page.show_photo(back)
    qtbot.waitUntil(lambda: "Back" in spoken(page) and canvas(page).is_drawn)
    click(page, (0.4, 0.5))
    qtbot.waitUntil(lambda: "Together" in words(page))
    assert not {"Elsewhere", "Cheeks"} & set(words(page))
    regions = page.findChild(Select)
    assert isinstance(regions, Select)
    assert not regions.isVisible()


def test_the_photo_fills_the_page(page: MarksPage, qtbot: QtBot) -> None:
    before = canvas(page).height()
    page.resize(1080, 1000)
    qtbot.waitUntil(lambda: canvas(page).height() > before + 100)
