"""A and B in turn: by hand, or at a calm rate that the patient asks for."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from diary.ui.pages.compare.sides import Side
from diary.ui.widgets.button import Button
from diary.ui.widgets.segmented import Segmented
from diary.ui.widgets.text import label

GAP = 12

BY_HAND, SLOW, CALM = 0, 2000, 1000
"""Milliseconds for each photo; well under the three flashes a second of WCAG 2.3.1."""


class BlinkBar(QWidget):
    """Nothing moves until a rate is chosen, and it ends when the page or the mode is left."""

    turned = Signal(object)
    """The `Side` that is to be seen."""

    def __init__(self) -> None:
        super().__init__()
        self._side = Side.A
        self._switch = Button("")
        self._rate = Segmented(
            self.tr("In turn"),
            [
                (str(BY_HAND), self.tr("By hand")),
                (str(SLOW), self.tr("Every 2 seconds")),
                (str(CALM), self.tr("Every second")),
            ],
        )
        self._rate.set_value(str(BY_HAND))
        self._in_turn = label(self.tr("In turn"), "muted")
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.turn)
        self._switch.clicked.connect(self.turn)
        self._rate.chosen.connect(self._set_rate)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(16, 8, 16, 8)
        self._row.setSpacing(GAP)
        self._row.addStretch(1)
        self._row.addWidget(self._switch, 0, Qt.AlignmentFlag.AlignHCenter)
        self._row.addWidget(self._in_turn, 0, Qt.AlignmentFlag.AlignRight)
        self._row.addWidget(self._rate, 0, Qt.AlignmentFlag.AlignHCenter)
        self._row.addStretch(1)
        self._say()

    @property
    def is_running(self) -> bool:
        """Whether the photos change by themselves."""
        return self._timer.isActive()

    @Slot()
    def turn(self) -> None:
        """Show the other photo."""
        self.show_side(Side.B if self._side is Side.A else Side.A)

    def show_side(self, side: Side) -> None:
        self._side = side
        self._say()
        self.turned.emit(side)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the wider of its controls: they must be able to stand in two lines."""
        margins = self._row.contentsMargins()
        width = max(part.minimumSizeHint().width() for part in (self._switch, self._rate))
        height = super().minimumSizeHint().height()
        return QSize(width + margins.left() + margins.right(), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        margins = self._row.contentsMargins()
        parts = (self._switch, self._in_turn, self._rate)
        needed = sum(part.sizeHint().width() + GAP for part in parts)
        beside = needed + margins.left() + margins.right() <= self.width()
        self._in_turn.setVisible(beside)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(direction)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._rate.set_value(str(BY_HAND))
        self._timer.stop()

    def _say(self) -> None:
        """Both words are as wide as each other, so that the button stays where it is."""
        self._switch.setText(self.tr("Show B") if self._side is Side.A else self.tr("Show A"))

    @Slot(object)
    def _set_rate(self, milliseconds: str) -> None:
        if int(milliseconds) == BY_HAND:
            self._timer.stop()
        else:
            self._timer.start(int(milliseconds))
