"""Room for the semibold that a chosen button is set in."""

from PySide6.QtCore import QMargins, QSize
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QPushButton

from diary.ui import theme

BESIDE_ICON = 4
"""What Qt keeps free around a styled button's icon without counting it; found by measuring."""


def widened(button: QPushButton, plain: QSize) -> QSize:
    """`plain`, the size hint of `button`, with room for its text in semibold.

    The style sheet makes a checked button semibold; Qt measures it as if it were not.
    """
    semibold = QFont(button.font())
    semibold.setWeight(QFont.Weight.DemiBold)
    wide = QFontMetrics(semibold).horizontalAdvance(button.text())
    more = wide - QFontMetrics(button.font()).horizontalAdvance(button.text())
    if not button.icon().isNull():
        more += theme.current().px(BESIDE_ICON)
    return plain.grownBy(QMargins(0, 0, max(more, 0), 0))
