"""The one object that the window and the command line know."""

from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self

from sqlcipher3.dbapi2 import Connection

from diary.domain.course import Course
from diary.domain.diary import Diary
from diary.domain.panels import Shot
from diary.domain.photo import Photo
from diary.domain.preferences import Preferences
from diary.errors import DiaryDamaged, NotSaved
from diary.journal import clock as clocks
from diary.journal.access import Access
from diary.journal.album import Album
from diary.journal.alignment import Alignments
from diary.journal.backups import Backups
from diary.journal.clock import Clock
from diary.journal.copies_out import CopiesOut
from diary.journal.course import Courses
from diary.journal.days import Days
from diary.journal.face_finder import FaceFinder
from diary.journal.labs import Labs
from diary.journal.lighting import Lighting
from diary.journal.marks import Marks
from diary.journal.panels import PairedPanels
from diary.journal.photos import Photos
from diary.journal.place import Place
from diary.journal.timelapse import TimeLapses
from diary.journal.trash import Trash
from diary.journal.unfiled import Unfiled
from diary.journal.upkeep import Upkeep
from diary.journal.visits import Questions, Visits
from diary.journal.watched import Watched
from diary.store import courses, device, removal
from diary.store import preferences as stored_preferences
from diary.store.long_work import OnDiary, Watch, at_once, unwatched
from diary.store.vault import Vault

if TYPE_CHECKING:
    from diary.report.options import ReportOptions
    from diary.store.restore import Restored


