"""Photos of the gallery are found, selected, changed and compared, by pointer and by key."""

from datetime import date

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from diary.domain.photo import Photo, View
from diary.ui import theme
from diary.ui.pages.photos import PhotosPage
from diary.ui.pages.photos.date_form import DateForm
from diary.ui.pages.photos.gallery import Gallery
from diary.ui.pages.photos.grid import PhotoGrid
from diary.ui.pages.photos.selection_bar import SelectionBar
from diary.ui.pages.photos.viewer import Viewer
from diary.ui.session import Session
from diary.ui.widgets.button import Button
from diary.ui.widgets.date_field import DateField
from diary.ui.widgets.segmented import Segment
from diary.ui.widgets.select import Select

LEFT_BUTTON = Qt.MouseButton.LeftButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier

NEWEST, NEWEST_LEFT, NOVEMBER, OCTOBER_LEFT, FIRST_DAY, BEFORE = range(6)
"""Rows of the gallery, newest first."""


def click(grid: PhotoGrid, row: int, keys: Qt.KeyboardModifier = NONE) -> None:
    place = grid.visualRect(grid.model().index(row, 0)).topLeft() + QPoint(40, 40)
    QTest.mouseClick(grid.viewport(), LEFT_BUTTON, keys, place)


def selected(grid: PhotoGrid) -> list[int]:
    """What a screen reader is told to be selected."""
    return sorted(index.row() for index in grid.selectionModel().selectedIndexes())


def words(widget: QWidget) -> list[str]:
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisible()]


def bar(page: PhotosPage) -> SelectionBar:
    found = page.findChild(SelectionBar)
    assert isinstance(found, SelectionBar)
    return found


def gallery(page: PhotosPage) -> Gallery:
    found = page.findChild(Gallery)
    assert isinstance(found, Gallery)
    return found


def press(page: QWidget, text: str) -> None:
    (button,) = [b for b in page.findChildren(Button) if b.text() == text and b.isVisible()]
    button.click()


def choose_view(page: PhotosPage, text: str) -> None:
    (view,) = [s for s in page.findChildren(Segment) if s.text() == text and s.isVisible()]
    view.click()


def choose_dates(page: PhotosPage, text: str) -> None:
    (dates,) = [one for one in page.findChildren(Select) if one.accessibleName() == "Dates"]
    dates.setCurrentText(text)
    dates.activated.emit(dates.currentIndex())


def spoken(grid: PhotoGrid) -> list[str]:
    role = Qt.ItemDataRole.AccessibleTextRole
    model = grid.model()
    return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]


def stored(session: Session) -> list[Photo]:
    return session.jobs.wait(session.journal.photos.all)


def act(page: PhotosPage, text: str, view: str = "") -> None:
    """Choose an act of the menu of the selected photos."""
    menu = gallery(page).menu()
    (found,) = [one for one in menu.actions() if one.text() == text]
    if view:
        inner = found.menu()
        assert isinstance(inner, QMenu)
        (found,) = [one for one in inner.actions() if one.text() == view]
    found.trigger()


def test_a_photo_is_spoken_with_its_view_date_day_and_acne(grid: PhotoGrid) -> None:
    assert spoken(grid)[NEWEST] == "Front, 23 November, day 54, acne 4"
    assert spoken(grid)[BEFORE] == "Front, 20 September, before your course, acne –"


def test_a_screen_reader_hears_a_list_and_what_is_selected_and_reached(grid: PhotoGrid) -> None:
    heard = QAccessible.queryAccessibleInterface(grid)
    assert heard is not None
    assert (heard.role(), heard.childCount()) == (QAccessible.Role.List, 6)
    photo = heard.child(NEWEST_LEFT)
    assert photo is not None
    assert photo.text(QAccessible.Text.Name) == spoken(grid)[NEWEST_LEFT]
    QTest.keyClick(grid, Qt.Key.Key_Right)
    QTest.keyClick(grid, Qt.Key.Key_Space)
    assert photo.state().selected
    assert photo.state().focused


def test_two_photos_of_a_view_are_compared_from_the_earlier_to_the_later(
    page: PhotosPage, grid: PhotoGrid, qtbot: QtBot
) -> None:
    click(grid, NEWEST)
    click(grid, FIRST_DAY)
    assert "2 selected, 53 days apart" in words(bar(page))
    with qtbot.waitSignal(page.compare_asked) as asked:
        press(bar(page), "Compare")
    assert asked.args is not None
    assert [photo.taken.on for photo in asked.args] == [date(2026, 10, 1), date(2026, 11, 23)]


def test_a_third_photo_takes_the_place_of_the_later_choice(grid: PhotoGrid) -> None:
    click(grid, NEWEST)
    click(grid, FIRST_DAY)
    click(grid, NOVEMBER)
    assert selected(grid) == [NEWEST, NOVEMBER]


