"""A diary that is about to be struck."""

from dataclasses import dataclass, field
from pathlib import Path

from diary.journal import Journal
from diary.journal.place import copy_diary
from tests.faults.day import COURSE, clock
from tests.faults.model import CODE, Way

DIARY = "mine.skindiary"
DISK, FILE = "disk", "backup.zip"
"""A folder for mirrors, and a backup in one file."""

RESTORED, COPIED = "restored.skindiary", "copied.skindiary"
"""A diary from that file, and one that was copied to another folder."""


PHONE, OUT = "from the phone", "saved"
"""The watched folder, and one outside the diary for copies of photos."""


@dataclass
class Bench:
    """The folder with everything in it, and the diary once it is open.

    `code` opens the diary; `ids` names its photos by the SHA-256 of their files, also those in the
    trash.
    """

    root: Path
    code: str = CODE
    ids: dict[str, str] = field(default_factory=dict)
    opened: Journal | None = None

    @property
    def folder(self) -> Path:
        return self.root / DIARY

    @property
    def journal(self) -> Journal:
        """The open diary; where opening or creating it was refused, it is tried again."""
        if self.opened is None:
            if self.folder.exists():
                self.open()
            else:
                self.create()
        assert self.opened is not None
        return self.opened

    def open(self, way: Way | None = None) -> None:
        """Open the diary, if not told otherwise by the way in that is the quickest."""
        way = way or Way(recovery_code=self.code)
        journal = self.opened = Journal.open(self.folder, **way._asdict(), clock=clock)
        live = journal.photos.all()
        self.ids = {photo.digest: photo.id for photo in live}
        self.ids |= {one.photo.digest: one.photo.id for one in journal.trash.all()}

    def create(self) -> None:
        self.opened = Journal.create(
            self.folder, course=COURSE, recovery_code=self.code, clock=clock
        )

    def close(self) -> None:
        journal, self.opened = self.journal, None
        journal.close()

    def keep_snapshot(self) -> None:
        """The program goes on where no snapshot can be taken, and shows why elsewhere."""
        self.journal.backups.keep_snapshot(now=True)
        if problem := self.journal.backups.snapshot_problem:
            raise problem

    def mirror(self) -> None:
        (self.root / DISK).mkdir(exist_ok=True)
        self.journal.backups.mirror(self.root / DISK)

    def back_up(self) -> None:
        self.journal.backups.to_file(self.root / FILE)

    def restore(self) -> None:
        Journal.restore(
            self.root / FILE, self.root / RESTORED, recovery_code=self.code, clock=clock
        ).close()

    def copy(self) -> None:
        """Only a closed diary is copied."""
        self.close()
        copy_diary(self.folder, self.root / COPIED)

    def delete(self) -> None:
        journal, self.opened = self.journal, None
        journal.delete_diary()
