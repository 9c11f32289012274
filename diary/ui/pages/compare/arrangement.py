"""Where both photos lie on the stage, through one lens."""

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QTransform

from diary.domain.similarity import Similarity
from diary.ui.lens import Lens
from diary.ui.pages.compare.sides import Mode, Side

MOST = 12.0
"""A face that fills a third of a 12 MP photo is then seen pixel by pixel on a common screen."""

BETWEEN_PANES = 2
"""Logical pixels."""

WHOLE = QRectF(0, 0, 1, 1)


class Arrangement:
    """What is seen is measured in parts of the longer side of A, and in pixels of a pane.

    Side by side each photo has a pane of its own, else they share one. All panes are of one size,
    so that the lens is the same for both.
    """

    def __init__(self) -> None:
        self.lens = Lens(WHOLE, WHOLE, MOST)
        self._room = QSize()
        self._mode = Mode.SLIDER
        self._sizes = {Side.A: WHOLE.size(), Side.B: WHOLE.size()}
        self._similarity: Similarity | None = None

    @property
    def mode(self) -> Mode:
        return self._mode

    def resize(self, room: QSize) -> None:
        self._room = room
        self._refit()

    def set_mode(self, mode: Mode) -> None:
        self._mode = mode
        self._refit()

    def set_sizes(self, a: QSizeF, b: QSizeF) -> None:
        """The photos' sizes in parts of their longer sides; everything is seen again."""
        self._sizes = {Side.A: a, Side.B: b}
        self.fit()
        self._refit()

    def lay(self, similarity: Similarity | None) -> None:
        """How B lies over A; None for middle on middle, as both were taken."""
        self._similarity = similarity
        self._refit()

    def fit(self) -> None:
        self.lens = Lens(self.lens.scene, self.lens.pane, MOST)

    def zoom(self, factor: float, at: QPointF) -> None:
        """What lies under a point of the stage stays there."""
        self.lens = self.lens.zoomed(factor, at - self._pane_at(at).topLeft())

    def move(self, by: QPointF) -> None:
        self.lens = self.lens.moved(by)

    def pane(self, side: Side) -> QRectF:
        """Where a photo can be seen, in pixels of the stage."""
        room = QRectF(QPointF(), self._room.toSizeF())
        if self._mode is not Mode.SIDE_BY_SIDE:
            return room
        width = (self._room.width() - BETWEEN_PANES) // 2
        left = 0 if side is Side.A else self._room.width() - width
        return QRectF(left, 0, width, room.height())

    def photo_box(self, side: Side) -> QRectF:
        """Where a photo is seen, in pixels of the stage."""
        pane = self.pane(side)
        return self.lens.box.translated(pane.topLeft()) & pane

    def place(self, side: Side) -> QTransform:
        """From parts of a photo's longer side to the pixels of its pane."""
        to_pane = self.lens.transform
        return to_pane if side is Side.A else laid_over(self._laid()) * to_pane

    def _refit(self) -> None:
        pane = QRectF(QPointF(), self.pane(Side.A).size())
        self.lens = replace(self.lens, scene=self._scene(), pane=pane)

    def _scene(self) -> QRectF:
        """What there is to see: A, and all of B as well while both lie as they were taken."""
        scene = QRectF(QPointF(), self._sizes[Side.A])
        if self._similarity is None:
            scene |= laid_over(self._laid()).mapRect(QRectF(QPointF(), self._sizes[Side.B]))
        return scene

    def _laid(self) -> Similarity:
        if self._similarity is not None:
            return self._similarity
        a, b = self._sizes[Side.A], self._sizes[Side.B]
        return Similarity(dx=(a.width() - b.width()) / 2, dy=(a.height() - b.height()) / 2)

    def _pane_at(self, point: QPointF) -> QRectF:
        return self.pane(Side.A if point.x() < self._room.width() / 2 else Side.B)


def laid_over(similarity: Similarity) -> QTransform:
    """The similarity as Qt writes it."""
    one = similarity
    return QTransform(one.a, one.b, -one.b, one.a, one.dx, one.dy)
