"""The ways into an open vault, changed only after the new one was seen to open it."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from diary.store import key_file
from diary.store.keys import KeyRing


class Secret(NamedTuple):
    """One of the ways in, as `KeyRing.vault_key` takes it."""

    passphrase: str | None = None
    recovery_code: str | None = None
    device_key: bytes | None = None


class WaysIn:
    """Every change rewrites both copies of the key file, and nothing else of the vault.

    Each raises `NotSaved` if the disk refuses, or whatever `assert_writable` does; what opened the
    vault before then still does.
    """

    def __init__(self, folder: Path, vault_key: bytes, assert_writable: Callable[[], None]) -> None:
        self._folder = folder
        self._vault_key = vault_key
        self._assert_writable = assert_writable

    def ring(self) -> KeyRing:
        return key_file.read(self._folder)

    def confirm(self, passphrase: str) -> None:
        """Raises `WrongPassphrase` unless it opens the vault."""
        self.ring().vault_key(passphrase=passphrase)

    def set_passphrase(self, new: str, recovery_code: str | None = None) -> None:
        """Let `new` open the vault in place of the passphrase before, or of nothing.

        A recovery code that is given takes the place of the one before. Raises `InvalidInput` for
        a short passphrase.
        """
        ring = self.ring().with_passphrase(self._vault_key, new)
        proofs = [Secret(passphrase=new)]
        if recovery_code is not None:
            ring = ring.with_recovery(self._vault_key, recovery_code)
            proofs.append(Secret(recovery_code=recovery_code))
        self._write(ring, *proofs)

    def remove_passphrase(self) -> None:
        """Let anyone who can read the folder open the vault."""
        self._write(self.ring().without_passphrase(self._vault_key), Secret())

    def set_recovery_code(self, new: str) -> None:
        """Let `new` open the vault in place of the recovery code before."""
        ring = self.ring().with_recovery(self._vault_key, new)
        self._write(ring, Secret(recovery_code=new))

    def remember(self, device_key: bytes) -> None:
        """Let the key that a computer keeps open the vault as well. Raises `InvalidInput`."""
        ring = self.ring().with_device(self._vault_key, device_key)
        self._write(ring, Secret(device_key=device_key))

    def forget(self) -> None:
        """Let no computer open the vault by itself; every other way in stays as it is."""
        self._write(self.ring().without_device())

    def close(self) -> None:
        self._vault_key = b""

    def _write(self, ring: KeyRing, *proofs: Secret) -> None:
        written = key_file.parse(key_file.serialise(ring))
        written.open_bag(self._vault_key)
        for secret in proofs:
            written.open_bag(written.vault_key(**secret._asdict()))
        self._assert_writable()
        key_file.write(self._folder, written, self._folder / "tmp")
