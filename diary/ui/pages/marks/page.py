"""The Marks page: spots on one photo, carried over from the one before."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from diary.domain.mark import Contrast, Mark, seen
from diary.domain.panels import around
from diary.domain.photo import Photo, View
from diary.domain.regions import Region
from diary.domain.similarity import Point
from diary.journal import Journal, OnDiary
from diary.ui import theme
from diary.ui.covering import Covering
from diary.ui.pages.columns import Columns
from diary.ui.pages.marks.canvas import SMALLEST, MarkCanvas
from diary.ui.pages.marks.contrast_card import ContrastCard
from diary.ui.pages.marks.counts_card import CountsCard
from diary.ui.pages.marks.marking import Marking
from diary.ui.pages.marks.picture import MarkedPicture
from diary.ui.pages.marks.shown import Shown, read, read_again
from diary.ui.pages.marks.spot_card import SpotCard
from diary.ui.pages.page import Page
from diary.ui.session import Session
from diary.ui.widgets.button import Button, IconButton, Kind
from diary.ui.widgets.card import Card
from diary.ui.widgets.empty_page import EmptyPage
from diary.ui.widgets.text import label

WIDTHS = (704, 312)
"""The columns as on Compare at 1280 px; their shares at other widths."""

PEEK = 56
"""Logical pixels of what is below the photo that stay in sight, so that it is found."""


class MarksPage(Page):
    """Nothing is marked, confirmed or counted but by the patient."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, self.tr("Mark spots"))
        self._wanted: str | None = None
        self._shown: Shown | None = None
        self._turn = 0
        """Counts readings and changes: what was read before the last of them is out of date."""
        self._covering = Covering(session, self)
        self._canvas = MarkCanvas(self._covering)
        self._marking = Marking(session, self)
        self._picture = MarkedPicture(session, self._canvas, self)
        self._counts = CountsCard()
        self._spot = SpotCard()
        self._contrast = ContrastCard()
        self._earlier = IconButton("chevron-left", self.tr("Earlier photo"), framed=True)
        self._later = IconButton("chevron-right", self.tr("Later photo"), framed=True)
        self._smaller = IconButton("zoom-out", self.tr("Smaller"))
        self._larger = IconButton("zoom-in", self.tr("Larger"))
        self._problem = label("", "error", wrap=True)
        self._empty = self._make_empty_page()
        self._columns = Columns(*WIDTHS)
        self._stage = Card()
        self._lay_out()
        self._connect()

    def show_photo(self, photo: Photo) -> None:
        """Open a photo, at once or when the page is entered."""
        self._wanted = photo.id
        if self.isVisible():
            self._read()

    def enter(self) -> None:
        self._read()
        self._canvas.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The photo and its tools fill the page: spots are small."""
        super().resizeEvent(event)
        beside = self._stage.minimumSizeHint().height() - self._canvas.minimumHeight()
        room = self.scroll_area.height() - beside - theme.current().px(PEEK)
        self._canvas.setMinimumHeight(max(room, SMALLEST.height()))

    @Slot()
    def _read(self) -> None:
        self._turn += 1
        work = partial(read, photo_id=self._wanted)
        self.session.ask_beside(work, partial(self._fill, self._turn), self)

    def _fill(self, turn: int, shown: Shown | None) -> None:
        if turn != self._turn:
            return
        self._columns.setVisible(shown is not None)
        self._contrast.setVisible(shown is not None)
        self._empty.setVisible(shown is None)
        before, self._shown = self._shown, shown
        if shown is None:
            return
        self._marking.sheet = shown.sheet
        photo, face = shown.sheet.photo, shown.sheet.face
        self._wanted = photo.id
        self.set_subtitle(shown.name)
        self._earlier.setEnabled(shown.neighbour(-1) is not None)
        self._later.setEnabled(shown.neighbour(1) is not None)
        if before is None or before.sheet.photo != photo:
            self._canvas.show_photo(photo, shown.name)
            self._problem.hide()
            self._picture.show(photo, around(face, photo) if face else None)
        self._show_spots()
        work = partial(_contrasts, view=photo.view)
        self.session.ask_beside(work, partial(self._show_contrasts, turn), self)

    def _show_contrasts(self, turn: int, contrasts: list[Contrast]) -> None:
        if turn == self._turn:
            self._contrast.show_contrasts(contrasts)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep no picture while another page is shown."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._turn += 1
            self._picture.forget()
            self._shown = self._marking.sheet = None

    @Slot()
    def _say_damaged(self) -> None:
        self._problem.setText(
            self.tr("Its file is damaged. A backup brings it back: see Settings.")
        )
        self._problem.show()

    @Slot()
    def _follow_change(self) -> None:
        """Show what is not written yet."""
        assert self._shown is not None  # noqa: S101 - a photo is shown
        assert self._marking.sheet is not None  # noqa: S101 - it was changed
        self._turn += 1
        self._shown = replace(self._shown, sheet=self._marking.sheet)
        self._show_spots()

    def _show_spots(self) -> None:
        assert self._shown is not None  # noqa: S101 - a photo is shown
        sheet = self._shown.sheet
        self._canvas.show_spots(seen(sheet.marks), sheet.proposals)
        self._counts.fill(sheet)
        self._show_chosen(self._canvas.chosen)

    @Slot(str)
    def _show_chosen(self, spot: str) -> None:
        found = self._marking.find(spot)
        self._spot.show_spot(
            found,
            carried=found is not None and self._marking.is_carried(spot),
            on_face=self._shown is not None and self._shown.sheet.photo.view.shows_face,
        )
        self._contrast.show_spot(spot if isinstance(found, Mark) else "")

    @Slot(object)
    def _mark(self, at: Point) -> None:
        self._canvas.select(self._marking.mark(at))

    @Slot()
    def _confirm_chosen(self) -> None:
        found = self._marking.find(self._canvas.chosen)
        if found is not None:
            self._marking.confirm(found.spot, found.at)

    @Slot()
    def _dismiss_chosen(self) -> None:
        self._marking.dismiss(self._canvas.chosen)

    @Slot()
    def _remove_chosen(self) -> None:
        self._marking.remove(self._canvas.chosen)

    @Slot(object)
    def _set_region(self, region: Region) -> None:
        self._marking.set_region(self._canvas.chosen, region)

    @Slot()
    def _read_again(self) -> None:
        if self.isVisible():
            self._read()

    @Slot()
    def _read_marks(self) -> None:
        if not self.isVisible() or self._shown is None:
            return
        if self._wanted != self._shown.sheet.photo.id:  # another photo is under way
            self._read()
            return
        self._turn += 1
        work = partial(read_again, shown=self._shown)
        self.session.ask_beside(work, partial(self._fill, self._turn), self)

    @Slot()
    def _go_earlier(self) -> None:
        self._go(-1)

    @Slot()
    def _go_later(self) -> None:
        self._go(1)

    def _go(self, by: int) -> None:
        photo = self._shown.neighbour(by) if self._shown else None
        if photo:
            self.show_photo(photo)

    @Slot()
    def _open_photos(self) -> None:
        self.open_page.emit("photos")

    def _make_empty_page(self) -> EmptyPage:
        go = Button(self.tr("Go to Photos"), Kind.PRIMARY, "photos")
        go.clicked.connect(self._open_photos)
        return EmptyPage(
            "photos",
            self.tr("No photos yet"),
            self.tr("On a photo you can mark spots and find them again on the next one."),
            [go],
        )

    def _lay_out(self) -> None:
        self.set_way_back(self.tr("Photos"), self._open_photos)
        self.head.addWidget(self._earlier)
        self.head.addWidget(self._later)
        said = label(
            self.tr(
                "Click a spot to mark it, drag to correct, Del to remove. Arrow keys work too."
            ),
            "caption",
            wrap=True,
        )
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(said, 1)
        tools.addWidget(self._smaller)
        tools.addWidget(self._larger)
        self._stage.add(tools)
        self._stage.add(self._problem)
        self._stage.body.addWidget(self._canvas, 1)
        self._problem.hide()
        self._columns.add(0, self._stage, 1)
        for card in (self._counts, self._spot):
            self._columns.add(1, card)
        self.body.addWidget(self._columns, 1)
        self.body.addWidget(self._contrast)
        self.body.addWidget(self._empty)
        self.body.addStretch(0)
        for hidden in (self._columns, self._contrast, self._empty):
            hidden.hide()

    def _connect(self) -> None:
        self._canvas.marked.connect(self._mark)
        self._canvas.confirmed.connect(self._marking.confirm)
        self._canvas.moved.connect(self._marking.move)
        self._canvas.removed.connect(self._marking.remove)
        self._canvas.selected.connect(self._show_chosen)
        self._marking.changed.connect(self._follow_change)
        self._picture.damaged.connect(self._say_damaged)
        self._counts.confirmed_all.connect(self._marking.confirm_all)
        self._counts.proposed_again.connect(self._marking.propose_again)
        self._counts.used.connect(self._marking.use_count)
        self._spot.region_chosen.connect(self._set_region)
        self._spot.confirmed.connect(self._confirm_chosen)
        self._spot.dismissed.connect(self._dismiss_chosen)
        self._spot.removed.connect(self._remove_chosen)
        self._smaller.clicked.connect(self._canvas.zoom_out)
        self._larger.clicked.connect(self._canvas.zoom_in)
        self._earlier.clicked.connect(self._go_earlier)
        self._later.clicked.connect(self._go_later)
        session = self.session
        session.marks_changed.connect(self._read_marks)
        session.photos_changed.connect(self._read_again)
        session.course_changed.connect(self._read_again)
        session.day_changed.connect(self._read_marks)


def _contrasts(journal: Journal, on_diary: OnDiary, view: View) -> list[Contrast]:
    return journal.marks.contrasts(view, on_diary=on_diary)
