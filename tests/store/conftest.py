"""Real vaults in a temporary folder; the one behind a passphrase is made once and copied."""

import hashlib
import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from sqlcipher3.dbapi2 import Connection

from diary.domain.day import Day
from diary.domain.ids import new_id
from diary.domain.photo import DateSource, Photo, Taken, View
from diary.store import days, photos
from diary.store.recovery_code import new_recovery_code
from diary.store.vault import Vault

ON = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 8, 14)
NOTE = "a canary nobody may read"

AddPhoto = Callable[..., Photo]


def write_note(connection: Connection) -> None:
    days.put(connection, Day(ON, acne=4, note=NOTE), NOW)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "mine.skindiary"


@pytest.fixture
def vault(folder: Path) -> Iterator[Vault]:
    """A diary without a passphrase, with one answered day."""
    vault = Vault.create(folder, passphrase=None, recovery_code=None, fill=write_note)
    yield vault
    vault.close()


@pytest.fixture(scope="session")
def passphrase() -> str:
    return "pässwörd of a kind"


@pytest.fixture(scope="session")
def recovery_code() -> str:
    return new_recovery_code()


@pytest.fixture(scope="session")
def locked_original(
    tmp_path_factory: pytest.TempPathFactory, passphrase: str, recovery_code: str
) -> Path:
    folder = tmp_path_factory.mktemp("locked") / "mine.skindiary"
    vault = Vault.create(
        folder, passphrase=passphrase, recovery_code=recovery_code, fill=write_note
    )
    add_photo_to(vault, b"a photo of a face" * 100)
    vault.close()
    return folder


@pytest.fixture
def locked(locked_original: Path, folder: Path) -> Path:
    """A closed diary with a passphrase, a recovery code, one day and one photo."""
    shutil.copytree(locked_original, folder)
    return folder


def add_photo_to(vault: Vault, data: bytes, file_name: str = "IMG_0001.jpg") -> Photo:
    photo = Photo(
        id=new_id(),
        view=View.FRONT,
        taken=Taken(ON, None, None, DateSource.TYPED),
        digest=hashlib.sha256(data).hexdigest(),
        object_name=vault.objects.put(data),
        size=len(data),
        mime="image/jpeg",
        file_name=file_name,
        width=3,
        height=4,
    )
    with vault.transaction() as connection:
        photos.add(connection, photo, NOW)
    return photo


@pytest.fixture
def add_photo(vault: Vault) -> AddPhoto:
    def add(data: bytes, file_name: str = "IMG_0001.jpg") -> Photo:
        return add_photo_to(vault, data, file_name)

    return add


@pytest.fixture
def note() -> str:
    return NOTE


@pytest.fixture
def note_of() -> Callable[[Vault], str]:
    return lambda vault: days.get(vault.connection, ON).note


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A folder on another disk."""
    folder = tmp_path / "usb disk"
    folder.mkdir()
    return folder


@pytest.fixture
def again(tmp_path: Path) -> Path:
    """Where a diary is restored to."""
    return tmp_path / "restored" / "mine.skindiary"
