"""Who can open the diary, and with what."""

from pathlib import Path
from typing import NamedTuple

from diary.errors import InvalidInput
from diary.store import vault as vaults
from diary.store.keys import KeyRing, SlotType
from diary.store.vault import Vault
from diary.words import translate


class Ways(NamedTuple):
    """What opens a diary. Without a passphrase it opens for anyone who can read its folder."""

    diary_id: str
    """A random name that says nothing about the diary."""
    passphrase: bool
    recovery_code: bool
    remembered: bool
    """Whether the keyring of a computer has a key to it."""


class Access:
    """Every change is proven to open the diary before the way in it replaces stops working.

    Copies and backups made before a change keep the ways in of their day. Each change raises
    `NotSaved` if the disk refuses, and then nothing has changed.
    """

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def ways(self) -> Ways:
        return _ways(self._vault.ways_in.ring())

    def confirm(self, passphrase: str) -> None:
        """Raises `WrongPassphrase` unless this is the passphrase."""
        self._vault.ways_in.confirm(passphrase)

    def change_passphrase(self, current: str, new: str) -> None:
        """From now on `new` opens the diary; the recovery code stays as it is.

        Raises `WrongPassphrase`, or `InvalidInput` for a short new one.
        """
        self.confirm(current)
        self._vault.ways_in.set_passphrase(new)

    def reset_passphrase(self, new: str) -> None:
        """As `change_passphrase`, for a diary that the recovery code opened."""
        self._vault.ways_in.set_passphrase(new)

    def add_passphrase(self, new: str, recovery_code: str) -> None:
        """Protect a diary that had no passphrase. Raises `InvalidInput`."""
        if self.ways().passphrase:
            raise InvalidInput(
                translate("Access", "This diary has a passphrase already. Change it instead.")
            )
        self._vault.ways_in.set_passphrase(new, recovery_code)

    def remove_passphrase(self, current: str) -> None:
        """From now on anyone who can read the folder can read the diary.

        The recovery code and what a computer remembered end as well. Raises `WrongPassphrase`.
        """
        self.confirm(current)
        self._vault.ways_in.remove_passphrase()

    def renew_recovery_code(self, current: str, code: str) -> None:
        """From now on `code` opens the diary and the recovery code before it does not.

        Raises `WrongPassphrase`.
        """
        self.confirm(current)
        self._vault.ways_in.set_recovery_code(code)

    def remember(self, device_key: bytes) -> None:
        """Let a key that a computer keeps open the diary as well. Raises `InvalidInput`."""
        self._vault.ways_in.remember(device_key)

    def forget(self) -> None:
        """Let no computer open the diary by itself any more."""
        if self.ways().remembered:
            self._vault.ways_in.forget()


def ways_into(folder: Path) -> Ways:
    """What opens the diary in a folder. Raises `DiaryMissing`, `DiaryDamaged`, `DiaryTooNew`."""
    return _ways(vaults.read_ring(folder))


def ways_into_backup(backup: Path) -> Ways:
    """What opens a backup file, a mirror or a snapshot.

    Raises as `ways_into`, and `InvalidInput` for a folder with the backups of several diaries.
    """
    from diary.store import sources

    with sources.opened(backup) as source:
        return _ways(source.key_ring())


def needs_passphrase(folder: Path) -> bool:
    """Whether a diary asks for a passphrase. Raises as `ways_into`."""
    return ways_into(folder).passphrase


def check_recovery_code(folder: Path, code: str) -> None:
    """See whether a recovery code opens the diary, without opening it.

    Raises `WrongRecoveryCode`, or as `ways_into`.
    """
    ring = vaults.read_ring(folder)
    ring.open_bag(ring.vault_key(recovery_code=code))


def _ways(ring: KeyRing) -> Ways:
    return Ways(
        diary_id=ring.vault_id,
        passphrase=not ring.has(SlotType.OPEN),
        recovery_code=ring.has(SlotType.RECOVERY),
        remembered=ring.has(SlotType.DEVICE),
    )
