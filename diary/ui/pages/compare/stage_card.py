"""The stage with what stands on it: whose photos they are, zoom, and what is missing."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from diary.domain.photo import View
from diary.ui import theme
from diary.ui.jobs import Jobs
from diary.ui.pages.compare.blink import BlinkBar
from diary.ui.pages.compare.fade import FadeBar
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
    full_screen_asked = Signal()

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self.setProperty("surface", "sunk")
        self.stage = Stage(jobs)
        self._mode = Mode.SLIDER
        self._tags = {side: Tag(side, self.stage) for side in Side}
        self._missing = {side: self._make_sentence() for side in Side}
        self._screen = IconButton("full-screen", "", framed=True, parent=self.stage)
        self._zoom = self._make_zoom()
        self._turn = Side.A
        self._is_covered = False
        self.fade = FadeBar()
        self.blink = BlinkBar()
        self.set_full_screen(on=False)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(1, 1, 1, 1)
        rows.setSpacing(0)
        rows.addWidget(self.stage, 1)
        for controls in (self.fade, self.blink):
            rows.addWidget(controls)
            controls.hide()
        self.fade.faded.connect(self.stage.set_fade)
        self.blink.turned.connect(self._set_turn)
        self.stage.held.connect(self._hold)
        self.stage.looked.connect(self._place)
        self.stage.installEventFilter(self)
        theme.current().changed.connect(self._place)

    @property
    def mode(self) -> Mode:
        return self._mode

    def set_mode(self, mode: Mode) -> None:
        self._mode = mode
        self.fade.setVisible(mode is Mode.OVERLAY)
        self.blink.setVisible(mode is Mode.BLINK)
        self.stage.set_mode(mode)

    def take_focus(self) -> None:
        """Move the keyboard to what the mode is worked with."""
        if self._mode is Mode.SLIDER and not self._is_covered:
            self.stage.handle.setFocus()
        elif self._mode is Mode.OVERLAY:
            self.fade.slider.setFocus()
        else:
            self.stage.setFocus()

    def set_cover(self, view: View | None) -> None:
        """Put a cover in place of both photos, or take it away."""
        self._is_covered = view is not None
        self.stage.set_cover(view)
        self._place()

    def set_full_screen(self, *, on: bool) -> None:
        self._screen.set_name(
            self.tr("Leave full screen, Esc") if on else self.tr("Full screen, F11")
        )

    @Slot(object)
    def _set_turn(self, side: Side) -> None:
        self._turn = side
        self.stage.set_turn(side)

    @Slot()
    def _hold(self) -> None:
        """Pressing shows the other photo, letting go the first one again."""
        if self._mode is Mode.BLINK:
            self.blink.turn()

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
            self._screen,
        ]
        acts = (self.stage.zoom_in, self.stage.zoom_out, self.full_screen_asked)
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
            sentence.setVisible(bool(sentence.text()) and not self._is_covered)
            sentence.setFixedWidth(max(width, 1))
            sentence.adjustSize()
            left = (half if side is Side.B else 0) + (half - width) // 2
            sentence.move(left, self.stage.height() // 2 + 2 * INSET)
