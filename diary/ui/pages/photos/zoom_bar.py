"""How large a picture is shown, with buttons for those who use no wheel and no keys."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from diary.ui.local import number
from diary.ui.pages.photos.canvas import Canvas
from diary.ui.widgets.button import Button, IconButton, Kind
from diary.ui.widgets.text import label


class ZoomBar(QWidget):
    """Smaller, how large, larger, and the whole picture again."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__()
        self._canvas = canvas
        self._smaller = IconButton("zoom-out", self.tr("Zoom out, −"))
        self._larger = IconButton("zoom-in", self.tr("Zoom in, +"))
        self._fit = Button(self.tr("Fit"), Kind.TEXT)
        self._fit.setAccessibleName(self.tr("Show the whole photo, 0"))
        self._fit.setToolTip(self._fit.accessibleName())
        self._percent = label("", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in (self._smaller, self._percent, self._larger, self._fit):
            row.addWidget(widget)
        self._percent.setMinimumWidth(self._percent.fontMetrics().horizontalAdvance("400 %"))
        self._smaller.clicked.connect(self._zoom_out)
        self._larger.clicked.connect(self._zoom_in)
        self._fit.clicked.connect(canvas.fit)
        canvas.zoomed.connect(self._tell)

    @Slot()
    def _zoom_out(self) -> None:
        self._canvas.zoom_by(-1)

    @Slot()
    def _zoom_in(self) -> None:
        self._canvas.zoom_by(1)

    @Slot()
    def _tell(self) -> None:
        percent = number(100 * self._canvas.zoom)
        self._percent.setText(self.tr("{n} %").format(n=percent))
        self._fit.setEnabled(not self._canvas.is_fitted)
