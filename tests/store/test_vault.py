"""A diary opens for its owner, says what is wrong otherwise, and leaves nothing readable."""

import shutil
import stat
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2
from sqlcipher3.dbapi2 import Connection

from diary.errors import (
    DiaryDamaged,
    DiaryExists,
    DiaryMissing,
    DiaryTooNew,
    InvalidInput,
    NotEncrypted,
    WrongPassphrase,
)
from diary.store import key_file
from diary.store.check import check
from diary.store.keys import SlotType
from diary.store.schema import VERSION
from diary.store.vault import Vault, read_ring

PHOTO = b"a photo of a face" * 100

NoteOf = Callable[[Vault], str]


def nothing(_connection: Connection) -> None:
    pass


def closed(vault: Vault) -> Path:
    vault.close()
    return vault.folder


def bytes_of(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_diary_is_there_again_when_it_is_opened_again(
    vault: Vault, note: str, note_of: NoteOf
) -> None:
    again = Vault.open(closed(vault))
    assert note_of(again) == note
    again.close()


def test_the_passphrase_opens_however_the_keyboard_composed_it(
    locked: Path, passphrase: str, note: str, note_of: NoteOf
) -> None:
    typed = unicodedata.normalize("NFD", passphrase)
    assert typed != passphrase
    vault = Vault.open(locked, passphrase=typed)
    assert note_of(vault) == note
    vault.close()


def test_wrong_damaged_and_missing_are_three_sentences(locked: Path, passphrase: str) -> None:
    with pytest.raises(WrongPassphrase, match=r"didn’t open the diary\. Check Caps Lock"):
        Vault.open(locked, passphrase="not the passphrase")
    for name in (key_file.NAME, key_file.SECOND):
        (locked / name).write_bytes(b"scribble")
    with pytest.raises(DiaryDamaged, match="passphrase is not the problem"):
        Vault.open(locked, passphrase=passphrase)
    for name in (key_file.NAME, key_file.SECOND):
        (locked / name).unlink()
    with pytest.raises(DiaryMissing, match=r"keys\.json is missing"):
        Vault.open(locked, passphrase=passphrase)


def test_a_missing_database_and_a_folder_without_a_diary_are_told_apart(vault: Vault) -> None:
    folder = closed(vault)
    (folder / "diary.db").unlink()
    with pytest.raises(DiaryMissing, match=r"diary\.db is missing"):
        Vault.open(folder)
    with pytest.raises(DiaryMissing, match="no diary in"):
        Vault.open(folder.parent)
    with pytest.raises(DiaryMissing, match="no diary in"):
        read_ring(folder / "nowhere")


def test_a_folder_that_cannot_be_read_gets_its_sentence(vault: Vault) -> None:
    folder = closed(vault)
    for name in (key_file.NAME, key_file.SECOND):
        (folder / name).unlink()
        (folder / name).mkdir()
    with pytest.raises(DiaryMissing, match="Nothing was changed"):
        Vault.open(folder)


@pytest.mark.parametrize("name", [key_file.NAME, key_file.SECOND])
def test_a_key_file_that_cannot_be_read_leaves_the_other_copy(
    vault: Vault, note: str, note_of: NoteOf, name: str
) -> None:
    folder = closed(vault)
    (folder / name).unlink()
    (folder / name).mkdir()
    again = Vault.open(folder)
    assert note_of(again) == note
    assert check(again).key_files == (name,)
    again.close()


def test_after_a_change_only_the_new_passphrase_opens_by_either_key_file(
    locked: Path, passphrase: str, recovery_code: str
) -> None:
    vault = Vault.open(locked, recovery_code=recovery_code)
    vault.ways_in.set_passphrase("another passphrase")
    vault.close()
    with pytest.raises(WrongPassphrase):
        Vault.open(locked, passphrase=passphrase)
    (locked / key_file.NAME).write_bytes(b"scribble")
    with pytest.raises(WrongPassphrase):
        Vault.open(locked, passphrase=passphrase)
    Vault.open(locked, passphrase="another passphrase").close()
    Vault.open(locked, recovery_code=recovery_code).close()


def test_an_open_diary_can_be_given_a_passphrase(vault: Vault) -> None:
    assert read_ring(vault.folder).has(SlotType.OPEN)
    vault.ways_in.set_passphrase("a first passphrase")
    folder = closed(vault)
    for name in (key_file.NAME, key_file.SECOND):
        assert not key_file.parse((folder / name).read_bytes()).has(SlotType.OPEN)


def test_a_short_passphrase_changes_nothing(vault: Vault) -> None:
    before = bytes_of(vault.folder)
    with pytest.raises(InvalidInput):
        vault.ways_in.set_passphrase("short")
    assert bytes_of(vault.folder) == before


def test_a_taken_folder_is_left_alone(vault: Vault) -> None:
    before = bytes_of(vault.folder)
    with pytest.raises(DiaryExists, match="already exists"):
        Vault.create(vault.folder, passphrase=None, recovery_code=None, fill=nothing)
    assert bytes_of(vault.folder) == before


def test_a_half_made_diary_is_never_seen(folder: Path) -> None:
    def fail(_connection: Connection) -> None:
        assert not folder.exists()
        raise RuntimeError

    with pytest.raises(RuntimeError):
        Vault.create(folder, passphrase=None, recovery_code=None, fill=fail)
    assert list(folder.parent.iterdir()) == []


def test_what_a_crash_left_of_a_new_diary_is_no_obstacle(folder: Path) -> None:
    left_over = folder.with_name(f"{folder.name}.being-made")
    (left_over / "objects").mkdir(parents=True)
    Vault.create(folder, passphrase=None, recovery_code=None, fill=nothing).close()
    assert not left_over.exists()


def test_a_folder_of_ones_own_beside_a_new_diary_is_kept(folder: Path) -> None:
    letter = folder.with_name(f"{folder.name}.new") / "a letter"
    letter.parent.mkdir()
    letter.write_text("of somebody else")
    Vault.create(folder, passphrase=None, recovery_code=None, fill=nothing).close()
    assert letter.read_text() == "of somebody else"


def test_files_and_folders_are_private(vault: Vault) -> None:
    vault.objects.put(PHOTO)
    vault.pictures.put("1", b"thumbnail", b"preview")
    vault.folder.chmod(0o700)
    for path in (vault.folder, *vault.folder.rglob("*")):
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode == (0o700 if path.is_dir() else 0o600), path


def test_no_database_of_a_vault_is_plain_and_nothing_can_be_read_in_it(
    vault: Vault, note: str
) -> None:
    vault.objects.put(PHOTO)
    vault.pictures.put("1", PHOTO, PHOTO)
    contents = bytes_of(closed(vault))
    databases = [content for path, content in contents.items() if path.suffix == ".db"]
    assert len(databases) == 2
    assert not any(content.startswith(b"SQLite format 3") for content in databases)
    for content in contents.values():
        assert note.encode() not in content
        assert PHOTO[:16] not in content


def test_a_plain_text_database_is_refused(vault: Vault) -> None:
    folder = closed(vault)
    (folder / "diary.db").unlink()
    plain = dbapi2.connect(str(folder / "diary.db"))
    plain.execute("CREATE TABLE day (note)")
    plain.close()
    with pytest.raises(NotEncrypted, match="not encrypted"):
        Vault.open(folder)


def test_a_diary_of_a_newer_version_is_refused_untouched(vault: Vault) -> None:
    vault.connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    folder = closed(vault)
    before = (folder / "diary.db").read_bytes()
    with pytest.raises(DiaryTooNew, match="Please update"):
        Vault.open(folder)
    assert (folder / "diary.db").read_bytes() == before


def test_a_flipped_bit_anywhere_in_the_database_is_noticed(vault: Vault) -> None:
    path = closed(vault) / "diary.db"
    whole = path.read_bytes()
    for place in range(0, len(whole), len(whole) // 60):
        hurt = bytearray(whole)
        hurt[place] ^= 1
        path.write_bytes(hurt)
        with pytest.raises(DiaryDamaged, match=r"diary\.db is damaged"):
            Vault.open(path.parent)
    path.write_bytes(whole)
    Vault.open(path.parent).close()


@pytest.mark.parametrize("kept", [0.0, 0.1, 0.5, 0.999])
def test_a_cut_database_is_noticed(vault: Vault, kept: float) -> None:
    path = closed(vault) / "diary.db"
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * kept)])
    with pytest.raises(DiaryDamaged):
        Vault.open(path.parent)


