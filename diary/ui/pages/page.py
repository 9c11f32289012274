"""What every page of the diary has: a head, scrolled content, perhaps a foot."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from diary.ui.session import Session
from diary.ui.widgets.button import Button, Kind
from diary.ui.widgets.scrolled import scrolled
from diary.ui.widgets.text import label, line

PADDING = 24
HEAD_GAP = 16
RING = 4
"""Over the first control of the content, for the focus ring, which ends with it."""


class Page(QWidget):
    """A page reads in `enter` and again when the session says that something changed.

    Cards go into `body`; what belongs beside the title goes into `head`. A page is made on the
    first visit and destroyed by locking.
    """

    open_page = Signal(str)
    """The name of another page that a link leads to, such as "help"."""

    compare_asked = Signal(object, object)
    """Two `Photo`s of a view, the earlier one first."""
    right_padding = PADDING
    """Of the content; 0 for a page whose content has a scroll bar of its own at its right edge."""

    full_screen_asked = Signal(bool)
    """Whether the page wants the whole screen for itself."""

    marks_asked = Signal(object)
    """A `Photo` on which spots are to be marked."""

    says_saved = False
    """Whether the page itself says what is saved and what is not."""

    def __init__(self, session: Session, title: str = "", subtitle: str = "") -> None:
        super().__init__()
        self.session = session
        self._title = label(title, "title")
        self._subtitle = label(subtitle, "subtitle", wrap=True)
        self._title_row = QHBoxLayout()
        self.head_area = QWidget()
        self.head = QHBoxLayout()
        self._words = QVBoxLayout()
        self._below_head = QVBoxLayout()
        self._acts: QWidget | None = None
        inside = QWidget()
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(PADDING, RING, self.right_padding, PADDING)
        self.body.setSpacing(16)
        self.scroll_area = scrolled(inside)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._make_head()
        self._rows.addWidget(self.head_area)
        self._rows.addWidget(self.scroll_area, 1)
        self.set_title(title)
        self.set_subtitle(subtitle)
        self.scroll_area.verticalScrollBar().installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_acts()
        self._place_subtitle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the scroll bar stand in the page's padding: content keeps its width beside it."""
        if event.type() in {QEvent.Type.Show, QEvent.Type.Hide}:
            bar = self.scroll_area.verticalScrollBar()
            taken = bar.sizeHint().width() if event.type() == QEvent.Type.Show else 0
            right = max(self.right_padding - taken, 0)
            self.body.setContentsMargins(PADDING, RING, right, PADDING)
        return super().eventFilter(watched, event)

    def enter(self) -> None:
        """The page has been shown: bring it up to date and place the focus."""

    def commit_pending(self) -> None:
        """Push what is typed but not yet written: the diary is about to close or lock."""

    def leave_full_screen(self) -> None:
        """Give the screen back, if the page has all of it."""

    def unfinished(self) -> int:
        """Photos that were given to the page and would not be in the diary if it closed now."""
        return 0

    def begun(self) -> list[str]:
        """Titles of forms that were begun and would be lost if the diary closed now."""
        return []

    def set_title(self, title: str) -> None:
        self._title.setText(title)
        self.setAccessibleName(title)

    def set_subtitle(self, subtitle: str) -> None:
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))
        self._place_subtitle()

    def set_way_back(self, title: str, go: Callable[[], None]) -> None:
        """Show before the title which page this one belongs to, as a link."""
        link = Button(title, Kind.CRUMB)
        link.clicked.connect(go)
        self._title_row.insertWidget(0, link)
        self._title_row.insertWidget(1, label("›", "crumb"))

    def set_acts(self, acts: QWidget) -> None:
        """Keep `acts` beside the title, or below the head where they would not fit there."""
        self._acts = acts
        self.head.addWidget(acts, 0, Qt.AlignmentFlag.AlignTop)

    def set_foot(self, foot: QWidget) -> None:
        """Keep `foot` in view under the scrolled content."""
        self._rows.addWidget(line())
        self._rows.addWidget(foot)

    def _place_acts(self) -> None:
        if self._acts is None:
            return
        needed = (
            self._title.sizeHint().width() + self.head.spacing() + self._acts.sizeHint().width()
        )
        beside = needed <= self.width() - 2 * PADDING
        if beside != (self.head.indexOf(self._acts) >= 0):
            if beside:
                self._below_head.removeWidget(self._acts)
                self.head.addWidget(self._acts, 0, Qt.AlignmentFlag.AlignTop)
            else:
                self.head.removeWidget(self._acts)
                self._below_head.addWidget(self._acts, 0, Qt.AlignmentFlag.AlignLeft)

    def _place_subtitle(self) -> None:
        """Beside what stands at the right of the head, or below it if it would break there."""
        self._subtitle.ensurePolished()
        beside = self._title_row.geometry().width()
        needed = self._subtitle.fontMetrics().horizontalAdvance(self._subtitle.text())
        place, other, at = self._words, self._below_head, 1
        if needed > beside and self.head.count() > 1:
            place, other, at = other, place, 0
        if place.indexOf(self._subtitle) < 0:
            other.removeWidget(self._subtitle)
            place.insertWidget(at, self._subtitle)

    def _make_head(self) -> None:
        self._words.setSpacing(4)
        self._title_row.setSpacing(6)
        self._title_row.addWidget(self._title, 1)
        self._words.addLayout(self._title_row)
        self._words.addWidget(self._subtitle)
        self._words.addStretch(1)
        self.head.setSpacing(8)
        self.head.addLayout(self._words, 1)
        rows = QVBoxLayout(self.head_area)
        rows.setContentsMargins(PADDING, PADDING, PADDING, HEAD_GAP - RING)
        rows.setSpacing(4)
        rows.addLayout(self.head)
        rows.addLayout(self._below_head)
