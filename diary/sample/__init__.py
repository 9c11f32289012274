"""An invented diary to look around in."""

from diary.sample.temporary import temporary_diary
from diary.sample.write import write_sample

__all__ = ["temporary_diary", "write_sample"]
