"""Print the pages of a PDF that is in memory; nothing is written to a file on the way."""

from functools import partial

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

RESOLUTION = 300
"""Dots per inch: photos in the summary have no more to show."""


def ask_to_print(parent: QWidget, document: QPdfDocument) -> None:
    """Ask for a printer, then print; `document` is alive for as long as `parent` is."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(RESOLUTION)
    dialog = QPrintDialog(printer, parent)
    dialog.accepted.connect(partial(_print, document, printer))
    dialog.finished.connect(dialog.deleteLater)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()


def _print(document: QPdfDocument, printer: QPrinter, _handed: QPrinter) -> None:
    """The dialog hands its printer over, but it is this reference that keeps it alive."""
    print_pages(document, printer)


def print_pages(document: QPdfDocument, printer: QPrinter) -> None:
    """Paint every page as large as the paper allows."""
    painter = QPainter(printer)
    paper = printer.pageRect(QPrinter.Unit.DevicePixel).toRect()
    for page in range(document.pageCount()):
        if page:
            printer.newPage()
        points = document.pagePointSize(page)
        dots = QSize(
            round(points.width() / 72 * RESOLUTION), round(points.height() / 72 * RESOLUTION)
        )
        image = document.render(page, dots)
        room = dots.scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(QRect(QPoint(), room), image)
    painter.end()
