"""The Photos page on a real diary and real picture files."""

import io
from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import matplotlib as mpl
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QClipboard, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from skimage import data as portraits

from diary.domain.course import Course
from diary.domain.photo import Photo, View
from diary.domain.preferences import Preferences
from diary.journal import Journal
from diary.ui.dialogs.copy_out import CopyOutDialog
from diary.ui.dialogs.import_review import Review
from diary.ui.dialogs.import_review.forms import SetDate
from diary.ui.dialogs.import_review.table import DraftTable
from diary.ui.jobs import Jobs
from diary.ui.pages.page import PADDING
from diary.ui.pages.photos import PhotosPage
from diary.ui.pages.photos.grid import PhotoGrid
from diary.ui.pages.photos.trash import TrashList
from diary.ui.pages.photos.viewer import Viewer
from diary.ui.session import Session
from diary.ui.widgets.button import Button
from diary.ui.widgets.covered_picture import CoveredPicture
from diary.ui.widgets.date_field import DateField
from diary.ui.widgets.menu_button import MenuButton
from diary.ui.widgets.notice import Notice
from diary.ui.widgets.progress_row import ProgressRow
from diary.ui.widgets.segmented import Segment
from diary.ui.widgets.select import Select
from tests.ui import menus

PORTRAIT = Path(mpl.get_data_path()) / "sample_data" / "grace_hopper.jpg"
Show = Callable[[QWidget], None]
Kind = TypeVar("Kind", bound=QWidget)


def astronaut() -> Any:
    return portraits.astronaut()  # type: ignore[no-untyped-call]


def clock() -> datetime:
    return datetime(2026, 11, 23, 8, 14)


@pytest.fixture
def session(qapp: QApplication, tmp_path: Path) -> Iterator[Session]:
    jobs = Jobs()
    course = Course(date(2026, 10, 1))
    journal = jobs.wait(
        lambda: Journal.create(tmp_path / "a.skindiary", course=course, clock=clock)
    )
    session = Session(journal, jobs)
    yield session
    session.close()
    jobs.close()


@pytest.fixture
def page(session: Session, show: Show) -> PhotosPage:
    page = PhotosPage(session)
    page.resize(1080, 800)
    show(page)
    page.enter()
    return page


@pytest.fixture
def phone_photos(tmp_path: Path) -> list[Path]:
    """Two portraits named as a phone names them."""
    first = tmp_path / "IMG_20261101_081205.jpg"
    Image.fromarray(astronaut()).save(first)
    second = tmp_path / "IMG_20261119_081205.jpg"
    second.write_bytes(PORTRAIT.read_bytes())
    return [first, second]


def found(inside: QWidget, kind: type[Kind]) -> Kind:
    child = inside.findChild(kind)
    assert isinstance(child, kind)
    return child


def stored(session: Session) -> list[Photo]:
    return session.jobs.wait(session.journal.photos.all)


def add_fronts(page: PhotosPage, *paths: Path) -> None:
    """As if dropped while only the front photos are shown."""
    page.importer.add_files(paths, [View.FRONT] * len(paths))


def drop(page: PhotosPage, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    page.dropEvent(
        QDropEvent(
            QPointF(50, 50),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def sentences(page: PhotosPage) -> list[str]:
    return [notice.accessibleName() for notice in page.findChildren(Notice)]


def grid_of(page: PhotosPage) -> PhotoGrid:
    return found(page, PhotoGrid)


def count_shown(page: PhotosPage) -> int:
    grid = grid_of(page)
    return grid.model().rowCount() if grid.isVisible() else 0


def names_shown(page: PhotosPage) -> list[str]:
    model = grid_of(page).model()
    spoken = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, 0).data(spoken)) for row in range(model.rowCount())]


def stand_on(page: PhotosPage, row: int) -> PhotoGrid:
    grid = grid_of(page)
    grid.setFocus()
    grid.move_to(row)
    return grid


def press_button(page: QWidget, text: str) -> None:
    (button,) = [b for b in page.findChildren(Button) if b.text() == text and b.isVisible()]
    button.click()


def test_an_empty_gallery_says_what_a_photo_is_good_for(page: PhotosPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: any(b.text() == "Add photos…" for b in page.findChildren(Button)))
    assert count_shown(page) == 0


def test_dropped_files_land_under_their_own_dates(
    page: PhotosPage, session: Session, phone_photos: list[Path], qtbot: QtBot
) -> None:
    add_fronts(page, *phone_photos)
    qtbot.waitUntil(lambda: len(stored(session)) == 2)
    assert [photo.taken.on.day for photo in stored(session)] == [1, 19]
    qtbot.waitUntil(lambda: count_shown(page) == 2)
    assert not found(page, ProgressRow).isVisible()


