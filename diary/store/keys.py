"""The key ring of a vault: its ways in, and the bag of keys behind them.

A slot's secret opens the vault key, and the vault key opens the bag with the keys of the database,
the photos and the cache. A ring is a value: each change gives another ring.
"""

import base64
import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace

from diary.errors import (
    DiaryDamaged,
    InvalidInput,
    WrongDeviceKey,
    WrongPassphrase,
    WrongRecoveryCode,
)
from diary.store import slots
from diary.store.recovery_code import new_recovery_code
from diary.store.slots import FORMAT, KEY_BYTES, SHORTEST_PASSPHRASE, Slot, SlotType
from diary.words import translate

__all__ = [
    "FORMAT",
    "SHORTEST_PASSPHRASE",
    "KeyBag",
    "KeyRing",
    "Slot",
    "SlotType",
    "new_device_key",
    "new_key_ring",
    "new_recovery_code",
]


@dataclass(frozen=True, slots=True)
class KeyBag:
    """32-byte keys of the two databases, and the age identity that opens the photos."""

    database: bytes
    cache: bytes
    identity: str


@dataclass(frozen=True, slots=True)
class KeyRing:
    """What the key file says. `generation` counts its rewrites."""

    vault_id: str
    generation: int
    slots: tuple[Slot, ...]
    bag: bytes

    def has(self, kind: SlotType) -> bool:
        return any(slot.type is kind for slot in self.slots)

    def vault_key(
        self,
        *,
        passphrase: str | None = None,
        recovery_code: str | None = None,
        device_key: bytes | None = None,
    ) -> bytes:
        """The vault key by whichever way is given.

        Raises `WrongPassphrase`, `WrongRecoveryCode` or `WrongDeviceKey`.
        """
        if recovery_code is not None:
            return self._by_recovery_code(recovery_code)
        if device_key is not None:
            return self._by_device(device_key)
        if self.has(SlotType.OPEN):
            return next(slot.box for slot in self.slots if slot.type is SlotType.OPEN)
        key = self._try(SlotType.PASSPHRASE, lambda slot: slots.stretch(passphrase or "", slot))
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
        content = slots.unseal(self.bag, vault_key, slots.purpose(self.vault_id, "bag", "bag"))
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
        """The same ring with another passphrase; what opens it beside the passphrase stays.

        Raises `InvalidInput` for a short passphrase.
        """
        slot = slots.passphrase_slot(self.vault_id, vault_key, passphrase)
        return self._next(slot, *self._but(SlotType.PASSPHRASE, SlotType.OPEN))

    def without_passphrase(self, vault_key: bytes) -> "KeyRing":
        """A ring that opens for anyone, and needs no other way in."""
        return self._next(slots.open_slot(vault_key))

    def with_recovery(self, vault_key: bytes, code: str) -> "KeyRing":
        """The same ring with another recovery code.

        Raises `WrongRecoveryCode` for one with a typing mistake.
        """
        slot = slots.recovery_slot(self.vault_id, vault_key, code)
        return self._next(*self._but(SlotType.RECOVERY), slot)

    def with_device(self, vault_key: bytes, device_key: bytes) -> "KeyRing":
        """The same ring that one computer opens by itself; another one before it no longer does.

        Raises `InvalidInput` if it would be the only way in.
        """
        if not (self.has(SlotType.PASSPHRASE) or self.has(SlotType.RECOVERY)):
            raise InvalidInput(
                translate("Keys", "Only a diary with a passphrase can be remembered.")
            )
        slot = slots.device_slot(self.vault_id, vault_key, device_key)
        return self._next(*self._but(SlotType.DEVICE), slot)

    def without_device(self) -> "KeyRing":
        """The same ring that no computer opens by itself."""
        return self._next(*self._but(SlotType.DEVICE))

    def _next(self, *ways: Slot) -> "KeyRing":
        return replace(self, generation=self.generation + 1, slots=ways)

    def _but(self, *kinds: SlotType) -> tuple[Slot, ...]:
        return tuple(slot for slot in self.slots if slot.type not in kinds)

    def _by_recovery_code(self, code: str) -> bytes:
        secret = slots.recovery_key(code, self.vault_id)
        key = self._try(SlotType.RECOVERY, lambda _slot: secret)
        if key is None:
            raise WrongRecoveryCode(
                translate(
                    "Keys",
                    "This recovery code belongs to another diary, or a newer one took its place.",
                )
            )
        return key

    def _by_device(self, device_key: bytes) -> bytes:
        key = self._try(SlotType.DEVICE, lambda _slot: device_key)
        if key is None:
            raise WrongDeviceKey(
                translate("Keys", "What this computer remembered no longer opens the diary.")
            )
        return key

    def _try(self, kind: SlotType, key_of: Callable[[Slot], bytes]) -> bytes | None:
        for slot in self.slots:
            if slot.type is kind:
                what_for = slots.purpose(self.vault_id, slot.id, slot.type)
                key = slots.unseal(slot.box, key_of(slot), what_for)
                if key is not None:
                    return key
        return None


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
        ways = [slots.open_slot(vault_key)]
    else:
        ways = [slots.passphrase_slot(vault_id, vault_key, passphrase)]
    if recovery_code is not None:
        ways.append(slots.recovery_slot(vault_id, vault_key, recovery_code))
    content = json.dumps(
        {
            "database": _encode(bag.database),
            "cache": _encode(bag.cache),
            "identity": bag.identity,
        }
    ).encode()
    sealed = slots.seal(content, vault_key, slots.purpose(vault_id, "bag", "bag"))
    return KeyRing(vault_id, 1, tuple(ways), sealed), bag


def new_device_key() -> bytes:
    return secrets.token_bytes(KEY_BYTES)


def _encode(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _decode(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
