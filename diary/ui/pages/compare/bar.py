"""What stands over the photos: how to look at them, and what is done to the view."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from diary.domain.photo import View
from diary.ui.pages.compare.sides import Mode
from diary.ui.pages.compare.to_report import ReportMenu
from diary.ui.widgets.segmented import Segmented
from diary.ui.widgets.switch import Switch

BESIDE, BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
GAP = 12


class CompareBar(QWidget):
    """One line, or two where the window has no room for one."""

    def __init__(self) -> None:
        super().__init__()
        self.modes = Segmented(
            self.tr("Compare as"),
            [
                (Mode.SLIDER, self.tr("Slider")),
                (Mode.SIDE_BY_SIDE, self.tr("Side by side")),
                (Mode.OVERLAY, self.tr("Overlay")),
                (Mode.BLINK, self.tr("Blink")),
            ],
        )
        self.modes.set_value(Mode.SLIDER)
        self.align = Switch(self.tr("Align faces"))
        self.even = Switch(self.tr("Even out lighting"))
        self.report = ReportMenu()
        self._right = self._make_right()
        self._row = QBoxLayout(BESIDE, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self._row.addWidget(self.modes, 0, Qt.AlignmentFlag.AlignLeft)
        self._row.addWidget(self._right, 0, Qt.AlignmentFlag.AlignRight)

    def name_alignment(self, view: View) -> None:
        """Chest and back have no face."""
        self.align.setText(self.tr("Align faces") if view.shows_face else self.tr("Align photos"))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the wider of its two parts: a line must be able to become two."""
        size = super().minimumSizeHint()
        parts = (self.modes.minimumSizeHint().width(), self._right.minimumSizeHint().width())
        return QSize(max(parts), size.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = self.modes.sizeHint().width() + GAP + self._right.sizeHint().width()
        self._row.setDirection(BESIDE if needed <= self.width() else BELOW)

    def _make_right(self) -> QWidget:
        right = QWidget()
        row = QHBoxLayout(right)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.align)
        row.addWidget(self.even)
        row.addWidget(self.report)
        return right
