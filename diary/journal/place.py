"""Where the diary lies: may it be written to, who else copies it, which copies are there."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from diary.journal.clock import Clock
from diary.store import copies, days, generation, key_file, sync_folders
from diary.store.copies import Contents, Copy
from diary.store.long_work import Watch, unwatched
from diary.store.vault import Vault
from diary.words import translate


@dataclass(frozen=True, slots=True)
class Standing:
    """What to know about the diary's folder before writing in it.

    `read_only` is the sentence why it cannot be written to, `service` the program that copies it,
    `left_open_on` a computer that did not close it; each is empty where there is none.
    `generation` counts the sessions that wrote; `last_day` is the last one with an answer.
    """

    vault_id: str
    folder: Path
    read_only: str
    service: str
    left_open_on: str
    copies: tuple[Copy, ...]
    generation: int
    last_day: date | None


class Place:
    def __init__(self, vault: Vault, clock: Clock) -> None:
        self._vault = vault
        self._clock = clock

    def look(self) -> Standing:
        vault = self._vault
        return Standing(
            vault_id=key_file.read(vault.folder).vault_id,
            folder=vault.folder,
            read_only=vault.read_only,
            service=sync_folders.service_of(vault.folder) or "",
            left_open_on=vault.left_open_on,
            copies=copies.find(vault),
            generation=self.generation(),
            last_day=days.last(vault.connection),
        )

    def generation(self) -> int:
        """How many sessions have written to this diary."""
        return generation.get(self._vault.connection)

    def take_up_replaced(self) -> None:
        """Go on with the file that another program put in place of the open one.

        Raises `DiaryReplaced` if there is no whole one of this diary.
        """
        self._vault.take_up_replaced()

    def look_into(self, copy: Copy) -> Contents:
        """What a copy holds. Raises `DiaryMissing`, `DiaryDamaged`, `DiaryTooNew`."""
        return copies.look_into(self._vault, copy)

    def bring_over(self, copy: Copy, contents: Contents) -> None:
        """Add the days and photos that only the copy has."""
        copies.bring_over(self._vault, copy, contents, self._clock())

    def take_back(self, contents: Contents) -> None:
        """Undo `bring_over`."""
        copies.take_back(self._vault, contents, self._clock())


def copy_diary(folder: Path, target: Path, *, watch: Watch = unwatched) -> None:
    """Copy a closed diary to a folder that is not there yet, and read it back; on any thread.

    Raises `DiaryMissing`, `DiaryInUse`, `DiaryExists`, `NotSaved`, or `Stopped` from `watch`.
    """
    from diary.store import relocate

    relocate.copy_whole(folder, target, watch=watch)


def sync_warning(folder: Path) -> str:
    """What to say before a diary is made in `folder`; empty where no program copies it."""
    service = sync_folders.service_of(folder)
    if service is None:
        return ""
    return translate(
        "Place",
        "{folder} lies in a folder that {service} copies while you write. A copy made in the "
        "middle of a change can be damaged, and two computers can write at once. Keep the diary in "
        "another folder, and a backup of it in this one.",
    ).format(folder=folder, service=service)
