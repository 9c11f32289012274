"""Bugs planted into the struck program alone: a sweep that finds none of them proves nothing."""

import hashlib
import os
from collections.abc import Callable
from contextlib import nullcontext
from datetime import datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pyrage

from diary.domain.mark import Mark
from diary.domain.photo import Photo
from diary.imaging.outgoing import CopyOut
from diary.journal.copies_out import CopiesOut
from diary.journal.marks import Marks
from diary.journal.photos import Photos
from diary.store import database, files, key_file, looks, migrations, mirror, snapshots
from diary.store.keys import KeyRing
from diary.store.objects import Objects
from diary.store.vault import Vault


def _replace(owner: object, name: str, planted: object) -> None:
    """For the rest of this process, which is struck soon."""
    patch.object(owner, name, planted).start()


def _nothing(*_: object) -> None:
    pass


def _no_fsync() -> None:
    """Files are written and named, and the disk is never asked to keep them."""
    _replace(files, "sync_file", _nothing)
    _replace(files, "sync_folder", _nothing)
    _synchronous("OFF", 0)


def _no_folder_fsync() -> None:
    """The contents of files are asked for, their names are not."""
    _replace(files, "sync_folder", _nothing)


def _synchronous_full() -> None:
    """The default of SQLite, which leaves the name of the removed journal unsynced."""
    _synchronous("FULL", 2)


def _synchronous(setting: str, answer: int) -> None:
    durable = (("journal_mode", "DELETE", "delete"), ("synchronous", setting, answer))
    _replace(database, "_DURABLE", durable)


def _row_before_object() -> None:
    """The database knows a photo whose file is still to come."""
    add = Photos.add
    waiting: list[Callable[[], object]] = []

    def put_later(self: Objects, data: bytes) -> str:
        sealed = pyrage.encrypt(data, [self._identity.to_public()])
        name = hashlib.sha256(sealed).hexdigest()
        waiting.append(lambda: _write(self, name, sealed, self._tmp))
        return name

    def add_then_put(self: Photos, *arguments: Any, **named: Any) -> Any:
        added = add(self, *arguments, **named)
        while waiting:
            waiting.pop()()
        return added

    _replace(Objects, "put", put_later)
    _replace(Photos, "add", add_then_put)


def _write(objects: Objects, name: str, sealed: bytes, tmp: Path) -> None:
    files.make_folder(objects.path(name).parent)
    files.write_atomically(objects.path(name), sealed, tmp)


def _look_after_its_photo() -> None:
    """A photo is on the disk before how it was taken is."""
    put, add = looks.put, Photos.add
    waiting: list[tuple[Any, ...]] = []

    def put_later(_connection: object, *arguments: Any) -> None:
        waiting.append(arguments)

    def add_then_put(self: Photos, *arguments: Any, **named: Any) -> Any:
        added = add(self, *arguments, **named)
        while waiting:
            with self._vault.transaction() as connection:
                put(connection, *waiting.pop())
        return added

    _replace(looks, "put", put_later)
    _replace(Photos, "add", add_then_put)


def _marks_in_pieces() -> None:
    """The marks of a photo are gone from the disk before the new ones are there."""
    put = Marks.put

    def put_twice(self: Marks, photo_id: str, new: tuple[Mark, ...]) -> tuple[Mark, ...]:
        before = put(self, photo_id, ())
        put(self, photo_id, new)
        return before

    _replace(Marks, "put", put_twice)


def _copy_in_place() -> None:
    """A copy is written over what was there, where a crash leaves half of it or nothing."""

    def save(_self: CopiesOut, copy: CopyOut, target: Path, **_: object) -> None:
        with files.disk_errors():
            target.write_bytes(copy.data)

    _replace(CopiesOut, "save", save)


def _copy_with_a_name_too_early() -> None:
    """A copy has a hidden name while it is written, as where the system knows no other way."""
    del os.O_TMPFILE


def _key_file_in_place() -> None:
    """Both key files are written over, where a crash leaves them half and half."""

    def write(folder: Path, ring: KeyRing, tmp: Path) -> None:
        for name in (key_file.SECOND, key_file.NAME):
            (folder / name).write_bytes(key_file.serialise(ring))

    _replace(key_file, "write", write)


def _file_before_row() -> None:
    """A deleted photo's file goes first, and its row after it."""
    delete = Photos.delete

    def delete_file_first(self: Photos, photo_id: str) -> None:
        self._vault.objects.discard(self.get(photo_id).object_name)
        delete(self, photo_id)

    _replace(Photos, "delete", delete_file_first)


def _snapshot_under_its_name_at_once() -> None:
    """A snapshot is in its place before it is whole."""

    def take(vault: Vault, now: datetime) -> None:
        files.make_folder(vault.folder / snapshots.FOLDER)
        snapshots.seal(vault, snapshots.following(vault.folder, now).path)

    _replace(snapshots, "take", take)


def _mirror_answers_before_photos() -> None:
    """The mirror gets a database that knows photos which are still to come."""
    copying, publish = mirror._Copying, mirror._publish  # noqa: SLF001 - bugs are planted inside
    copy = copying.copy
    waiting: list[Callable[[], object]] = []

    def copy_later(self: Any, live: list[Photo], *, tolerant: bool) -> bool:
        if not tolerant:
            waiting.append(lambda: copy(self, live, tolerant=False))
        return True

    def publish_then_copy(*arguments: Any) -> None:
        publish(*arguments)
        waiting.pop()()

    _replace(copying, "copy", copy_later)
    _replace(mirror, "_publish", publish_then_copy)


def _migration_without_a_copy() -> None:
    _replace(migrations, "_keep_copy", _nothing)


def _migration_without_a_transaction() -> None:
    """Each statement is on the disk by itself."""
    _replace(database, "transaction", nullcontext)


PLANTS: dict[str, Callable[[], None]] = {
    "no fsync": _no_fsync,
    "no folder fsync": _no_folder_fsync,
    "synchronous=FULL": _synchronous_full,
    "row before object": _row_before_object,
    "look after its photo": _look_after_its_photo,
    "marks in pieces": _marks_in_pieces,
    "copy in place": _copy_in_place,
    "copy named too early": _copy_with_a_name_too_early,
    "file deleted before row": _file_before_row,
    "key file in place": _key_file_in_place,
    "snapshot in place": _snapshot_under_its_name_at_once,
    "mirror: answers first": _mirror_answers_before_photos,
    "migration without copy": _migration_without_a_copy,
    "migration in pieces": _migration_without_a_transaction,
}
