"""What a patient chooses before a photo is taken: view, camera, ghost, guides, countdown."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSlider, QVBoxLayout, QWidget

from diary.domain.photo import View, view_name
from diary.ui.camera import Camera
from diary.ui.widgets.form import FormRow
from diary.ui.widgets.segmented import Segmented
from diary.ui.widgets.select import Select
from diary.ui.widgets.switch import Switch

COUNTDOWNS = (0, 3, 5, 10)
"""Seconds; 3 to hold still, 10 to step back for the chest."""

USUAL_COUNTDOWN, USUAL_STRENGTH = 3, 50


class Ghost(StrEnum):
    """Which photo of the view is laid over the live picture."""

    NONE = "none"
    FIRST = "first"
    LAST = "last"


class Choices(QWidget):
    view_changed = Signal()
    camera_changed = Signal()
    ghost_changed = Signal()
    """The patient chose another photo to line up with, or none."""
    guides_changed = Signal()

    def __init__(self, view: View) -> None:
        super().__init__()
        self._cameras: tuple[Camera, ...] = ()
        self._view = Select()
        self._view.addItems([view_name(one) for one in View])
        self._view.setCurrentIndex(list(View).index(view))
        self._camera = Select()
        self._which = FormRow(self.tr("Camera"), self._camera)
        self._ghost = Segmented(
            self.tr("Photo over the picture"),
            [
                (Ghost.LAST, self.tr("Last")),
                (Ghost.FIRST, self.tr("First")),
                (Ghost.NONE, self.tr("None")),
            ],
        )
        self._ghost.set_value(Ghost.LAST)
        self.strength = QSlider(Qt.Orientation.Horizontal)
        self.strength.setRange(0, 100)
        self.strength.setValue(USUAL_STRENGTH)
        self._outline = Switch(self.tr("Outline of your first photo"))
        self._outline.setChecked(True)
        self._level = Switch(self.tr("Level lines"))
        self._countdown = Segmented(
            self.tr("Countdown"), [(str(n), self._countdown_words(n)) for n in COUNTDOWNS]
        )
        self._countdown.set_value(str(USUAL_COUNTDOWN))
        self._lay_out()
        self._connect()

    @property
    def view(self) -> View:
        return list(View)[self._view.currentIndex()]

    @property
    def camera(self) -> Camera | None:
        """The one to use, if any is there."""
        at = self._camera.currentIndex()
        return self._cameras[at] if 0 <= at < len(self._cameras) else None

    @property
    def ghost(self) -> Ghost:
        return Ghost(self._ghost.value or Ghost.NONE)

    @property
    def outline(self) -> View | None:
        return self.view if self._outline.isChecked() else None

    @property
    def level(self) -> bool:
        return self._level.isChecked()

    @property
    def countdown(self) -> int:
        return int(self._countdown.value or 0)

    def show_cameras(self, cameras: Sequence[Camera]) -> None:
        """Offer these, and keep to the one that is used as long as it is there."""
        used = self.camera
        self._cameras = tuple(cameras)
        self._camera.clear()
        self._camera.addItems([one.name for one in self._cameras])
        if used in self._cameras:
            self._camera.setCurrentIndex(self._cameras.index(used))
        self._which.setVisible(len(self._cameras) > 1)

    def show_ghost(self, ghost: Ghost) -> None:
        self._ghost.set_value(ghost)
        self.strength.setEnabled(ghost is not Ghost.NONE)

    def _countdown_words(self, seconds: int) -> str:
        return self.tr("{n} s").format(n=seconds) if seconds else self.tr("None")

    @Slot()
    def _take_ghost(self) -> None:
        self.strength.setEnabled(self.ghost is not Ghost.NONE)
        self.ghost_changed.emit()

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12)
        rows.addWidget(FormRow(self.tr("View"), self._view))
        rows.addWidget(self._which)
        rows.addWidget(FormRow(self.tr("Photo over the picture"), self._ghost))
        rows.addWidget(FormRow(self.tr("How strong it shows"), self.strength))
        rows.addWidget(self._outline)
        rows.addWidget(self._level)
        rows.addWidget(FormRow(self.tr("Countdown"), self._countdown))

    def _connect(self) -> None:
        self._view.activated.connect(self.view_changed)
        self._camera.activated.connect(self.camera_changed)
        self._ghost.chosen.connect(self._take_ghost)
        self._outline.toggled.connect(self.guides_changed)
        self._level.toggled.connect(self.guides_changed)
