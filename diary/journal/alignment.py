"""What a person can do to lay one photo over another; the photos themselves stay as they are."""

from diary.domain import alignment
from diary.domain.alignment import Alignment, Pair, Way
from diary.domain.face import Face
from diary.domain.photo import Photo
from diary.domain.similarity import Similarity
from diary.errors import DiaryDamaged, PhotoRefused
from diary.journal.photos import Photos
from diary.store import hand_points
from diary.store.vault import Vault


class Alignments:
    def __init__(self, vault: Vault, photos: Photos) -> None:
        self._vault = vault
        self._photos = photos

    def between(self, fixed: Photo, moving: Photo) -> Alignment:
        """How `moving` lies over `fixed`. What the patient pointed at counts before all else."""
        pointed = alignment.by_hand(self.points(fixed.id, moving.id))
        if pointed:
            return Alignment(pointed, Way.POINTS)
        faces = self.face(fixed), self.face(moving)
        if faces[0] and faces[1]:
            return alignment.of_faces(faces[0], faces[1])
        return Alignment(Similarity(), Way.NONE)

    @property
    def available(self) -> bool:
        """Whether what finds faces is there."""
        from diary.imaging import face_models

        return face_models.folder() is not None

    def face(self, photo: Photo) -> Face | None:
        """The largest face of a photo, searched for now if it never was; None also if it cannot be
        searched for.
        """
        from diary.imaging.face_models import FINDER

        kept = self._vault.pictures.face(photo.id, FINDER)
        if kept:
            return kept[0]
        if not self.available:
            return None
        try:
            picture = self._photos.read_bytes(self._photos.preview(photo), photo.file_name)
        except (DiaryDamaged, PhotoRefused):
            return None
        if picture.finder:
            self._vault.pictures.put_face(photo.id, picture.finder, picture.face)
        return picture.face

    def points(self, fixed_id: str, moving_id: str) -> tuple[Pair, ...]:
        """The places that the patient pointed at on these two photos, or none."""
        return hand_points.get(self._vault.connection, fixed_id, moving_id)

    def set_points(
        self, fixed_id: str, moving_id: str, pairs: tuple[Pair, ...]
    ) -> tuple[Pair, ...]:
        """Keep `pairs`, or none; returns those before, which undoes it."""
        with self._vault.transaction() as connection:
            before = hand_points.get(connection, fixed_id, moving_id)
            hand_points.put(connection, fixed_id, moving_id, pairs)
        return before
