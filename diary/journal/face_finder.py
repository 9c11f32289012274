"""What finds faces, where the program came without it."""

from dataclasses import dataclass

from diary.errors import NotDownloaded
from diary.store.long_work import Watch, unwatched
from diary.words import translate


@dataclass(frozen=True, slots=True)
class Package:
    """Where the face finder comes from, and its size in bytes."""

    name: str
    version: str
    size: int


class FaceFinder:
    @property
    def is_there(self) -> bool:
        from diary.imaging import face_models

        return face_models.folder() is not None

    @property
    def package(self) -> Package:
        from diary.imaging import face_download

        return Package(face_download.NAME, face_download.VERSION, face_download.SIZE)

    def add(self, watch: Watch = unwatched) -> None:
        """Download it, on any thread: the one thing for which the network is used.

        `watch` hears of bytes. Raises `NotDownloaded`, and `Stopped` from `watch`; then nothing has
        changed.
        """
        from diary.imaging import face_download, face_models, intake

        place = face_models.later()
        if place is None:
            words = "There is no folder on this computer to keep the face finder in."
            raise NotDownloaded(translate("FaceFinder", words))
        face_download.fetch(place, watch)
        intake.forget()  # the processes that decode were started without it
