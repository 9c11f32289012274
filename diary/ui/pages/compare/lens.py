"""Which part of two photos is seen, at a scale that both share."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QTransform

from diary.domain.similarity import Similarity

FIT, MOST = 1.0, 12.0
"""A face that fills a third of a 12 MP photo is then seen pixel by pixel on a common screen."""

STEP = 1.25
"""Of the zoom by key, button or notch of the wheel."""


@dataclass(frozen=True, slots=True)
class Lens:
    """`zoom` is 1 where everything fits. `centre` is the middle of what is seen, in parts of the
    longer side of A, as far as the edges let it; None is the middle of everything.
    """

    zoom: float = FIT
    centre: tuple[float, float] | None = None


def parts(size: QSizeF) -> QSizeF:
    """A photo's size in parts of its longer side."""
    return size / max(size.width(), size.height(), 1)


def seen(lens: Lens, box: QRectF, pane: QRectF) -> QTransform:
    """From parts of the longer side of A to the `pane`; at fit, all of the `box` is seen."""
    scale = _fitting(box, pane) * lens.zoom
    centre = box.center() if lens.centre is None else QPointF(*lens.centre)
    centre = QPointF(
        _held(centre.x(), box.left(), box.right(), pane.width() / scale),
        _held(centre.y(), box.top(), box.bottom(), pane.height() / scale),
    )
    middle = pane.center()
    return QTransform(
        scale,
        0,
        0,
        scale,
        middle.x() - centre.x() * scale,
        middle.y() - centre.y() * scale,
    )


def zoomed(lens: Lens, factor: float, at: QPointF, box: QRectF, pane: QRectF) -> Lens:
    """What lies under the point `at` of the pane stays there."""
    zoom = min(max(lens.zoom * factor, FIT), MOST)
    if zoom == FIT:
        return Lens()
    before, _ = seen(lens, box, pane).inverted()
    stays = before.map(at)
    scale = _fitting(box, pane) * zoom
    middle = pane.center()
    centre = (stays.x() - (at.x() - middle.x()) / scale, stays.y() - (at.y() - middle.y()) / scale)
    return Lens(zoom, centre)


def moved(lens: Lens, by: QPointF, box: QRectF, pane: QRectF) -> Lens:
    """Drag the photos by so many pixels; at fit they stay."""
    if lens.zoom == FIT:
        return lens
    transform = seen(lens, box, pane)
    back, _ = transform.inverted()
    centre = back.map(pane.center() - by)
    return replace(lens, centre=(centre.x(), centre.y()))


def laid_over(similarity: Similarity) -> QTransform:
    """The similarity as Qt writes it."""
    one = similarity
    return QTransform(one.a, one.b, -one.b, one.a, one.dx, one.dy)


def _fitting(box: QRectF, pane: QRectF) -> float:
    """Pixels for a part."""
    return max(min(pane.width() / box.width(), pane.height() / box.height()), 1.0)


def _held(centre: float, low: float, high: float, shown: float) -> float:
    """No further to a side than to its edge; in the middle where all of it is seen."""
    if shown >= high - low:
        return (low + high) / 2
    return min(max(centre, low + shown / 2), high - shown / 2)
