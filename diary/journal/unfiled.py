"""Photos that were sealed but have no entry, because the power went before it was written."""

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from diary.errors import DiaryDamaged
from diary.journal.photos import Photos
from diary.store import photos
from diary.store.vault import Vault
from diary.words import translate

if TYPE_CHECKING:
    from diary.imaging.intake import Picture


class Unfiled:
    """Found by their names; added like any picture, after which `settle` drops the double."""

    def __init__(self, vault: Vault, entries: Photos) -> None:
        self._vault = vault
        self._entries = entries

    def names(self) -> list[str]:
        """The sealed files that no photo refers to, deleted photos included."""
        connection = self._vault.connection
        known = (*photos.all_live(connection), *photos.deleted(connection))
        return sorted(self._vault.objects.names() - {photo.object_name for photo in known})

    def read(self, name: str) -> "Picture":
        """Open one. Raises `DiaryDamaged`, and `PhotoRefused` if it is no picture."""
        data = self._vault.objects.get(name)
        return self._entries.read_bytes(data, translate("Photos", "photo without an entry"))

    def read_again(self, name: str, picture: "Picture") -> "Picture":
        """Give a picture whose `data` were let go its bytes back. Raises `DiaryDamaged`."""
        return replace(picture, data=self._vault.objects.get(name))

    def settle(self) -> int:
        """Erase the files whose picture is in the diary by now; returns how many remain."""
        self._vault.assert_writable()
        remaining = 0
        for name in self.names():
            if self._is_in_the_diary(name):
                self._vault.objects.erase(name)
            else:
                remaining += 1
        return remaining

    def _is_in_the_diary(self, name: str) -> bool:
        try:
            data = self._vault.objects.get(name)
        except DiaryDamaged:
            return False
        found = photos.find(self._vault.connection, sha256(data).hexdigest())
        return found is not None and not found[1]
