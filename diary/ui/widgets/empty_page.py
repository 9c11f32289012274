"""What a page shows before there is anything to show."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from diary.ui import icons
from diary.ui.widgets.button import Button
from diary.ui.widgets.text import label


class EmptyPage(QFrame):
    """Icon, one sentence of benefit, and one or two buttons, the first of which takes the focus."""

    def __init__(
        self,
        icon: str,
        title: str,
        sentence: str,
        buttons: Sequence[Button] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        picture = QLabel()
        icons.put(picture, icon, size=28)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 24, 24, 24)
        rows.setSpacing(8)
        for shown in (picture, label(title, "strong", wrap=True), label(sentence, "subtitle")):
            shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
            shown.setWordWrap(True)
            rows.addWidget(shown)
        if buttons:
            rows.addSpacing(4)
            rows.addLayout(_side_by_side(buttons))
            self.setFocusProxy(buttons[0])


def _side_by_side(buttons: Sequence[Button]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addStretch()
    for button in buttons:
        row.addWidget(button)
    row.addStretch()
    return row
