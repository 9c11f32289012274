"""`keys.json`: the key ring with a checksum, which tells damage from a wrong passphrase."""

import base64
import hashlib
import json
from pathlib import Path

from diary.errors import DiaryDamaged, DiaryMissing, DiaryTooNew
from diary.store import files
from diary.store.keys import FORMAT, KeyRing, Slot, SlotType
from diary.words import translate

NAME, BACKUP = "keys.json", "keys.json.bak"
_TRAILER = b"\n#sha256:"


def read(folder: Path) -> KeyRing:
    """The key ring of a vault; its backup stands in for a damaged or missing key file.

    Raises `DiaryMissing`, `DiaryDamaged` or `DiaryTooNew`.
    """
    try:
        return parse((folder / NAME).read_bytes())
    except FileNotFoundError:
        if not (folder / BACKUP).is_file():
            raise DiaryMissing(
                translate(
                    "KeyFile",
                    "The key file keys.json is missing from {folder}. Put it back from a backup of "
                    "this folder; without it nobody can open the diary.",
                ).format(folder=folder)
            ) from None
        return parse((folder / BACKUP).read_bytes())
    except DiaryDamaged:
        if not (folder / BACKUP).is_file():
            raise
        return parse((folder / BACKUP).read_bytes())


def write(folder: Path, ring: KeyRing, tmp: Path) -> None:
    """Keep the present key file as the backup, then put the new one in its place."""
    with files.disk_errors():
        present = folder / NAME
        if present.is_file():
            files.write_atomically(folder / BACKUP, present.read_bytes(), tmp)
        files.write_atomically(present, serialise(ring), tmp)


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
    """Raises `DiaryDamaged` if a single bit is not as it was written."""
    body, found, digest = data.rpartition(_TRAILER)
    if not found or digest != hashlib.sha256(body).hexdigest().encode() + b"\n":
        raise DiaryDamaged(
            translate(
                "KeyFile",
                "The key file keys.json is damaged. Nothing was changed. Put it back from a backup "
                "of this folder; your passphrase is not the problem.",
            )
        )
    values = json.loads(body)
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


def _slot(values: dict[str, str | int]) -> Slot:
    return Slot(
        id=str(values["id"]),
        type=SlotType(str(values["type"])),
        box=base64.b64decode(str(values["box"])),
        salt=base64.b64decode(str(values.get("salt", ""))),
        ops=int(values.get("ops", 0)),
        mem=int(values.get("mem", 0)),
    )
