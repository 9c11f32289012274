"""The dialog that makes a time-lapse, over the Photos page of a real diary."""

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from threading import Event

import pytest
from PIL import Image, ImageDraw
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateEdit, QDialog, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from diary.domain.photo import DateSource, Taken, View
from diary.domain.preferences import Preferences
from diary.domain.timelapse import Scenes
from diary.errors import Stopped
from diary.journal import Film, Journal, OnDiary, Watch
from diary.ui.dialogs.timelapse import TimeLapseDialog
from diary.ui.pages.photos import PhotosPage
from diary.ui.session import Session
from diary.ui.widgets.button import Button, IconButton
from diary.ui.widgets.notice import Notice
from diary.ui.widgets.progress_row import ProgressRow
from diary.ui.widgets.segmented import Segment
from diary.ui.widgets.select import Select
from tests.ui import menus

Show = Callable[[QWidget], None]

SLOW = 30_000

DAYS = {View.FRONT: (1, 8, 15), View.BACK: (1, 15), View.LEFT: (1,)}
"""Of October, on which photos were taken."""


def add_photos(journal: Journal) -> None:
    for view, days in DAYS.items():
        for day in days:
            image = Image.new("RGB", (300, 400), (220, 170, 150))
            ImageDraw.Draw(image).text((40, 40), f"{view} {day}", fill=(0, 0, 0))
            data = io.BytesIO()
            image.save(data, "PNG")
            picture = journal.photos.read_bytes(data.getvalue(), f"{view}-{day}.png")
            taken = Taken(date(2026, 10, day), None, None, DateSource.TYPED)
            journal.photos.add(picture, view=view, taken=taken)


@pytest.fixture
def page(session: Session, show: Show, qtbot: QtBot) -> PhotosPage:
    session.jobs.wait(lambda: add_photos(session.journal))
    page = PhotosPage(session)
    page.resize(1080, 800)
    show(page)
    page.enter()
    qtbot.waitUntil(lambda: "Time-lapse…" in menus.offered(page), timeout=SLOW)
    return page


@pytest.fixture
def dialog(page: PhotosPage, qtbot: QtBot) -> TimeLapseDialog:
    menus.choose(page, "Time-lapse…")
    qtbot.waitUntil(lambda: page.findChild(TimeLapseDialog) is not None)
    dialog = page.findChild(TimeLapseDialog)
    assert isinstance(dialog, TimeLapseDialog)
    wait_for_film(dialog, qtbot)
    return dialog


def button(inside: QWidget, text: str) -> Button | None:
    found = [b for b in inside.findChildren(Button) if b.text() == text and b.isVisible()]
    return found[0] if found else None


def press(inside: QWidget, text: str) -> None:
    pressed = button(inside, text)
    assert pressed is not None
    pressed.click()


def wait_for_film(dialog: TimeLapseDialog, qtbot: QtBot) -> None:
    def is_there() -> bool:
        save = button(dialog, "Save…")
        return save is not None and save.isEnabled()

    qtbot.waitUntil(is_there, timeout=SLOW)


def choose(dialog: QWidget, name: str, text: str) -> None:
    """Choose in a list as a patient does."""
    (select,) = [s for s in dialog.findChildren(Select) if s.accessibleName() == name]
    index = select.findText(text)
    assert index >= 0
    select.setCurrentIndex(index)
    select.activated.emit(index)


def says(dialog: QWidget) -> str:
    labels = [one.text() for one in dialog.findChildren(QLabel) if one.isVisible()]
    notices = [one.accessibleName() for one in dialog.findChildren(Notice) if one.isVisible()]
    return " | ".join(labels + notices)


def play_button(dialog: QWidget) -> IconButton:
    (found,) = [
        b for b in dialog.findChildren(IconButton) if b.accessibleName() in {"Play", "Pause"}
    ]
    return found


def test_there_is_nothing_to_press_before_there_are_two_photos_of_a_view(
    session: Session, show: Show, qtbot: QtBot
) -> None:
    page = PhotosPage(session)
    show(page)
    page.enter()
    qtbot.waitUntil(lambda: button(page, "Add photos…") is not None)
    assert "Time-lapse…" not in menus.offered(page)


def test_views_with_enough_photos_are_offered_with_how_many(dialog: TimeLapseDialog) -> None:
    (views,) = [s for s in dialog.findChildren(Select) if s.accessibleName() == "View"]
    assert [views.itemText(n) for n in range(views.count())] == [
        "Front, 3 photos",
        "Back, 2 photos",
    ]
    assert "1 of 3" in says(dialog)
    assert "3 pictures, 2 seconds" in says(dialog)
    assert "2 photos could not be aligned" in says(dialog)


def test_another_view_has_its_own_photos_and_days(dialog: TimeLapseDialog, qtbot: QtBot) -> None:
    choose(dialog, "View", "Back, 2 photos")
    qtbot.waitUntil(lambda: "1 of 2" in says(dialog), timeout=SLOW)


def test_fewer_days_show_fewer_pictures(dialog: TimeLapseDialog, qtbot: QtBot) -> None:
    first, last = dialog.findChildren(QDateEdit)
    assert (first.date().toPython(), last.date().toPython()) == (
        date(2026, 10, 1),
        date(2026, 10, 15),
    )
    first.setDate(QDate(2026, 10, 8))
    qtbot.waitUntil(lambda: "1 of 2" in says(dialog), timeout=SLOW)
    last.setDate(QDate(2026, 10, 8))
    save = button(dialog, "Save…")
    assert save is not None
    qtbot.waitUntil(
        lambda: not save.isEnabled() and not dialog.work.running and "1 of" not in says(dialog),
        timeout=SLOW,
    )


