"""What can go wrong, and where it is tried."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Fault(StrEnum):
    KILL = "kill"
    FULL = "ENOSPC"
    IO = "EIO"
    READING = "EIO reading"
    ORDERED = "ordered"
    WRITEBACK = "writeback"

    @property
    def error(self) -> str:
        """The system's name of the error that a call reports."""
        return self.value.partition(" ")[0]

    @property
    def is_power_cut(self) -> bool:
        return self in (Fault.ORDERED, Fault.WRITEBACK)

    @property
    def ends_the_program(self) -> bool:
        return self is Fault.KILL or self.is_power_cut


@dataclass(frozen=True)
class Sweep:
    """One fault in one scenario. `original` is the prepared folder, or the disk image with it."""

    fault: Fault
    scenario: str
    plant: str | None
    original: Path
    work: Path