def test_photos_of_two_views_are_not_compared(page: PhotosPage, grid: PhotoGrid) -> None:
    click(grid, NEWEST)
    click(grid, NEWEST_LEFT)
    assert "Choose two photos of the same view to compare." in words(bar(page))
    assert not [
        b for b in bar(page).findChildren(Button) if b.text() == "Compare" and b.isVisible()
    ]


def test_clear_lets_go_of_what_is_selected(page: PhotosPage, grid: PhotoGrid) -> None:
    click(grid, NEWEST)
    press(bar(page), "Clear")
    assert selected(grid) == []
    assert not bar(page).isVisible()


def test_photos_are_selected_with_ctrl_shift_and_the_arrows(grid: PhotoGrid) -> None:
    click(grid, NOVEMBER)
    click(grid, BEFORE, SHIFT)
    assert selected(grid) == [NOVEMBER, OCTOBER_LEFT, FIRST_DAY, BEFORE]
    click(grid, FIRST_DAY, CTRL)
    assert selected(grid) == [NOVEMBER, OCTOBER_LEFT, BEFORE]
    QTest.keyClick(grid, Qt.Key.Key_Escape)
    QTest.keyClick(grid, Qt.Key.Key_Home)
    QTest.keyClick(grid, Qt.Key.Key_Right, SHIFT)
    assert selected(grid) == [NEWEST, NEWEST_LEFT]
    QTest.keyClick(grid, Qt.Key.Key_A, CTRL)
    assert selected(grid) == list(range(6))


def test_the_keyboard_selects_opens_and_comes_back(page: PhotosPage, grid: PhotoGrid) -> None:
    QTest.keyClick(grid, Qt.Key.Key_Right)
    QTest.keyClick(grid, Qt.Key.Key_Space)
    assert selected(grid) == [NEWEST_LEFT]
    QTest.keyClick(grid, Qt.Key.Key_Return)
    viewer = page.findChild(Viewer)
    assert isinstance(viewer, Viewer)
    assert viewer.isVisible()
    QTest.keyClick(viewer, Qt.Key.Key_Escape)
    assert grid.isVisible()
    assert grid.hasFocus()
    assert grid.current == NEWEST_LEFT


def test_arrows_go_from_month_to_month_and_to_both_ends(grid: PhotoGrid) -> None:
    QTest.keyClick(grid, Qt.Key.Key_Down)
    assert grid.current == OCTOBER_LEFT
    QTest.keyClick(grid, Qt.Key.Key_End)
    assert grid.current == BEFORE
    QTest.keyClick(grid, Qt.Key.Key_Up, CTRL)
    assert grid.current == OCTOBER_LEFT
    QTest.keyClick(grid, Qt.Key.Key_Home)
    assert grid.current == NEWEST


def test_what_a_screen_reader_selects_is_selected(page: PhotosPage, grid: PhotoGrid) -> None:
    flag = QItemSelectionModel.SelectionFlag.Select
    for row in (NEWEST, NOVEMBER):
        grid.selectionModel().select(grid.model().index(row, 0), flag)
    assert "2 selected, 4 days apart" in words(bar(page))


def test_only_photos_of_a_view_and_a_part_of_the_course_are_shown(
    page: PhotosPage, grid: PhotoGrid
) -> None:
    choose_view(page, "Left")
    assert [name.split(",")[0] for name in spoken(grid)] == ["Left", "Left"]
    choose_dates(page, "Month one")
    assert spoken(grid) == ["Left, 8 October, day 8, acne –"]
    choose_view(page, "All views")
    assert len(spoken(grid)) == 2
    choose_dates(page, "September 2026")
    assert len(spoken(grid)) == 1


def test_where_nothing_is_left_a_link_shows_all_again(page: PhotosPage, grid: PhotoGrid) -> None:
    choose_dates(page, "Before your course")
    choose_view(page, "Left")
    assert not grid.isVisible()
    (link,) = [one for one in page.findChildren(QLabel) if "Show&nbsp;all" in one.text()]
    QTest.keyClick(link, Qt.Key.Key_Return)
    assert len(spoken(grid)) == 6
    assert grid.isVisible()


def test_the_view_of_many_is_changed_and_undone_in_one_step(
    page: PhotosPage, grid: PhotoGrid, session: Session, qtbot: QtBot
) -> None:
    before = stored(session)
    QTest.keyClick(grid, Qt.Key.Key_A, CTRL)
    act(page, "View", "Right")
    assert {photo.view for photo in stored(session)} == {View.RIGHT}
    session.undo.undo()
    assert stored(session) == before
    qtbot.waitUntil(lambda: spoken(grid)[NEWEST].startswith("Front"))


