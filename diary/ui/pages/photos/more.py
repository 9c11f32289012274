"""What the Photos page can do besides showing photos and adding files."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from diary.ui.widgets.menu_button import MenuButton


class MoreMenu(MenuButton):
    """Only what is possible stands in it."""

    folder_asked = Signal()
    panels_asked = Signal()
    timelapse_asked = Signal()
    camera_asked = Signal()
    deleted_asked = Signal()
    phone_asked = Signal()

    def __init__(self) -> None:
        self._own_menu = QMenu()
        super().__init__(self.tr("More"), self._own_menu)
        self._panels = self._add(self.tr("Panels"), self.panels_asked)
        self._timelapse = self._add(self.tr("Time-lapse…"), self.timelapse_asked)
        self._camera = self._add(self.tr("Camera"), self.camera_asked)
        self._folder = self._add(self.tr("Add a folder…"), self.folder_asked)
        self._phone = self._add(self.tr("From phone"), self.phone_asked)
        self._own_menu.addSeparator()
        self._deleted = self._add(self.tr("Deleted photos"), self.deleted_asked)

    def offer(
        self,
        *,
        folder: bool,
        phone: bool,
        panels: bool,
        timelapse: bool,
        camera: bool,
        deleted: bool,
    ) -> None:
        """Show what is possible; without anything there is no button."""
        for action, possible in (
            (self._folder, folder),
            (self._phone, phone),
            (self._panels, panels),
            (self._timelapse, timelapse),
            (self._camera, camera),
            (self._deleted, deleted),
        ):
            action.setVisible(possible)
        self.setVisible(folder or phone or panels or timelapse or camera or deleted)

    def _add(self, words: str, asked: SignalInstance) -> QAction:
        action = self._own_menu.addAction(words)
        action.triggered.connect(asked)
        return action
