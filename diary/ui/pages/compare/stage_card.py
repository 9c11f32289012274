"""The stage with what stands on it: whose photos they are, zoom, and what is missing."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Slot
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from diary.ui import theme
from diary.ui.jobs import Jobs
from diary.ui.pages.compare.rendering import Picture
from diary.ui.pages.compare.sides import Mode, Side
from diary.ui.pages.compare.stage import Stage
from diary.ui.pages.compare.tag import Tag
from diary.ui.widgets.button import IconButton
from diary.ui.widgets.text import label

INSET, BETWEEN = 16, 4
TAG_INSET = 10
"""With the tag's own padding, the words stand as far from the edge as the buttons."""


class StageCard(QFrame):
    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self.setProperty("surface", "sunk")
        self.stage = Stage(jobs)
        self._mode = Mode.SLIDER
        self._tags = {side: Tag(side, self.stage) for side in Side}
        self._missing = {side: self._make_sentence() for side in Side}
        self._zoom = self._make_zoom()
        self._turn = Side.A
        rows = QVBoxLayout(self)
        rows.setContentsMargins(1, 1, 1, 1)
        rows.setSpacing(0)
        rows.addWidget(self.stage, 1)
        self._rows = rows
        self.stage.looked.connect(self._place)
        self.stage.installEventFilter(self)
        theme.current().changed.connect(self._place)

    def add_below(self, controls: QWidget) -> None:
        """Put what belongs to one mode under the photos."""
        self._rows.addWidget(controls)

    def set_mode(self, mode: Mode) -> None:
        self._mode = mode
        self.stage.set_mode(mode)

    def set_turn(self, side: Side) -> None:
        self._turn = side
        self.stage.set_turn(side)

    def name(self, side: Side, date: str, day: str) -> None:
        self._tags[side].say(date, day)
        self._place()

    def show_picture(self, side: Side, picture: Picture | None) -> None:
        """None stands for a damaged file, of which a sentence is shown instead."""
        sentence = (
            ""
            if picture
            else self.tr("The file of {letter} is damaged. A backup brings it back: see Settings.")
        )
        self._missing[side].setText(sentence.format(letter=side.value))
        self.stage.set_picture(side, picture, missing=picture is None)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _make_zoom(self) -> list[IconButton]:
        buttons = [
            IconButton("zoom-in", self.tr("Closer, +"), framed=True, parent=self.stage),
            IconButton("zoom-out", self.tr("Further away, −"), framed=True, parent=self.stage),
        ]
        acts = (self.stage.zoom_in, self.stage.zoom_out)
        for button, act in zip(buttons, acts, strict=True):
            button.clicked.connect(act)
        return buttons

    def _make_sentence(self) -> QLabel:
        sentence = label("", "body", wrap=True)
        sentence.setParent(self.stage)
        sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sentence.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return sentence

    @Slot()
    def _place(self) -> None:
        self._place_tags()
        self._place_zoom()
        self._place_sentences()

    def _place_tags(self) -> None:
        for side, tag in self._tags.items():
            tag.adjustSize()
            left = TAG_INSET
            if side is Side.B:
                left = self.stage.width() - tag.width() - TAG_INSET
            tag.move(left, TAG_INSET)
            photo = self.stage.photo_box(side)
            tag.set_on_photo(on_photo=photo.intersects(QRectF(tag.geometry())))
            tag.setVisible(self._mode is not Mode.BLINK or side is self._turn)

    def _place_zoom(self) -> None:
        bottom = self.stage.height() - INSET
        for button in reversed(self._zoom):
            button.adjustSize()
            corner = QPoint(self.stage.width() - INSET - button.width(), bottom - button.height())
            button.move(corner)
            bottom = corner.y() - BETWEEN

    def _place_sentences(self) -> None:
        """Each in its half, under the mark of a picture that cannot be shown."""
        half = self.stage.width() // 2
        for side, sentence in self._missing.items():
            width = half - 4 * INSET
            sentence.setVisible(bool(sentence.text()))
            sentence.setFixedWidth(max(width, 1))
            sentence.adjustSize()
            left = (half if side is Side.B else 0) + (half - width) // 2
            sentence.move(left, self.stage.height() // 2 + 2 * INSET)
