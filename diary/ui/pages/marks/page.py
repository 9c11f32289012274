"""The Marks page: spots on one photo, carried over from the one before."""

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent, QImage, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from diary.domain.mark import Contrast, Mark, Proposal, confirmed, put, seen, without
from diary.domain.panels import around
from diary.domain.photo import Photo, View
from diary.domain.regions import Region, region_of
from diary.domain.similarity import Point
from diary.errors import DiaryError
from diary.journal import Journal, OnDiary, Stop, new_id
from diary.ui import theme
from diary.ui.closer import SIZES
from diary.ui.covering import Covering
from diary.ui.pages.columns import Columns
from diary.ui.pages.marks.canvas import SMALLEST, MarkCanvas
from diary.ui.pages.marks.contrast_card import ContrastCard
from diary.ui.pages.marks.counts_card import CountsCard
from diary.ui.pages.marks.shown import Shown, read, read_again
from diary.ui.pages.marks.spot_card import SpotCard
from diary.ui.pages.page import Page
from diary.ui.pictures import preview
from diary.ui.session import Session
from diary.ui.widgets.button import Button, IconButton, Kind
from diary.ui.widgets.card import Card
from diary.ui.widgets.empty_page import EmptyPage
from diary.ui.widgets.text import label

WIDTHS = (704, 312)
"""The columns as on Compare at 1280 px; their shares at other widths."""

PEEK = 56
"""Logical pixels of what is below the photo that stay in sight, so that it is found."""

SHARP = SIZES[0]
"""Pixels of the longer side: a papule of a face that fills half of a phone photo has ten."""


