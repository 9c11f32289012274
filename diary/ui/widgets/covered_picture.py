"""A small picture of a photo that may be covered."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QWidget

from diary.domain.photo import View
from diary.ui import icons, theme
from diary.ui.covering import Covering, covered_name, paint_cover
from diary.ui.widgets.button import ENTER_KEYS

RADIUS = 6


class CoveredPicture(QAbstractButton):
    """A square of `side` logical pixels at 100 % text; Enter or a click takes its cover away.

    `name` is spoken, such as "Front, 23 November". Without a cover it is no stop for Tab, and the
    pointer goes through it.
    """

    def __init__(
        self,
        covering: Covering,
        photo_id: str,
        view: View | None,
        name: str,
        side: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._covering = covering
        self._photo_id = photo_id
        self._view = view
        self._name = name
        self._side = side
        self._picture = QPixmap()
        self._missing = False
        self.setFixedSize(theme.current().px(side), theme.current().px(side))
        self.clicked.connect(self._uncover)
        covering.changed.connect(self._follow)
        self._follow()

    def show_image(self, image: QImage) -> None:
        """The photo's thumbnail; a null image is one whose file is damaged."""
        self._missing = image.isNull()
        self._picture = QPixmap.fromImage(upper_middle(image)) if not image.isNull() else QPixmap()
        self.update()

    @property
    def shows_photo(self) -> bool:
        return not self._picture.isNull() and not self._is_covered()

    def set_view(self, view: View, name: str) -> None:
        """The photo got another view, or another date."""
        self._view, self._name = view, name
        self._follow()

    def sizeHint(self) -> QSize:
        side = theme.current().px(self._side)
        return QSize(side, side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self._is_covered():
            paint_cover(painter, box, self._view)
        elif self._missing:
            mark = icons.pixmap("image-off", "muted", 18, self.devicePixelRatioF())
            place = QRect(QPoint(), mark.deviceIndependentSize().toSize())
            place.moveCenter(self.rect().center())
            painter.drawPixmap(place, mark)
        elif not self._picture.isNull():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            shape = QPainterPath()
            shape.addRoundedRect(box, RADIUS, RADIUS)
            painter.setClipPath(shape)
            painter.drawPixmap(self.rect(), self._picture)
        painter.end()

    def _is_covered(self) -> bool:
        return self._covering.covers(self._photo_id)

    @Slot()
    def _uncover(self) -> None:
        self._covering.uncover(self._photo_id)

    @Slot()
    def _follow(self) -> None:
        covered = self._is_covered()
        focus = Qt.FocusPolicy.StrongFocus if covered else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(focus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not covered)
        self.setAccessibleName(covered_name(self._name) if covered else self._name)
        self.setToolTip(self.tr("Click to uncover") if covered else "")
        self.update()


def upper_middle(image: QImage) -> QImage:
    """The largest square of a picture in which a face is: faces sit in the upper part of it."""
    side = min(image.width(), image.height())
    return image.copy((image.width() - side) // 2, (image.height() - side) // 3, side, side)
