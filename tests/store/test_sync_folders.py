"""A folder that a sync program copies is known by what the program leaves or writes about it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from diary.store.sync_folders import service_of

NOWHERE: dict[str, str] = {}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    home.mkdir()
    return home


@pytest.fixture
def service(home: Path) -> Callable[[Path], str | None]:
    return lambda folder: service_of(folder, home=home, environ=NOWHERE)


def write(file: Path, text: str = "") -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


@pytest.mark.parametrize(
    ("mark", "named"),
    [
        (".stfolder", "Syncthing"),
        (".stignore", "Syncthing"),
        (".dropbox", "Dropbox"),
        (".dropbox.cache", "Dropbox"),
        (".sync_0a1b2c3d.db", "Nextcloud"),
        ("._sync_0a1b2c3d.db", "Nextcloud"),
        (".nextcloudsync.log", "Nextcloud"),
        (".owncloudsync.log", "ownCloud"),
        (".tmp.drivedownload", "Google Drive"),
    ],
)
def test_a_mark_anywhere_above_names_the_service(
    service: Callable[[Path], str | None], tmp_path: Path, mark: str, named: str
) -> None:
    top = tmp_path / "synced"
    write(top / mark)
    assert service(top / "health" / "mine.skindiary") == named
    assert service(tmp_path / "mine.skindiary") is None


def test_a_mark_names_the_folder_that_carries_it_too(
    service: Callable[[Path], str | None], tmp_path: Path
) -> None:
    write(tmp_path / "mine.skindiary" / ".stfolder")
    assert service(tmp_path / "mine.skindiary") == "Syncthing"


def test_dropboxs_own_folder_in_the_home_folder_is_no_mark(
    service: Callable[[Path], str | None], home: Path
) -> None:
    (home / ".dropbox").mkdir()
    assert service(home / "mine.skindiary") is None


@pytest.mark.parametrize("settings", [".dropbox/info.json", ".config/Dropbox/info.json"])
def test_dropbox_says_where_each_of_its_folders_is(
    service: Callable[[Path], str | None], home: Path, settings: str
) -> None:
    accounts = {kind: {"path": str(home / f"Drop {kind}")} for kind in ("personal", "business")}
    write(home / settings, json.dumps(accounts))
    assert service(home / "Drop business" / "mine.skindiary") == "Dropbox"
    assert service(home / "Drop" / "mine.skindiary") is None


@pytest.mark.parametrize("text", ["", "{", "[]", "3", '{"personal": 3}', '{"personal": {}}'])
def test_settings_that_make_no_sense_name_nothing(
    service: Callable[[Path], str | None], home: Path, text: str
) -> None:
    for name in (
        ".dropbox/info.json",
        ".config/Nextcloud/nextcloud.cfg",
        ".config/onedrive/config",
    ):
        write(home / name, text)
    assert service(home / "mine.skindiary") is None


@pytest.mark.parametrize("program", ["Nextcloud", "ownCloud"])
@pytest.mark.parametrize("settings", [".config", "Library/Preferences"])
def test_nextcloud_and_owncloud_say_where_theirs_are(
    service: Callable[[Path], str | None], home: Path, program: str, settings: str
) -> None:
    text = (
        f"[Accounts]\n0\\Folders\\1\\localPath={home}/W\\xf6lkchen/\n0\\Folders\\2\\paused=false\n"
    )
    write(home / settings / program / f"{program.lower()}.cfg", text)
    assert service(home / "Wölkchen" / "mine.skindiary") == program


@pytest.mark.parametrize(
    "settings",
    [".config/syncthing", ".local/state/syncthing", "Library/Application Support/Syncthing"],
)
def test_syncthing_says_where_its_folders_are(
    service: Callable[[Path], str | None], home: Path, settings: str
) -> None:
    text = '<configuration><folder id="x" label="y" path="~/Me &amp; you" type="sendreceive"/>'
    write(home / settings / "config.xml", text)
    assert service(home / "Me & you" / "mine.skindiary") == "Syncthing"


def test_onedrive_says_where_its_folder_is(home: Path) -> None:
    windows = {"OneDriveConsumer": str(home / "OneDrive – Anna")}
    folder = home / "OneDrive – Anna" / "mine.skindiary"
    assert service_of(folder, home=home, environ=windows) == "OneDrive"
    write(home / ".config" / "onedrive" / "config", 'sync_dir = "~/Drive"\n')
    assert service_of(home / "Drive" / "d", home=home, environ=NOWHERE) == "OneDrive"


@pytest.mark.parametrize(
    ("place", "named"),
    [
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
        ("Library/CloudStorage/OneDrive-Personal", "OneDrive"),
        ("Library/CloudStorage/GoogleDrive-anna@example.org", "Google Drive"),
        ("Library/CloudStorage/ProtonDrive-anna", "ProtonDrive"),
    ],
)
def test_macos_keeps_synced_folders_in_known_places(
    service: Callable[[Path], str | None], home: Path, place: str, named: str
) -> None:
    (home / place).mkdir(parents=True)
    assert service(home / place / "mine.skindiary") == named


def test_a_link_into_a_synced_folder_is_followed(
    service: Callable[[Path], str | None], home: Path, tmp_path: Path
) -> None:
    write(tmp_path / "synced" / ".stfolder")
    (tmp_path / "synced" / "health").mkdir()
    (home / "Documents").symlink_to(tmp_path / "synced" / "health")
    assert service(home / "Documents" / "mine.skindiary") == "Syncthing"
