"""Photos are added in the background: looked at first if unsure, and undone as one step."""

import gc
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from diary.domain.draft import Draft, Twin
from diary.domain.photo import Photo, View
from diary.imaging import intake
from diary.imaging.decoders import Decoders
from diary.imaging.intake import Picture
from diary.ui.dialogs.import_review import Review
from diary.ui.dialogs.import_review.model import DraftModel
from diary.ui.dialogs.import_review.table import DraftTable
from diary.ui.importing import Importer, Source, in_diary_already
from diary.ui.session import Session
from diary.ui.widgets.button import Button
from tests.imaging.planted import HANGS, Started
from tests.pictures.phone import photo, portrait
from tests.pictures.relit import with_light

Show = Callable[[QWidget], None]

FINISHED_WITHIN_MS = 20_000


def pictures(folder: Path, number: int) -> list[Path]:
    """Small photos of different colours, taken on the same day, a minute apart."""
    paths = [folder / f"IMG_{count}.jpg" for count in range(number)]
    for count, path in enumerate(paths):
        colour = (40 * count % 256, 90, 120)
        path.write_bytes(
            photo(Image.new("RGB", (64, 64), colour), taken=f"2026:11:20 08:{count:02}:34")
        )
    return paths


def stored(session: Session) -> list[Photo]:
    return session.jobs.wait(session.journal.photos.all)


@pytest.fixture
def page(show: Show) -> QWidget:
    page = QWidget()
    page.resize(1080, 800)
    show(page)
    return page


@pytest.fixture
def importer(session: Session, page: QWidget) -> Importer:
    return Importer(session, page)


def table_over(page: QWidget, qtbot: QtBot) -> Review:
    qtbot.waitUntil(lambda: bool(page.findChildren(Review)), timeout=FINISHED_WITHIN_MS)
    (table,) = page.findChildren(Review)
    return table


def type_on(table: Review, key: Qt.Key) -> None:
    """On the first row, which is chosen."""
    rows = table.findChild(DraftTable)
    assert isinstance(rows, DraftTable)
    QTest.keyClick(rows, key)


def press(table: Review, text: str) -> None:
    (button,) = [one for one in table.findChildren(Button) if one.text() == text]
    button.click()


