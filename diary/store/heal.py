"""Bring back photos' files from a backup; only what is proven good is written."""

from collections.abc import Iterable
from pathlib import Path

from diary.domain.photo import Photo
from diary.errors import DiaryDamaged, NotSaved
from diary.store import files, key_file, sources
from diary.store.long_work import OnDiary, Watch, at_once, unwatched
from diary.store.vault import Vault
from diary.words import translate


def heal(
    vault: Vault,
    backup: Path,
    hurt: Iterable[Photo],
    *,
    watch: Watch = unwatched,
    on_diary: OnDiary = at_once,
) -> tuple[Photo, ...]:
    """Put the files of `hurt` photos back from a mirror or a backup file; returns those healed.

    A file is proven by its name, so a backup of an older state heals as well. Raises
    `DiaryMissing`, `DiaryDamaged` if the backup cannot be read, `NotSaved`, and `Stopped` from
    `watch`; what was healed before stays.
    """
    on_diary(vault.assert_writable)
    healed = []
    wanted = list(hurt)
    with sources.opened(backup) as source:
        for done, photo in enumerate(wanted):
            watch(done, len(wanted))
            name = photo.object_name
            try:
                sealed = source.sealed(name)
            except DiaryDamaged:
                continue
            vault.objects.adopt(sealed)
            files.forget_cached(vault.objects.path(name))
            if not vault.objects.is_unchanged(name):
                raise NotSaved(translate("Heal", "Not saved. The disk gave back other bytes."))
            healed.append(photo)
    watch(len(wanted), len(wanted))
    return tuple(healed)


def heal_key_files(vault: Vault) -> bool:
    """Write both copies of the key file anew from the whole one; whether that was needed.

    Raises `NotSaved`, and `DiaryDamaged` or `DiaryMissing` if no copy is whole.
    """
    vault.assert_writable()
    if not key_file.hurt_copies(vault.folder):
        return False
    with files.disk_errors():
        key_file.write(vault.folder, key_file.read(vault.folder), vault.folder / "tmp")
    return True
