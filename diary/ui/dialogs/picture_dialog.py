"""A dialog with pictures on the left and choices beside them, over a page."""

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from diary.ui import theme
from diary.ui.pages.columns import Columns
from diary.ui.widgets.scrolled import scrolled
from diary.ui.widgets.text import label

USUAL = QSize(980, 760)
WIDTHS = (600, 320)
"""Pictures and choices, in shares of the width."""

PADDING, GAP = 24, 12


class PictureDialog(QDialog):
    """Opened over `parent` and destroyed with it, so that locking leaves nothing of it behind.

    A child gives its pictures and choices to `lay_out`; `foot` takes what stands under both,
    `buttons` the buttons in its last line.
    """

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self._over = parent
        self.setWindowTitle(self.tr("Skin Diary"))
        self.setAccessibleName(title)
        self._title = label(title, "figure")
        self._pictures = QWidget()
        self.foot = QVBoxLayout()
        self.foot.setContentsMargins(PADDING, GAP, PADDING, PADDING)
        self.foot.setSpacing(GAP)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.finished.connect(self.deleteLater)

    def open(self) -> None:
        """Stand over the window, as large as wanted where there is room."""
        look = theme.current()
        wanted = QSize(look.px(USUAL.width()), look.px(USUAL.height()))
        self.resize(wanted.boundedTo(self._over.window().size()))
        super().open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the pictures in sight, however long the choices are."""
        if event.type() == QEvent.Type.Resize:
            taken = PADDING + self._title.sizeHint().height() + 2 * GAP
            room = self._area.viewport().height() - taken
            self._pictures.setMaximumHeight(max(room, self._pictures.minimumSizeHint().height()))
        return super().eventFilter(watched, event)

    def lay_out(self, pictures: QWidget, choices: QWidget) -> None:
        """Put everything into its place; `foot` and `buttons` are filled by then."""
        self._pictures = pictures
        shown = QWidget()
        place = QVBoxLayout(shown)
        place.setContentsMargins(0, 0, 0, 0)
        place.addWidget(pictures, 1)
        place.addStretch(0)
        columns = Columns(*WIDTHS)
        columns.add(0, shown, 1)
        columns.add(1, choices)
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(PADDING, PADDING, PADDING, GAP)
        rows.setSpacing(GAP)
        rows.addWidget(self._title)
        rows.addWidget(columns, 1)
        self._area = scrolled(inside)
        self._area.viewport().installEventFilter(self)
        self.foot.addLayout(self.buttons)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._area, 1)
        outer.addLayout(self.foot)
