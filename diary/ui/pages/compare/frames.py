"""What was last drawn of a photo, and the drawing of what is wanted now."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QSizeF, Signal
from PySide6.QtGui import QImage, QPixmap, QTransform

from diary.domain.light import Gains
from diary.ui.jobs import Jobs
from diary.ui.pages.compare.rendering import Picture, render


@dataclass(frozen=True)
class Wanted:
    """`transform` takes parts of the photo's longer side to logical pixels of a pane of `size`."""

    picture: Picture
    transform: QTransform
    size: QSizeF
    density: float
    gains: Gains | None = None

    def draw(self) -> QImage:
        density = self.density
        to_pixels = self.transform * QTransform.fromScale(density, density)
        image = render(self.picture, to_pixels, (self.size * density).toSize(), self.gains)
        image.setDevicePixelRatio(density)
        return image


@dataclass(frozen=True)
class Frame:
    pixmap: QPixmap
    transform: QTransform


class Frames(QObject):
    """Draws one photo, off the window's thread, at each place and size that is wanted.

    While one drawing is under way only the last wish is kept, so that a turning wheel never leaves
    a queue behind.
    """

    drawn = Signal()

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._wanted: Wanted | None = None
        self._drawing: Wanted | None = None
        self.frame: Frame | None = None

    @property
    def is_ready(self) -> bool:
        """Whether what is wanted has been drawn."""
        return self._drawing is None

    def want(self, wanted: Wanted | None) -> None:
        """None to show nothing, and to keep nothing: it comes between two photos.

        Another picture is the same photo with more pixels.
        """
        if wanted == self._wanted:
            return
        if wanted is None:
            self.frame = None
        self._wanted = wanted
        if self._drawing is None:
            self._draw()

    def _draw(self) -> None:
        if self._wanted is not None:
            self._drawing = self._wanted
            self._jobs.decode(self._drawing.draw, partial(self._arrive, self._drawing), self)

    def _arrive(self, done: Wanted, image: QImage) -> None:
        self._drawing = None
        wanted = self._wanted
        if wanted is not None and wanted.picture is done.picture:
            self.frame = Frame(QPixmap.fromImage(image), done.transform)
        if wanted != done:
            self._draw()
        self.drawn.emit()
