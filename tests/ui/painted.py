"""Words that a widget paints itself, which no label holds: captions, days, figures, axes."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import combinations, groupby
from typing import Any

import pytest
from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QWidget

from tests.ui.faults import LEAST_CONTRAST, Pixels, contrast, crop, drawn, scroll_root, scroll_roots

FAR = 1 << 16
"""More pixels than a list has tiles above or below what is seen."""

ROUNDING = 1
"""A pixel that font metrics and painting may differ by."""


@dataclass(frozen=True)
class Painted:
    """`box` is where the words are, `room` what they were given; in the `widget`'s pixels."""

    widget: QWidget
    words: str
    box: QRectF
    room: QRectF


def painted_faults(window: QWidget) -> list[str]:
    """Painted words that are cut off, pale, or stand on others in the same widget."""
    found = []
    for root in scroll_roots(window):
        with _recording() as painted:
            pixels = drawn(root)
        found += [
            f"painted pale: “{each.words}”" for each in painted if _is_pale(each, root, pixels)
        ]
        found += [f"painted cut: “{each.words}”" for each in painted if _is_cut(each)]
        found += _overlapping(painted)
    return found


def _is_pale(painted: Painted, root: QWidget, pixels: Pixels) -> bool:
    """What is switched off may be pale, and what is scrolled out of sight has no pixels."""
    widget = painted.widget
    if scroll_root(widget) is not root:
        return False
    seen = painted.box.toAlignedRect() & widget.rect()
    if not widget.isEnabled() or seen.height() < painted.box.height() or seen.isEmpty():
        return False
    place = QRect(widget.mapTo(root, seen.topLeft()), seen.size())
    return root.rect().contains(place) and contrast(crop(pixels, place)) < LEAST_CONTRAST


def _is_cut(painted: Painted) -> bool:
    allowed = painted.room.adjusted(-ROUNDING, -ROUNDING, ROUNDING, ROUNDING)
    return not allowed.contains(painted.box)


def _overlapping(painted: list[Painted]) -> Iterator[str]:
    by_widget = sorted(painted, key=lambda each: id(each.widget))
    for _, group in groupby(by_widget, key=lambda each: id(each.widget)):
        for one, other in combinations(group, 2):
            common = one.box & other.box
            if common.width() > ROUNDING and common.height() > ROUNDING:
                yield f"painted overlap: “{one.words}” and “{other.words}”"


@contextmanager
def _recording() -> Iterator[list[Painted]]:
    """Every text that our own code paints, while it is painted as ever."""
    painted: list[Painted] = []
    paint = QPainter.drawText

    def record(painter: QPainter, where: Any, *rest: Any) -> Any:
        widget = painter.device()
        if isinstance(widget, QWidget) and rest[-1]:
            painted.append(_painted(painter, widget, where, rest))
        return paint(painter, where, *rest)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QPainter, "drawText", record)
        yield painted


def _seen_of(widget: QWidget) -> QRectF:
    """What can be seen of a widget; what a list shows next can be scrolled to."""
    around = widget.parentWidget()
    if isinstance(around, QAbstractItemView) and around.viewport() is widget:
        return QRectF(widget.rect()).adjusted(0, -FAR, 0, FAR)
    return QRectF(widget.rect())


def _painted(painter: QPainter, widget: QWidget, where: Any, rest: tuple[Any, ...]) -> Painted:
    words = str(rest[-1])
    whole = _seen_of(widget)
    if isinstance(widget.parent(), QAbstractItemView):  # its rows scroll out of sight
        whole.adjust(0, -whole.height(), 0, whole.height())
    if isinstance(where, QPointF):
        metrics = painter.fontMetrics()
        top = where - QPointF(0, metrics.ascent())
        box = QRectF(top.x(), top.y(), metrics.horizontalAdvance(words), metrics.height())
        return Painted(widget, words, painter.transform().mapRect(box), whole)
    room = QRectF(where)
    box = QRectF(painter.boundingRect(room, int(rest[0]), words))
    mapped = painter.transform().mapRect
    return Painted(widget, words, mapped(box), mapped(room) & whole)
