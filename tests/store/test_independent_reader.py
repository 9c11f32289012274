"""The diary is opened without its program, by following the words of its own README.txt."""

import hashlib
import json
import unicodedata
from base64 import b64decode
from pathlib import Path
from typing import Any

import pyrage
import pytest
from nacl.pwhash import argon2id
from nacl.secret import Aead
from sqlcipher3 import dbapi2


def key_file(folder: Path) -> dict[str, Any]:
    body, _trailer = (folder / "keys.json").read_bytes().split(b"\n#sha256:")
    values: dict[str, Any] = json.loads(body)
    return values


def purpose(keys: dict[str, Any], part: str, kind: str) -> bytes:
    return f'["{keys["vault_id"]}", {keys["format"]}, "{part}", "{kind}"]'.encode()


def vault_key(keys: dict[str, Any], kind: str, secret: str) -> bytes:
    (slot,) = (slot for slot in keys["slots"] if slot["type"] == kind)
    if kind == "passphrase":
        text = unicodedata.normalize("NFKC", secret).encode()
        key = argon2id.kdf(32, text, b64decode(slot["salt"]), slot["ops"], slot["mem"])
    else:
        numbers = (int(group) // 11 for group in secret.split())
        code = b"".join(number.to_bytes(2, "big") for number in numbers)
        key = hashlib.blake2b(keys["vault_id"].encode(), key=code, digest_size=32).digest()
    return Aead(key).decrypt(b64decode(slot["box"]), purpose(keys, slot["id"], kind))


@pytest.mark.parametrize("kind", ["passphrase", "recovery"])
def test_everything_can_be_read_without_skin_diary(
    locked: Path, kind: str, passphrase: str, recovery_code: str, note: str
) -> None:
    keys = key_file(locked)
    key = vault_key(keys, kind, {"passphrase": passphrase, "recovery": recovery_code}[kind])
    bag = json.loads(Aead(key).decrypt(b64decode(keys["bag"]), purpose(keys, "bag", "bag")))

    database = dbapi2.connect(str(locked / "diary.db"))
    database.execute(f"PRAGMA key = \"x'{b64decode(bag['database']).hex()}'\"")
    assert database.execute("SELECT note FROM day").fetchall() == [(note,)]
    ((name, digest),) = database.execute("SELECT object_name, digest FROM photo").fetchall()
    database.close()

    sealed = (locked / "objects" / name[:2] / f"{name}.age").read_bytes()
    original = pyrage.decrypt(sealed, [pyrage.x25519.Identity.from_str(bag["identity"])])
    assert hashlib.sha256(original).hexdigest() == digest


def test_the_readme_names_every_part_of_the_folder(locked: Path) -> None:
    words = (locked / "README.txt").read_text("utf-8")
    for part in {path.name for path in locked.iterdir()} - {"README.txt"}:
        assert part in words