class Journal:
    """An open diary.

    Every call is carried out before it returns, on the thread that opened the journal;
    `photos.gather`, `photos.read`, `photos.read_bytes` and `album.develop` may run on any thread,
    and all of `copies_out` but its `data`.
    """

    def __init__(self, vault: Vault, clock: Clock) -> None:
        self._vault = vault
        self._clock = clock
        self.access = Access(vault)
        self.days = Days(vault, clock)
        self.photos = Photos(vault, clock)
        self.album = Album(vault, clock, self.photos)
        self.face_finder = FaceFinder()
        self.alignment = Alignments(vault, self.photos)
        self.lighting = Lighting(self.photos, self.alignment)
        self.watched = Watched(vault, clock)
        self.copies_out = CopiesOut(vault, self.photos, self.watched)
        self.course = Courses(vault, clock)
        self.panels = PairedPanels(vault, clock, self.photos, self.alignment)
        self.timelapse = TimeLapses(vault, self.photos, self.alignment, self.course, self.watched)
        self.marks = Marks(vault, self.photos, self.alignment)
        self.labs = Labs(vault)
        self.visits = Visits(vault, clock)
        self.questions = Questions(vault)
        self.trash = Trash(vault, clock, self.photos)
        self.unfiled = Unfiled(vault, self.photos)
        self.backups = Backups(vault, clock)
        self.upkeep = Upkeep(vault, clock, self.backups)
        self.restored: Restored | None = None
        self.place = Place(vault, clock)

    @classmethod
    def create(
        cls,
        folder: Path,
        *,
        course: Course,
        passphrase: str | None = None,
        recovery_code: str | None = None,
        preferences: Preferences | None = None,
        clock: Clock = clocks.now,
    ) -> Self:
        """Start a diary in a folder that is not there yet.

        Without a passphrase anyone who can read the folder can read the diary. Raises
        `DiaryExists`, `InvalidInput` for a short passphrase, `NotSaved`.
        """
        chosen = preferences or Preferences()

        def fill(connection: Connection) -> None:
            courses.put(connection, course)
            stored_preferences.put(connection, chosen)

        vault = Vault.create(folder, passphrase=passphrase, recovery_code=recovery_code, fill=fill)
        return cls(vault, clock)

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        passphrase: str | None = None,
        recovery_code: str | None = None,
        device_key: bytes | None = None,
        clock: Clock = clocks.now,
    ) -> Self:
        """Open a diary with its passphrase, its recovery code, what this computer remembered, or
        nothing if it needs nothing.

        Raises `WrongPassphrase`, `WrongRecoveryCode`, `WrongDeviceKey`, `DiaryMissing`,
        `DiaryDamaged`, `DiaryInUse` or `DiaryTooNew`.
        """
        vault = Vault.open(
            folder, passphrase=passphrase, recovery_code=recovery_code, device_key=device_key
        )
        try:
            journal = cls(vault, clock)
            with suppress(NotSaved):  # a full disk must not keep the diary shut
                journal.photos.empty_trash()
        except BaseException:
            vault.close()
            raise
        return journal

    @classmethod
    def restore(
        cls,
        backup: Path,
        folder: Path,
        *,
        passphrase: str | None = None,
        recovery_code: str | None = None,
        partial: bool = False,
        watch: Watch = unwatched,
        clock: Clock = clocks.now,
    ) -> Self:
        """Open a backup file, a mirror or a snapshot as a diary in a new folder.

        An existing one is never touched. `partial` goes without photos that are missing;
        `restored` tells which. Raises `DiaryExists`, `DiaryMissing`, `BackupIncomplete`,
        `DiaryDamaged`, `WrongPassphrase`, `WrongRecoveryCode`, `NotSaved`, and `Stopped` from
        `watch`.
        """
        from diary.store.restore import restore

        restored = restore(
            backup,
            folder,
            passphrase=passphrase,
            recovery_code=recovery_code,
            partial=partial,
            watch=watch,
        )
        journal = cls(restored.vault, clock)
        journal.restored = restored
        return journal

    @property
    def folder(self) -> Path:
        return self._vault.folder

    @property
    def is_open(self) -> bool:
        return self._vault.is_open

    def now(self) -> datetime:
        return self._clock()

    def today(self) -> date:
        return self._clock().date()

    def stop_reading(self) -> None:
        """End at once what is read or laid over each other, on whichever thread.

        For whoever is about to close the diary, on any thread: nothing is read or laid any more.
        """
        self.photos.closing.ask()

    def close(self) -> None:
        try:
            self.copies_out.close()
            self.photos.close()
            self.backups.keep_snapshot(now=True)
        finally:
            self._vault.close()

    def delete_diary(self, passphrase: str | None = None) -> None:
        """Close the diary and remove its whole folder; backups in other places stay.

        Raises `WrongPassphrase` or `DiaryReadOnly`, and it stays open. Raises `NotSaved` if the
        disk refuses: it is closed then, and the sentence says what is left.
        """
        ways = self.access.ways()
        if ways.passphrase:
            self.access.confirm(passphrase or "")
        self._vault.assert_writable()
        self.copies_out.close()
        self.photos.close()
        self._vault.close()
        removal.remove(self.folder)
        if ways.remembered:
            device.drop(ways.diary_id)  # whether or not it is in time, it opens nothing any more

    def preferences(self) -> Preferences:
        return stored_preferences.get(self._vault.connection)

    def set_preferences(self, new: Preferences) -> None:
        with self._vault.transaction() as connection:
            stored_preferences.put(connection, new)

    def diary(self) -> Diary:
        """Everything the diary holds, as one value for charts, reports and exports."""
        photos = tuple(self.photos.all())
        live = {photo.id for photo in photos}
        return Diary(
            course=self.course.get(),
            days=tuple(self.days.all()),
            photos=photos,
            labs=tuple(self.labs.all()),
            visits=tuple(self.visits.all()),
            questions=tuple(self.questions.all()),
            preferences=self.preferences(),
            today=self.today(),
            panels=tuple(one for one in self.panels.choices() if one.photo_id in live),
            looks={one: look for one, look in self.photos.looks().items() if one in live},
            marks=tuple(self.marks.all()),
            points=tuple(self.alignment.all_points()),
        )

    def report(self, options: "ReportOptions", *, on_diary: OnDiary = at_once) -> bytes:
        """The summary for the dermatologist, as a PDF.

        Another photo stands in for one whose file is damaged, or whose eyes cannot be covered
        though they are to be.

        The photos take seconds the first time, the pages half a second: on any thread, if
        `on_diary` brings it to the diary's for the pages.
        """
        from diary.report.document import photos_for, write_report

        diary = on_diary(self.diary)
        shots: dict[str, Shot] = {}
        while wanted := [
            pair for pair in photos_for(diary, options).items() if pair[0].id not in shots
        ]:
            photo, over = wanted[0]
            shot = self._shot(photo, over, options, on_diary)
            if shot is None:
                others = tuple(one for one in diary.photos if one != photo)
                diary, shots = replace(diary, photos=others), {}
            else:
                shots[photo.id] = shot
        return on_diary(lambda: write_report(diary, options, shots))

    def _shot(
        self, photo: Photo, over: Photo, options: "ReportOptions", on_diary: OnDiary
    ) -> Shot | None:
        """None if it cannot be shown."""
        if options.cover_eyes and not on_diary(lambda: self.panels.can_cover(photo)):
            return None
        try:
            return self.panels.shot(
                photo,
                over if options.aligned else None,
                cover_eyes=options.cover_eyes,
                on_diary=on_diary,
            )
        except DiaryDamaged:
            return None
