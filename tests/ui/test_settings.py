"""What the window remembers outside the diary."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from diary.ui.settings import GEOMETRY, LAST_DIARY, SCHEME, Settings
from diary.ui.theme import Scheme

READ = """
import sys
from pathlib import Path
from diary.ui.settings import GEOMETRY, LAST_DIARY, Settings
settings = Settings(Path(sys.argv[1]))
print(settings.scheme, settings.get(LAST_DIARY), settings.get(GEOMETRY).data())
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "window.ini"


def test_another_run_of_the_program_reads_what_this_one_wrote(file: Path) -> None:
    settings = Settings(file)
    settings.set(SCHEME, Scheme.DARK.value)
    settings.set(LAST_DIARY, "/home/me/mine.skindiary")
    settings.set(GEOMETRY, QByteArray(b"\x00where it was"))
    read = subprocess.run(
        [sys.executable, "-c", READ, str(file)], capture_output=True, text=True, check=True
    )
    assert read.stdout == "dark /home/me/mine.skindiary b'\\x00where it was'\n"


def test_a_fresh_profile_follows_the_system_and_knows_no_diary(file: Path) -> None:
    settings = Settings(file)
    assert settings.scheme is Scheme.SYSTEM
    assert settings.get(LAST_DIARY) == ""
    assert settings.get(GEOMETRY).isEmpty()


def test_a_look_that_does_not_exist_counts_as_the_systems(file: Path) -> None:
    file.write_text("[window]\nscheme=sepia\n")
    assert Settings(file).scheme is Scheme.SYSTEM