def test_dates_of_many_are_moved_earlier(
    page: PhotosPage, grid: PhotoGrid, session: Session
) -> None:
    click(grid, NEWEST)
    click(grid, NEWEST_LEFT)
    act(page, "Date…")
    form = page.findChild(DateForm)
    assert isinstance(form, DateForm)
    choose_view(page, "Move earlier")
    press(form, "Change date")
    assert [photo.taken.on.day for photo in stored(session)][-2:] == [22, 22]
    session.undo.undo()
    assert [photo.taken.on.day for photo in stored(session)][-2:] == [23, 23]
    assert not form.isVisible()


def test_dates_of_many_are_set_to_one_day(
    page: PhotosPage, grid: PhotoGrid, session: Session
) -> None:
    QTest.keyClick(grid, Qt.Key.Key_A, CTRL)
    act(page, "Date…")
    form = page.findChild(DateForm)
    assert isinstance(form, DateForm)
    field = form.findChild(DateField)
    assert isinstance(field, DateField)
    field.set_value(date(2026, 11, 2))
    press(form, "Change date")
    assert {photo.taken.on for photo in stored(session)} == {date(2026, 11, 2)}


def test_many_are_deleted_after_one_question_and_undone_in_one_step(
    page: PhotosPage, grid: PhotoGrid, session: Session, qtbot: QtBot
) -> None:
    click(grid, NEWEST)
    click(grid, NOVEMBER, SHIFT)
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    (question,) = page.findChildren(QMessageBox)
    assert question.text() == "Delete 3 photos?"
    press(question, "Delete")
    qtbot.waitUntil(lambda: len(spoken(grid)) == 3)
    assert len(stored(session)) == 3
    assert selected(grid) == []
    session.undo.undo()
    qtbot.waitUntil(lambda: len(spoken(grid)) == 6)


def test_what_is_selected_stays_selected_when_photos_change(
    page: PhotosPage, grid: PhotoGrid, session: Session, qtbot: QtBot
) -> None:
    click(grid, NOVEMBER)
    click(grid, BEFORE)
    session.jobs.wait(lambda: session.journal.photos.delete(stored_ids(session)[-1]))
    session.photos_changed.emit()
    qtbot.waitUntil(lambda: len(spoken(grid)) == 5)
    assert selected(grid) == [NOVEMBER - 1, BEFORE - 1]


def stored_ids(session: Session) -> list[str]:
    return [photo.id for photo in session.journal.photos.all()]


def test_thumbnails_are_made_anew_where_there_are_none(
    page: PhotosPage, grid: PhotoGrid, session: Session, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: grid.thumbnails.complete)
    ids = [entry.photo_id for entry in grid.album.entries]
    session.jobs.wait(lambda: session.journal._vault.pictures.forget(*ids))  # noqa: SLF001
    grid.thumbnails.forget(ids)
    grid.thumbnails.want(ids)
    qtbot.waitUntil(lambda: grid.thumbnails.complete, timeout=20_000)
    assert not any(grid.thumbnails.is_damaged(one) for one in ids)
    assert None not in session.jobs.wait(lambda: session.journal.album.thumbnails(ids)).values()


def test_what_scrolled_away_before_it_was_made_is_made_when_it_comes_back(
    page: PhotosPage, grid: PhotoGrid, session: Session, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: grid.thumbnails.complete)
    ids = [entry.photo_id for entry in grid.album.entries]
    session.jobs.wait(lambda: session.journal._vault.pictures.forget(*ids))  # noqa: SLF001
    grid.thumbnails.forget(ids)
    grid.thumbnails.want(ids)
    session.jobs.wait(int)
    session.jobs.deliver()
    grid.thumbnails.want([])
    grid.thumbnails.want(ids)
    qtbot.waitUntil(lambda: grid.thumbnails.complete, timeout=20_000)


def test_at_twice_the_text_the_smallest_window_is_wide_enough_and_dates_come_into_sight(
    page: PhotosPage, grid: PhotoGrid, qtbot: QtBot
) -> None:
    theme.current().set_look(theme.Scheme.LIGHT, 2)
    page.resize(844, 640)  # beside the rail of a window of 960
    grid.pick_current()
    across = page.scroll_area.horizontalScrollBar()
    qtbot.waitUntil(lambda: across.maximum() == 0)
    act(page, "Date…")
    asked = page.findChild(DateForm)
    assert isinstance(asked, DateForm)
    seen = page.scroll_area.viewport()
    qtbot.waitUntil(lambda: seen.rect().contains(asked.mapTo(seen, asked.rect().bottomLeft())))


def test_all_photos_are_selected_also_from_the_filters_over_them(
    page: PhotosPage, grid: PhotoGrid
) -> None:
    gallery(page).bar.views.take_focus()
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_A, CTRL)
    assert selected(grid) == list(range(6))
    assert grid.hasFocus()
