"""Where the patient is among the steps of first run: numbers, ticks and names."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from diary.ui import icons, theme
from diary.ui.widgets.text import label, line

CIRCLE, TICK = 24, 16


class _Number(QWidget):
    """A circle: a tick when done, filled when it is the step shown."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self._shown = 1

    def show_step(self, shown: int) -> None:
        self._shown = shown
        self.update()

    def sizeHint(self) -> QSize:
        side = theme.current().px(CIRCLE)
        return QSize(side, side)

    minimumSizeHint = sizeHint

    def paintEvent(self, _event: QPaintEvent) -> None:
        colors = theme.current()
        done, shown = self._number < self._shown, self._number == self._shown
        side = colors.px(CIRCLE)
        box = QRectF(1, 1, side - 2, side - 2)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colors.color("accent" if done or shown else "border_field"), 1))
        painter.setBrush(colors.color("accent" if shown else "soft" if done else "bg"))
        painter.drawEllipse(box)
        if done:
            tick = icons.pixmap("check", "accent_text", TICK, self.devicePixelRatioF())
            corner = (side - colors.px(TICK)) // 2
            painter.drawPixmap(corner, corner, tick)
        else:
            painter.setFont(colors.font("caption"))
            painter.setPen(colors.color("on_accent" if shown else "muted"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._number))


class StepBar(QWidget):
    """Shows the names of all steps; `show_step` counts from 1."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self._numbers = [_Number(number) for number, _ in enumerate(names, start=1)]
        self._names: list[QLabel] = [label(name, "control") for name in names]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for number, name in zip(self._numbers, self._names, strict=True):
            if row.count():
                row.addWidget(_dash())
            row.addWidget(number)
            row.addWidget(name)
        row.addStretch(1)

    def show_step(self, shown: int) -> None:
        for index, (number, name) in enumerate(zip(self._numbers, self._names, strict=True), 1):
            number.show_step(shown)
            name.setProperty("role", "control-strong" if index == shown else "control-muted")
            name.style().polish(name)


def _dash() -> QWidget:
    dash = line()
    dash.setFixedWidth(theme.current().px(32))
    return dash
