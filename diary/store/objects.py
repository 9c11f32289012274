"""Original photos, each sealed alone as an age file that is never changed.

A file's name is the SHA-256 of its sealed bytes, so damage shows without a key.
"""

import hashlib
import os
import secrets
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from diary.errors import DiaryDamaged, NotSaved, Stopped
from diary.store import files
from diary.words import translate

if TYPE_CHECKING:
    from pyrage import x25519

SUFFIX = ".age"

_SAME_TIME = 946684800
"""Every object is dated 1 January 2000, so that file times say nothing about the days."""


_LEAST_HEADER, _TAG, _PART = 184, 16, 65536


class Objects:
    def __init__(self, vault: Path, identity: str) -> None:
        self._live = vault / "objects"
        self._trash = vault / "trash"
        self._tmp = vault / "tmp"
        self._identity_text = identity

    def put(self, data: bytes) -> str:
        """Seal `data`, prove that it opens again, and return its name once it is on the disk.

        Name and proof are computed on another thread while the disk takes the bytes; nothing has
        its name before both are there.
        """
        import pyrage

        sealed = pyrage.encrypt(data, [self._identity.to_public()])
        with ThreadPoolExecutor(1, thread_name_prefix="proof") as prover:
            name = prover.submit(_name_of, sealed)
            proof = prover.submit(pyrage.decrypt, sealed, [self._identity])
            part = self._write_part(sealed)
        if proof.exception() or proof.result() != data:
            self._drop(part)
            raise NotSaved(
                translate("Objects", "Not saved. This computer’s memory gave back other bytes.")
            )
        return self._publish(part, name.result())

    def adopt(self, sealed: bytes) -> str:
        """Keep bytes that were sealed for this diary before; returns their name."""
        return self._publish(self._write_part(sealed), _name_of(sealed))

    def _write_part(self, sealed: bytes) -> Path:
        part = self._tmp / f"{secrets.token_hex(16)}.part"
        with files.disk_errors():
            files.write_new(part, sealed)
        return part

    def _publish(self, part: Path, name: str) -> str:
        with files.disk_errors():
            date_alike(part)
            files.make_folder(self.path(name).parent)
            files.publish(part, self.path(name))
        return name

    @staticmethod
    def _drop(part: Path) -> None:
        """What cannot be removed now is at the next start."""
        with suppress(OSError):
            part.unlink()

    def get(self, name: str) -> bytes:
        """The original bytes. Raises `DiaryDamaged` if the file is missing or was changed."""
        return self._open(self.path(name), name)

    def get_deleted(self, name: str) -> bytes:
        """The same of an object in the trash."""
        return self._open(self._trash / f"{name}{SUFFIX}", name)

    def _open(self, path: Path, name: str) -> bytes:
        import pyrage

        try:
            opened: bytes = pyrage.decrypt(self._read(path, name), [self._identity])
        except pyrage.DecryptError as error:
            raise _damaged() from error
        return opened

    def sealed(self, name: str) -> bytes:
        """The file's bytes as they are, live or in the trash; needs no key. Raises `DiaryDamaged`.

        While a backup runs, a photo of its list may be on its way to the trash or back.
        """
        try:
            return self._read(self.path(name), name)
        except DiaryDamaged:
            return self._read(self._trash / f"{name}{SUFFIX}", name)

    def find(self, name: str) -> Path | None:
        """Where the file is, live or in the trash."""
        for path in (self.path(name), self._trash / f"{name}{SUFFIX}"):
            if path.is_file():
                return path
        return None

    def size(self, name: str) -> int:
        """Bytes of the sealed file; 0 if it is not there."""
        try:
            return self.path(name).stat().st_size
        except OSError:
            return 0

    def is_unchanged(self, name: str) -> bool:
        """Whether the sealed bytes are those that gave the file its name; tells without a key."""
        try:
            self._read(self.path(name), name)
        except DiaryDamaged:
            return False
        return True

    def path(self, name: str) -> Path:
        return self._live / name[:2] / f"{name}{SUFFIX}"

    def names(self) -> set[str]:
        """The names of all live objects on the disk."""
        return {path.stem for path in self._live.glob(f"*/*{SUFFIX}")}

    def discard(self, *names: str) -> None:
        """Move objects to the trash."""
        with files.disk_errors():
            there = [name for name in names if self.path(name).is_file()]
            for name in there:
                files.rename(self.path(name), self._trash / f"{name}{SUFFIX}")
            if there:
                files.sync_folder(self._trash)

    def recover(self, name: str) -> None:
        """Move an object back from the trash. Raises `DiaryDamaged` if it is not there."""
        trashed = self._trash / f"{name}{SUFFIX}"
        with files.disk_errors():
            if trashed.is_file():
                files.make_folder(self.path(name).parent)
                files.publish(trashed, self.path(name))
            elif not self.path(name).is_file():
                raise _damaged()

    def erase(self, name: str) -> None:
        """Remove an object for good, also one that a crash kept from reaching the trash.

        It is gone from the disk when this returns.
        """
        with files.disk_errors():
            for path in (self._trash / f"{name}{SUFFIX}", self.path(name)):
                if path.exists():
                    path.unlink()
                    files.sync_folder(path.parent)

    def _read(self, path: Path, name: str) -> bytes:
        """Bytes that are what their name says. Read once more before they are called damaged."""
        for _ in range(2):
            try:
                sealed = path.read_bytes()
            except OSError:
                continue
            if _name_of(sealed) == name:
                return sealed
        raise _damaged()

    def close(self) -> None:
        """Forget the identity: what is still read off the diary's thread ends as `Stopped`."""
        self._identity_text = ""
        self.__dict__.pop("_identity", None)

    @cached_property
    def _identity(self) -> "x25519.Identity":
        from pyrage import x25519

        if not self._identity_text:
            raise Stopped
        return x25519.Identity.from_str(self._identity_text)


def least_sealed_size(size: int) -> int:
    """Bytes that `size` bytes have at least when sealed.

    age adds a header, a nonce, and a tag to each 64 KiB; pyrage also a few bytes of no meaning,
    so the exact size cannot be told.
    """
    return size + _LEAST_HEADER + _TAG * max(1, -(-size // _PART))


def date_alike(path: Path) -> None:
    os.utime(path, (_SAME_TIME, _SAME_TIME))


def _name_of(sealed: bytes) -> str:
    return hashlib.sha256(sealed).hexdigest()


def _damaged() -> DiaryDamaged:
    return DiaryDamaged(
        translate(
            "Objects",
            "A photo’s file is missing or damaged. The other photos are not affected.",
        )
    )
