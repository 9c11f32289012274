"""Key slots and the key bag: how a passphrase, a recovery code or nothing opens the vault.

A slot's secret opens the vault key, and the vault key opens the bag with the keys of the database,
the photos and the cache. Boxes are XChaCha20-Poly1305, authenticated with what each is for, so
that a slot cannot be moved to another vault.
"""

import base64
import hashlib
import json
import secrets
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from diary.errors import DiaryDamaged, InvalidInput, WrongPassphrase, WrongRecoveryCode
from diary.store.recovery_code import new_recovery_code, secret_of
from diary.words import translate

__all__ = ["KeyBag", "KeyRing", "SlotType", "new_key_ring", "new_recovery_code"]

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
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class KeyBag:
    """32-byte keys of the two databases, and the age identity that opens the photos."""

    database: bytes
    cache: bytes
    identity: str


@dataclass(frozen=True, slots=True)
class Slot:
    """One way in: `box` holds the vault key, sealed, or in clear in an open slot."""

    id: str
    type: SlotType
    box: bytes
    salt: bytes = b""
    ops: int = 0
    mem: int = 0


@dataclass(frozen=True, slots=True)
class KeyRing:
    """What the key file says. `generation` counts its rewrites."""

    vault_id: str
    generation: int
    slots: tuple[Slot, ...]
    bag: bytes

    def has(self, kind: SlotType) -> bool:
        return any(slot.type is kind for slot in self.slots)

    def vault_key(self, *, passphrase: str | None, recovery_code: str | None) -> bytes:
        """The vault key by whichever way is given.

        Raises `WrongPassphrase` or `WrongRecoveryCode`.
        """
        if recovery_code is not None:
            secret = secret_of(recovery_code)
            key = self._try(SlotType.RECOVERY, lambda _slot: _recovery_key(secret, self.vault_id))
            if key is None:
                raise WrongRecoveryCode(
                    translate("Keys", "This recovery code belongs to another diary.")
                )
            return key
        if self.has(SlotType.OPEN):
            return next(slot.box for slot in self.slots if slot.type is SlotType.OPEN)
        key = self._try(SlotType.PASSPHRASE, lambda slot: _stretch(passphrase or "", slot))
        if key is None:
            raise WrongPassphrase(
                translate(
                    "Keys",
                    "That passphrase didn’t open the diary. Check Caps Lock and try again.",
                )
            )
        return key

    def open_bag(self, vault_key: bytes) -> KeyBag:
        """The keys in the bag. Raises `DiaryDamaged` if the vault key does not fit it."""
        content = _open(self.bag, vault_key, self._purpose("bag", "bag"))
        if content is None:
            raise DiaryDamaged(
                translate("Keys", "The key file is damaged: its parts do not belong together.")
            )
        values = json.loads(content)
        return KeyBag(
            database=_decode(values["database"]),
            cache=_decode(values["cache"]),
            identity=values["identity"],
        )

    def with_passphrase(self, vault_key: bytes, passphrase: str) -> "KeyRing":
        """The same ring with another passphrase; the recovery code stays."""
        kept = tuple(slot for slot in self.slots if slot.type is SlotType.RECOVERY)
        slot = _passphrase_slot(self.vault_id, vault_key, passphrase)
        return replace(self, generation=self.generation + 1, slots=(slot, *kept))

    def _try(self, kind: SlotType, key_of: Callable[[Slot], bytes]) -> bytes | None:
        for slot in self.slots:
            if slot.type is kind:
                purpose = self._purpose(slot.id, slot.type)
                key = _open(slot.box, key_of(slot), purpose)
                if key is not None:
                    return key
        return None

    def _purpose(self, part: str, kind: str) -> bytes:
        return _purpose(self.vault_id, part, kind)


def new_key_ring(passphrase: str | None, recovery_code: str | None) -> tuple[KeyRing, KeyBag]:
    """Fresh keys behind a passphrase, a recovery code, or an open slot without a passphrase.

    Raises `InvalidInput` for a passphrase of fewer than ten characters.
    """
    from pyrage import x25519

    vault_id, vault_key = secrets.token_hex(16), secrets.token_bytes(KEY_BYTES)
    bag = KeyBag(
        database=secrets.token_bytes(KEY_BYTES),
        cache=secrets.token_bytes(KEY_BYTES),
        identity=str(x25519.Identity.generate()),
    )
    if passphrase is None:
        slots = [Slot("1", SlotType.OPEN, vault_key)]
    else:
        slots = [_passphrase_slot(vault_id, vault_key, passphrase)]
    if recovery_code is not None:
        key = _recovery_key(secret_of(recovery_code), vault_id)
        box = _seal(vault_key, key, _purpose(vault_id, "2", SlotType.RECOVERY))
        slots.append(Slot("2", SlotType.RECOVERY, box))
    content = json.dumps(
        {
            "database": _encode(bag.database),
            "cache": _encode(bag.cache),
            "identity": bag.identity,
        }
    ).encode()
    sealed = _seal(content, vault_key, _purpose(vault_id, "bag", "bag"))
    return KeyRing(vault_id, 1, tuple(slots), sealed), bag


def _passphrase_slot(vault_id: str, vault_key: bytes, passphrase: str) -> Slot:
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise InvalidInput(
            translate("Keys", "A passphrase has at least {least} characters.").format(
                least=SHORTEST_PASSPHRASE
            )
        )
    slot = Slot("1", SlotType.PASSPHRASE, b"", secrets.token_bytes(16), ARGON2_OPS, ARGON2_BYTES)
    purpose = _purpose(vault_id, slot.id, slot.type)
    return replace(slot, box=_seal(vault_key, _stretch(passphrase, slot), purpose))


def _stretch(passphrase: str, slot: Slot) -> bytes:
    """Argon2id over the NFKC form, so that every keyboard's "ä" is the same letter."""
    if slot.ops not in _ALLOWED_OPS or slot.mem not in _ALLOWED_BYTES:
        raise DiaryDamaged(
            translate("Keys", "The key file asks for settings this program does not use.")
        )
    from nacl.pwhash import argon2id

    text = unicodedata.normalize("NFKC", passphrase).encode()
    return argon2id.kdf(KEY_BYTES, text, slot.salt, slot.ops, slot.mem)


def _recovery_key(secret: bytes, vault_id: str) -> bytes:
    """128 random bits need no slow derivation."""
    return hashlib.blake2b(vault_id.encode(), key=secret, digest_size=KEY_BYTES).digest()


def _purpose(vault_id: str, part: str, kind: str) -> bytes:
    return json.dumps([vault_id, FORMAT, part, str(kind)]).encode()


def _seal(content: bytes, key: bytes, purpose: bytes) -> bytes:
    from nacl.secret import Aead

    return bytes(Aead(key).encrypt(content, purpose))


def _open(box: bytes, key: bytes, purpose: bytes) -> bytes | None:
    from nacl.exceptions import CryptoError
    from nacl.secret import Aead

    try:
        return Aead(key).decrypt(box, purpose)
    except (CryptoError, ValueError):
        return None


def _encode(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _decode(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
