"""A sentence that belongs to the page it stands on; never a dialog."""

from enum import StrEnum
from html import escape

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from diary.ui import icons
from diary.ui.widgets.button import ENTER_KEYS, IconButton


class Tone(StrEnum):
    """Why the sentence stands there; also its icon and frame."""

    INFO = "info"
    SUPPORT = "support"
    CAUTION = "caution"
    ERROR = "error"


_SURFACE = {Tone.INFO: "sunk", Tone.SUPPORT: "sunk", Tone.CAUTION: "caution", Tone.ERROR: "error"}
_ICON = {
    Tone.INFO: ("info", "muted"),
    Tone.SUPPORT: ("heart", "muted"),
    Tone.CAUTION: ("warning", "warn_text"),
    Tone.ERROR: ("error", "danger"),
}


class Notice(QFrame):
    """Icon, sentence, and at most one link, which Tab reaches and Enter follows."""

    link_activated = Signal()
    closed = Signal()
    """The patient has read it and put it away."""

    def __init__(
        self, tone: Tone, text: str = "", link: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("surface", _SURFACE[tone])
        picture = QLabel()
        icons.put(picture, *_ICON[tone], 18)
        self._sentence = _Sentence()
        self._sentence.linkActivated.connect(self._follow_link)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(8)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._sentence, 1)
        self._row, self._picture = row, picture
        self.set_text(text, link)

    def offer_to_close(self) -> None:
        """Add the cross that hides the notice."""
        cross = IconButton("x", self.tr("Hide this notice"), 16)
        cross.clicked.connect(self.hide)
        cross.clicked.connect(self.closed)
        self._row.setContentsMargins(12, 4, 6, 4)
        self._row.setAlignment(self._picture, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(cross)

    def set_text(self, text: str, link: str = "") -> None:
        """Say `text`; what the words themselves contain is shown, never read as markup.

        It may have several lines.
        """
        said = escape(text).replace("\n", "<br>")
        if link:
            said += f' <a href="link">{_unbroken(escape(link))}</a>'
        self._sentence.setText(said)
        self._sentence.offer_link(offered=bool(link))
        spoken = f"{text} {link}".strip()
        self._sentence.setAccessibleName(spoken)
        self.setAccessibleName(spoken)

    @Slot()
    def _follow_link(self) -> None:
        self.link_activated.emit()


class _Sentence(QLabel):
    """Rich text whose one link is followed by a click, or by Enter once Tab has come here.

    Qt's own links by keyboard need Tab twice and Enter.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def offer_link(self, *, offered: bool) -> None:
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(
            flags.LinksAccessibleByMouse if offered else flags.NoTextInteraction
        )
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if offered else Qt.FocusPolicy.NoFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS and self.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            self.linkActivated.emit("link")
        else:
            super().keyPressEvent(event)


def _unbroken(words: str) -> str:
    return words.replace(" ", "&nbsp;")
