"""The look of the program: light, dark, or the system's own high contrast."""

import sys
from dataclasses import asdict
from enum import StrEnum
from string import Template

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from diary import resources
from diary.ui.tokens import DARK, LIGHT, TYPE, Tokens, from_palette
from diary.ui.widgets import focus_ring

USUAL_FONT_PX = {"win32": 12, "darwin": 13}
"""The interface font a fresh system shows; a larger one means the patient asked for larger text."""

USUAL_FONT_PX_ELSEWHERE = 15
"""GNOME's 11 points at 96 dpi; KDE's and others' smaller fonts then count as 100 %."""

LARGEST_TEXT = 2.0
"""Layouts are drawn and tested up to 200 %."""

DARK_BELOW = 128
"""Window lightness of 255 under which a system that names no colour scheme counts as dark."""

_SIZES_IN_STYLE_SHEET = range(1, 65)


class Scheme(StrEnum):
    """What the patient chose in Settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Style, palette, fonts and style sheet of the application, from one set of tokens."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._family = app.font().family()
        self._scheme = Scheme.SYSTEM
        self._text_scale = 1.0
        self._tokens = LIGHT
        app.setStyle("Fusion")
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._refresh)
        accessibility = hints.accessibility()
        accessibility.contrastPreferenceChanged.connect(self._refresh)

    @property
    def tokens(self) -> Tokens:
        return self._tokens

    @property
    def dark(self) -> bool:
        return QColor(self._tokens.bg).lightness() < DARK_BELOW

    @property
    def scheme(self) -> Scheme:
        return self._scheme

    @property
    def text_scale(self) -> float:
        return self._text_scale

    def px(self, size: float) -> int:
        """`size` logical pixels at 100 % text, in the patient's text size."""
        return round(size * self._text_scale)

    def color(self, token: str) -> QColor:
        return QColor(getattr(self._tokens, token))

    def font(self, role: str) -> QFont:
        """The font of a role of `tokens.TYPE`; figures have equal widths."""
        size, weight = TYPE[role]
        font = QFont(self._family)
        font.setPixelSize(self.px(size))
        font.setWeight(QFont.Weight(weight))
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def set_look(self, scheme: Scheme, text_scale: float) -> None:
        self._scheme = scheme
        self._text_scale = text_scale
        hints = self._app.styleHints()
        if scheme is Scheme.SYSTEM:
            hints.unsetColorScheme()
        else:
            dark = scheme is Scheme.DARK
            hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
        self._fill()

    @Slot()
    def _refresh(self) -> None:
        if self._wanted_tokens() != self._tokens:
            self._fill()

    def _fill(self) -> None:
        self._tokens = self._wanted_tokens()
        self._app.setPalette(_palette(self._tokens))
        self._app.setFont(self.font("body"))
        self._app.setStyleSheet(self._style_sheet())
        self.changed.emit()

    def _wanted_tokens(self) -> Tokens:
        if _wants_high_contrast(self._app):
            return from_palette(self._app.style().standardPalette())
        if self._scheme is Scheme.SYSTEM:
            return DARK if _system_is_dark(self._app) else LIGHT
        return DARK if self._scheme is Scheme.DARK else LIGHT

    def _style_sheet(self) -> str:
        template = resources.path("style.qss").read_text(encoding="utf-8")
        sizes = {f"px_{size}": f"{self.px(size)}px" for size in _SIZES_IN_STYLE_SHEET}
        return Template(template).substitute(asdict(self._tokens) | sizes)


def _wants_high_contrast(app: QApplication) -> bool:
    hints = app.styleHints()
    preference = hints.accessibility().contrastPreference()
    return preference is Qt.ContrastPreference.HighContrast


def _system_is_dark(app: QApplication) -> bool:
    scheme = app.styleHints().colorScheme()
    if scheme is Qt.ColorScheme.Unknown:
        return app.style().standardPalette().window().color().lightness() < DARK_BELOW
    return scheme is Qt.ColorScheme.Dark


def _palette(tokens: Tokens) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for where, color in {
        role.Window: tokens.bg,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.sunk,
        role.Text: tokens.text,
        role.PlaceholderText: tokens.muted,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.danger,
        role.ToolTipBase: tokens.surface,
        role.ToolTipText: tokens.text,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Accent: tokens.accent,
        role.Link: tokens.accent_text,
        role.LinkVisited: tokens.accent_text,
        role.Light: tokens.surface,
        role.Midlight: tokens.border,
        role.Mid: tokens.border_control,
        role.Dark: tokens.border_field,
    }.items():
        palette.setColor(where, QColor(color))
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, QColor(tokens.faint))
    return palette


def system_text_scale() -> float:
    """How much larger than usual the system's interface font is, from 1 to 2."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    usual = USUAL_FONT_PX.get(sys.platform, USUAL_FONT_PX_ELSEWHERE)
    return min(max(QFontInfo(system).pixelSize() / usual, 1.0), LARGEST_TEXT)


_theme: Theme | None = None


def apply(
    app: QApplication, scheme: Scheme = Scheme.SYSTEM, text_scale: float | None = None
) -> Theme:
    """Dress the application; `text_scale` is 1 for 100 %, None to follow the system."""
    global _theme  # noqa: PLW0603 - one application per process, dressed once at start
    if _theme is None:
        _theme = Theme(app)
        focus_ring.install(app)
    _theme.set_look(scheme, system_text_scale() if text_scale is None else text_scale)
    return _theme


def current() -> Theme:
    """The theme of the running application; `apply` comes first."""
    assert _theme is not None, "theme.apply(app) runs before the first widget"  # noqa: S101 - a programmer's mistake
    return _theme