def looked_at(page: PhotosPage, qtbot: QtBot) -> Review:
    """The table over the page."""
    qtbot.waitUntil(lambda: bool(page.findChildren(Review)), timeout=10_000)
    return found(page, Review)


def test_photos_whose_view_nobody_said_are_looked_at_first(
    page: PhotosPage, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    wall = tmp_path / "IMG_20261101_081205.jpg"
    Image.new("RGB", (64, 64), "beige").save(wall)
    drop(page, wall)
    table = looked_at(page, qtbot)
    assert stored(session) == []
    QTest.keyClick(found(table, DraftTable), Qt.Key.Key_4)
    press_button(table, "Add 1 photo")
    qtbot.waitUntil(lambda: [one.view for one in stored(session)] == [View.CHEST])


def test_photos_of_the_view_that_is_shown_are_added_as_it_unasked(
    page: PhotosPage, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    wall = tmp_path / "IMG_20261101_081205.jpg"
    Image.new("RGB", (64, 64), "beige").save(wall)
    add_fronts(page, wall)
    qtbot.waitUntil(lambda: count_shown(page) > 0, timeout=10_000)
    left = next(
        one for one in page.findChildren(Segment) if one.text() == "Left" and one.isVisible()
    )
    left.click()
    other = tmp_path / "IMG_20261102_081205.jpg"
    Image.new("RGB", (64, 64), "brown").save(other)
    drop(page, other)
    qtbot.waitUntil(lambda: len(stored(session)) == 2, timeout=10_000)
    qtbot.waitUntil(lambda: not found(page, ProgressRow).isVisible())
    assert {one.view for one in stored(session)} == {View.FRONT, View.LEFT}
    assert page.findChildren(Review) == []


def test_the_oldest_photos_come_first_when_asked(
    page: PhotosPage, session: Session, phone_photos: list[Path], qtbot: QtBot
) -> None:
    add_fronts(page, *phone_photos)
    qtbot.waitUntil(lambda: len(names_shown(page)) == 2, timeout=10_000)
    newest_first = names_shown(page)
    assert newest_first[0].startswith("Front, 19 November")
    (order,) = [one for one in page.findChildren(Select) if one.accessibleName() == "Order"]

    QTest.keyClick(order, Qt.Key.Key_Down)

    assert names_shown(page) == newest_first[::-1]


def test_the_tiles_end_where_the_page_does(
    page: PhotosPage, session: Session, phone_photos: list[Path], qtbot: QtBot
) -> None:
    add_fronts(page, *phone_photos)
    qtbot.waitUntil(lambda: count_shown(page) > 0, timeout=10_000)
    grid = grid_of(page)
    one, two = (grid.visualRect(grid.model().index(row, 0)) for row in range(2))
    gap = two.left() - one.right() - 1
    abreast = round((grid.viewport().width() + gap) / (two.left() - one.left()))

    assert one.left() == 0
    assert abs(abreast * (one.width() + gap) - gap - grid.viewport().width()) <= abreast
    page_right = page.mapFromGlobal(grid.viewport().mapToGlobal(grid.viewport().rect().topRight()))
    assert page.width() - page_right.x() - 1 == PADDING


def test_a_photo_from_before_the_course_has_no_day_number(
    page: PhotosPage, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    early = tmp_path / "IMG_20260901_081205.jpg"
    early.write_bytes(PORTRAIT.read_bytes())
    add_fronts(page, early)
    press_button(looked_at(page, qtbot), "Add 1 photo")
    qtbot.waitUntil(lambda: count_shown(page) > 0, timeout=10_000)
    assert names_shown(page) == ["Front, 1 September, before your course, acne –"]


def test_a_damaged_file_gets_its_sentence_and_the_others_are_added(
    page: PhotosPage, session: Session, phone_photos: list[Path], tmp_path: Path, qtbot: QtBot
) -> None:
    broken = tmp_path / "IMG_2044.jpg"
    broken.write_bytes(PORTRAIT.read_bytes()[:20_000])
    add_fronts(page, phone_photos[0], broken, phone_photos[1])
    qtbot.waitUntil(lambda: len(stored(session)) == 2)
    qtbot.waitUntil(lambda: any("IMG_2044.jpg" in sentence for sentence in sentences(page)))


def test_the_same_file_again_is_named_and_skipped(
    page: PhotosPage, session: Session, phone_photos: list[Path], qtbot: QtBot
) -> None:
    add_fronts(page, phone_photos[0])
    qtbot.waitUntil(lambda: len(stored(session)) == 1)
    add_fronts(page, phone_photos[0])
    qtbot.waitUntil(lambda: any("already" in sentence for sentence in sentences(page)))
    assert len(stored(session)) == 1


def test_a_deleted_photo_comes_back_by_undo(
    page: PhotosPage,
    session: Session,
    phone_photos: list[Path],
    qtbot: QtBot,
) -> None:
    add_fronts(page, phone_photos[0])
    qtbot.waitUntil(lambda: count_shown(page) > 0)
    grid = stand_on(page, 0)
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    assert len(stored(session)) == 1
    press_button(page, "Delete")
    qtbot.waitUntil(lambda: stored(session) == [])
    session.undo.undo()
    qtbot.waitUntil(lambda: len(stored(session)) == 1)


def test_a_photo_opened_large_can_be_given_another_view(
    page: PhotosPage, session: Session, phone_photos: list[Path], qtbot: QtBot
) -> None:
    add_fronts(page, phone_photos[0])
    qtbot.waitUntil(lambda: count_shown(page) > 0)
    grid = stand_on(page, 0)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    assert count_shown(page) == 0
    viewer = found(page, Viewer)
    (left,) = [segment for segment in viewer.findChildren(Segment) if segment.text() == "Left"]
    left.click()
    qtbot.waitUntil(lambda: stored(session)[0].view is View.LEFT)
    QTest.keyClick(viewer, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: count_shown(page) > 0)


def test_a_pasted_picture_is_asked_for_its_day(
    page: PhotosPage, session: Session, qtbot: QtBot
) -> None:
    out = io.BytesIO()
    Image.fromarray(astronaut()).save(out, "PNG")
    data = QMimeData()
    data.setData("image/png", out.getvalue())
    QApplication.clipboard().setMimeData(data)
    QTest.keyClick(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    table = looked_at(page, qtbot)
    assert stored(session) == []
    QTest.keyClick(found(table, DraftTable), Qt.Key.Key_1)
    QTest.keyClick(found(table, DraftTable), Qt.Key.Key_Return)
    form = found(table, SetDate)
    found(form, DateField).set_value(date(2026, 11, 2))
    press_button(form, "Set the date of 1 photo")
    press_button(table, "Add 1 photo")
    qtbot.waitUntil(lambda: len(stored(session)) == 1)
    assert stored(session)[0].taken.on == date(2026, 11, 2)
    QApplication.clipboard().clear()


@pytest.fixture
def with_deleted(
    page: PhotosPage, session: Session, phone_photos: list[Path], qtbot: QtBot
) -> PhotosPage:
    """The list of the deleted photos, which are both."""
    add_fronts(page, *phone_photos)
    qtbot.waitUntil(lambda: len(stored(session)) == 2)
    for photo in stored(session):
        session.jobs.wait(partial(session.journal.photos.delete, photo.id))
    session.photos_changed.emit()
    qtbot.waitUntil(lambda: "Deleted photos" in menus.offered(page))
    menus.choose(page, "Deleted photos")
    qtbot.waitUntil(found(page, TrashList).isVisible)
    return page


def shown_button(page: QWidget, text: str) -> bool:
    return any(b.text() == text and b.isVisible() for b in page.findChildren(Button))


def deleted(session: Session) -> list[Photo]:
    trash = session.jobs.wait(session.journal.trash.all)
    return [one.photo for one in trash]


def row_button(page: QWidget, name: str) -> Button:
    (button,) = [b for b in page.findChildren(Button) if b.accessibleName() == name]
    return button


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
def test_what_else_can_be_done_is_one_menu_away_by_keyboard(
    page: PhotosPage, phone_photos: list[Path], qtbot: QtBot
) -> None:
    add_fronts(page, *phone_photos)
    qtbot.waitUntil(lambda: "Time-lapse…" in menus.offered(page))
    (more,) = [button for button in page.findChildren(MenuButton) if button.isVisible()]
    more.setFocus()
    QTest.keyClick(more, Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    with qtbot.waitSignal(page.open_page) as asked:
        QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)
    assert asked.args == ["panels"]
    grid = stand_on(page, 0)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    qtbot.waitUntil(found(page, Viewer).isVisible)
    assert menus.offered(page) == []


def test_pasting_an_empty_clipboard_adds_nothing(
    page: PhotosPage, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some systems have no content to give then, instead of an empty one."""
    monkeypatch.setattr(QClipboard, "mimeData", lambda *_args: None)
    QTest.keyClick(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert not page.importer.running


def test_without_deleted_photos_there_is_no_way_to_them(page: PhotosPage) -> None:
    assert "Deleted photos" not in menus.offered(page)


def test_a_deleted_photo_is_shown_with_its_dates_and_restored(
    with_deleted: PhotosPage, session: Session, qtbot: QtBot
) -> None:
    page = with_deleted
    assert [words for words in texts(page) if "Deleted on" in words] == [
        "Deleted on 23 Nov, removed on 23 Dec"
    ] * 2
    qtbot.waitUntil(lambda: pictures_shown(page) == 2)
    row_button(page, "Restore Front, 1 November 2026").click()
    qtbot.waitUntil(lambda: [photo.taken.on.day for photo in stored(session)] == [1])
    session.undo.undo()
    assert stored(session) == []


def test_delete_now_asks_and_then_nothing_brings_it_back(
    with_deleted: PhotosPage, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    row_button(with_deleted, "Delete Front, 1 November 2026 now").click()
    assert len(deleted(session)) == 2
    (box,) = with_deleted.findChildren(QMessageBox)
    assert "cannot be undone" in box.informativeText()
    press_button(box, "Delete now")
    qtbot.waitUntil(lambda: [photo.taken.on.day for photo in deleted(session)] == [19])
    assert len(list(tmp_path.rglob("*.age"))) == 1
    qtbot.waitUntil(lambda: "Restore Front, 1 November 2026" not in names(with_deleted))


def test_the_last_deleted_photo_leads_back_to_the_gallery(
    with_deleted: PhotosPage, session: Session, qtbot: QtBot
) -> None:
    press_button(with_deleted, "Delete all now…")
    (box,) = with_deleted.findChildren(QMessageBox)
    press_button(box, "Delete now")
    qtbot.waitUntil(lambda: deleted(session) == [])
    qtbot.waitUntil(lambda: not found(with_deleted, TrashList).isVisible())
    assert "Deleted photos" not in menus.offered(with_deleted)
    assert shown_button(with_deleted, "Add photos…")


def test_escape_leads_back_from_the_deleted_photos(with_deleted: PhotosPage) -> None:
    QTest.keyClick(found(with_deleted, TrashList), Qt.Key.Key_Escape)
    assert not found(with_deleted, TrashList).isVisible()
    assert "Deleted photos" in menus.offered(with_deleted)


def texts(page: QWidget) -> list[str]:
    return [words.text() for words in page.findChildren(QLabel) if words.isVisible()]


def names(page: QWidget) -> list[str]:
    return [b.accessibleName() for b in page.findChildren(Button)]


def pictures_shown(page: QWidget) -> int:
    pictures = found(page, TrashList).findChildren(CoveredPicture)
    return sum(picture.shows_photo for picture in pictures)


def test_the_deleted_photos_are_covered_too(
    with_deleted: PhotosPage, session: Session, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: pictures_shown(with_deleted) == 2)
    session.jobs.wait(lambda: session.journal.set_preferences(Preferences(cover_photos=True)))
    session.preferences_changed.emit()
    qtbot.waitUntil(lambda: pictures_shown(with_deleted) == 0)
    first = found(with_deleted, CoveredPicture)
    assert first.accessibleName().endswith("covered")
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert pictures_shown(with_deleted) == 1


def test_a_damaged_photo_is_marked_and_the_others_are_shown(
    page: PhotosPage, session: Session, phone_photos: list[Path], qtbot: QtBot
) -> None:
    add_fronts(page, *phone_photos)
    qtbot.waitUntil(lambda: len(stored(session)) == 2)
    (hurt, _whole) = stored(session)
    (sealed,) = session.journal.folder.rglob(f"{hurt.object_name}.age")
    sealed.write_bytes(b"scribble")
    session.jobs.wait(lambda: session.journal._vault.pictures.forget(hurt.id))  # noqa: SLF001
    session.photos_changed.emit()
    qtbot.waitUntil(lambda: ["damaged" in name for name in names_shown(page)] == [False, True])
    assert page.findChildren(QMessageBox) == []
    grid = stand_on(page, 1)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any("Its file is damaged" in words for words in texts(page)))
    assert page.findChildren(QMessageBox) == []


def test_the_open_photo_can_be_saved_as_a_copy(
    page: PhotosPage, phone_photos: list[Path], qtbot: QtBot
) -> None:
    add_fronts(page, phone_photos[0])
    qtbot.waitUntil(lambda: count_shown(page) > 0)
    grid = stand_on(page, 0)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    press_button(found(page, Viewer), "Save a copy…")
    qtbot.waitUntil(lambda: bool(page.findChildren(CopyOutDialog)))

    dialog = found(page, CopyOutDialog)
    assert dialog.isVisible()
    assert "Front · Sunday 1 November" in texts(dialog)


def test_spots_are_marked_on_the_open_photo(
    page: PhotosPage, session: Session, phone_photos: list[Path], qtbot: QtBot
) -> None:
    add_fronts(page, phone_photos[0])
    qtbot.waitUntil(lambda: count_shown(page) > 0)
    grid = stand_on(page, 0)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    with qtbot.waitSignal(page.marks_asked) as asked:
        press_button(found(page, Viewer), "Mark spots")
    assert asked.args == [stored(session)[0]]
