"""The recovery code on paper."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPointF, Slot
from PySide6.QtGui import QFont, QPaintDevice, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from diary.words import translate

COLUMNS = 4
TITLE_POINTS, TEXT_POINTS, CODE_POINTS = 18, 11, 16
MARGIN_INCHES = 0.8


def print_code(parent: QWidget, groups: Sequence[str]) -> None:
    """Ask for a printer and print; nothing is written to a file on the way."""
    dialog = QPrintDialog(QPrinter(QPrinter.PrinterMode.HighResolution), parent)
    _Printing(dialog, groups)
    QDialog.open(dialog)


class _Printing(QObject):
    def __init__(self, dialog: QPrintDialog, groups: Sequence[str]) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._groups = groups
        dialog.accepted.connect(self._print)
        dialog.finished.connect(dialog.deleteLater)

    @Slot()
    def _print(self) -> None:
        draw_code(self._dialog.printer(), self._groups)


def draw_code(paper: QPaintDevice, groups: Sequence[str]) -> None:
    """Draw the page with the code, a title and what it is for."""
    inch = paper.logicalDpiX()
    margin = MARGIN_INCHES * inch
    painter = QPainter(paper)
    y = margin + _write(painter, margin, margin, _title(), TITLE_POINTS, bold=True)
    for sentence in _sentences():
        y += _write(painter, margin, y, sentence, TEXT_POINTS)
    y += margin / 2
    for start in range(0, len(groups), COLUMNS):
        row = "    ".join(groups[start : start + COLUMNS])
        y += _write(painter, margin, y, row, CODE_POINTS, bold=True)
    painter.end()


def _title() -> str:
    return translate("PrintCode", "Skin Diary: recovery code")


def _sentences() -> tuple[str, str]:
    return (
        translate("PrintCode", "It opens the diary if you forget the passphrase."),
        translate(
            "PrintCode", "Anyone who has it can open the diary. Keep it where only you find it."
        ),
    )


def _write(
    painter: QPainter, x: float, y: float, text: str, points: int, *, bold: bool = False
) -> float:
    """Write one line with its top at `y`; returns the height it takes."""
    font = QFont()
    font.setPointSize(points)
    font.setBold(bold)
    painter.setFont(font)
    metrics = painter.fontMetrics()
    painter.drawText(QPointF(x, y + metrics.ascent()), text)
    return metrics.lineSpacing() * 1.3
