"""Plays the pictures of a time-lapse before it is written."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QVBoxLayout, QWidget

from diary.domain.timelapse import durations
from diary.ui import icons, theme
from diary.ui.covering import Covering, covered_name, paint_cover
from diary.ui.widgets.button import IconButton
from diary.ui.widgets.text import label

SMALLEST, USUAL = 240, 560
"""Logical pixels of a side."""

RADIUS = 8

FILM = "film"
"""What is covered and uncovered as one."""


class Player(QWidget):
    """Shows the first picture until it is asked to play, which also takes the cover off."""

    def __init__(self, covering: Covering) -> None:
        super().__init__()
        self._covering = covering
        self._pictures: tuple[bytes, ...] = ()
        self._per_second = 1
        self._screen = _Screen(self.tr("Time-lapse"), covering)
        self._play = IconButton("play", self.tr("Play"), framed=True)
        self._place = QSlider(Qt.Orientation.Horizontal)
        self._place.setAccessibleName(self.tr("Picture"))
        self._where = label("", "caption")
        self._timer = QTimer(self)
        self._lay_out()
        self._play.clicked.connect(self._start_or_stop)
        self._place.valueChanged.connect(self._show)
        self._timer.timeout.connect(self._go_on)
        self._screen.clicked.connect(self._uncover)
        covering.changed.connect(self._show)

    @property
    def playing(self) -> bool:
        return self._timer.isActive()

    def show_film(self, pictures: Sequence[bytes]) -> None:
        """Show other pictures, small JPEGs, from the first; none of them while there are none."""
        self._pause()
        self._pictures = tuple(pictures)
        self._place.setRange(0, max(0, len(self._pictures) - 1))
        self._place.setValue(0)
        self._place.setEnabled(bool(self._pictures))
        self._play.setEnabled(bool(self._pictures))
        self._show()

    def say(self, words: str) -> None:
        """Stand in for the pictures."""
        self._screen.say(words)

    def set_speed(self, per_second: int) -> None:
        self._per_second = per_second
        if self.playing:
            self._stay()

    @Slot()
    def _start_or_stop(self) -> None:
        if self.playing:
            self._pause()
            return
        self._uncover()
        icons.put(self._play, "pause")
        self._play.set_name(self.tr("Pause"))
        self._stay()

    @Slot()
    def _uncover(self) -> None:
        if self._pictures:
            self._covering.uncover(FILM)

    def _pause(self) -> None:
        self._timer.stop()
        icons.put(self._play, "play")
        self._play.set_name(self.tr("Play"))

    def _stay(self) -> None:
        """As long as the picture will stay in the file."""
        stays = durations(len(self._pictures), self._per_second)
        self._timer.start(stays[self._place.value()])

    @Slot()
    def _go_on(self) -> None:
        self._place.setValue((self._place.value() + 1) % len(self._pictures))
        self._stay()

    @Slot()
    def _show(self) -> None:
        count, at = len(self._pictures), self._place.value()
        words = self.tr("{n} of {count}").format(n=at + 1, count=count) if count else ""
        self._where.setText(words)
        self._screen.show_image(QImage.fromData(self._pictures[at]) if count else QImage(), words)

    def _lay_out(self) -> None:
        controls = QHBoxLayout()
        controls.setSpacing(8)
        controls.addWidget(self._play)
        controls.addWidget(self._place, 1)
        controls.addWidget(self._where)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(self._screen, 1)
        rows.addLayout(controls)


class _Screen(QWidget):
    """A picture as large as fits, its cover, or words in its place."""

    clicked = Signal()

    def __init__(self, name: str, covering: Covering) -> None:
        super().__init__()
        self._name = name
        self._covering = covering
        self._image = QImage()
        self._words = ""
        smallest = theme.current().px(SMALLEST)
        self.setMinimumSize(smallest, smallest)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        side = theme.current().px(USUAL)
        return QSize(side, side)

    def show_image(self, image: QImage, words: str) -> None:
        self._image = image
        spoken = f"{self._name}, {words}" if words else self._name
        covered = not image.isNull() and self._covering.covers(FILM)
        self.setAccessibleName(covered_name(spoken) if covered else spoken)
        self.update()

    def say(self, words: str) -> None:
        self._words = words
        self.update()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.clicked.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._image.isNull():
            self._paint_words(painter)
        elif self._covering.covers(FILM):
            paint_cover(painter, QRectF(self.rect()), None, self.tr("Click to uncover"))
        else:
            self._paint_ground(painter)
            size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
            painter.drawImage(self.rect().adjusted(left, top, -left, -top), self._image)

    def _paint_ground(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().color("sunk"))
        painter.drawRoundedRect(self.rect(), RADIUS, RADIUS)

    def _paint_words(self, painter: QPainter) -> None:
        self._paint_ground(painter)
        look = theme.current()
        painter.setPen(look.color("muted"))
        painter.setFont(look.font("body"))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(self.rect().adjusted(16, 16, -16, -16), flags, self._words)
