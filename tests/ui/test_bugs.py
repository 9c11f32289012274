"""Our own mistakes are logged without the patient's words and said once."""

import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from diary import log
from diary.ui.bugs import BugReporter


@pytest.fixture
def reporter(qapp: QApplication, tmp_path: Path) -> Iterator[BugReporter]:
    log.start(tmp_path / "log.txt")
    reporter = BugReporter(qapp)
    yield reporter
    reporter.deleteLater()
    log.stop()


def messages() -> list[QMessageBox]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox)]


def test_a_mistake_is_said_once_however_often_it_happens(
    reporter: BugReporter, qtbot: QtBot, tmp_path: Path
) -> None:
    for _ in range(3):
        reporter.report(ValueError("my note"))
    qtbot.waitUntil(lambda: bool(messages()))
    assert [box.text() for box in messages()] == ["Something went wrong in the program."]
    written = (tmp_path / "log.txt").read_text()
    assert written.count("ValueError") == 3
    assert "my note" not in written


def test_after_it_was_read_the_next_mistake_is_said_again(
    reporter: BugReporter, qtbot: QtBot
) -> None:
    reporter.report(ValueError())
    qtbot.waitUntil(lambda: bool(messages()))
    messages()[0].accept()
    qtbot.waitUntil(lambda: not messages())
    reporter.report(ValueError())
    qtbot.waitUntil(lambda: bool(messages()))


def test_a_mistake_on_another_thread_is_said_on_the_ui_thread(
    reporter: BugReporter, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    reporter.install()
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(messages()))


def test_the_log_can_be_copied_from_the_message(
    reporter: BugReporter, qtbot: QtBot, click: Callable[[QWidget], None]
) -> None:
    reporter.report(ValueError("my note"))
    qtbot.waitUntil(lambda: bool(messages()))
    (copy,) = [b for b in messages()[0].findChildren(QPushButton) if b.text() == "Copy the log"]
    click(copy)
    copied = QApplication.clipboard().text()
    assert "ERROR ValueError at" in copied
    assert "my note" not in copied


class Unlucky:
    """Fails where nobody can catch it."""

    def __del__(self) -> None:
        raise ValueError("my note")


def test_a_mistake_while_something_is_destroyed_is_logged_without_its_words(
    reporter: BugReporter,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    reporter.install()
    Unlucky()
    qtbot.waitUntil(lambda: bool(messages()))
    assert "ValueError" in (tmp_path / "log.txt").read_text()
    assert "my note" not in (tmp_path / "log.txt").read_text() + "".join(capsys.readouterr())
