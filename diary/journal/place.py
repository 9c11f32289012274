"""Where the diary lies: may it be written to, who else copies it, which copies are there."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from diary.domain.photo import Photo
from diary.journal.clock import Clock
from diary.store import generation, key_file, sync_folders
from diary.store.vault import Vault
from diary.words import translate

if TYPE_CHECKING:
    from diary.store.copies import Contents, Copy


@dataclass(frozen=True, slots=True)
class Standing:
    """What to know about the diary's folder before writing in it.

    `read_only` is the sentence why it cannot be written to, `service` the program that copies it,
    `left_open_on` a computer that did not close it; each is empty where there is none.
    `generation` counts the sessions that wrote.
    """

    vault_id: str
    folder: Path
    read_only: str
    service: str
    left_open_on: str
    copies: "tuple[Copy, ...]"
    generation: int


class Place:
    def __init__(self, vault: Vault, clock: Clock) -> None:
        self._vault = vault
        self._clock = clock

    def look(self) -> Standing:
        from diary.store import copies

        vault = self._vault
        return Standing(
            vault_id=key_file.read(vault.folder).vault_id,
            folder=vault.folder,
            read_only=vault.read_only,
            service=sync_folders.service_of(vault.folder) or "",
            left_open_on=vault.left_open_on,
            copies=copies.find(vault),
            generation=self.generation(),
        )

    def generation(self) -> int:
        """How many sessions have written to this diary."""
        return generation.get(self._vault.connection)

    def look_into(self, copy: "Copy") -> "Contents":
        """What a copy holds. Raises `DiaryMissing`, `DiaryDamaged`, `DiaryTooNew`."""
        from diary.store import copies

        return copies.look_into(self._vault, copy)

    def bring_over(self, copy: "Copy", contents: "Contents") -> tuple[Photo, ...]:
        """Add the days and photos that only the copy has; returns photos whose file is missing."""
        from diary.store import copies

        return copies.bring_over(self._vault, copy, contents, self._clock())

    def take_back(self, contents: "Contents") -> None:
        """Undo `bring_over`."""
        from diary.store import copies

        copies.take_back(self._vault, contents, self._clock())


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
