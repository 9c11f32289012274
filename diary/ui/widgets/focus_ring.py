"""The ring around the control that the keyboard has reached.

Style sheets cannot draw outside a control, so one transparent widget follows the focus and draws
the ring over the neighbours' margins.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from diary.ui.jobs import alive

GAP, WIDTH = 2, 2
"""Pixels between the control and the ring, and of the ring; layouts leave 4 around controls."""

RADIUS = 8 + GAP + WIDTH / 2

GROUP = "focusGroup"
"""Dynamic property of a row whose buttons are one question: the ring goes around the row."""

PAINTS_FOCUS = "paintsFocus"
"""Dynamic property of a widget that shows by itself what in it the keyboard has reached."""


def focus(widget: QWidget) -> None:
    """Move the focus on the patient's keystroke, so that the ring shows."""
    if widget.hasFocus():
        widget.clearFocus()  # Qt tells nothing of a focus that stays where it is
    widget.setFocus(Qt.FocusReason.ShortcutFocusReason)


def install(app: QApplication) -> "FocusRing":
    """Show the ring in every window of `app`."""
    return FocusRing(app)


class FocusRing(QObject):
    """Puts the ring where the focus is, while it was moved by the keyboard."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._ring: _Ring | None = None
        # Queued: Qt notes whether a key moved the focus only after it has told of the move.
        app.focusChanged.connect(self._follow, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def _follow(self) -> None:
        if self._ring is not None and alive(self._ring):
            self._ring.leave()
        self._ring = None
        focused = QApplication.focusWidget()
        if focused is None or focused.property(PAINTS_FOCUS):
            return
        if _was_reached_by_key(focused):
            self._ring = _Ring(_ring_owner(focused))


def _was_reached_by_key(widget: QWidget) -> bool:
    return widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)


def _ring_owner(focused: QWidget) -> QWidget:
    """The row, for a button of a row; the control itself otherwise."""
    ancestor: QWidget | None = focused
    while ancestor is not None and not ancestor.isWindow():
        if ancestor.property(GROUP):
            return ancestor
        ancestor = ancestor.parentWidget()
    return focused


class _Ring(QWidget):
    """A sibling that floats over `target`, in the nearest ancestor with room for the ring."""

    def __init__(self, target: QWidget) -> None:
        self._host = _roomy_ancestor(target)
        super().__init__(self._host)
        self._target = target
        self._watched: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._watch()
        self._place()

    def leave(self) -> None:
        for widget in self._watched:
            if alive(widget):
                widget.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in {
            QEvent.Type.Move,
            QEvent.Type.Resize,
            QEvent.Type.Show,
            QEvent.Type.Hide,
        }:
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), WIDTH))
        inset = WIDTH / 2
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS
        )

    def _watch(self) -> None:
        widget: QWidget | None = self._target
        while widget is not None and widget is not self._host:
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()

    def _place(self) -> None:
        if not (alive(self._target) and alive(self._host)):
            return
        corner = self._target.mapTo(self._host, QPoint(0, 0))
        self.setGeometry(_ring_around(QRect(corner, self._target.size())))
        self.setVisible(self._target.isVisible())
        self.raise_()


def _ring_around(rect: QRect) -> QRect:
    margin = GAP + WIDTH
    return rect.adjusted(-margin, -margin, margin, margin)


def _roomy_ancestor(target: QWidget) -> QWidget:
    """The nearest ancestor that would not cut the ring; at most the scrolled page or the window."""
    host = target.parentWidget()
    while host is not None and not _is_page(host):
        ring = _ring_around(QRect(target.mapTo(host, QPoint(0, 0)), target.size()))
        if host.rect().contains(ring):
            break
        host = host.parentWidget()
    return host if host is not None else target


def _is_page(widget: QWidget) -> bool:
    """Whether `widget` is a window or scrolls inside one: its ring must move and end with it."""
    if widget.isWindow():
        return True
    viewport = widget.parentWidget()
    area = viewport.parentWidget() if viewport is not None else None
    return isinstance(area, QScrollArea) and area.widget() is widget
