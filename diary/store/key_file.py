"""`keys.json`: the key ring with a checksum, which tells damage from a wrong passphrase.

It is kept twice, and both copies say the same: an old passphrase finds no way in through the other.
"""

import base64
import hashlib
import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from diary.errors import DiaryDamaged, DiaryMissing, DiaryTooNew, NotSaved
from diary.store import files
from diary.store.keys import FORMAT, KeyRing, Slot, SlotType
from diary.words import translate

NAME, SECOND = "keys.json", "keys.json.bak"
_TRAILER = b"\n#sha256:"

_HURT = (DiaryMissing, DiaryDamaged, OSError)
"""What reading a copy raises that is not whole; a bad block of the disk is an `OSError`."""


def read(folder: Path) -> KeyRing:
    """The key ring of a vault. Raises `DiaryMissing`, `DiaryDamaged` or `DiaryTooNew`."""
    return _read_copy(whole_copy(folder))


def whole_copy(folder: Path) -> Path:
    """The key file, or its second copy where the first is damaged, missing or cannot be read."""
    first, second = folder / NAME, folder / SECOND
    try:
        _read_copy(first)
    except _HURT:
        with suppress(*_HURT):
            _read_copy(second)
            return second
        raise
    return first


def hurt_copies(folder: Path) -> tuple[str, ...]:
    """The names of the copies that are damaged or missing, or that cannot be read."""
    return tuple(name for name in (NAME, SECOND) if not _is_whole(folder / name))


def write(folder: Path, ring: KeyRing, tmp: Path) -> None:
    """Replace both copies, the second first: until the end the old ring opens the vault."""
    data = serialise(ring)
    with files.disk_errors():
        files.write_atomically(folder / SECOND, data, tmp)
        if (folder / SECOND).read_bytes() != data:
            raise NotSaved(translate("KeyFile", "Not saved. The disk gave back other bytes."))
        files.write_atomically(folder / NAME, data, tmp)


def settle(folder: Path, tmp: Path) -> None:
    """Undo in the second copy what was cut short before it reached the first.

    Otherwise, with the first damaged later, only a passphrase that nobody was told of would open.
    """
    with suppress(*_HURT):
        if _read_copy(folder / NAME) != _read_copy(folder / SECOND):
            with suppress(NotSaved), files.disk_errors():  # a full disk must not keep it shut
                files.write_atomically(folder / SECOND, (folder / NAME).read_bytes(), tmp)


def serialise(ring: KeyRing) -> bytes:
    body = json.dumps(
        {
            "format": FORMAT,
            "vault_id": ring.vault_id,
            "generation": ring.generation,
            "slots": [_slot_values(slot) for slot in ring.slots],
            "bag": base64.b64encode(ring.bag).decode(),
        },
        indent=1,
    ).encode()
    return body + _TRAILER + hashlib.sha256(body).hexdigest().encode() + b"\n"


def parse(data: bytes) -> KeyRing:
    """Raises `DiaryDamaged` if a single bit is not as it was written, else `DiaryTooNew`."""
    body, found, digest = data.rpartition(_TRAILER)
    if not found or digest != hashlib.sha256(body).hexdigest().encode() + b"\n":
        raise _damaged()
    try:
        return _ring(json.loads(body))
    except (KeyError, TypeError, ValueError) as error:
        raise _damaged() from error


def _read_copy(path: Path) -> KeyRing:
    try:
        return parse(path.read_bytes())
    except FileNotFoundError:
        raise DiaryMissing(
            translate(
                "KeyFile",
                "The key file {name} is missing from {folder}. Put it back from a backup of this "
                "folder; without it nobody can open the diary.",
            ).format(name=path.name, folder=path.parent)
        ) from None


def _is_whole(path: Path) -> bool:
    try:
        _read_copy(path)
    except _HURT:
        return False
    return True


def _damaged() -> DiaryDamaged:
    return DiaryDamaged(
        translate(
            "KeyFile",
            "The key file keys.json is damaged. Nothing was changed. Put it back from a backup of "
            "this folder; your passphrase is not the problem.",
        )
    )


def _ring(values: dict[str, Any]) -> KeyRing:
    if values["format"] > FORMAT:
        raise DiaryTooNew(
            translate("KeyFile", "A newer version of Skin Diary wrote this diary. Please update.")
        )
    return KeyRing(
        vault_id=values["vault_id"],
        generation=values["generation"],
        slots=tuple(_slot(slot) for slot in values["slots"]),
        bag=base64.b64decode(values["bag"]),
    )


def _slot_values(slot: Slot) -> dict[str, str | int]:
    values: dict[str, str | int] = {
        "id": slot.id,
        "type": slot.type.value,
        "box": base64.b64encode(slot.box).decode(),
    }
    if slot.type is SlotType.PASSPHRASE:
        values |= {
            "kdf": "argon2id",
            "salt": base64.b64encode(slot.salt).decode(),
            "ops": slot.ops,
            "mem": slot.mem,
        }
    return values


def _slot(values: dict[str, Any]) -> Slot:
    return Slot(
        id=values["id"],
        type=SlotType(values["type"]),
        box=base64.b64decode(values["box"]),
        salt=base64.b64decode(values.get("salt", "")),
        ops=values.get("ops", 0),
        mem=values.get("mem", 0),
    )
