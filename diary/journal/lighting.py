"""What a person can do about the light of two photos; the photos themselves stay as they are."""

from functools import partial

from diary.domain.light import Gains
from diary.domain.photo import Photo
from diary.journal.alignment import Alignments
from diary.journal.photos import Photos
from diary.store.long_work import OnDiary, at_once


class Lighting:
    def __init__(self, photos: Photos, alignments: Alignments) -> None:
        self._photos = photos
        self._alignments = alignments

    def between(self, fixed: Photo, moving: Photo, *, on_diary: OnDiary = at_once) -> Gains:
        """What makes the light on the skin of `moving` as on that of `fixed`, to be seen only.

        On any thread, if `on_diary` brings it to the diary's for a moment. Raises `DiaryDamaged`.
        """
        from diary.imaging.evening import gains

        preview, face = self._photos.preview, self._alignments.face
        pictures = on_diary(partial(preview, fixed)), on_diary(partial(preview, moving))
        one, other = on_diary(partial(face, fixed)), on_diary(partial(face, moving))
        if one is None or other is None:
            return gains(*pictures)
        return gains(*pictures, one.outline, other.outline)
