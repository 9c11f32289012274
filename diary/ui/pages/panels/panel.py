"""One panel: its picture, and under it the date, the scores and what was done to it."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.domain.panels import Shot, treatment_name
from diary.ui.covering import Covering
from diary.ui.pages.panels.picture import PanelPicture, State
from diary.ui.pages.panels.shown import Cell, picture
from diary.ui.pictures import fitted
from diary.ui.session import Session
from diary.ui.widgets.text import label

LONGEST = 512
"""Logical pixels of a picture's longer side, as in a window of 1,900; twenty of its full size would
take 70 MB."""


class PanelView(QWidget):
    """`chosen` when the patient wants another photo here."""

    chosen = Signal(object)

    def __init__(self, session: Session, covering: Covering) -> None:
        super().__init__()
        self._session = session
        self._cell: Cell | None = None
        self.picture = PanelPicture(covering)
        self._when = label("", "strong", wrap=True)
        self._scores = label("", "caption", wrap=True)
        self._done = label("", "caption", wrap=True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        for widget in (self.picture, self._when, self._scores, self._done):
            rows.addWidget(widget)
        rows.addStretch(1)
        self.picture.wanted.connect(self._choose)

    def fill(self, cell: Cell) -> None:
        self._cell = cell
        self._when.setText(cell.when)
        self._scores.setText(cell.scores)
        if cell.panel is None or cell.over is None:
            self.picture.set_picture(State.EMPTY, None)
            self._say(self.tr("no photo"), "")
            return
        if self.picture.state is not State.FILLED:
            self.picture.set_picture(State.WAITING, cell.panel.photo)
        self._say("", "")
        self._session.ask_beside(
            partial(picture, photo=cell.panel.photo, over=cell.over),
            partial(self._show, cell),
            self,
        )

    def drop_picture(self) -> None:
        if self.picture.state is State.FILLED and self._cell and self._cell.panel:
            self.picture.set_picture(State.WAITING, self._cell.panel.photo)

    def _show(self, cell: Cell, shot: Shot | None) -> None:
        if cell is not self._cell or cell.panel is None:
            return
        if shot is None:
            self.picture.set_picture(State.DAMAGED, None)
            self._say(self.tr("file is damaged"), self.tr("A backup brings it back: see Settings."))
            return
        longest = round(LONGEST * self.devicePixelRatioF())
        self._session.jobs.decode(
            partial(fitted, shot.jpeg, longest), partial(self._draw, cell, shot), self
        )

    def _draw(self, cell: Cell, shot: Shot, image: QImage) -> None:
        if cell is self._cell and cell.panel is not None:
            self.picture.set_picture(State.FILLED, cell.panel.photo, QPixmap.fromImage(image))
            self._say(treatment_name(shot.treatment), shot.said)

    def _say(self, done: str, more: str) -> None:
        """What was done to the photo, who chose it, and what to know about it."""
        cell = self._cell
        assert cell is not None  # noqa: S101 - it was filled before
        own = self.tr("chosen by you") if cell.panel and cell.panel.own else ""
        shown = " · ".join(filter(None, (done if cell.panel else "", own)))
        self._done.setText(". ".join(filter(None, (shown, more))))
        spoken = (cell.name, cell.when, cell.scores, done, own, more)
        self.picture.set_name("; ".join(filter(None, spoken)))

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self._cell)
