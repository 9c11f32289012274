"""What the program no longer needs goes back to the system."""

import subprocess
import sys

import pytest

HOLDING = """
from pathlib import Path
from threading import Thread

from diary import memory

memory.set_up()
kept = []

def read_photos():
    for number in range(10):
        photo = bytearray(5_000_000)
        kept.append(bytearray(10_000))
        del photo

def resident():
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 1e6

read_photos()
before = resident()
for _ in range(6):
    reader = Thread(target=read_photos)
    reader.start()
    reader.join()
print(resident() - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only glibc can be told")
def test_files_of_photos_that_were_read_are_not_held() -> None:
    done = subprocess.run(
        [sys.executable, "-c", HOLDING], capture_output=True, text=True, check=True
    )
    assert float(done.stdout) < 5
