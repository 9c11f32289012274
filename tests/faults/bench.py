"""A diary that is about to be struck."""

from dataclasses import dataclass, field
from pathlib import Path

from diary.journal import Journal
from tests.faults.day import COURSE, clock
from tests.faults.model import BY_CODE, CODE, Way

DIARY = "mine.skindiary"


@dataclass
class Bench:
    """The folder with everything in it, and the diary once it is open.

    `ids` names the photos by the SHA-256 of their files, for those in the trash as well.
    """

    root: Path
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

    def open(self, way: Way = BY_CODE) -> None:
        """Open the diary, if not told otherwise by the way in that is the quickest."""
        journal = self.opened = Journal.open(self.folder, **way._asdict(), clock=clock)
        live = journal.photos.all()
        self.ids = {photo.digest: photo.id for photo in live}
        self.ids |= {one.photo.digest: one.photo.id for one in journal.trash.all()}

    def create(self) -> None:
        self.opened = Journal.create(self.folder, course=COURSE, recovery_code=CODE, clock=clock)

    def close(self) -> None:
        journal, self.opened = self.journal, None
        journal.close()

    def delete(self) -> None:
        journal, self.opened = self.journal, None
        journal.delete_diary()
