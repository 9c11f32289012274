"""The decoder process finds its way in any place, and never outlives the diary."""

import os
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

import diary
from tests.imaging.planted import is_gone
from tests.pictures.phone import photo, portrait

ROOT = Path(diary.__file__).parents[1]

IDLE_OWNER = """
import sys
from diary.imaging.decoder import Decoder
print(Decoder.start().pid, flush=True)
sys.stdin.read()
"""

BUSY_OWNER = """
import signal
from tests.imaging.planted import decoding, start
decoder = start(decoding("os.kill(os.getppid(), 10); time.sleep(3600)"))
signal.signal(signal.SIGUSR1, lambda *_: print(decoder.pid, flush=True))
decoder.decode(b"a picture")
"""
"""Hears from the decoder, by a signal, that it has begun."""

READS = """
import sys
sys.path.insert(0, sys.argv[1])
from datetime import date
from pathlib import Path
from diary.imaging import intake
print(intake.__file__, intake.read(Path(sys.argv[2]), date(2026, 11, 23)).width)
"""


@pytest.mark.parametrize("program", [IDLE_OWNER, BUSY_OWNER], ids=["idle", "busy"])
def test_a_decoder_goes_when_the_diary_is_killed(program: str) -> None:
    command = [sys.executable, "-c", program]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=environment, stdin=pipe, stdout=pipe, text=True) as owner:
        assert owner.stdout is not None
        pid = int(owner.stdout.readline())
        assert not is_gone(pid)
        owner.send_signal(signal.SIGKILL)

    pause = threading.Event()
    assert any(is_gone(pid) or pause.wait(0.05) for _ in range(400))


def test_pictures_are_read_from_any_place_and_no_file_can_put_itself_in_the_way(
    tmp_path: Path,
) -> None:
    place, traps = tmp_path / "Über uns, 100 %", tmp_path / "traps"
    shutil.copytree(ROOT / "diary", place / "diary")
    traps.mkdir()
    for module in ("json", "PIL", "diary", "sitecustomize"):
        (traps / f"{module}.py").write_text("open('sprung', 'w').close()")
    face = tmp_path / "face.heic"
    face.write_bytes(photo(portrait().resize((64, 64)), "HEIF"))

    done = subprocess.run(
        [sys.executable, "-I", "-c", READS, place, face],
        cwd=traps,
        env={**os.environ, "PYTHONPATH": str(traps)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.split("\n")[0] == f"{place / 'diary' / 'imaging' / 'intake.py'} 64"
    assert not (traps / "sprung").exists()