class MarksPage(Page):
    """Nothing is marked, confirmed or counted but by the patient."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, self.tr("Mark spots"))
        self._wanted: str | None = None
        self._shown: Shown | None = None
        self._turn = 0
        """Counts readings and changes: what was read before the last of them is out of date."""
        self._stop = Stop()
        self._covering = Covering(session, self)
        self._canvas = MarkCanvas(self._covering)
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
        photo = shown.sheet.photo
        self._wanted = photo.id
        self.set_subtitle(shown.name)
        self._earlier.setEnabled(shown.neighbour(-1) is not None)
        self._later.setEnabled(shown.neighbour(1) is not None)
        if before is None or before.sheet.photo != photo:
            self._canvas.show_photo(photo, shown.name)
            self._problem.hide()
            self.session.ask(partial(preview, photo=photo), partial(self._show_image, photo), self)
        self._show_spots()
        work = partial(_contrasts, view=photo.view)
        self.session.ask_beside(work, partial(self._show_contrasts, turn), self)

    def _show_contrasts(self, turn: int, contrasts: list[Contrast]) -> None:
        if turn == self._turn:
            self._contrast.show_contrasts(contrasts)

    def _show_image(self, photo: Photo, image: QImage) -> None:
        if self._shown is None or self._shown.sheet.photo != photo:
            return
        face = self._shown.sheet.face
        self._canvas.show_image(image, around(face, photo) if face else None)
        if 0 < max(image.width(), image.height()) < max(photo.width, photo.height):
            self._sharpen(photo)
        if image.isNull():
            self._problem.setText(
                self.tr("Its file is damaged. A backup brings it back: see Settings.")
            )
            self._problem.show()

    def _sharpen(self, photo: Photo) -> None:
        """Read the original once: small spots show little in a preview."""
        self._stop.ask()
        self._stop = Stop()
        self.session.jobs.decode(
            partial(_large, self.session.journal, photo, self._stop),
            partial(self._show_sharp, photo),
            self,
            self._stay_as_it_is,
        )

    def _show_sharp(self, photo: Photo, image: QImage) -> None:
        if self._shown is not None and self._shown.sheet.photo == photo and not image.isNull():
            self._canvas.sharpen(image)

    def _stay_as_it_is(self, error: Exception) -> None:
        """Without more pixels the preview stays."""
        if not isinstance(error, DiaryError):
            self.session.jobs.failed.emit(error)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep no picture while another page is shown."""
        super().hideEvent(event)
        self._stop.ask()
        if not event.spontaneous():
            self._turn += 1
            self._canvas.drop_picture()
            self._shown = None

    def _show_spots(self) -> None:
        assert self._shown is not None  # noqa: S101 - a photo is shown
        sheet = self._shown.sheet
        self._canvas.show_spots(seen(sheet.marks), sheet.proposals)
        self._counts.fill(sheet)
        self._show_chosen(self._canvas.chosen)

    @Slot(str)
    def _show_chosen(self, spot: str) -> None:
        found = self._find(spot)
        carried = self._shown is not None and any(
            one.spot == spot for one in self._shown.sheet.carried
        )
        self._spot.show_spot(found, carried=found is not None and carried, on_face=self._is_face())
        self._contrast.show_spot(spot if isinstance(found, Mark) else "")

    def _is_face(self) -> bool:
        return self._shown is not None and self._shown.sheet.photo.view.shows_face

    def _find(self, spot: str) -> Mark | Proposal | None:
        if self._shown is None:
            return None
        sheet = self._shown.sheet
        every: list[Mark | Proposal] = [*seen(sheet.marks), *sheet.proposals]
        return next((one for one in every if one.spot == spot), None)

    @Slot(object)
    def _mark(self, at: Point) -> None:
        assert self._shown is not None  # noqa: S101 - a photo is shown
        sheet = self._shown.sheet
        mark = Mark(sheet.photo.id, new_id(), at, region_of(at, sheet.face))
        self._change(self.tr("spot marked"), put(sheet.marks, mark))
        self._canvas.select(mark.spot)

    @Slot(str, object)
    def _confirm(self, spot: str, at: Point) -> None:
        found = self._find(spot)
        if isinstance(found, Proposal):
            self._confirm_as(Proposal(spot, at, found.region))

    def _confirm_as(self, *proposals: Proposal) -> None:
        assert self._shown is not None  # noqa: S101 - a photo is shown
        sheet = self._shown.sheet
        marks = sheet.marks
        for proposal in proposals:
            marks = put(marks, confirmed(sheet.photo.id, proposal))
        words = self.tr("spot confirmed") if len(proposals) == 1 else self.tr("all spots confirmed")
        self._change(words, marks)

    @Slot()
    def _propose_again(self) -> None:
        """Take back that spots are gone."""
        assert self._shown is not None  # noqa: S101 - a photo is shown
        self._change(self.tr("spots proposed again"), seen(self._shown.sheet.marks))

    @Slot()
    def _confirm_all(self) -> None:
        assert self._shown is not None  # noqa: S101 - a photo is shown
        self._confirm_as(*self._shown.sheet.proposals)

    @Slot()
    def _confirm_chosen(self) -> None:
        found = self._find(self._canvas.chosen)
        if isinstance(found, Proposal):
            self._confirm_as(found)

    @Slot(str, object)
    def _move(self, spot: str, at: Point) -> None:
        found = self._find(spot)
        if isinstance(found, Mark) and self._shown is not None:
            sheet = self._shown.sheet
            moved = Mark(sheet.photo.id, spot, at, found.region)
            self._change(self.tr("spot moved"), put(sheet.marks, moved), merge=("moved", spot))

    @Slot(str)
    def _remove(self, spot: str) -> None:
        assert self._shown is not None  # noqa: S101 - a photo is shown
        found = self._find(spot)
        if isinstance(found, Mark):
            self._change(self.tr("mark removed"), without(self._shown.sheet.marks, spot))
        elif found is not None:
            self._dismiss(found)

    def _dismiss(self, spot: Mark | Proposal) -> None:
        assert self._shown is not None  # noqa: S101 - a photo is shown
        sheet = self._shown.sheet
        gone = Mark(sheet.photo.id, spot.spot, spot.at, spot.region, gone=True)
        self._change(self.tr("spot gone"), put(sheet.marks, gone))

    @Slot()
    def _dismiss_chosen(self) -> None:
        found = self._find(self._canvas.chosen)
        if found is not None:
            self._dismiss(found)

    @Slot()
    def _remove_chosen(self) -> None:
        self._remove(self._canvas.chosen)

    @Slot(object)
    def _set_region(self, region: Region) -> None:
        found = self._find(self._canvas.chosen)
        if isinstance(found, Mark) and self._shown is not None and region is not found.region:
            sheet = self._shown.sheet
            mark = Mark(sheet.photo.id, found.spot, found.at, region)
            self._change(self.tr("part of the face"), put(sheet.marks, mark))

    def _change(
        self, words: str, marks: tuple[Mark, ...], merge: tuple[str, str] | None = None
    ) -> None:
        """Show the new marks at once and write them."""
        assert self._shown is not None  # noqa: S101 - a photo is shown
        sheet = self._shown.sheet
        self._turn += 1
        self._shown = replace(self._shown, sheet=replace(sheet, marks=marks))
        self._show_spots()
        self.session.push(
            words,
            partial(_put, photo_id=sheet.photo.id, marks=marks),
            partial(_put, photo_id=sheet.photo.id, marks=sheet.marks),
            changed=self.session.marks_changed.emit,
            merge=merge,
        )

    @Slot()
    def _use_count(self) -> None:
        """The one way from marks to counts, and only when the patient takes it."""
        assert self._shown is not None  # noqa: S101 - a photo is shown
        sheet = self._shown.sheet
        on, total = sheet.photo.taken.on, len(seen(sheet.marks))
        self.session.push(
            self.tr("inflamed spots {n}").format(n=total),
            lambda journal: _count(journal, on, total),
            lambda journal: _count(journal, on, sheet.inflamed),
            changed=lambda: self.session.day_changed.emit(on),
        )

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
        self._canvas.confirmed.connect(self._confirm)
        self._canvas.moved.connect(self._move)
        self._canvas.removed.connect(self._remove)
        self._canvas.selected.connect(self._show_chosen)
        self._counts.confirmed_all.connect(self._confirm_all)
        self._counts.proposed_again.connect(self._propose_again)
        self._counts.used.connect(self._use_count)
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


def _large(journal: Journal, photo: Photo, stop: Stop) -> QImage:
    return QImage.fromData(journal.photos.large(photo, SHARP, stop))


def _put(journal: Journal, photo_id: str, marks: tuple[Mark, ...]) -> None:
    journal.marks.put(photo_id, marks)


def _count(journal: Journal, on: date, inflamed: int | None) -> None:
    journal.days.record(on, inflamed=inflamed)


def _contrasts(journal: Journal, on_diary: OnDiary, view: View) -> list[Contrast]:
    return journal.marks.contrasts(view, on_diary=on_diary)
