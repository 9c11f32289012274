"""The picture of one panel: filled, empty or damaged, and a button that chooses its photo."""

from enum import Enum, auto

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from diary.domain.photo import Photo
from diary.ui import icons, theme
from diary.ui.covering import Covering, covered_name, paint_cover
from diary.ui.widgets.button import ENTER_KEYS

ASPECT = 1.25
"""Height for a width of 1, as on the page of the summary."""

NARROWEST = 104
MARK = 28
DASHES = [3, 2]


class State(Enum):
    WAITING = auto()
    EMPTY = auto()
    FILLED = auto()
    DAMAGED = auto()


class PanelPicture(QAbstractButton):
    """`wanted` when it is pressed; a covered photo is uncovered first."""

    wanted = Signal()

    def __init__(self, covering: Covering, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._covering = covering
        self._photo: Photo | None = None
        self._name = ""
        self._state = State.WAITING
        self._pixmap = QPixmap()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._press)
        covering.changed.connect(self._follow)

    @property
    def state(self) -> State:
        return self._state

    def set_picture(self, state: State, photo: Photo | None, pixmap: QPixmap | None = None) -> None:
        self._state, self._photo = state, photo
        self._pixmap = pixmap or QPixmap()
        self._follow()

    def set_name(self, name: str) -> None:
        """What is spoken while the photo is not covered."""
        self._name = name
        self._follow()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * ASPECT)

    def sizeHint(self) -> QSize:
        return QSize(NARROWEST, self.heightForWidth(NARROWEST))

    minimumSizeHint = sizeHint

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._photo is not None and self._is_covered():
            words = self.tr("Click to uncover")
            paint_cover(painter, QRectF(self.rect()), self._photo.view, words)
            return
        look = theme.current()
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        outline = "accent" if self.underMouse() else "border_control"
        pen = QPen(look.color(outline), 1)
        if self._state is State.EMPTY:
            pen = QPen(look.color("accent" if self.underMouse() else "border_field"), 1)
            pen.setDashPattern(DASHES)
        painter.setPen(pen)
        painter.setBrush(look.color("surface" if self._state is State.EMPTY else "sunk"))
        painter.drawRect(box)
        self._paint_inside(painter)

    def _is_covered(self) -> bool:
        return self._photo is not None and self._covering.covers(self._photo.id)

    @Slot()
    def _press(self) -> None:
        if self._photo is None or not self._covering.uncover(self._photo.id):
            self.wanted.emit()

    @Slot()
    def _follow(self) -> None:
        covered = self._is_covered()
        self.setAccessibleName(covered_name(self._name) if covered else self._name)
        self.setToolTip(
            self.tr("Click to uncover") if covered else self.tr("Choose another photo…")
        )
        self.update()

    def _paint_inside(self, painter: QPainter) -> None:
        if self._state is State.EMPTY:
            painter.setFont(theme.current().font("caption"))
            painter.setPen(theme.current().color("muted"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("no photo"))
        elif self._state is State.DAMAGED:
            mark = icons.pixmap("image-off", "muted", MARK, self.devicePixelRatioF())
            place = QRect(QPoint(), mark.deviceIndependentSize().toSize())
            place.moveCenter(self.rect().center())
            painter.drawPixmap(place, mark)
        elif self._state is State.FILLED:
            inside = self.rect().adjusted(1, 1, -1, -1)
            size = QSizeF(self._pixmap.size()).scaled(
                QSizeF(inside.size()), Qt.AspectRatioMode.KeepAspectRatio
            )
            place_f = QRectF(0, 0, size.width(), size.height())
            place_f.moveCenter(QRectF(inside).center())
            painter.drawPixmap(place_f, self._pixmap, QRectF(self._pixmap.rect()))
