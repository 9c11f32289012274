"""The program as it is started, each time in a process of its own."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from diary.domain.course import Course
from diary.folders import folders
from diary.journal import Journal

START = """
import json, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMainWindow
from diary import app

application = app.make_application()

def look():
    window = next(w for w in application.topLevelWidgets() if isinstance(w, QMainWindow))
    scene = window.centralWidget()
    page = getattr(scene, "page", None)
    if scene is None or page and not page.isVisible():
        return
    slow = {"matplotlib", "typst", "pi_heif", "numpy", "PIL"} & set(sys.modules)
    print(json.dumps([type(scene).__name__, window.windowTitle(), sorted(slow)]))
    timer.stop()
    window.close()

timer = QTimer(timeout=look, interval=10)
timer.start()
raise SystemExit(app.main(sys.argv[1:]))
"""


HERE = Path.cwd()


def start(home: Path, *arguments: str, at: Path = HERE) -> str:
    run = subprocess.run(
        [sys.executable, "-c", START, "--data-dir", str(home), *arguments],
        cwd=at,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        env={
            "QT_QPA_PLATFORM": "offscreen",
            "PATH": "",
            "HOME": str(home),
            "PYTHONPATH": str(HERE),
        },
    )
    return run.stdout.strip()


def make(folder: Path, passphrase: str | None = None) -> None:
    Journal.create(folder, course=Course(date(2026, 10, 1)), passphrase=passphrase).close()


def test_the_first_start_leads_to_first_run(tmp_path: Path) -> None:
    assert start(tmp_path) == '["Welcome", "Skin Diary", []]'


def test_a_diary_without_a_passphrase_opens_at_once_and_loads_nothing_slow(tmp_path: Path) -> None:
    make(folders(tmp_path).usual_diary)
    assert start(tmp_path) == '["DiaryView", "Skin Diary", []]'


def test_a_diary_with_a_passphrase_starts_locked(tmp_path: Path) -> None:
    make(tmp_path / "mine.skindiary", passphrase="correct horse battery")
    assert start(tmp_path, "--diary", str(tmp_path / "mine.skindiary")) == (
        '["Unlock", "Skin Diary", []]'
    )


def test_a_profile_that_cannot_be_written_is_no_reason_not_to_start(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    make(tmp_path / "mine.skindiary")
    opened = start(tmp_path / "file" / "profile", "--diary", str(tmp_path / "mine.skindiary"))
    assert opened == '["DiaryView", "Skin Diary", []]'


def test_the_diary_used_last_opens_at_the_next_start(tmp_path: Path) -> None:
    make(tmp_path / "elsewhere.skindiary")
    start(tmp_path, "--diary", str(tmp_path / "elsewhere.skindiary"))
    assert start(tmp_path) == '["DiaryView", "Skin Diary", []]'


def test_a_diary_that_was_named_from_where_one_stood_opens_from_anywhere(tmp_path: Path) -> None:
    make(tmp_path / "elsewhere.skindiary")
    start(tmp_path, "--diary", "elsewhere.skindiary", at=tmp_path)
    assert start(tmp_path) == '["DiaryView", "Skin Diary", []]'


def test_what_the_program_writes_is_for_the_patients_account_only(tmp_path: Path) -> None:
    make(folders(tmp_path).usual_diary)
    start(tmp_path)
    assert {oct(file.stat().st_mode & 0o077) for file in tmp_path.rglob("*.*")} == {"0o0"}


@pytest.mark.parametrize("verb", [["--help"], ["show"]])
def test_verbs_run_without_qt(verb: list[str], tmp_path: Path) -> None:
    run = (
        "import sys; from diary import app\n"
        f"try: app.main({verb!r})\n"
        "except SystemExit: pass\n"
        "print([name for name in sys.modules if name.startswith('PySide6')])"
    )
    done = subprocess.run([sys.executable, "-c", run], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("[]\n")


def test_a_date_that_is_none_is_said_in_a_sentence(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "main", "--data-dir", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        env={"QT_QPA_PLATFORM": "offscreen", "SKIN_DIARY_TODAY": "tomorrow"},
    )
    assert run.returncode == 1
    assert run.stderr.endswith("must be a date such as 2026-11-23, not “tomorrow”.\n")


TOLD_TO_END = """
import os, signal, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMainWindow
from diary import app
from diary.ui.diary_view import DiaryView

application = app.make_application()

def look():
    window = next(w for w in application.topLevelWidgets() if isinstance(w, QMainWindow))
    if isinstance(window.centralWidget(), DiaryView):
        timer.stop()
        os.kill(os.getpid(), getattr(signal, sys.argv[1]))

timer = QTimer(timeout=look, interval=10)
timer.start()
raise SystemExit(app.main(sys.argv[2:]))
"""


@pytest.mark.parametrize("told", ["SIGINT", "SIGTERM"])
def test_a_sample_is_gone_when_the_program_is_told_to_end(told: str, tmp_path: Path) -> None:
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    ended = subprocess.run(
        [sys.executable, "-c", TOLD_TO_END, told, "--data-dir", str(tmp_path), "--sample"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={
            "QT_QPA_PLATFORM": "offscreen",
            "PATH": "",
            "HOME": str(tmp_path),
            "TMPDIR": str(temporary),
        },
    )
    assert ended.returncode == 0, ended.stderr
    assert list(temporary.iterdir()) == []


TOLD_WHILE_SHOWN = """
import os, signal, sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QMainWindow
from diary import app

class Told(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show and isinstance(watched, QMainWindow):
            os.kill(os.getpid(), signal.SIGTERM)
        return False

application = app.make_application()
told = Told()
application.installEventFilter(told)
raise SystemExit(app.main(sys.argv[1:]))
"""


def test_the_program_ends_when_it_is_told_to_while_its_window_appears(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", TOLD_WHILE_SHOWN, "--data-dir", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={"QT_QPA_PLATFORM": "offscreen", "PATH": "", "HOME": str(tmp_path)},
    )
    assert ended.returncode == 0, ended.stderr
