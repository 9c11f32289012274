"""The photo tiles side by side, as many as the card has room for."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from diary.ui import icons, theme
from diary.ui.widgets.text import label

GAP = 12
ABREAST = (6, 3, 2)
"""Five tiles and the hint fill their rows."""

FEWEST, MOST = ABREAST[-1], ABREAST[0]
LEAST_WIDTH = 84
"""A face is still told from a chest; two tiles and the gap fill the card as drawn."""


class TileGrid(QWidget):
    def __init__(self, tiles: Sequence[QWidget]) -> None:
        super().__init__()
        self._tiles = tiles
        self._abreast = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self._place(FEWEST)

    def set_tiles(self, tiles: Sequence[QWidget]) -> None:
        """Show other tiles; one that is left out is its maker's to destroy."""
        for tile in self._tiles:
            self._grid.removeWidget(tile)
        self._tiles = tiles
        abreast, self._abreast = self._abreast, 0
        self._place(abreast)

    def minimumSizeHint(self) -> QSize:
        """As wide as the fewest: a card must be able to become narrow again."""
        width = FEWEST * theme.current().px(LEAST_WIDTH) + (FEWEST - 1) * GAP
        return QSize(width, super().minimumSizeHint().height())

    sizeHint = minimumSizeHint

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = (self.width() + GAP) // (theme.current().px(LEAST_WIDTH) + GAP)
        self._place(next((abreast for abreast in ABREAST if abreast <= room), FEWEST))

    def _place(self, abreast: int) -> None:
        if abreast == self._abreast:
            return
        for tile in self._tiles:
            self._grid.removeWidget(tile)
        for column in range(MOST):
            self._grid.setColumnStretch(column, 1 if column < abreast else 0)
        for place, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, *divmod(place, abreast))
        self._abreast = abreast


class DropHint(QWidget):
    """Says that files can be dropped; as high as the picture of a tile."""

    def __init__(self) -> None:
        super().__init__()
        picture = QLabel()
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        icons.put(picture, "image-down")
        words = label(self.tr("Drop here"), "caption", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        area = QFrame()
        area.setProperty("surface", "sunk")
        inside = QVBoxLayout(area)
        inside.setContentsMargins(4, 4, 4, 4)
        inside.addStretch(1)
        inside.addWidget(picture)
        inside.addWidget(words)
        inside.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, words.fontMetrics().height() + 4)
        rows.addWidget(area)
