"""A photo: when, which view, where its date came from; never its pixels."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from diary.words import translate


class View(StrEnum):
    """The five fixed views; left and right are the patient's own."""

    FRONT = "front"
    LEFT = "left"
    RIGHT = "right"
    CHEST = "chest"
    BACK = "back"

    @property
    def shows_face(self) -> bool:
        return self in {View.FRONT, View.LEFT, View.RIGHT}


class DateSource(StrEnum):
    """Where a photo's date came from, most trusted first."""

    TYPED = "typed"
    EXIF = "exif"
    FILE_NAME = "file name"
    FILE_TIME = "file time"


@dataclass(frozen=True, slots=True)
class Taken:
    """When a photo was taken, in local time.

    `offset` is minutes east of UTC, where the camera wrote it.
    """

    on: date
    at: time | None
    offset: int | None
    source: DateSource


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo of the diary.

    `digest` is the SHA-256 of the original file, `object_name` that of its sealed bytes; both in
    hex. `width` and `height` are pixels as the picture is seen, after its EXIF orientation.
    """

    id: str
    view: View
    taken: Taken
    digest: str
    object_name: str
    size: int
    mime: str
    file_name: str
    width: int
    height: int


def view_name(view: View) -> str:
    return {
        View.FRONT: translate("Photo", "Front"),
        View.LEFT: translate("Photo", "Left"),
        View.RIGHT: translate("Photo", "Right"),
        View.CHEST: translate("Photo", "Chest"),
        View.BACK: translate("Photo", "Back"),
    }[view]


def view_word(view: View) -> str:
    """The view within a sentence: "your last front photo"."""
    return {
        View.FRONT: translate("Photo", "front"),
        View.LEFT: translate("Photo", "left"),
        View.RIGHT: translate("Photo", "right"),
        View.CHEST: translate("Photo", "chest"),
        View.BACK: translate("Photo", "back"),
    }[view]


def source_name(source: DateSource) -> str:
    return {
        DateSource.TYPED: translate("Photo", "typed by you"),
        DateSource.EXIF: translate("Photo", "from the camera"),
        DateSource.FILE_NAME: translate("Photo", "from the file name"),
        DateSource.FILE_TIME: translate("Photo", "from the file’s own time"),
    }[source]
