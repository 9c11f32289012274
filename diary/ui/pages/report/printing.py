"""Print the pages of a PDF that is in memory."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

RESOLUTION = 300
"""Dots per inch: photos in the summary have no more to show."""


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
