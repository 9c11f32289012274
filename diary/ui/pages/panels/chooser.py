"""Choosing another photo for a panel."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from diary.domain.photo import Photo
from diary.ui import theme
from diary.ui.pages.panels.photo_list import PhotoList
from diary.ui.pages.panels.shown import Cell
from diary.ui.widgets.button import Button, Kind
from diary.ui.widgets.text import label

SIZE = QSize(680, 560)
PADDING, GAP = 24, 12


class Chooser(QDialog):
    """Opened over the page and destroyed with it, so that locking leaves nothing of it behind."""

    picked = Signal(object, object)
    """The cell, and the photo for it; None for the one that the program proposes."""

    def __init__(
        self, parent: QWidget, cell: Cell, photos: Sequence[Photo], listed: PhotoList
    ) -> None:
        super().__init__(parent)
        self._over = parent
        self._cell = cell
        self.setWindowTitle(self.tr("Skin Diary"))
        self.setAccessibleName(cell.name)
        self.finished.connect(self.deleteLater)
        self.photos = listed
        self.use = Button(self.tr("Use this photo"), Kind.PRIMARY)
        self.back = Button(self.tr("Back to the proposed one"))
        self._cancel = Button(self.tr("Cancel"))
        shown = cell.panel.photo if cell.panel else None
        self._lay_out()
        self.photos.choose(photos.index(shown) if shown in photos else len(photos) - 1)
        self.back.setVisible(bool(cell.panel and cell.panel.own))
        self.photos.activated.connect(self._use)
        self.use.clicked.connect(self._use)
        self.back.clicked.connect(self._go_back)
        self._cancel.clicked.connect(self.reject)

    def open(self) -> None:
        look = theme.current()
        wanted = QSize(look.px(SIZE.width()), look.px(SIZE.height()))
        self.resize(wanted.boundedTo(self._over.window().size()))
        super().open()
        self.photos.setFocus()

    @Slot()
    def _use(self) -> None:
        photo = self.photos.chosen()
        shown = self._cell.panel.photo if self._cell.panel else None
        if photo is not None and photo != shown:
            self.picked.emit(self._cell, photo)
        self.accept()

    @Slot()
    def _go_back(self) -> None:
        self.picked.emit(self._cell, None)
        self.accept()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self.use)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        rows.setSpacing(GAP)
        rows.addWidget(label(self._cell.name, "figure", wrap=True))
        said = self.tr("Choose the photo that stands here, also in the summary for your doctor.")
        rows.addWidget(label(said, "subtitle", wrap=True))
        rows.addWidget(self.photos, 1)
        rows.addLayout(buttons)
