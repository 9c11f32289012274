"""A way in is changed only after the new one opened the diary, and the old one is gone with it."""

import base64
import json
from pathlib import Path

import pytest
from nacl.secret import Aead

from diary.errors import (
    DiaryDamaged,
    InvalidInput,
    NotSaved,
    WrongDeviceKey,
    WrongPassphrase,
    WrongRecoveryCode,
)
from diary.store import key_file
from diary.store.keys import SlotType, new_device_key, new_key_ring
from diary.store.recovery_code import new_recovery_code
from diary.store.vault import Vault, read_ring
from diary.store.ways_in import WaysIn

NEW = "seven quiet otters"


def opens(folder: Path, **secret: str | bytes) -> bool:
    try:
        Vault.open(folder, **secret).close()  # type: ignore[arg-type]
    except (WrongPassphrase, WrongRecoveryCode, WrongDeviceKey):
        return False
    return True


def test_a_renewed_recovery_code_takes_the_place_of_the_old_one(
    locked: Path, passphrase: str, recovery_code: str
) -> None:
    vault = Vault.open(locked, passphrase=passphrase)
    renewed = new_recovery_code()
    vault.ways_in.set_recovery_code(renewed)
    vault.close()
    assert opens(locked, recovery_code=renewed)
    assert not opens(locked, recovery_code=recovery_code)
    assert opens(locked, passphrase=passphrase)


def test_a_recovery_code_with_a_typing_mistake_never_becomes_a_way_in(
    locked: Path, passphrase: str, recovery_code: str
) -> None:
    vault = Vault.open(locked, passphrase=passphrase)
    with pytest.raises(WrongRecoveryCode, match="Group 1 has a typing mistake"):
        vault.ways_in.set_recovery_code("123456" + recovery_code[6:])
    vault.close()
    assert opens(locked, recovery_code=recovery_code)


def test_without_a_passphrase_no_other_way_in_is_left(
    locked: Path, passphrase: str, recovery_code: str
) -> None:
    vault = Vault.open(locked, passphrase=passphrase)
    key = new_device_key()
    vault.ways_in.remember(key)
    vault.ways_in.remove_passphrase()
    vault.close()
    assert [slot.type for slot in read_ring(locked).slots] == [SlotType.OPEN]
    assert opens(locked)
    assert not opens(locked, recovery_code=recovery_code)
    assert not opens(locked, device_key=key)


def test_a_passphrase_added_later_brings_its_recovery_code(vault: Vault) -> None:
    code = new_recovery_code()
    vault.ways_in.set_passphrase(NEW, code)
    vault.close()
    assert opens(vault.folder, passphrase=NEW)
    assert opens(vault.folder, recovery_code=code)
    assert not opens(vault.folder)
    assert not opens(vault.folder, passphrase="not the passphrase")


def test_what_a_computer_remembers_opens_beside_the_passphrase_until_it_is_forgotten(
    locked: Path, passphrase: str
) -> None:
    vault = Vault.open(locked, passphrase=passphrase)
    first, second = new_device_key(), new_device_key()
    vault.ways_in.remember(first)
    vault.ways_in.remember(second)
    vault.close()
    assert not opens(locked, device_key=first)
    assert opens(locked, passphrase=passphrase)
    vault = Vault.open(locked, device_key=second)
    vault.ways_in.set_passphrase(NEW)
    vault.ways_in.forget()
    vault.close()
    assert not opens(locked, device_key=second)
    assert opens(locked, passphrase=NEW)


def test_the_slot_of_a_computer_is_as_the_readme_describes_it(
    locked: Path, passphrase: str
) -> None:
    vault = Vault.open(locked, passphrase=passphrase)
    key = new_device_key()
    vault.ways_in.remember(key)
    vault.close()
    keys = json.loads((locked / "keys.json").read_bytes().split(b"\n#sha256:")[0])
    (slot,) = [slot for slot in keys["slots"] if slot["type"] == "device"]
    purpose = json.dumps([keys["vault_id"], keys["format"], slot["id"], "device"]).encode()
    vault_key = Aead(key).decrypt(base64.b64decode(slot["box"]), purpose)
    assert vault_key == read_ring(locked).vault_key(passphrase=passphrase)


def test_a_computer_is_never_the_only_way_in(vault: Vault) -> None:
    with pytest.raises(InvalidInput, match="Only a diary with a passphrase"):
        vault.ways_in.remember(new_device_key())


def test_the_key_of_another_vault_is_never_written_as_a_way_in(
    locked: Path, passphrase: str, recovery_code: str
) -> None:
    vault = Vault.open(locked, passphrase=passphrase)
    other, _bag = new_key_ring(None, None)
    stranger = WaysIn(locked, other.vault_key(), vault.assert_writable)
    before = (locked / key_file.NAME).read_bytes()
    with pytest.raises(DiaryDamaged, match="do not belong together"):
        stranger.set_passphrase(NEW, new_recovery_code())
    with pytest.raises(DiaryDamaged, match="do not belong together"):
        stranger.remove_passphrase()
    with pytest.raises(DiaryDamaged, match="do not belong together"):
        stranger.forget()
    assert (locked / key_file.NAME).read_bytes() == before
    vault.close()
    assert opens(locked, recovery_code=recovery_code)


def test_a_change_that_the_disk_cuts_short_leaves_the_old_way_in(
    locked: Path, passphrase: str, recovery_code: str
) -> None:
    vault = Vault.open(locked, passphrase=passphrase)
    (locked / "tmp" / f"{key_file.NAME}.part").mkdir()  # the second copy is written, the first not
    with pytest.raises(NotSaved):
        vault.ways_in.set_passphrase(NEW)
    vault.close()
    assert not opens(locked, passphrase=NEW)
    assert opens(locked, passphrase=passphrase)
    (locked / key_file.NAME).write_bytes(b"scribble")
    assert opens(locked, passphrase=passphrase)


def test_confirming_asks_for_the_very_passphrase(locked: Path, passphrase: str) -> None:
    vault = Vault.open(locked, passphrase=passphrase)
    vault.ways_in.confirm(passphrase)
    with pytest.raises(WrongPassphrase):
        vault.ways_in.confirm(passphrase.upper())
    vault.close()
