"""A surface with a head: marker, title, and on the right a caption or a button."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from diary.ui.widgets.marker import Marker, Series, YesterdayKey
from diary.ui.widgets.text import label

PADDING = 16


class Card(QFrame):
    """Content goes into `body`; further widgets of the head through `add_to_head`."""

    def __init__(
        self,
        title: str = "",
        series: Series | None = None,
        caption: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName(title)
        self._title = label(title, "section", wrap=True)
        self._caption = label(caption, "caption")
        self._caption.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._head = self._make_head(series)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        rows.setSpacing(8)
        if title:
            rows.addLayout(self._head)
        rows.addLayout(self.body, 1)

    def set_title(self, title: str) -> None:
        self._title.setText(title)
        self.setAccessibleName(title)

    def set_caption(self, caption: str) -> None:
        self._caption.setText(caption)

    def add_to_head(self, widget: QWidget) -> None:
        self._head.addWidget(widget)

    def words_width(self) -> int:
        """What the words of the head take in one line, with the space after each."""
        return sum(words.sizeHint().width() + 8 for words in (self._title, self._caption))

    def explain_yesterday(self) -> None:
        """Show the key of the scales' mark for yesterday's answer."""
        self._head.insertWidget(self._head.indexOf(self._caption), YesterdayKey())
        self._caption.setText(self.tr("yesterday"))

    def add(self, content: QWidget | QLayout) -> None:
        if isinstance(content, QWidget):
            self.body.addWidget(content)
        else:
            self.body.addLayout(content)

    def _make_head(self, series: Series | None) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        if series is not None:
            head.addWidget(Marker(series))
        self._title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        head.addWidget(self._title)
        head.addWidget(self._caption)
        return head