def test_progress_counts_every_file_and_names_it(
    importer: Importer, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    told: list[tuple[int, int, str]] = []
    importer.progress.connect(lambda *progress: told.append(progress))
    with qtbot.waitSignal(importer.finished, timeout=FINISHED_WITHIN_MS):
        importer.add_files(pictures(tmp_path, 5), [View.FRONT] * 5)
    counted = [(done, of) for done, of, _name in told]
    assert counted == [(n, 5) for n in range(1, 6)] * 2, "all are read, then all are added"
    assert {name for *_, name in told} == {f"IMG_{n}.jpg" for n in range(5)}
    assert len(stored(session)) == 5


def test_cancel_while_files_are_read_adds_nothing(
    importer: Importer, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(importer.finished, timeout=FINISHED_WITHIN_MS):
        importer.progress.connect(importer.cancel)
        importer.add_files(pictures(tmp_path, 12), [View.FRONT] * 12)
    assert stored(session) == []
    assert not importer.running
    assert importer.remaining == 0


def test_cancel_while_photos_are_added_keeps_what_is_done_as_one_step(
    importer: Importer, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    importer.added.connect(importer.cancel)
    with qtbot.waitSignal(importer.finished, timeout=FINISHED_WITHIN_MS):
        importer.add_files(pictures(tmp_path, 12), [View.FRONT] * 12)
    assert 1 <= len(stored(session)) < 12
    session.undo.undo()
    assert stored(session) == []
    assert not session.undo.canUndo()


def test_cancel_ends_what_hangs_and_says_nothing_about_it(
    importer: Importer,
    session: Session,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    started = Started(HANGS)
    monkeypatch.setattr(intake, "decoders", Decoders(started))
    told: list[tuple[int, int, str]] = []
    importer.progress.connect(lambda *progress: told.append(progress))
    paths = pictures(tmp_path, 5)
    for path in paths:
        path.write_bytes(path.read_bytes() + bytes(90_000_000))
    with qtbot.assertNotEmitted(importer.refused):
        importer.add_files(paths, [View.FRONT] * 5)
        qtbot.waitUntil(lambda: len(started.decoders) == 2)
        with qtbot.waitSignal(importer.finished, timeout=FINISHED_WITHIN_MS):
            importer.cancel()

    assert told[-1][:2] == (0, 0)
    assert stored(session) == []


def test_after_a_cancel_the_next_files_are_added(
    importer: Importer, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    importer.cancel()
    with qtbot.waitSignal(importer.finished, timeout=FINISHED_WITHIN_MS):
        importer.add_files(pictures(tmp_path, 2), [View.FRONT] * 2)
    assert len(stored(session)) == 2


def test_a_picture_that_names_no_day_waits_for_the_patient(
    importer: Importer, page: QWidget, session: Session, qtbot: QtBot
) -> None:
    importer.add_bytes(photo(Image.new("RGB", (64, 64))), "pasted.jpg", View.LEFT)
    table = table_over(page, qtbot)
    assert stored(session) == []
    assert importer.remaining == 1
    with qtbot.waitSignal(importer.finished, timeout=FINISHED_WITHIN_MS):
        press(table, "Cancel")
    assert stored(session) == []
    assert importer.remaining == 0


def test_one_unsure_photo_holds_back_all_and_then_all_are_added(
    importer: Importer, page: QWidget, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    importer.add_files(pictures(tmp_path, 3), [View.FRONT, View.LEFT, None])
    table = table_over(page, qtbot)
    assert stored(session) == []
    type_on(table, Qt.Key.Key_5)
    with qtbot.waitSignal(importer.finished, timeout=FINISHED_WITHIN_MS):
        press(table, "Add 3 photos")
    assert sorted(one.view for one in stored(session)) == [View.BACK, View.FRONT, View.LEFT]


def test_a_side_that_the_face_shows_is_proposed_and_a_front_is_clear(
    importer: Importer, page: QWidget, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    paths = pictures(tmp_path, 2)
    importer.add([turned(session, path, yaw) for path, yaw in zip(paths, (-40, 5), strict=True)])
    table = table_over(page, qtbot)
    said = "2 photos. 1 has something to check; it stands first. 1 is chosen."
    assert said in [label.text() for label in table.findChildren(QLabel)]
    with qtbot.waitSignal(importer.finished, timeout=FINISHED_WITHIN_MS):
        press(table, "Add 2 photos")
    assert {one.file_name: one.view for one in stored(session)} == {
        "IMG_0.jpg": View.LEFT,
        "IMG_1.jpg": View.FRONT,
    }


def turned(session: Session, path: Path, yaw: float) -> Source:
    """A picture on which a face is found that is turned by `yaw` degrees."""
    picture = session.journal.photos.read(path)
    look = replace(picture.look, eyes=0.2, yaw=yaw, pitch=0.0, roll=0.0)
    return Source(
        path.name,
        partial(replace, picture, look=look),
        partial(session.journal.photos.read_again, path),
    )


def test_the_table_waits_until_its_page_is_shown_again(
    importer: Importer, page: QWidget, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    page.hide()
    importer.add_files(pictures(tmp_path, 2), [None, None])
    qtbot.waitUntil(lambda: not importer.reading, timeout=FINISHED_WITHIN_MS)
    session.jobs.wait(lambda: None)
    session.jobs.deliver()
    assert page.findChildren(Review) == []
    assert importer.remaining == 2
    page.show()
    press(table_over(page, qtbot), "Cancel")


def test_files_of_a_watched_folder_are_always_looked_at(
    importer: Importer, page: QWidget, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    importer.add_files(pictures(tmp_path, 1), [View.FRONT], ask=True)
    table = table_over(page, qtbot)
    with qtbot.waitSignal(importer.finished, timeout=FINISHED_WITHIN_MS):
        press(table, "Add 1 photo")
    assert len(stored(session)) == 1


def test_a_file_that_changed_while_it_was_looked_at_is_named_and_the_others_are_added(
    importer: Importer, page: QWidget, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    paths = pictures(tmp_path, 2)
    importer.add_files(paths, [None, View.LEFT])
    table = table_over(page, qtbot)
    paths[1].write_bytes(photo(Image.new("RGB", (64, 64), "red"), taken="2026:11:19 08:12:34"))
    type_on(table, Qt.Key.Key_1)
    with (
        qtbot.waitSignal(importer.refused, timeout=FINISHED_WITHIN_MS) as told,
        qtbot.waitSignal(importer.finished, timeout=FINISHED_WITHIN_MS),
    ):
        press(table, "Add 2 photos")
    assert told.args == [
        "“IMG_1.jpg” was changed after it was read, so it was not added. Add it again."
    ]
    assert [one.file_name for one in stored(session)] == ["IMG_0.jpg"]


def test_a_photo_that_came_another_way_meanwhile_is_not_undone_away(
    importer: Importer, page: QWidget, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    paths = pictures(tmp_path, 2)
    importer.add_files(paths, [None, View.LEFT])
    table = table_over(page, qtbot)
    photos = session.journal.photos
    picture = photos.read(paths[1])
    assert picture.taken is not None
    session.jobs.wait(partial(photos.add, picture, view=View.LEFT, taken=picture.taken))
    type_on(table, Qt.Key.Key_1)
    with qtbot.waitSignal(importer.finished, timeout=FINISHED_WITHIN_MS):
        press(table, "Add 2 photos")
    session.undo.undo()
    assert [one.file_name for one in stored(session)] == ["IMG_1.jpg"]


def test_originals_are_let_go_until_they_are_added(
    importer: Importer, page: QWidget, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    """Twelve megabytes of files, of which no more than three are ever held."""
    paths = pictures(tmp_path, 12)
    for path in paths:
        path.write_bytes(path.read_bytes() + bytes(1_000_000))
    importer.add_files(paths, [None] * 12)
    table = table_over(page, qtbot)
    gc.collect()
    held = [thing for thing in gc.get_objects() if isinstance(thing, Picture)]
    assert len(held) >= 12
    assert not any(picture.data for picture in held)
    press(table, "Cancel")


def test_the_same_file_again_is_told_apart_and_cannot_be_undone_away(
    importer: Importer, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    paths = pictures(tmp_path, 1)
    with qtbot.waitSignal(importer.finished, timeout=FINISHED_WITHIN_MS):
        importer.add_files(paths, [View.FRONT])
    with (
        qtbot.waitSignal(importer.skipped, timeout=FINISHED_WITHIN_MS) as told,
        qtbot.waitSignal(importer.finished, timeout=FINISHED_WITHIN_MS),
    ):
        importer.add_files(paths, [None])
    (skipped,) = told.args
    assert in_diary_already(skipped) == (
        "IMG_0.jpg is in your diary already, on Fri 20 Nov. It was skipped."
    )
    assert session.undo.count() == 1


def test_files_that_the_diary_has_are_not_decoded_again_and_leave_the_table_to_the_new(
    importer: Importer,
    page: QWidget,
    session: Session,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    paths = pictures(tmp_path, 4)
    with qtbot.waitSignal(importer.finished, timeout=FINISHED_WITHIN_MS):
        importer.add_files(paths[:3], [View.FRONT] * 3)
    started = Started(HANGS)
    with monkeypatch.context() as patched:
        patched.setattr(intake, "decoders", Decoders(started))
        with qtbot.waitSignal(importer.finished, timeout=FINISHED_WITHIN_MS):
            importer.add_files(paths[:3], [None] * 3)
    assert started.decoders == []

    skipped: list[list[Draft]] = []
    importer.skipped.connect(skipped.append)
    importer.add_files(paths, [None] * 4)
    (model,) = table_over(page, qtbot).findChildren(DraftModel)
    assert [draft.file_name for draft in model.drafts] == ["IMG_3.jpg"]
    (known,) = skipped
    assert sorted(draft.file_name for draft in known) == [path.name for path in paths[:3]]


def test_of_many_files_that_cannot_be_added_the_first_are_explained(
    importer: Importer, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    paths = [tmp_path / f"{number}.jpg" for number in range(10)]
    for path in paths:
        path.write_bytes(b"no picture at all")

    for given, told in ((paths, 3), (paths[:2], 2)):
        _noted, refused = add(importer, given, qtbot)
        assert len(refused) == told
        assert all("is not a picture" in sentence for sentence in refused[:2])
        if told > 2:
            assert refused[2].startswith("8 more files were not added (")
            assert refused[2].endswith("…). Add one of them alone to see why.")
    assert stored(session) == []


def test_many_files_that_the_diary_has_are_named_in_one_sentence() -> None:
    drafts = [Draft(n, f"IMG_{n}.jpg", str(n), twin=Twin.LIVE) for n in range(7)]
    assert in_diary_already(drafts) == (
        "7 photos are in your diary already and were skipped: "
        "IMG_0.jpg, IMG_1.jpg, IMG_2.jpg, IMG_3.jpg, IMG_4.jpg…"
    )


def test_added_photos_go_and_come_back_together_with_undo_and_redo(
    importer: Importer, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(importer.finished, timeout=FINISHED_WITHIN_MS):
        importer.add_files(pictures(tmp_path, 3), [View.FRONT, View.LEFT, View.BACK])
    before = stored(session)
    assert session.undo.undoText() == "3 photos added"
    session.undo.undo()
    assert stored(session) == []
    session.undo.redo()
    assert stored(session) == before


def test_a_photo_deleted_for_good_does_not_keep_the_others_from_coming_back(
    importer: Importer, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(importer.finished, timeout=FINISHED_WITHIN_MS):
        importer.add_files(pictures(tmp_path, 3), [View.FRONT, View.LEFT, View.BACK])
    erased, *others = stored(session)
    session.undo.undo()
    session.jobs.wait(partial(session.journal.photos.erase, erased.id))
    session.undo.redo()
    assert stored(session) == others


def test_a_deleted_photo_is_proposed_as_it_was_and_comes_back_as_it_was_corrected(
    importer: Importer, page: QWidget, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(importer.finished, timeout=FINISHED_WITHIN_MS):
        importer.add_files(pictures(tmp_path, 1), [View.FRONT])
    (old,) = stored(session)
    moved = replace(old, view=View.CHEST, taken=replace(old.taken, on=date(2026, 11, 2)))
    session.jobs.wait(partial(delete_as, session, moved))

    importer.add_files([tmp_path / "IMG_0.jpg"], [None])
    table = table_over(page, qtbot)
    (model,) = table.findChildren(DraftModel)
    (row,) = model.drafts
    assert (row.view, row.taken, row.included) == (moved.view, moved.taken, False)
    type_on(table, Qt.Key.Key_Space)
    type_on(table, Qt.Key.Key_5)
    with qtbot.waitSignal(importer.finished, timeout=FINISHED_WITHIN_MS):
        press(table, "Add 1 photo")

    back = replace(moved, view=View.BACK)
    assert stored(session) == [back]
    session.undo.undo()
    assert stored(session) == []
    assert session.jobs.wait(partial(session.journal.photos.get, old.id)) == moved
    session.undo.redo()
    assert stored(session) == [back]


def delete_as(session: Session, photo: Photo) -> None:
    """Give a photo another view and date, and delete it."""
    session.journal.photos.change(photo.id, view=photo.view, taken=photo.taken)
    session.journal.photos.delete(photo.id)


def test_answers_given_meanwhile_are_undone_on_their_own(
    importer: Importer, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    said: list[str] = []
    with qtbot.waitSignal(importer.finished, timeout=FINISHED_WITHIN_MS):
        importer.added.connect(lambda _added: answer(session, said))
        importer.add_files(pictures(tmp_path, 3), [View.FRONT, View.LEFT, View.BACK])
    session.undo.undo()
    assert stored(session) == []
    session.jobs.wait(lambda: None)
    assert said == ["did"] * 3


def answer(session: Session, said: list[str]) -> None:
    session.push(
        "an answer",
        lambda _journal: said.append("did"),
        lambda _journal: said.append("undid"),
        changed=lambda: None,
    )


def test_a_damaged_photo_is_shown_whole_again_once_its_file_is_added(
    importer: Importer, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    files = pictures(tmp_path, 1)
    with qtbot.waitSignal(importer.finished, timeout=FINISHED_WITHIN_MS):
        importer.add_files(files, [View.FRONT])
    for sealed in session.journal.folder.glob("objects/*/*.age"):
        sealed.write_bytes(b"half of a photo")
    with (
        qtbot.waitSignal(session.photos_changed, timeout=FINISHED_WITHIN_MS),
        qtbot.waitSignal(importer.finished, timeout=FINISHED_WITHIN_MS),
    ):
        importer.add_files(files, [View.FRONT])
    (whole,) = stored(session)
    original = partial(session.journal.photos.original, whole)
    assert session.jobs.wait(original) == files[0].read_bytes()


def add(importer: Importer, paths: list[Path], qtbot: QtBot) -> tuple[list[str], list[str]]:
    """What is noted and what is refused of files that are added as front photos."""
    noted: list[str] = []
    refused: list[str] = []
    importer.noted.connect(noted.append)
    importer.refused.connect(refused.append)
    with qtbot.waitSignal(importer.finished, timeout=FINISHED_WITHIN_MS):
        importer.add_files(paths, [View.FRONT] * len(paths))
    return noted, refused


def test_a_darker_photo_is_said_once_all_are_added(
    importer: Importer, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    paths = [tmp_path / f"IMG_{day}.jpg" for day in (19, 20, 21)]
    for path, gain in zip(paths, (1, 0.99, 0.5), strict=True):
        day = path.stem.removeprefix("IMG_")
        path.write_bytes(photo(with_light(portrait(), gain), taken=f"2026:11:{day} 08:12:34"))

    noted, refused = add(importer, paths, qtbot)
    qtbot.waitUntil(lambda: bool(noted), timeout=FINISHED_WITHIN_MS)

    head, line = noted[0].splitlines()
    assert "when you compare" in head
    assert line.startswith("IMG_21.jpg, ")
    assert line.endswith("Darker than your last front photo; compare with care.")
    assert (len(noted), refused, len(stored(session))) == (1, [], 3)


def test_a_live_photo_is_added_as_its_still(
    importer: Importer, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    (still,) = pictures(tmp_path, 1)
    film = still.with_suffix(".MOV")
    film.write_bytes(b"film")

    noted, refused = add(importer, [film, still], qtbot)

    assert "“IMG_0.MOV” is the film of a Live Photo and was left out" in noted[0]
    assert refused == []
    assert [one.file_name for one in stored(session)] == ["IMG_0.jpg"]


def test_of_an_animation_the_first_picture_is_added_and_it_is_said(
    importer: Importer, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "IMG_20261120.webp"
    frames = [Image.new("RGB", (64, 64), colour) for colour in ("grey", "red")]
    frames[0].save(path, save_all=True, append_images=frames[1:])

    noted, _ = add(importer, [path], qtbot)

    assert "“IMG_20261120.webp” holds several pictures; its first one was added." in noted
    assert len(stored(session)) == 1


def test_a_disk_that_went_away_is_said_once_and_what_was_added_is_kept(
    importer: Importer, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    add(importer, pictures(tmp_path, 2), qtbot)

    _noted, refused = add(importer, [tmp_path / "DCIM" / f"{n}.jpg" for n in range(12)], qtbot)

    (sentence,) = refused
    assert "12 files were not added (" in sentence
    assert "What was added before is kept" in sentence
    assert len(stored(session)) == 2
