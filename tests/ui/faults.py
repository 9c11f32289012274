"""What is wrong on a screen: cut, hidden, nameless or pale words, buttons that compete."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QImage, QPixmap, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QTableView,
    QToolButton,
    QWidget,
)

from diary.ui.widgets.segmented import Segment

LEAST_CONTRAST = 4.5
"""WCAG 2.2, 1.4.3 (AA) for text under 24 px; larger text is held to it too."""

ROUNDING = 1
"""A pixel that font metrics and layouts may differ by."""

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
ICON_GAP = 6
"""At least what styles leave between an icon and its words, or before the icon."""

TALL = 1 << 16
SHARP = 2.0
"""Thin strokes reach their full ink only when they are drawn at twice the size."""

RED_GREEN_BLUE = [2, 1, 0]
"""Where Qt keeps the colours in the four bytes of a pixel, on every machine the program runs on."""

Pixels = NDArray[np.uint8]
W = TypeVar("W", bound=QWidget)


@dataclass(frozen=True)
class Text:
    """Words as a widget shows them: the `room` they have and the size they `need`."""

    widget: QWidget
    words: str
    room: QRect
    need: QSize
    alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignCenter
    icon: int = 0
    """How much of the width an icon before the words takes."""

    def box(self) -> QRect:
        """Where the ink is, in the widget."""
        direction = self.widget.layoutDirection()
        size = self.need.boundedTo(self.room.size())
        return QStyle.alignedRect(direction, self.alignment, size, self.room)

    def box_in(self, ancestor: QWidget) -> QRect:
        box = self.box()
        return QRect(self.widget.mapTo(ancestor, box.topLeft()), box.size())

    def words_in(self, ancestor: QWidget) -> QRect:
        """The box without the icon, whose ink must not stand in for that of the words."""
        after_icon = self.box_in(ancestor)
        if self.widget.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            return after_icon.adjusted(0, 0, -self.icon, 0)
        return after_icon.adjusted(self.icon, 0, 0, 0)


def faults(window: QWidget) -> list[str]:
    """Every fault of the window as it stands, also of what must be scrolled to."""
    words = [
        *cut(window),
        *squeezed(window),
        *overlapping(window),
        *nameless(window),
        *pale(window),
    ]
    return words + competing(window)


def competing(window: QWidget) -> list[str]:
    """More than one primary button at a time."""
    buttons = _shown(window, QAbstractButton)
    primary = [button.text() for button in buttons if button.property("kind") == "primary"]
    return [f"compete: {', '.join(primary)}"] if len(primary) > 1 else []


def cut(window: QWidget) -> list[str]:
    """Words that need more room than they have, and what reaches beyond its container."""
    found = [f"cut: “{text.words}”" for text in texts(window) if _is_cut(text)]
    found += [f"cut column {name}" for table in _shown(window, QTableView) for name in _cut(table)]
    found += [fault for area in _shown(window, QScrollArea) for fault in _badly_scrolled(area)]
    return found


def squeezed(window: QWidget) -> list[str]:
    """Segments with less room than their words and padding take: the style cuts them."""
    return [
        f"squeezed: “{segment.text()}”"
        for segment in _shown(window, Segment)
        if segment.width() + ROUNDING < segment.minimumSizeHint().width()
    ]


def overlapping(window: QWidget) -> list[str]:
    """Words that stand on others in the same scrolled content."""
    placed = [(text, *_in_outermost(text)) for text in texts(window)]
    return [
        f"overlap: “{one.words}” and “{other.words}”"
        for (one, root, box), (other, other_root, other_box) in combinations(placed, 2)
        if root is other_root
        and _meet(box, other_box)
        and not one.widget.isAncestorOf(other.widget)
        and not other.widget.isAncestorOf(one.widget)
    ]


def nameless(window: QWidget) -> list[str]:
    """Controls that a screen reader could not name."""
    return [
        f"no spoken name: {type(widget).__name__} {widget.objectName()}"
        for widget in _shown(window, QWidget)
        if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and widget.isEnabled()
        and not _is_part(widget)
        and not _spoken_name(widget)
    ]


def pale(window: QWidget) -> list[str]:
    """Words with too little contrast to their ground; what is switched off may be pale."""
    pictures: dict[QWidget, Pixels] = {}
    found = []
    for text, root in _with_roots(window):
        if not text.widget.isEnabled() or _is_cut(text):
            continue
        if root not in pictures:
            pictures[root] = drawn(root)
        ratio = contrast(crop(pictures[root], text.words_in(root)))
        if ratio < LEAST_CONTRAST:
            found.append(f"pale ({ratio:.1f}): “{text.words}”")
    return found


def texts(window: QWidget) -> Iterator[Text]:
    for label in _shown(window, QLabel):
        if label.text():
            yield _label(label)
    for button in _shown(window, QAbstractButton):
        if _shows_text(button):
            yield _button(button)
    for box in _shown(window, QComboBox):
        yield _line(box, box.currentText() or box.placeholderText(), _room_in(box))
    for edit in _shown(window, QLineEdit):
        if isinstance(edit.parent(), QAbstractSpinBox):
            yield _line(edit, edit.displayText(), edit.contentsRect(), edit.alignment())
        elif not edit.text() and edit.placeholderText():
            yield _line(edit, edit.placeholderText(), edit.contentsRect())


def _label(label: QLabel) -> Text:
    margin = label.margin()
    room = label.contentsRect().adjusted(margin, margin, -margin, -margin)
    metrics = QFontMetrics(label.font())
    if label.textFormat() is Qt.TextFormat.RichText:
        document = QTextDocument()
        document.setDefaultFont(label.font())
        document.setDocumentMargin(0)
        document.setHtml(label.text())
        document.setTextWidth(room.width() if label.wordWrap() else -1)
        need = QSize(round(document.idealWidth()), round(document.size().height()))
    else:
        wrap = Qt.TextFlag.TextWordWrap if label.wordWrap() else Qt.TextFlag.TextExpandTabs
        need = metrics.boundingRect(0, 0, room.width(), TALL, wrap, label.text()).size()
    return Text(label, label.text(), room, need, label.alignment())


def _button(button: QAbstractButton) -> Text:
    metrics = QFontMetrics(button.font())
    room = button.rect()
    if isinstance(button, QCheckBox):
        words = max(metrics.horizontalAdvance(word) for word in button.text().split())
        room.setLeft(max(button.minimumSizeHint().width() - words, 0))
        wrap = Qt.TextFlag.TextWordWrap
        need = metrics.boundingRect(0, 0, room.width(), TALL, wrap, button.text()).size()
        return Text(button, button.text(), room, need, LEFT)
    need = metrics.size(0, button.text().strip())
    if button.icon().isNull():
        return Text(button, button.text(), room, need)
    icon = button.iconSize().width() + ICON_GAP
    need.setWidth(need.width() + icon)
    beside = LEFT if isinstance(button, QToolButton) else Qt.AlignmentFlag.AlignCenter
    return Text(button, button.text(), room, need, beside, icon)


def _line(widget: QWidget, words: str, room: QRect, alignment: Qt.AlignmentFlag = LEFT) -> Text:
    need = QFontMetrics(widget.font()).size(0, words)
    return Text(widget, words, room, need, alignment | Qt.AlignmentFlag.AlignVCenter)


def _room_in(box: QComboBox) -> QRect:
    option = QStyleOptionComboBox()
    option.initFrom(box)
    complex_control = QStyle.ComplexControl.CC_ComboBox
    field = QStyle.SubControl.SC_ComboBoxEditField
    return box.style().subControlRect(complex_control, option, field, box)


def _shows_text(button: QAbstractButton) -> bool:
    only_icon = (
        isinstance(button, QToolButton)
        and button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
    )
    return bool(button.text()) and not only_icon


def _is_cut(text: Text) -> bool:
    too_wide = text.need.width() > text.room.width() + ROUNDING
    too_high = text.need.height() > text.room.height() + ROUNDING
    return too_wide or too_high or not _is_inside(text)


def _is_inside(text: Text) -> bool:
    """Whether no container up to the scrolled content or the window cuts the words off."""
    return all(around.rect().contains(text.box_in(around)) for around in _containers(text.widget))


def _containers(widget: QWidget) -> Iterator[QWidget]:
    root = scroll_root(widget)
    while widget is not root:
        widget = widget.parentWidget() or root
        yield widget


def _cut(table: QTableView) -> Iterator[str]:
    model = table.model()
    for column in range(model.columnCount()):
        if table.isColumnHidden(column):
            continue
        if table.sizeHintForColumn(column) > table.columnWidth(column) + ROUNDING:
            yield str(model.headerData(column, Qt.Orientation.Horizontal))


def _badly_scrolled(area: QScrollArea) -> Iterator[str]:
    """A page scrolls up and down only, what scrolls within it sideways only."""
    content = area.widget()
    if content is None:
        return
    beyond = content.size() - area.viewport().size()
    inner = scroll_root(area) is not area.window()
    if (beyond.height() if inner else beyond.width()) > ROUNDING:
        way = "up and down" if inner else "sideways"
        yield f"scrolls {way}: {type(content).__name__}"


def scroll_root(widget: QWidget) -> QWidget:
    """The content of the nearest scroll area, or the window."""
    parent = widget.parentWidget()
    while parent is not None and not widget.isWindow():
        around = parent.parentWidget()
        if isinstance(around, QAbstractScrollArea) and around.viewport() is parent:
            return widget
        widget, parent = parent, around
    return widget


def scroll_roots(window: QWidget) -> list[QWidget]:
    """The window and the content of each of its scroll areas that is shown."""
    areas = _shown(window, QScrollArea)
    return [window, *(content for area in areas if (content := area.widget()))]


def _with_roots(window: QWidget) -> list[tuple[Text, QWidget]]:
    return [(text, scroll_root(text.widget)) for text in texts(window)]


def _in_outermost(text: Text) -> tuple[QWidget, QRect]:
    """The outermost scrolled content, and the part of the words that inner ones let through."""
    root = scroll_root(text.widget)
    box = text.box_in(root)
    while (around := root.parentWidget()) and (outer := scroll_root(around)) is not around.window():
        box = QRect(root.mapTo(around, box.topLeft()), box.size()) & around.rect()
        box.moveTopLeft(around.mapTo(outer, box.topLeft()))
        root = outer
    return root, box


def _meet(one: QRect, other: QRect) -> bool:
    common = one.intersected(other)
    return common.width() > ROUNDING and common.height() > ROUNDING


def _is_part(widget: QWidget) -> bool:
    """The line inside a spin box is reached and named as the spin box."""
    return isinstance(widget, QLineEdit) and isinstance(
        widget.parent(), QAbstractSpinBox | QComboBox
    )


def _spoken_name(widget: QWidget) -> str:
    spoken = QAccessible.queryAccessibleInterface(widget)
    return spoken.text(QAccessible.Text.Name).strip() if spoken else ""


def drawn(root: QWidget) -> Pixels:
    pixmap = QPixmap((root.size().toSizeF() * SHARP).toSize())
    pixmap.setDevicePixelRatio(SHARP)
    root.render(pixmap, QPoint())
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1, 4).copy()


def crop(pixels: Pixels, box: QRect) -> Pixels:
    top, left = (round(edge * SHARP) for edge in (box.top(), box.left()))
    bottom, right = (round(edge * SHARP) for edge in (box.bottom() + 1, box.right() + 1))
    return pixels[max(top, 0) : bottom, max(left, 0) : right].copy()


def contrast(pixels: Pixels) -> float:
    """WCAG's contrast between the most frequent colour, the ground, and the ink furthest off."""
    packed, counts = np.unique(pixels.reshape(-1, 4).view(np.uint32), return_counts=True)
    colors = packed.view(np.uint8).reshape(-1, 4)[:, RED_GREEN_BLUE]
    light = _luminance(colors / 255)
    ground = light[np.argmax(counts)]
    ratios = (np.maximum(light, ground) + 0.05) / (np.minimum(light, ground) + 0.05)
    return float(ratios.max())


def _luminance(colors: NDArray[Any]) -> NDArray[Any]:
    """Relative luminance of sRGB colours from 0 to 1, as WCAG 2.2 defines it."""
    linear = np.where(colors <= 0.04045, colors / 12.92, ((colors + 0.055) / 1.055) ** 2.4)
    luminance: NDArray[Any] = linear @ np.array([0.2126, 0.7152, 0.0722])
    return luminance


def _shown(window: QWidget, kind: type[W]) -> list[W]:
    return [widget for widget in window.findChildren(kind) if widget.isVisibleTo(window)]
