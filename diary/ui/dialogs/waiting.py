"""The window while the first thing to show is being prepared."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.ui.widgets.text import label


class Waiting(QWidget):
    def __init__(self, text: str) -> None:
        super().__init__()
        said = label(text, "subtitle")
        said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        QVBoxLayout(self).addWidget(said)
