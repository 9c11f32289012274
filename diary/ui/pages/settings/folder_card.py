"""The way to the page about the diary's folder."""

from pathlib import Path

from PySide6.QtCore import Qt

from diary.ui.backup_words import breakable
from diary.ui.widgets.button import Button
from diary.ui.widgets.card import Card
from diary.ui.widgets.text import label


class FolderCard(Card):
    def __init__(self, folder: Path) -> None:
        super().__init__(self.tr("The diary’s folder"))
        self.look = Button(self.tr("Look at the folder"), icon="folder-open")
        self.add(label(breakable(folder), "caption", wrap=True))
        self.body.addWidget(self.look, 0, Qt.AlignmentFlag.AlignLeft)
