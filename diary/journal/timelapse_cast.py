"""The photos of a time-lapse as they come: where each lies, and what there is to say about them."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from diary.domain.alignment import SURE, TURNED, Alignment, Way
from diary.domain.eye_bar import eye_bar
from diary.domain.photo import Photo
from diary.domain.similarity import Similarity
from diary.domain.timelapse import Scenes
from diary.journal.alignment import Alignments
from diary.store.long_work import OnDiary
from diary.words import translate

if TYPE_CHECKING:
    from diary.imaging.shared_frame import Frame, Size
    from diary.imaging.timelapse import Scene


@dataclass(frozen=True, slots=True)
class Part:
    photo: Photo
    scene: "Scene"


class Cast:
    """On any thread, as `on_diary` brings it to the diary's."""

    def __init__(self, scenes: Scenes, alignment: Alignments, on_diary: OnDiary) -> None:
        self._scenes = scenes
        self._alignment = alignment
        self._on_diary = on_diary
        self.parts: list[Part] = []
        self.hurt = 0
        """Photos that were left out because their files are damaged."""
        self._without_face = self._turned = self._narrow = 0

    def add(self, photo: Photo, caption: str) -> bool:
        """Lay a photo over the first one; False if its eyes could not be covered."""
        from diary.imaging.timelapse import Scene

        bar = self._bar(photo)
        if bar is None:
            self._without_face += 1
            return False
        alignment = self._lay(photo)
        if alignment.apart is not None and alignment.apart > TURNED:
            self._turned += 1
        similarity = alignment.similarity if alignment.way in SURE else None
        self.parts.append(Part(photo, Scene(similarity, caption, bar)))
        return True

    def frame(self) -> "Frame":
        """What the pictures show, as large as the photos that could be aligned allow."""
        from diary.imaging.shared_frame import covers, shared_frame

        laid = [
            (_size(part.photo), part.scene.similarity)
            for part in self.parts
            if part.scene.similarity is not None
        ]
        frame = shared_frame(laid[0][0], laid[1:])
        self._narrow = sum(not covers(frame, *one) for one in laid)
        return frame

    def said(self) -> tuple[str, ...]:
        as_taken = sum(part.scene.similarity is None for part in self.parts)
        sentences = (
            (as_taken, _as_taken(as_taken)),
            (self._turned, _turned(self._turned)),
            (self._narrow, _narrow(self._narrow)),
            (self._without_face, _without_face(self._without_face)),
            (self.hurt, _hurt(self.hurt)),
            (self._scenes.cover_eyes and self.parts, _look_first()),
        )
        return tuple(sentence for count, sentence in sentences if count)

    def _lay(self, photo: Photo) -> Alignment:
        if not self.parts:
            return Alignment(Similarity(), Way.POINTS)
        first = self.parts[0].photo
        return self._alignment.between(first, photo, on_diary=self._on_diary)

    def _bar(self, photo: Photo) -> "tuple[tuple[float, float], ...] | None":
        """Nothing to be covered is an empty bar; None is a face that was not found."""
        if not self._scenes.cover_eyes:
            return ()
        face = self._on_diary(partial(self._alignment.face, photo))
        return None if face is None else eye_bar(face)


def _size(photo: Photo) -> "Size":
    longer = max(photo.width, photo.height)
    return photo.width / longer, photo.height / longer


def _as_taken(n: int) -> str:
    said = (
        translate("TimeLapse", "1 photo could not be aligned and is shown as taken.")
        if n == 1
        else translate("TimeLapse", "%n photos could not be aligned and are shown as taken.", n)
    )
    return said + " " + translate("TimeLapse", "In Compare you can align them by three points.")


def _turned(n: int) -> str:
    if n == 1:
        return translate("TimeLapse", "1 photo shows the face from another angle than the first.")
    return translate("TimeLapse", "%n photos show the face from another angle than the first.", n)


def _narrow(n: int) -> str:
    if n == 1:
        return translate("TimeLapse", "1 photo shows less than the others; the rest is grey.")
    return translate("TimeLapse", "%n photos show less than the others; the rest is grey.", n)


def _without_face(n: int) -> str:
    if n == 1:
        return translate(
            "TimeLapse",
            "1 photo is left out: no face was found on it, so its eyes cannot be covered.",
        )
    return translate(
        "TimeLapse",
        "%n photos are left out: no face was found on them, so their eyes cannot be covered.",
        n,
    )


def _hurt(n: int) -> str:
    if n == 1:
        return translate("TimeLapse", "1 photo is left out: its file is damaged.")
    return translate("TimeLapse", "%n photos are left out: their files are damaged.", n)


def _look_first() -> str:
    return translate(
        "TimeLapse",
        "Look at each picture before you share it: a second face or a mirror is not covered.",
    )
