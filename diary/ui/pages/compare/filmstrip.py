"""All photos of a view on the axis of days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from diary.domain.photo import Photo
from diary.errors import DiaryDamaged
from diary.journal import Journal
from diary.ui import theme
from diary.ui.covering import Covering
from diary.ui.local import short_date
from diary.ui.pages.compare.film_frame import BADGE, BELOW_BADGE, HEIGHT, WIDTH, FilmFrame
from diary.ui.pages.compare.places import Axis, axis, middles, untouching
from diary.ui.pages.compare.shown import Shown
from diary.ui.pages.compare.sides import Side
from diary.ui.session import Session
from diary.ui.widgets.card import PADDING, Card
from diary.ui.widgets.roving import Roving
from diary.ui.widgets.scrolled import scrolled
from diary.words import translate

ABOVE_AXIS, TICK, LABEL = 14, 4, 20
LABEL_GAP = 4
BAND_RADIUS = 4


class Filmstrip(Card):
    picked = Signal(object, object)
    """The `Photo` and the `Side` it is to be."""

    def __init__(self, session: Session, covering: Covering) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("All photos of this view by date"))
        self._strip = _Strip(session, covering)
        self._strip.picked.connect(self.picked)
        self._strip.reached.connect(self._bring_into_view)
        self._area = scrolled(self._strip)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for ground in (self._area.viewport(), self._strip):
            ground.setAutoFillBackground(False)  # the card's own is seen
        self.add(self._area)
        theme.current().changed.connect(self._fit)

    def show_photos(self, shown: Shown, photos: Sequence[Photo], a: Photo, b: Photo) -> None:
        self._strip.show_photos(shown, photos, {Side.A: a.id, Side.B: b.id})
        self._fit()
        for side in (Side.A, Side.B):
            self._bring_into_view(self._strip.frame_of(side))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot(object)
    def _bring_into_view(self, frame: QWidget | None) -> None:
        if frame is not None:
            self._area.ensureWidgetVisible(frame, frame.width(), 0)

    @Slot()
    def _fit(self) -> None:
        """As wide as the card if all photos find room in it; else it scrolls sideways."""
        room = self.contentsRect().width() - 2 * PADDING
        self._strip.fit(room)
        bar = self._area.horizontalScrollBar().sizeHint().height()
        size = self._strip.minimumSize()
        self._area.setFixedHeight(size.height() + (bar if size.width() > room else 0))


@dataclass(frozen=True, slots=True)
class _Label:
    words: str
    middle: float
    font: QFont
    goes_first: bool

    @property
    def width(self) -> float:
        return QFontMetricsF(self.font).horizontalAdvance(self.words) + 1

    @property
    def ends(self) -> tuple[float, float, bool]:
        half = self.width / 2
        return self.middle - half, self.middle + half, self.goes_first


class _Strip(QWidget):
    picked = Signal(object, object)
    reached = Signal(object)

    def __init__(self, session: Session, covering: Covering) -> None:
        super().__init__()
        self._session = session
        self._covering = covering
        self._shown: Shown | None = None
        self._made: list[tuple[Photo, str]] = []
        self._frames: list[FilmFrame] = []
        self._keyboard: Roving[FilmFrame] | None = None
        self._axis: Axis | None = None
        self._middles: list[float] = []
        self.fit(0)

    def show_photos(self, shown: Shown, photos: Sequence[Photo], chosen: dict[Side, str]) -> None:
        wanted = [(photo, shown.spoken(photo)) for photo in photos]
        if wanted != self._made:
            self._make(wanted)
        self._shown = shown
        for place, frame in enumerate(self._frames):
            sides = [side for side, photo_id in chosen.items() if photo_id == frame.photo.id]
            frame.set_side(sides[0] if sides else None)
            if sides:
                frame.raise_()
            if sides == [Side.B] and self._keyboard is not None:
                self._keyboard.follow(place)
        self.update()

    def frame_of(self, side: Side) -> FilmFrame | None:
        return next((frame for frame in self._frames if frame.side is side), None)

    def fit(self, room: int) -> None:
        look = theme.current()
        thumb = look.px(WIDTH)
        height = look.px(BADGE) + BELOW_BADGE + look.px(HEIGHT) + ABOVE_AXIS + look.px(LABEL)
        if self._shown is None or not self._frames:
            self.setMinimumSize(QSize(0, height))
            return
        days = [frame.photo.taken.on for frame in self._frames]
        self._axis = axis(days, max(days[-1], self._shown.today), thumb, max(room, 1))
        self._middles = middles(days, self._axis, thumb)
        width = max(self._axis.width, self._middles[-1] + thumb / 2)
        self.setMinimumSize(QSize(int(width), height))
        for frame, middle in zip(self._frames, self._middles, strict=True):
            frame.resize(frame.sizeHint())
            frame.move(round(middle - thumb / 2), 0)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._shown is None or self._axis is None:
            return
        look = theme.current()
        painter = QPainter(self)
        bottom = self.height() - look.px(LABEL)
        self._paint_band(painter, bottom)
        painter.setPen(QPen(look.color("border_field"), 1))
        painter.drawLine(0, bottom, self.width(), bottom)
        for frame in self._frames:
            x = round(self._axis.x(frame.photo.taken.on))
            painter.drawLine(x, bottom, x, bottom + TICK)
        self._paint_labels(painter, bottom + TICK)

    def _make(self, wanted: list[tuple[Photo, str]]) -> None:
        self._made = wanted
        had_focus = any(frame.hasFocus() for frame in self._frames)
        for frame in self._frames:
            frame.hide()
            frame.deleteLater()
        self._frames = [FilmFrame(photo, spoken, self._covering, self) for photo, spoken in wanted]
        for frame in self._frames:
            frame.picked.connect(self.picked)
            frame.stepped.connect(self._step)
            frame.reached.connect(self._tell_reached)
            frame.seen.connect(self._fetch)
            frame.show()
        self._keyboard = Roving(self._frames) if self._frames else None
        if had_focus and self._keyboard is not None:
            self._keyboard.take_focus()

    @Slot(int)
    def _step(self, by: int) -> None:
        if self._keyboard is not None:
            self._keyboard.step(by)

    @Slot()
    def _tell_reached(self) -> None:
        self.reached.emit(self.sender())

    @Slot(object)
    def _fetch(self, photo: Photo) -> None:
        frame = self.sender()
        assert isinstance(frame, FilmFrame)  # noqa: S101 - only frames are connected here
        self._session.ask(partial(_small, photo=photo), partial(self._decode, frame), frame)

    def _decode(self, frame: FilmFrame, data: bytes | None) -> None:
        density = self.devicePixelRatioF()
        height = round(theme.current().px(HEIGHT) * density)
        work = partial(_scaled, data, height)
        self._session.jobs.decode(work, frame.show_image, frame)

    def _paint_band(self, painter: QPainter, bottom: int) -> None:
        assert self._shown is not None  # noqa: S101 - nothing is painted before
        assert self._axis is not None  # noqa: S101 - nothing is painted before
        look = theme.current()
        first, last = self._shown.course.month(2)
        half = self._axis.per_day / 2
        left, right = self._axis.x(first) - half, self._axis.x(last) + half
        band = QRectF(left, 0, right - left, bottom) & QRectF(0, 0, self.width(), bottom)
        if band.isEmpty():
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("band"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawRoundedRect(band, BAND_RADIUS, BAND_RADIUS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        self._paint_band_name(painter, band)

    def _paint_band_name(self, painter: QPainter, band: QRectF) -> None:
        """Where no letter stands on it."""
        look = theme.current()
        words = translate("Compare", "month two")
        font = look.font("caption")
        width = QFontMetricsF(font).horizontalAdvance(words) + 2
        place = QRectF(band.x() + 8, 0, width, look.px(BADGE))
        letters = [
            QRectF(frame.x(), 0, frame.width(), look.px(BADGE))
            for frame in self._frames
            if frame.side is not None
        ]
        if band.contains(place) and not any(letter.intersects(place) for letter in letters):
            painter.setFont(font)
            painter.setPen(look.color("band_text"))
            painter.drawText(place, _MIDDLE_LEFT, words)

    def _paint_labels(self, painter: QPainter, top: int) -> None:
        look = theme.current()
        labels = self._labels()
        for one in untouching([each.ends for each in labels], LABEL_GAP):
            shown = labels[one]
            painter.setFont(shown.font)
            painter.setPen(look.color("text" if shown.goes_first else "muted"))
            place = QRectF(shown.middle - shown.width / 2, top, shown.width, self.height() - top)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, shown.words)

    def _labels(self) -> list[_Label]:
        """One for each day, within the strip's ends; the chosen days' come first."""
        assert self._axis is not None  # noqa: S101 - nothing is painted before
        chosen: dict[date, bool] = {}
        for frame in self._frames:
            on = frame.photo.taken.on
            chosen[on] = chosen.get(on, False) or frame.side is not None
        plain, strong = theme.current().font("caption"), theme.current().font("caption")
        strong.setWeight(QFont.Weight.DemiBold)
        labels = []
        for on, is_chosen in chosen.items():
            words, font = short_date(on), strong if is_chosen else plain
            half = QFontMetricsF(font).horizontalAdvance(words) / 2 + 1
            middle = min(max(self._axis.x(on), half), self.width() - half)
            labels.append(_Label(words, middle, font, is_chosen))
        return labels


def _small(journal: Journal, photo: Photo) -> bytes | None:
    try:
        return journal.photos.thumbnail(photo)
    except DiaryDamaged:
        return None


def _scaled(data: bytes | None, height: int) -> QImage:
    image = QImage.fromData(data or b"")
    if image.isNull():
        return image
    return image.scaledToHeight(height, Qt.TransformationMode.SmoothTransformation)


_MIDDLE_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