def test_it_plays_at_the_speed_that_was_chosen_until_it_is_paused(
    dialog: TimeLapseDialog, qtbot: QtBot
) -> None:
    choose(dialog, "Speed", "12 pictures a second")
    QTest.mouseClick(play_button(dialog), Qt.MouseButton.LeftButton)
    assert play_button(dialog).accessibleName() == "Pause"
    qtbot.waitUntil(lambda: "3 of 3" in says(dialog))
    qtbot.waitUntil(lambda: "1 of 3" in says(dialog))
    play_button(dialog).click()
    assert not dialog.player.playing


def test_it_is_saved_where_the_patient_says_and_its_size_is_told(
    dialog: TimeLapseDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    (avif,) = [s for s in dialog.findChildren(Segment) if s.text() == "AVIF"]
    avif.click()
    path = tmp_path / "front.avif"
    dialog.save_as(path)
    qtbot.waitUntil(lambda: "Saved as front.avif, 0.1 MB" in says(dialog), timeout=SLOW)
    with Image.open(path) as movie:
        assert (movie.format, movie.n_frames) == ("AVIF", 3)  # type: ignore[attr-defined]


def test_the_name_that_is_proposed_says_view_and_days(dialog: TimeLapseDialog) -> None:
    press(dialog, "Save…")
    asked = dialog.findChild(QFileDialog)
    assert isinstance(asked, QFileDialog)
    (name,) = asked.selectedFiles()
    asked.reject()
    assert Path(name).name == "Time-lapse front 2026-10-01 to 2026-10-15.webp"


def test_cancelling_saves_nothing_and_says_so(
    dialog: TimeLapseDialog, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    cancelled = Event()
    session.ask(lambda _journal: cancelled.wait(), lambda _done: None, dialog)
    dialog.save_as(tmp_path / "out.webp")
    row = dialog.findChild(ProgressRow)
    assert isinstance(row, ProgressRow)
    press(row, "Cancel")
    cancelled.set()
    qtbot.waitUntil(lambda: "Cancelled. Nothing was saved." in says(dialog), timeout=SLOW)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.skindiary"]


def test_a_place_that_cannot_be_written_is_told(
    dialog: TimeLapseDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog.save_as(tmp_path / "nowhere" / "out.webp")
    qtbot.waitUntil(lambda: "out.webp was not saved" in says(dialog), timeout=SLOW)
    save = button(dialog, "Save…")
    assert save is not None
    assert save.isEnabled()


def test_closing_while_it_is_made_leaves_nothing_running(
    page: PhotosPage, session: Session, qtbot: QtBot
) -> None:
    menus.choose(page, "Time-lapse…")
    qtbot.waitUntil(lambda: page.findChild(TimeLapseDialog) is not None)
    dialog = page.findChild(TimeLapseDialog)
    assert isinstance(dialog, TimeLapseDialog)
    with qtbot.waitSignal(dialog.destroyed, timeout=SLOW):
        dialog.reject()
    assert page.findChild(QDialog) is None


def test_closing_stops_what_is_written(
    page: PhotosPage, dialog: TimeLapseDialog, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    closed = Event()
    session.ask(lambda _journal: closed.wait(), lambda _done: None, page)
    dialog.save_as(tmp_path / "out.webp")
    close(dialog, qtbot)
    closed.set()
    wait_for_what_takes_long(session, qtbot)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.skindiary"]


def test_closing_stops_what_is_made(
    page: PhotosPage,
    dialog: TimeLapseDialog,
    session: Session,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    closed, stopped = Event(), Event()
    make = session.journal.timelapse.film

    def film(scenes: Scenes, *, watch: Watch, on_diary: OnDiary) -> Film:
        closed.wait()
        try:
            return make(scenes, watch=watch, on_diary=on_diary)
        except Stopped:
            stopped.set()
            raise

    monkeypatch.setattr(session.journal.timelapse, "film", film)
    choose(dialog, "View", "Back, 2 photos")
    qtbot.waitUntil(lambda: dialog.work.running, timeout=SLOW)
    close(dialog, qtbot)
    closed.set()
    wait_for_what_takes_long(session, qtbot)
    assert stopped.is_set()


def close(dialog: TimeLapseDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.destroyed, timeout=SLOW):
        dialog.reject()


def wait_for_what_takes_long(session: Session, qtbot: QtBot) -> None:
    """One thing after the other: all before has ended."""
    ended: list[None] = []
    session.jobs.at_length(lambda: None, ended.append, session)
    qtbot.waitUntil(lambda: bool(ended), timeout=SLOW)


def test_covered_photos_stay_covered_until_it_is_played(
    page: PhotosPage, session: Session, qtbot: QtBot
) -> None:
    session.jobs.wait(lambda: session.journal.set_preferences(Preferences(cover_photos=True)))
    menus.choose(page, "Time-lapse…")
    qtbot.waitUntil(lambda: page.findChild(TimeLapseDialog) is not None)
    dialog = page.findChild(TimeLapseDialog)
    assert isinstance(dialog, TimeLapseDialog)
    wait_for_film(dialog, qtbot)
    names = [w.accessibleName() for w in dialog.player.findChildren(QWidget)]
    assert "Time-lapse, 1 of 3, covered" in names
    play_button(dialog).click()
    names = [w.accessibleName() for w in dialog.player.findChildren(QWidget)]
    assert "Time-lapse, 1 of 3" in names
