"""Photos that stay covered until the patient uncovers them, for when others see the screen."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from diary.domain.photo import View
from diary.journal import Journal
from diary.ui import icons, theme
from diary.ui.session import Session
from diary.words import translate

RADIUS = 8
OUTLINE, SMALL_OUTLINE = 40, 20
"""Of the view, in the middle of a cover, where there is room and where there is none."""

GAP = 8


class Covering(QObject):
    """What a page keeps covered: every photo but those that were uncovered since it was entered.

    Nothing is shown before it is known what the patient prefers. `page` is left when it hides.
    """

    changed = Signal()

    def __init__(self, session: Session, page: QWidget) -> None:
        super().__init__(page)
        self._session = session
        self._on = True
        self._uncovered: set[str] = set()
        page.installEventFilter(self)
        session.preferences_changed.connect(self._read)
        self._read()

    def covers(self, photo_id: str) -> bool:
        """Whether a cover is to be painted in place of the photo."""
        return self._on and photo_id not in self._uncovered

    def uncover(self, photo_id: str) -> bool:
        """Show a photo until the page is left; False if it was shown already."""
        if not self.covers(photo_id):
            return False
        self._uncovered.add(photo_id)
        self.changed.emit()
        return True

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide and self._uncovered:
            self._uncovered.clear()
            self.changed.emit()
        return False

    @Slot()
    def _read(self) -> None:
        self._session.ask(_covers, self._take, self)

    def _take(self, on: bool) -> None:  # noqa: FBT001 - what the journal answers
        if on != self._on:
            self._on = on
            self.changed.emit()


def covered_name(name: str) -> str:
    """What is spoken for a covered photo, such as "Front, 23 November, covered"."""
    return translate("Covering", "{photo}, covered").format(photo=name)


def paint_cover(painter: QPainter, box: QRectF, view: View | None, words: str = "") -> None:
    """A calm cover in place of a photo: the outline of its view and, with room, `words` below."""
    look = theme.current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.color("border_control"), 1))
    painter.setBrush(look.color("sunk"))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    painter.setFont(look.font("caption"))
    metrics = QFontMetricsF(painter.font())
    size = SMALL_OUTLINE if box.height() < look.px(2 * OUTLINE) else OUTLINE
    needed = look.px(OUTLINE) + GAP + metrics.height()
    below = bool(words) and needed + 2 * GAP <= box.height()
    below = below and metrics.horizontalAdvance(words) + 2 * GAP <= box.width()
    middle = box.center()
    if below:
        middle -= QPointF(0, (metrics.height() + GAP) / 2)
    _paint_outline(painter, middle, view, size)
    if below:
        top = middle.y() + look.px(size) / 2 + GAP
        painter.setPen(look.color("muted"))
        line = QRectF(box.left(), top, box.width(), metrics.height())
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()


def _paint_outline(painter: QPainter, middle: QPointF, view: View | None, size: int) -> None:
    density = painter.device().devicePixelRatioF()
    name = f"view-{view.value}" if view else "eye-off"
    picture = icons.pixmap(name, "muted", size, density)
    side = picture.deviceIndependentSize()
    painter.drawPixmap(middle - QPointF(side.width() / 2, side.height() / 2), picture)


def _covers(journal: Journal) -> bool:
    return journal.preferences().cover_photos