def test_left_over_parts_are_cleared_away_at_the_next_start(vault: Vault) -> None:
    folder = closed(vault)
    (folder / "tmp" / "x.part").write_bytes(b"sealed")
    (folder / "tmp" / "a folder of somebody else").mkdir()
    Vault.open(folder).close()
    assert [path.name for path in (folder / "tmp").iterdir()] == ["a folder of somebody else"]


def test_a_link_in_a_diary_keeps_the_folder_it_leads_to(vault: Vault, tmp_path: Path) -> None:
    folder, elsewhere = closed(vault), tmp_path / "elsewhere"
    (folder / "tmp").rename(elsewhere)
    (elsewhere / "a letter").write_text("of somebody else")
    (folder / "tmp").symlink_to(elsewhere)
    Vault.open(folder).close()
    assert (elsewhere / "a letter").read_text() == "of somebody else"


def test_the_words_beside_an_older_diary_become_todays(vault: Vault) -> None:
    readme = closed(vault) / "README.txt"
    words = readme.read_bytes()
    for old in (words[:100], None):
        readme.unlink()
        if old:
            readme.write_bytes(old)
        Vault.open(vault.folder).close()
        assert readme.read_bytes() == words


def test_a_diary_may_be_moved_as_a_folder(
    vault: Vault, note: str, note_of: NoteOf, tmp_path: Path
) -> None:
    moved = tmp_path / "elsewhere" / "renamed.skindiary"
    shutil.copytree(closed(vault), moved)
    again = Vault.open(moved)
    assert note_of(again) == note
    again.close()
