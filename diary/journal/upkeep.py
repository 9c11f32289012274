"""What a person, or the program by itself, can do to know that the diary is whole."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from diary.domain.photo import Photo
from diary.journal.backups import Backups
from diary.journal.clock import Clock
from diary.store import check, photos
from diary.store.long_work import OnDiary, Watch, at_once, unwatched
from diary.store.vault import Vault

if TYPE_CHECKING:
    from diary.store.check import Findings

A_DAY = 30
"""Every photo's file is read about once in so many days."""

AT_LEAST = 5
"""Photos a day, so that a young diary does not wait a month either; they take milliseconds."""


class Upkeep:
    """Long calls may run on any thread if `on_diary` brings them to the diary's for a moment."""

    def __init__(self, vault: Vault, clock: Clock, backups: Backups) -> None:
        self._vault = vault
        self._clock = clock
        self._backups = backups
        self.hurt: tuple[Photo, ...] = ()
        """The photos whose files were found missing or damaged since the diary was opened."""

    def check(
        self,
        *,
        quick: bool = False,
        deep: bool = False,
        watch: Watch = unwatched,
        on_diary: OnDiary = at_once,
    ) -> "Findings":
        """Look for damage: every file's bytes, with `quick` their sizes only.

        `deep` also opens every photo. Raises `DiaryDamaged` if the answers are hurt.
        """
        findings = check.check(self._vault, quick=quick, deep=deep, watch=watch, on_diary=on_diary)
        self.hurt = (*findings.missing, *findings.damaged)
        if not quick:
            on_diary(self._note_all_but_hurt)
        return findings

    def quiet_check(
        self, *, watch: Watch = unwatched, on_diary: OnDiary = at_once
    ) -> tuple[Photo, ...]:
        """See whether every photo's file is there, and read today's part of them.

        Returns the photos that are hurt.
        """
        waiting, quota = on_diary(self._waiting)
        whole: list[Photo] = []
        hurt = [photo for photo in waiting if not check.is_there(self._vault, photo)]
        for photo in (photo for photo in waiting if photo not in hurt):
            if len(whole) == quota:
                break
            watch(len(whole), quota)
            is_whole = self._vault.objects.is_unchanged(photo.object_name)
            (whole if is_whole else hurt).append(photo)
        on_diary(lambda: self._note(whole))
        known = {photo.id for photo in hurt}
        self.hurt = (*hurt, *(photo for photo in self.hurt if photo.id not in known))
        return tuple(hurt)

    def heal(
        self, backup: Path, *, watch: Watch = unwatched, on_diary: OnDiary = at_once
    ) -> tuple[Photo, ...]:
        """Bring back the files of `hurt` photos from a mirror or a backup file.

        Returns those healed. Nothing is deleted, and only what is proven good is written.
        """
        from diary.store import heal

        healed = heal.heal(self._vault, backup, self.hurt, watch=watch, on_diary=on_diary)
        self.hurt = tuple(photo for photo in self.hurt if photo not in healed)
        return healed

    def heal_key_files(self) -> bool:
        """Write both copies of the key file anew from the whole one, if one is hurt."""
        from diary.store import heal

        return heal.heal_key_files(self._vault)

    def _waiting(self) -> tuple[list[Photo], int]:
        connection, now = self._vault.connection, self._clock()
        live = photos.to_check(connection, now)
        part = max(AT_LEAST, -(-len(live) // A_DAY))
        return live, max(0, part - photos.count_checked_on(connection, now.date()))

    def _note_all_but_hurt(self) -> None:
        hurt = {photo.id for photo in self.hurt}
        live = photos.all_live(self._vault.connection)
        self._note(photo for photo in live if photo.id not in hurt)

    def _note(self, whole: Iterable[Photo]) -> None:
        self._backups.note(lambda connection: photos.mark_checked(connection, whole, self._clock()))
