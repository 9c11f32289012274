"""Which moment of the report's photos A or B stands for."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from diary.domain.panels import Moment, Panels, moment_name
from diary.domain.photo import Photo
from diary.ui.local import short_date
from diary.ui.pages.compare.sides import Side
from diary.ui.widgets.menu_button import MenuButton


@dataclass(frozen=True, slots=True)
class Place:
    """A photo, and the moment it is to stand for."""

    photo: Photo
    moment: Moment


class ReportMenu(MenuButton):
    """The moments of both photos; a tick stands where the report shows this photo already."""

    chosen = Signal(object)
    """The `Place` that the patient chose."""

    def __init__(self) -> None:
        self._own_menu = QMenu()
        super().__init__(self.tr("Add to report"), self._own_menu)
        self._heads: dict[Side, QAction] = {}
        self._actions: dict[Side, dict[Moment, QAction]] = {}
        for side in Side:
            if self._heads:
                self._own_menu.addSeparator()
            self._heads[side] = self._own_menu.addAction("")
            self._heads[side].setEnabled(False)
            self._actions[side] = {moment: self._make(moment) for moment in Moment}

    def offer(self, pair: Mapping[Side, Photo], panels: Panels) -> None:
        """`panels` are those of the view as the report shows them now."""
        for side, photo in pair.items():
            stands = self.tr("{letter}, {date}, stands for")
            self._heads[side].setText(
                stands.format(letter=side.value, date=short_date(photo.taken.on))
            )
            for moment, action in self._actions[side].items():
                there = moment in panels and panels[moment].photo.id == photo.id
                action.setChecked(there)
                action.setEnabled(not there)
                action.setData(Place(photo, moment))

    def _make(self, moment: Moment) -> QAction:
        action = self._own_menu.addAction(moment_name(moment))
        action.setCheckable(True)
        action.triggered.connect(self._choose)
        return action

    @Slot()
    def _choose(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)  # noqa: S101 - only actions are connected here
        self.chosen.emit(action.data())
