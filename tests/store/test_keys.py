"""A way in opens its own diary and no other, and is never weakened."""

from dataclasses import replace
from pathlib import Path

import pytest

from diary.errors import DiaryDamaged, InvalidInput, WrongRecoveryCode
from diary.store import key_file
from diary.store.keys import KeyRing, Slot, SlotType, new_key_ring
from diary.store.recovery_code import new_recovery_code
from diary.store.vault import Vault
from tests.store.conftest import write_note

MIB = 2**20


def vault_key(ring: KeyRing, code: str) -> bytes:
    return ring.vault_key(passphrase=None, recovery_code=code)


def test_the_recovery_code_opens_the_same_keys_as_the_open_slot() -> None:
    code = new_recovery_code()
    ring, bag = new_key_ring(None, code)
    assert ring.open_bag(vault_key(ring, code)) == bag
    assert ring.open_bag(ring.vault_key(passphrase=None, recovery_code=None)) == bag


def test_the_recovery_code_of_another_diary_is_told() -> None:
    ring, _bag = new_key_ring(None, new_recovery_code())
    with pytest.raises(WrongRecoveryCode, match="another diary"):
        vault_key(ring, new_recovery_code())


def test_a_slot_cannot_be_moved_to_another_diary() -> None:
    code = new_recovery_code()
    (mine, _), (other, _) = new_key_ring(None, code), new_key_ring(None, code)
    moved = replace(mine, slots=other.slots)
    with pytest.raises(WrongRecoveryCode):
        vault_key(moved, code)
    with pytest.raises(DiaryDamaged, match="do not belong together"):
        moved.open_bag(moved.vault_key(passphrase=None, recovery_code=None))


def test_a_passphrase_of_nine_characters_is_refused() -> None:
    with pytest.raises(InvalidInput, match="at least 10 characters"):
        new_key_ring("ninechars", None)


@pytest.mark.parametrize(
    ("passes", "memory"), [(0, 256 * MIB), (11, 256 * MIB), (3, 8192), (3, 64 * 1024 * MIB)]
)
def test_a_key_file_that_weakens_or_hangs_the_unlock_is_refused(passes: int, memory: int) -> None:
    ring, _bag = new_key_ring(None, None)
    slot = Slot("1", SlotType.PASSPHRASE, b"", b"salt" * 4, passes, memory)
    with pytest.raises(DiaryDamaged, match="settings"):
        replace(ring, slots=(slot,)).vault_key(passphrase="long enough", recovery_code=None)


@pytest.mark.usefixtures("costly_guesses")
def test_each_guess_at_a_passphrase_costs_three_passes_over_256_mib(
    folder: Path, passphrase: str, recovery_code: str
) -> None:
    Vault.create(
        folder, passphrase=passphrase, recovery_code=recovery_code, fill=write_note
    ).close()
    slots = {slot.type: slot for slot in key_file.read(folder).slots}
    slot = slots[SlotType.PASSPHRASE]
    assert (slot.ops, slot.mem, len(slot.salt)) == (3, 256 * MIB, 16)
    assert SlotType.OPEN not in slots
