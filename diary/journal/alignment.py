"""What a person can do to lay one photo over another; the photos themselves stay as they are."""

from dataclasses import dataclass

from diary.domain import alignment
from diary.domain.alignment import Alignment, Laid, Pair, Pointed, Way
from diary.domain.face import Face
from diary.domain.photo import Photo, View
from diary.domain.similarity import Similarity
from diary.errors import DiaryDamaged, PhotoRefused, Stopped
from diary.journal.photos import Photos
from diary.store import hand_points
from diary.store.long_work import OnDiary, at_once
from diary.store.vault import Vault
from diary.words import translate


@dataclass(frozen=True, slots=True)
class _ToLay:
    """Previews of two photos that were never laid over each other."""

    fixed: bytes
    moving: bytes


class Alignments:
    def __init__(self, vault: Vault, photos: Photos) -> None:
        self._vault = vault
        self._photos = photos

    def between(self, fixed: Photo, moving: Photo, *, on_diary: OnDiary = at_once) -> Alignment:
        """How `moving` lies over `fixed`. What the patient pointed at counts before all else.

        Takes up to a second for two photos without a face, the first time: on any thread, if
        `on_diary` brings it to the diary's for a moment. Raises `Stopped` while the diary closes.
        """
        known = on_diary(lambda: self._known(fixed, moving))
        if not isinstance(known, _ToLay):
            return known
        from diary.imaging import decoders, laying
        from diary.imaging.decoder import DecoderLost, TookTooLong

        try:
            laid = laying.lay(known.fixed, known.moving, self._photos.closing)
        except decoders.Stopped:
            raise Stopped from None
        except (DecoderLost, TookTooLong, OSError):  # it is tried again another time
            return _by_skin(None)
        on_diary(lambda: self._keep(fixed, moving, laid))
        return _by_skin(laid)

    def _known(self, fixed: Photo, moving: Photo) -> Alignment | _ToLay:
        """Without laying pictures over each other that were not before."""
        pointed = alignment.by_hand(self.points(fixed.id, moving.id))
        if pointed:
            return Alignment(pointed, Way.POINTS)
        by_faces = self._by_faces(fixed, moving)
        if by_faces and by_faces.way is Way.FACES:
            return by_faces
        over_others = self._over_others(fixed, moving)
        if over_others:
            return Alignment(over_others, Way.POINTS)
        return by_faces or self._laid(fixed, moving)

    def _by_faces(self, fixed: Photo, moving: Photo) -> Alignment | None:
        """None if the photos had better be aligned without: a profile has no face to be found, and
        on a chest a face would be laid over a face, and the skin below it somewhere.
        """
        if not (fixed.view.shows_face and moving.view.shows_face):
            return None
        faces = self.face(fixed), self.face(moving)
        if faces[0] and faces[1]:
            return alignment.of_faces(faces[0], faces[1])
        if fixed.view is not View.FRONT:
            return None
        return Alignment(Similarity(), Way.NONE, said="" if self.available else _no_finder())

    def _over_others(self, fixed: Photo, moving: Photo) -> Similarity | None:
        """Over photos that the patient pointed at together, one after the other."""
        joined = hand_points.joined(self._vault.connection)
        whole: Similarity | None = None
        for here, there in alignment.along(joined, moving.id, fixed.id):
            step = alignment.by_hand(self.points(there, here))
            if step is None:
                return None
            whole = whole.then(step) if whole else step
        return whole

    def _laid(self, fixed: Photo, moving: Photo) -> Alignment | _ToLay:
        from diary.imaging.laying import METHOD

        kept = self._vault.pictures.laid(fixed.id, moving.id, METHOD)
        if kept:
            return _by_skin(kept[0])
        try:
            return _ToLay(self._photos.preview(fixed), self._photos.preview(moving))
        except (DiaryDamaged, PhotoRefused):
            return _by_skin(None)

    def _keep(self, fixed: Photo, moving: Photo, laid: Laid | None) -> None:
        """Unless one of the photos was deleted meanwhile."""
        from diary.imaging.laying import METHOD

        if self._photos.is_live(fixed) and self._photos.is_live(moving):
            self._vault.pictures.put_laid(fixed.id, moving.id, METHOD, laid)

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

    def all_points(self) -> list[Pointed]:
        """What the patient pointed at on photos that are not in the trash."""
        return hand_points.every(self._vault.connection)

    def set_points(
        self, fixed_id: str, moving_id: str, pairs: tuple[Pair, ...]
    ) -> tuple[Pair, ...]:
        """Keep `pairs`, or none; returns those before, which undoes it."""
        with self._vault.transaction() as connection:
            before = hand_points.get(connection, fixed_id, moving_id)
            hand_points.put(connection, fixed_id, moving_id, pairs)
        return before


def _by_skin(laid: Laid | None) -> Alignment:
    if laid is None:
        return Alignment(Similarity(), Way.NONE, said=_nothing_in_common())
    if laid.sure:
        return Alignment(laid.similarity, Way.FEATURES)
    return Alignment(laid.similarity, Way.PROPOSAL, said=_proposal())


def _no_finder() -> str:
    return translate(
        "Alignment",
        "Faces are not looked for: the face finder is not there. You can add it in Settings, or"
        " point at three places yourself.",
    )


def _nothing_in_common() -> str:
    words = "Nothing was found that is the same on both photos. You can point at three places."
    return translate("Alignment", words)


def _proposal() -> str:
    return translate("Alignment", "A rough match that may be off.")
