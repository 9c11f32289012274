"""Single-colour line icons, drawn in the colours of the theme."""

from functools import cache
from weakref import WeakKeyDictionary

from PySide6.QtCore import QByteArray, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from diary import resources
from diary.ui import theme
from diary.ui.jobs import alive

SMALL, INSET = 16, 10

_worn: WeakKeyDictionary[QAbstractButton | QLabel, tuple[str, str, str, int]] = WeakKeyDictionary()


@cache
def _source(name: str) -> str:
    return resources.path(f"icons/{name}.svg").read_text(encoding="utf-8")


def pixmap(name: str, color: str, size: int, density: float = 1) -> QPixmap:
    """Icon `name` in a colour of the theme, `size` logical pixels at 100 % text."""
    pixels = round(round(theme.current().px(size) * density))
    shade = theme.current().color(color).name()
    key = f"{name} {shade} {pixels} {density}"
    picture = QPixmap()
    if not QPixmapCache.find(key, picture):
        picture = _render(_source(name).replace("currentColor", shade), pixels)
        picture.setDevicePixelRatio(density)
        QPixmapCache.insert(key, picture)
    return picture


def icon(name: str, color: str = "muted", size: int = 18, checked: str = "") -> QIcon:
    """Icon `name`; in the colour `checked`, if given, on a checked button."""
    density = _sharpest_screen()
    made = QIcon(pixmap(name, color, size, density))
    made.addPixmap(pixmap(name, "faint", size, density), QIcon.Mode.Disabled)
    if checked:
        made.addPixmap(pixmap(name, checked, size, density), QIcon.Mode.Normal, QIcon.State.On)
    return made


def put(
    widget: QAbstractButton | QLabel,
    name: str,
    color: str = "muted",
    size: int = 18,
    checked: str = "",
) -> None:
    """Give a button or label its icon, and a new one whenever the theme changes."""
    _follow(theme.current())
    _worn[widget] = (name, color, checked, size)
    _dress(widget)


def take_off(button: QAbstractButton) -> None:
    """Leave `button` without an icon."""
    _worn.pop(button, None)
    button.setIcon(QIcon())


@cache
def _follow(theme_now: theme.Theme) -> None:
    theme_now.changed.connect(_dress_all)


def _dress_all() -> None:
    for widget in list(_worn):
        if alive(widget):
            _dress(widget)


def _dress(widget: QAbstractButton | QLabel) -> None:
    name, color, checked, size = _worn[widget]
    if isinstance(widget, QLabel):
        widget.setPixmap(pixmap(name, color, size, widget.devicePixelRatioF()))
        return
    pixels = theme.current().px(size)
    widget.setIconSize(QSize(pixels, pixels))
    widget.setIcon(icon(name, color, size, checked))


def paint_at_end(widget: QWidget, name: str) -> None:
    """Draw icon `name` inside `widget`, where its reading direction ends."""
    color = "muted" if widget.isEnabled() else "faint"
    picture = pixmap(name, color, SMALL, widget.devicePixelRatioF())
    size = picture.deviceIndependentSize().toSize()
    left = widget.width() - size.width() - INSET
    if widget.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        left = INSET
    QPainter(widget).drawPixmap(QPoint(left, (widget.height() - size.height()) // 2), picture)


def logo(size: int) -> QPixmap:
    """Three dots growing smaller on the accent colour, `size` logical pixels at 100 % text."""
    density = _sharpest_screen()
    colors = theme.current().tokens
    svg = _source("logo").replace("currentColor", colors.accent).replace("#fff", colors.on_accent)
    picture = _render(svg, round(theme.current().px(size) * density))
    picture.setDevicePixelRatio(density)
    return picture


def _sharpest_screen() -> float:
    return max(screen.devicePixelRatio() for screen in QGuiApplication.screens())


def _render(svg: str, pixels: int) -> QPixmap:
    picture = QPixmap(pixels, pixels)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return picture
