"""The recovery code on paper."""

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from diary.ui.dialogs.print_code import draw_code

DOTS_PER_METRE = 5906
"""150 dots per inch."""

GROUPS = [f"{number:06d}" for number in range(8)]


def test_the_whole_page_stays_inside_its_margins(qapp: QApplication) -> None:
    paper = QImage(1240, 1754, QImage.Format.Format_RGB32)
    paper.setDotsPerMeterX(DOTS_PER_METRE)
    paper.setDotsPerMeterY(DOTS_PER_METRE)
    paper.fill(QColor("white"))
    draw_code(paper, GROUPS)
    inked = [
        (x, y)
        for x in range(0, paper.width(), 2)
        for y in range(0, paper.height() // 2, 2)
        if paper.pixelColor(x, y).lightness() < 128
    ]
    assert min(x for x, _ in inked) >= 100
    assert max(x for x, _ in inked) <= paper.width() - 100
    assert min(y for _, y in inked) >= 100
    assert max(y for _, y in inked) > 350  # title, two sentences and two rows of the code
