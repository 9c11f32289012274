"""All that a vault's files hold, decrypted: also what the tables no longer show."""

from contextlib import closing
from pathlib import Path

import apsw

from diary.store import key_file
from diary.store.keys import KeyBag
from tests.store import age_v1


def bag_of(folder: Path, passphrase: str | None = None) -> KeyBag:
    ring = key_file.read(folder)
    return ring.open_bag(ring.vault_key(passphrase=passphrase))


def everything(folder: Path, bag: KeyBag) -> dict[Path, bytes]:
    """The plain bytes of each file; of a database every page, the free ones too."""
    return {path: plain(path, bag) for path in folder.rglob("*") if path.is_file()}


def plain(path: Path, bag: KeyBag) -> bytes:
    if path.suffix == ".age":
        return age_v1.decrypt(path.read_bytes(), bag.identity)
    if path.suffix == ".db":
        key = bag.cache if path.parent.name == "cache" else bag.database
        with closing(apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)) as database:
            database.execute("PRAGMA cipher = 'sqlcipher'")
            database.execute("PRAGMA legacy = 4")
            database.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            return bytes(database.serialize("main"))
    return path.read_bytes()
