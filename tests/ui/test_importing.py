"""Photos are added in the background: problems are said, and what was added can be undone."""

from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from diary.domain.photo import DateSource, Photo, Taken, View
from diary.imaging import intake
from diary.imaging.decoders import Decoders
from diary.journal import Added, Outcome
from diary.ui.importing import Importer, Undated
from diary.ui.session import Session
from tests.imaging.planted import HANGS, Started
from tests.pictures.phone import photo

TODAY = date(2026, 11, 23)
FINISHED_WITHIN_MS = 20_000


def pictures(folder: Path, number: int) -> list[Path]:
    """Small photos of different colours, taken on the same day."""
    paths = [folder / f"IMG_{count}.jpg" for count in range(number)]
    for count, path in enumerate(paths):
        colour = (40 * count % 256, 90, 120)
        path.write_bytes(photo(Image.new("RGB", (64, 64), colour), taken="2026:11:20 08:12:34"))
    return paths


def stored(session: Session) -> list[Photo]:
    return session.jobs.wait(session.journal.photos.all)


@pytest.fixture
def importer(session: Session) -> Importer:
    return Importer(session)


def test_progress_counts_every_file_and_names_it(
    importer: Importer, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    told: list[tuple[int, int, str]] = []
    importer.progress.connect(lambda *progress: told.append(progress))
    with qtbot.waitSignal(importer.finished, timeout=FINISHED_WITHIN_MS):
        importer.add_files(pictures(tmp_path, 5), [View.FRONT] * 5)
    assert [(done, of) for done, of, _name in told] == [(n, 5) for n in range(1, 6)]
    assert {name for *_, name in told} == {f"IMG_{n}.jpg" for n in range(5)}
    assert len(stored(session)) == 5


def test_cancel_keeps_what_is_done_and_reads_no_more(
    importer: Importer, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(importer.finished, timeout=FINISHED_WITHIN_MS):
        importer.progress.connect(importer.cancel)
        importer.add_files(pictures(tmp_path, 12), [View.FRONT] * 12)
    assert 1 <= len(stored(session)) < 12
    assert not importer.running


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
    (path,) = pictures(tmp_path, 1)
    path.write_bytes(path.read_bytes() + bytes(90_000_000))
    with qtbot.assertNotEmitted(importer.refused):
        importer.add_files([path] * 5, [View.FRONT] * 5)
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
    importer: Importer, session: Session, qtbot: QtBot
) -> None:
    data = photo(Image.new("RGB", (64, 64)))
    with qtbot.waitSignal(importer.undated, timeout=FINISHED_WITHIN_MS) as asked:
        importer.add_bytes(data, "pasted.jpg", View.LEFT)
    assert stored(session) == []
    (undated,) = asked.args
    assert isinstance(undated, Undated)
    taken = Taken(TODAY, None, None, DateSource.TYPED)
    with qtbot.waitSignal(importer.added, timeout=FINISHED_WITHIN_MS):
        importer.add_picture(undated.picture, undated.view, taken)
    assert [(one.view, one.taken) for one in stored(session)] == [(View.LEFT, taken)]


def test_the_same_file_again_is_told_apart_and_cannot_be_undone_away(
    importer: Importer, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    paths = pictures(tmp_path, 1)
    outcomes: list[Outcome] = []
    importer.added.connect(partial(_note, outcomes))
    for _time in range(2):
        with qtbot.waitSignal(importer.finished, timeout=FINISHED_WITHIN_MS):
            importer.add_files(paths, [View.FRONT])
    assert outcomes == [Outcome.NEW, Outcome.KNOWN]
    assert session.undo.count() == 1


def test_an_added_photo_goes_and_comes_back_with_undo_and_redo(
    importer: Importer, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(importer.finished, timeout=FINISHED_WITHIN_MS):
        importer.add_files(pictures(tmp_path, 1), [View.BACK])
    before = stored(session)
    session.undo.undo()
    assert stored(session) == []
    session.undo.redo()
    assert stored(session) == before


def _note(outcomes: list[Outcome], added: Added) -> None:
    outcomes.append(added.outcome)


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
