"""Content that scrolls when the window is too small for it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget


def scrolled(inside: QWidget) -> QScrollArea:
    """A frameless scroll area that is no stop for Tab; the controls inside scroll into view."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area


def fill(window: QWidget, rows: QLayout, foot: QLayout) -> None:
    """Lay out `rows`, which scroll, over `foot`, which is always seen."""
    inside = QWidget()
    inside.setLayout(rows)
    outer = QVBoxLayout(window)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.setSpacing(0)
    outer.addWidget(scrolled(inside), 1)
    outer.addLayout(foot)
