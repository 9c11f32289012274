"""What a person can do with a time-lapse: look at it, and write it where they say."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from diary.domain.course import Course
from diary.domain.photo import Photo
from diary.domain.timelapse import FEWEST, Caption, MovieFormat, Scenes
from diary.errors import DiaryDamaged, InvalidInput
from diary.journal import outside
from diary.journal.alignment import Alignments
from diary.journal.course import Courses
from diary.journal.photos import Photos
from diary.journal.timelapse_cast import Cast, Part
from diary.journal.watched import Watched
from diary.store.long_work import OnDiary, Watch, at_once, unwatched
from diary.store.vault import Vault
from diary.words import translate

if TYPE_CHECKING:
    from PIL.Image import Image

    from diary.imaging.shared_frame import Frame


@dataclass(frozen=True, slots=True)
class Film:
    """A time-lapse before it is written: its photos and how each is shown, oldest first.

    `pictures` are small JPEGs of what will be written, `said` what the patient should know.
    """

    parts: tuple[Part, ...]
    frame: "Frame"
    pictures: tuple[bytes, ...]
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SavedFilm:
    path: Path
    size: int


class TimeLapses:
    """Calls may run on any thread if `on_diary` brings them to the diary's for a moment."""

    def __init__(
        self,
        vault: Vault,
        photos: Photos,
        alignment: Alignments,
        course: Courses,
        watched: Watched,
    ) -> None:
        self._folder = vault.folder
        self._photos = photos
        self._alignment = alignment
        self._course = course
        self._watched = watched

    def film(
        self, scenes: Scenes, *, watch: Watch = unwatched, on_diary: OnDiary = at_once
    ) -> Film:
        """Lay the photos over the first one, and make small pictures of them.

        Photos whose files are damaged are left out, and with `cover_eyes` those on which no face is
        found. Raises `InvalidInput` if fewer than two are left, and `Stopped` from `watch`.
        """
        from diary.imaging import timelapse

        if scenes.cover_eyes and not self._alignment.available:
            raise InvalidInput(_no_finder())
        chosen, course = on_diary(partial(self._chosen, scenes))
        cast = Cast(scenes, self._alignment, on_diary)
        small = []
        for done, photo in enumerate(chosen):
            watch(done, 2 * len(chosen))
            thumbnail = on_diary(partial(self._thumbnail, photo))
            if thumbnail is None:
                cast.hurt += 1
            elif cast.add(photo, _caption(scenes.caption, photo, course)):
                small.append(thumbnail)
        if len(cast.parts) < FEWEST:
            raise InvalidInput(" ".join((_too_few(), *cast.said())))
        frame, font, pictures = cast.frame(), _font(), []
        for done, (data, part) in enumerate(zip(small, cast.parts, strict=True)):
            watch(len(chosen) + done, 2 * len(chosen))
            image = timelapse.picture(data, part.scene, frame, timelapse.SMALL_SIDE, font)
            pictures.append(timelapse.jpeg(image))
        return Film(tuple(cast.parts), frame, tuple(pictures), cast.said())

    def save(
        self,
        film: Film,
        path: Path,
        kind: MovieFormat,
        per_second: int,
        *,
        replace: bool = True,
        watch: Watch = unwatched,
        on_diary: OnDiary = at_once,
    ) -> SavedFilm:
        """Write the film where the patient said, whole or not at all.

        Raises `NotSaved`, which is `NameTaken` for a file that is there and not to be replaced,
        `InvalidInput` inside the diary's own folder, `DiaryDamaged` for a photo
        whose file went bad since, and `Stopped` from `watch`; what stood at `path` before is kept
        then.
        """
        from diary.imaging import timelapse

        count, font = len(film.parts), _font()

        def make(number: int) -> "Image":
            watch(number, count)
            part = film.parts[number]
            photo = on_diary(partial(self._photos.preview, part.photo))
            return timelapse.picture(photo, part.scene, film.frame, timelapse.SIDE, font)

        data = timelapse.movie(count, make, kind, per_second)
        watch(count, count)
        with outside.told(path):
            outside.write_picture(
                data, path, self._folder, self._watched, on_diary, replace=replace
            )
        return SavedFilm(path, len(data))

    def _chosen(self, scenes: Scenes) -> tuple[list[Photo], Course]:
        photos = [
            photo
            for photo in self._photos.all()
            if photo.view is scenes.view and scenes.includes(photo.taken.on)
        ]
        return photos, self._course.get()

    def _thumbnail(self, photo: Photo) -> bytes | None:
        """None if its file is damaged."""
        try:
            return self._photos.thumbnail(photo)
        except DiaryDamaged:
            return None


def _caption(caption: Caption, photo: Photo, course: Course) -> str:
    from diary.report.wording import short_full_date

    on = photo.taken.on
    if caption is Caption.NONE:
        return ""
    number = course.day_number(on)
    if caption is Caption.DATE or number < 1:
        return short_full_date(on)
    pattern = translate("TimeLapse", "{date} · day {n}")
    return pattern.format(date=short_full_date(on), n=number)


def _font() -> Path:
    from diary.report.typeface import font_folder

    return font_folder() / "DejaVuSans.ttf"


def _no_finder() -> str:
    return translate(
        "TimeLapse",
        "The eyes cannot be covered, because what finds faces is not installed. Settings says how "
        "to add it.",
    )


def _too_few() -> str:
    return translate("TimeLapse", "A time-lapse needs two photos of the same view.")
