"""What a person can do about the light of two photos; the photos themselves stay as they are."""

from diary.domain.light import Gains
from diary.domain.photo import Photo
from diary.journal.alignment import Alignments
from diary.journal.photos import Photos


class Lighting:
    def __init__(self, photos: Photos, alignments: Alignments) -> None:
        self._photos = photos
        self._alignments = alignments

    def between(self, fixed: Photo, moving: Photo) -> Gains:
        """What makes the light on the skin of `moving` as on that of `fixed`, to be seen only.

        Raises `DiaryDamaged`.
        """
        from diary.imaging.evening import gains

        one, other = self._alignments.face(fixed), self._alignments.face(moving)
        if one is None or other is None:
            return gains(self._photos.preview(fixed), self._photos.preview(moving))
        return gains(
            self._photos.preview(fixed), self._photos.preview(moving), one.outline, other.outline
        )
