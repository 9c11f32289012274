"""The check of painted words finds what is planted."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from tests.ui.painted import painted_faults

Show = Callable[[QWidget], None]


class _Painting(QWidget):
    """Paints `words` at the given places or into the given rooms."""

    def __init__(self, *words: tuple[QPointF | QRect, str]) -> None:
        super().__init__()
        self._words = words
        self.pen = QColor("black")
        self.resize(200, 100)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        painter.setPen(self.pen)
        for where, words in self._words:
            if isinstance(where, QPointF):
                painter.drawText(where, words)
            else:
                painter.drawText(where, Qt.AlignmentFlag.AlignLeft, words)
        painter.end()


def test_words_with_room_around_them_are_no_fault(show: Show) -> None:
    painting = _Painting((QRect(0, 0, 100, 30), "acne"), (QPointF(0, 60), "mood"))
    show(painting)
    assert painted_faults(painting) == []


def test_words_wider_than_their_room_are_cut(show: Show) -> None:
    painting = _Painting((QRect(0, 0, 20, 30), "dryness"))
    show(painting)
    assert painted_faults(painting) == ["painted cut: “dryness”"]


def test_words_beyond_the_widget_are_cut(show: Show) -> None:
    painting = _Painting((QPointF(190, 60), "today"))
    show(painting)
    assert painted_faults(painting) == ["painted cut: “today”"]


def test_words_over_words_overlap(show: Show) -> None:
    painting = _Painting((QPointF(10, 60), "1 Oct"), (QPointF(20, 62), "Nov"))
    show(painting)
    assert painted_faults(painting) == ["painted overlap: “1 Oct” and “Nov”"]


def test_faint_words_are_pale(show: Show) -> None:
    painting = _Painting((QPointF(10, 60), "Day 54"))
    painting.pen = QColor("#999999")
    show(painting)
    assert painted_faults(painting) == ["painted pale: “Day 54”"]
