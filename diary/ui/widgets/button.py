"""Buttons: primary, plain, text and delete, and the small ones with only an icon."""

from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from diary.ui import icons, theme

SMALLEST_TARGET = 32
"""Logical pixels that every target keeps in both directions."""

ENTER_KEYS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Kind(StrEnum):
    """How much a button asks for attention; one primary at a time."""

    PRIMARY = "primary"
    PLAIN = "plain"
    TEXT = "text"
    DELETE = "delete"
    CRUMB = "crumb"
    """The name of the page that this one belongs to, as large as its title."""


_ICON_COLOR = {
    Kind.PRIMARY: "on_accent",
    Kind.PLAIN: "muted",
    Kind.TEXT: "accent_text",
    Kind.DELETE: "danger",
    Kind.CRUMB: "muted",
}


class Button(QPushButton):
    """A button that Enter and Space press."""

    def __init__(
        self,
        text: str,
        kind: Kind = Kind.PLAIN,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._idle_text = text
        self.set_kind(kind)
        if icon:
            icons.put(self, icon, _ICON_COLOR[kind])

    def set_kind(self, kind: Kind) -> None:
        self.setProperty("kind", kind.value)
        self.style().unpolish(self)
        self.style().polish(self)

    def set_large(self) -> None:
        """The size of first run and lock."""
        self.setProperty("large", "true")

    def set_busy(self, text: str) -> None:
        """Say what is going on, such as "Saving…", and refuse another press."""
        self.setText(text)
        self.setEnabled(False)

    def set_idle(self) -> None:
        self.setText(self._idle_text)
        self.setEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)


class IconButton(QToolButton):
    """An icon whose `name` is spoken and shown as a tool tip."""

    def __init__(
        self,
        icon: str,
        name: str,
        size: int = 18,
        *,
        framed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("framed", "true" if framed else "false")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_name(name)
        icons.put(self, icon, size=size)

    def set_name(self, name: str) -> None:
        self.setAccessibleName(name)
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        least = max(SMALLEST_TARGET, theme.current().px(SMALLEST_TARGET))
        return super().sizeHint().expandedTo(QSize(least, least))

    minimumSizeHint = sizeHint

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)
