"""Where a picture comes from, and what is kept of it until it is added."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from diary.domain.draft import Draft, seen_view
from diary.domain.photo import DateSource, Taken, View

if TYPE_CHECKING:
    from diary.journal import Picture


@dataclass(frozen=True, slots=True)
class Source:
    """A picture to read, and what the patient said about it.

    `again` gives a picture that was read its `data` back, which are let go until it is added.
    `view` is None where nobody said it. `on` is the day it belongs to unless the picture itself
    says when it was taken.
    """

    name: str
    read: "Callable[[], Picture]"
    again: "Callable[[Picture], Picture]"
    view: View | None = None
    on: date | None = None

    def outline(self) -> "Picture":
        """Read the picture and let its original go: 200 of them would take a gigabyte."""
        return replace(self.read(), data=b"")

    def whole(self, outline: "Picture") -> "Picture":
        """The picture with all that is added."""
        return self.again(outline) if outline.preview else self.read()

    def draft(self, number: int, picture: "Picture") -> Draft:
        return Draft(
            number=number,
            file_name=picture.file_name,
            digest=picture.digest,
            claims=picture.claims,
            taken=_taken(picture, self.on),
            view=self.view,
            said=self.view is not None,
            seen=_seen(picture),
            camera=picture.camera,
        )


def _seen(picture: "Picture") -> View | None:
    yaw = picture.look.yaw
    return None if yaw is None else seen_view(yaw)


def _taken(picture: "Picture", on: date | None) -> Taken | None:
    """When the picture was taken; a day the patient chose beats the file's time stamp."""
    taken = picture.taken
    if on is not None and (taken is None or taken.source is DateSource.FILE_TIME):
        return Taken(on, None, None, DateSource.TYPED)
    return taken
