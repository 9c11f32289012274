"""The open diary looks for new pictures by itself, without getting in the way."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from diary.errors import NotSaved
from diary.ui.session import Session
from diary.ui.watching import Watching
from tests.journal.test_watched import face, put
from tests.ui.seen import SLOW


@pytest.fixture
def phone(tmp_path: Path) -> Path:
    """The folder that a phone fills."""
    folder = tmp_path / "Camera Uploads"
    folder.mkdir()
    return folder


@pytest.fixture
def watching(session: Session, phone: Path, qtbot: QtBot) -> Watching:
    watching = session.watching
    watching.choose(phone, only_new=False)
    qtbot.waitUntil(lambda: watching.news.folder == phone and not watching.running, timeout=SLOW)
    return watching


def names(watching: Watching) -> list[str]:
    return [one.path.name for one in watching.news.pictures]


def test_new_pictures_are_found_and_told(watching: Watching, phone: Path, qtbot: QtBot) -> None:
    put(phone, "a.jpg")
    with qtbot.waitSignal(watching.changed, timeout=SLOW):
        watching.look()
    qtbot.waitUntil(lambda: names(watching) == ["a.jpg"], timeout=SLOW)


def test_the_folder_tells_of_a_change_by_itself(
    watching: Watching, phone: Path, qtbot: QtBot
) -> None:
    put(phone, "a.jpg")

    qtbot.waitUntil(lambda: names(watching) == ["a.jpg"], timeout=SLOW)


def test_what_was_left_out_is_gone_at_once_and_for_good(
    watching: Watching, phone: Path, qtbot: QtBot
) -> None:
    put(phone, "a.jpg", face(1))
    put(phone, "b.jpg", face(2))
    watching.look()
    qtbot.waitUntil(lambda: len(names(watching)) == 2, timeout=SLOW)

    watching.leave_out([watching.news.pictures[0].digest])
    qtbot.waitUntil(lambda: names(watching) == ["b.jpg"], timeout=SLOW)
    watching.look()

    qtbot.waitUntil(lambda: not watching.running, timeout=SLOW)
    assert names(watching) == ["b.jpg"]


def test_a_cancelled_look_stays_cancelled_until_it_is_asked_for(
    watching: Watching, phone: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(30):
        put(phone, f"{number:02}.jpg", face(number))
    watching.look()
    watching.pause()
    qtbot.waitUntil(lambda: not watching.running, timeout=SLOW)
    watching.timer.timeout.emit()
    assert not watching.running
    assert watching.paused

    watching.look()

    qtbot.waitUntil(lambda: len(names(watching)) == 30, timeout=SLOW)


def test_another_look_follows_one_that_is_asked_for_while_one_goes_on(
    watching: Watching, phone: Path, qtbot: QtBot
) -> None:
    watching.look()
    put(phone, "a.jpg")
    watching.look()

    qtbot.waitUntil(lambda: names(watching) == ["a.jpg"], timeout=SLOW)


def test_letting_go_of_the_folder_forgets_what_was_new(
    watching: Watching, phone: Path, qtbot: QtBot
) -> None:
    put(phone, "a.jpg")
    watching.look()
    qtbot.waitUntil(lambda: names(watching) == ["a.jpg"], timeout=SLOW)

    watching.let_go()

    qtbot.waitUntil(lambda: watching.news.folder is None, timeout=SLOW)
    qtbot.waitUntil(lambda: not watching.running, timeout=SLOW)
    assert names(watching) == []
    assert (phone / "a.jpg").exists()


def test_a_folder_around_the_diary_is_refused_in_a_sentence(
    watching: Watching, folder: Path, phone: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(watching.refused, timeout=SLOW) as refused:
        watching.choose(folder.parent, only_new=True)

    assert refused.args is not None
    assert "in different places" in refused.args[0]
    assert watching.news.folder == phone


def test_a_disk_that_takes_no_notes_is_no_reason_for_a_message(
    watching: Watching, phone: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise NotSaved("Not saved. The disk is full.")

    put(phone, "a.jpg")
    monkeypatch.setattr("diary.store.watched.remember", full)
    watching.look()
    qtbot.waitUntil(lambda: not watching.running, timeout=SLOW)
    monkeypatch.undo()
    watching.look()

    qtbot.waitUntil(lambda: names(watching) == ["a.jpg"], timeout=SLOW)


def test_a_closed_diary_looks_no_more(session: Session, phone: Path, qtbot: QtBot) -> None:
    session.watching.start(session)
    qtbot.waitUntil(lambda: not session.watching.running, timeout=SLOW)

    session.abandon()
    session.watching.look()

    assert not session.watching.running
