"""One way in each: a slot whose secret opens the vault key.

Boxes are XChaCha20-Poly1305, authenticated with what each is for, so that a slot cannot be moved to
another vault.
"""

import hashlib
import json
import secrets
import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum

from diary.errors import DiaryDamaged, InvalidInput
from diary.store.recovery_code import secret_of
from diary.words import translate

KEY_BYTES = 32
FORMAT = 1

SHORTEST_PASSPHRASE = 10
"""Characters; Argon2id makes each guess cost 256 MiB and a third of a second."""

ARGON2_OPS, ARGON2_BYTES = 3, 256 * 2**20
"""libsodium's "moderate"."""

_ALLOWED_OPS = range(1, 11)
_ALLOWED_BYTES = range(64 * 2**20, 2 * 2**30 + 1)
"""A tampered key file can neither weaken the key nor hang the computer."""


class SlotType(StrEnum):
    PASSPHRASE = "passphrase"  # noqa: S105 - the name of a way in
    RECOVERY = "recovery"
    DEVICE = "device"
    """A key that the keyring of one computer keeps; never the only way in."""
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Slot:
    """One way in: `box` holds the vault key, sealed, or in clear in an open slot."""

    id: str
    type: SlotType
    box: bytes
    salt: bytes = b""
    ops: int = 0
    mem: int = 0


def open_slot(vault_key: bytes) -> Slot:
    return Slot("1", SlotType.OPEN, vault_key)


def passphrase_slot(vault_id: str, vault_key: bytes, passphrase: str) -> Slot:
    """Raises `InvalidInput` for a passphrase of fewer than ten characters."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise InvalidInput(
            translate("Keys", "A passphrase has at least {least} characters.").format(
                least=SHORTEST_PASSPHRASE
            )
        )
    slot = Slot("1", SlotType.PASSPHRASE, b"", secrets.token_bytes(16), ARGON2_OPS, ARGON2_BYTES)
    return _filled(slot, vault_id, vault_key, stretch(passphrase, slot))


def recovery_slot(vault_id: str, vault_key: bytes, code: str) -> Slot:
    """Raises `WrongRecoveryCode` for a code with a typing mistake."""
    return _filled(
        Slot("2", SlotType.RECOVERY, b""), vault_id, vault_key, recovery_key(code, vault_id)
    )


def device_slot(vault_id: str, vault_key: bytes, device_key: bytes) -> Slot:
    return _filled(Slot("3", SlotType.DEVICE, b""), vault_id, vault_key, device_key)


def stretch(passphrase: str, slot: Slot) -> bytes:
    """Argon2id over the NFKC form, so that every keyboard's "ä" is the same letter."""
    if slot.ops not in _ALLOWED_OPS or slot.mem not in _ALLOWED_BYTES:
        raise DiaryDamaged(
            translate("Keys", "The key file asks for settings this program does not use.")
        )
    from nacl.pwhash import argon2id

    text = unicodedata.normalize("NFKC", passphrase).encode()
    return argon2id.kdf(KEY_BYTES, text, slot.salt, slot.ops, slot.mem)


def recovery_key(code: str, vault_id: str) -> bytes:
    """128 random bits need no slow derivation. Raises `WrongRecoveryCode` for a mistyped code."""
    secret = secret_of(code)
    return hashlib.blake2b(vault_id.encode(), key=secret, digest_size=KEY_BYTES).digest()


def purpose(vault_id: str, part: str, kind: str) -> bytes:
    """What a box is for, as its additional data."""
    return json.dumps([vault_id, FORMAT, part, str(kind)]).encode()


def seal(content: bytes, key: bytes, what_for: bytes) -> bytes:
    from nacl.secret import Aead

    return bytes(Aead(key).encrypt(content, what_for))


def unseal(box: bytes, key: bytes, what_for: bytes) -> bytes | None:
    """The content, or `None` if the key or the purpose is another."""
    from nacl.exceptions import CryptoError
    from nacl.secret import Aead

    try:
        return Aead(key).decrypt(box, what_for)
    except (CryptoError, ValueError):
        return None


def _filled(slot: Slot, vault_id: str, vault_key: bytes, key: bytes) -> Slot:
    return replace(slot, box=seal(vault_key, key, purpose(vault_id, slot.id, slot.type)))
