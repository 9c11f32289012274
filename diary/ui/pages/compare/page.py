"""The Compare page."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSizeF, Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from diary.domain.light import Gains
from diary.domain.look_pair import beside
from diary.domain.partner import Partner
from diary.domain.photo import Photo, View, view_name
from diary.domain.similarity import Similarity
from diary.journal import Journal
from diary.ui.covering import Covering, covered_name
from diary.ui.dialogs.points import set_points_by_hand
from diary.ui.lens import parts
from diary.ui.local import short_date
from diary.ui.pages.columns import Columns
from diary.ui.pages.compare.adding import AddedNotice
from diary.ui.pages.compare.aligning import Aligning
from diary.ui.pages.compare.bar import CompareBar
from diary.ui.pages.compare.empty import EmptyView
from diary.ui.pages.compare.evening import Evening
from diary.ui.pages.compare.filmstrip import Filmstrip
from diary.ui.pages.compare.pair import Chosen, Pair
from diary.ui.pages.compare.partners import PartnerMenu
from diary.ui.pages.compare.pictures import Pictures
from diary.ui.pages.compare.rendering import Picture
from diary.ui.pages.compare.scores import ScoresCard
from diary.ui.pages.compare.sharpening import Sharpening
from diary.ui.pages.compare.shown import Shown, read
from diary.ui.pages.compare.sides import Mode, Side
from diary.ui.pages.compare.stage_card import StageCard
from diary.ui.pages.compare.to_report import Place
from diary.ui.pages.page import PADDING, Page
from diary.ui.session import Session
from diary.ui.widgets.button import Button
from diary.ui.widgets.flow_layout import FlowLayout
from diary.ui.widgets.select import Select
from diary.ui.widgets.text import label

WIDTHS = (712, 304)
"""The columns as drawn at 1280 px; their shares at other widths."""

REFRESH_MS = 300
"""How long changes are gathered before the page is read again: an import makes many."""


class ComparePage(Page):
    """Two photos of a view; reached from Photos, or by itself with the first and the last one."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, self.tr("Compare"))
        self._shown: Shown | None = None
        self._chosen = Chosen()
        self._laid = False
        """Whether it is known how B lies; it is not shown before, so that it does not jump."""
        self._came: dict[Side, Picture | None] = {}
        self._full_screen = False
        self._covering = Covering(session, self)
        self._views = Select()
        self._mark = Button(self.tr("Mark spots"))
        self._bar = CompareBar()
        self._card = StageCard(session.jobs)
        self._scores = ScoresCard()
        self._strip = Filmstrip(session, self._covering)
        self._pictures = Pictures(session, self)
        self._sharpening = Sharpening(session, self._card.stage, self)
        self._aligning = Aligning(session, self._bar.align, self)
        self._evening = Evening(session, self._bar.even, self)
        self._partners = PartnerMenu()
        self._told = AddedNotice(session)
        self._columns = Columns(*WIDTHS)
        self._empty = EmptyView()
        self._refresh = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self._lay_out()
        self._connect()

    @property
    def is_drawn(self) -> bool:
        """Whether all that is to be seen of the photos has been drawn."""
        return len(self._came) == len(Side) and self._laid and self._card.stage.is_ready

    def compare(self, a: Photo, b: Photo) -> None:
        """Show these two when the page is entered."""
        self._chosen.ask({Side.A: a, Side.B: b})

    def enter(self) -> None:
        self._read()
        self._card.take_focus()

    def leave_full_screen(self) -> None:
        self._set_full_screen(on=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_Escape: self._leave,
            Qt.Key.Key_S: self._swap,
            Qt.Key.Key_Plus: self._card.stage.zoom_in,
            Qt.Key.Key_Equal: self._card.stage.zoom_in,
            Qt.Key.Key_Minus: self._card.stage.zoom_out,
            Qt.Key.Key_0: self._card.stage.fit,
        }
        if self._card.mode is Mode.BLINK:
            acts[Qt.Key.Key_Space] = self._card.blink.turn
        act = acts.get(Qt.Key(event.key()))
        if act is not None:
            act()
        elif not self._partners.press(event):
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep no large picture while another page is shown."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.leave_full_screen()
            self._forget()

    @Slot()
    def _read(self) -> None:
        self.session.ask(read, self._fill, self)

    @Slot()
    def _read_again(self) -> None:
        if self.isVisible():
            self._read()

    def _fill(self, shown: Shown) -> None:
        self._shown = shown
        is_new = self._chosen.choose_among(shown.photos)
        pair = self._chosen.pair
        self._offer_views(shown)
        if not pair:
            self.leave_full_screen()
        self._bar.setVisible(bool(pair))
        self._partners.setVisible(bool(pair))
        for below in (self._columns, self._strip):
            below.setVisible(bool(pair) and not self._full_screen)
        self._empty.setVisible(not pair)
        if is_new:
            self._forget()
        if pair:
            self._show_pair(shown, pair, is_new=is_new)
        else:
            self._empty.say(self._chosen.view, len(self._chosen.photos))
            self.set_subtitle("")

    def _offer_views(self, shown: Shown) -> None:
        """The views of which there is a photo, and the one that is shown."""
        self._views.clear()
        for view in View:
            if view is self._chosen.view or shown.of(view):
                self._views.addItem(view_name(view), view)
        self._views.setCurrentIndex(self._views.findData(self._chosen.view))

    def _show_pair(self, shown: Shown, pair: Pair, *, is_new: bool) -> None:
        a, b = pair[Side.A], pair[Side.B]
        if is_new:
            self._laid = False
            self._told.forget()
            self._card.stage.set_sizes(_size(a), _size(b))
            self._bar.name_alignment(b.view)
        self._sharpening.follow(pair)
        for side, photo in pair.items():
            self._card.name(side, short_date(photo.taken.on), shown.caption(photo))
            self._pictures.show(side, photo)
        self._aligning.show_pair(a, b)
        self._evening.show_pair(a, b)
        self._cover()
        self.session.ask(partial(_taken, a=a, b=b), partial(self._say_taken, pair), self)
        self._scores.fill(shown, a, b)
        self._strip.show_photos(shown, self._chosen.photos, a, b)
        self.set_subtitle(shown.headline(a, b))
        panels = shown.panels.get(b.view, {})
        self._bar.report.offer(pair, panels)
        self._told.follow(panels)
        self._partners.offer({which: self._chosen.has(which, shown.course) for which in Partner})

    @Slot()
    def _cover(self) -> None:
        """One cover for both, as long as either is to be covered."""
        if self._shown is None or not self._chosen.pair:
            return
        a, b = self._chosen.pair[Side.A], self._chosen.pair[Side.B]
        covered = self._covering.covers(a.id) or self._covering.covers(b.id)
        spoken = self.tr("A: {a}. B: {b}.").format(a=self._shown.spoken(a), b=self._shown.spoken(b))
        self._card.set_cover(b.view if covered else None)
        self._card.stage.setAccessibleName(covered_name(spoken) if covered else spoken)

    @Slot()
    def _uncover(self) -> None:
        for photo in self._chosen.pair.values():
            self._covering.uncover(photo.id)
        self._card.take_focus()

    def _say_taken(self, pair: Pair, said: tuple[str, ...]) -> None:
        if pair == self._chosen.pair:
            self._scores.say_taken(said)

    @Slot(object, str)
    def _even_out(self, gains: Gains | None, said: str) -> None:
        self._card.stage.even_out(gains)
        self._scores.say_evened(said)

    @Slot(object, object)
    def _take_picture(self, side: Side, picture: Picture | None) -> None:
        self._came[side] = picture
        self._show_pictures()

    @Slot(object, str)
    def _lay(self, similarity: Similarity | None, said: str) -> None:
        self._laid = True
        self._card.stage.lay(similarity)
        self._scores.say_aligned(said)
        self._show_pictures()

    def _show_pictures(self) -> None:
        for side, picture in self._came.items():
            if side is Side.A or self._laid:
                self._card.show_picture(side, picture)

    def _forget(self) -> None:
        self._came.clear()
        self._sharpening.follow({})
        self._pictures.forget()
        for side in Side:
            self._card.stage.set_picture(side, None)

    @Slot(object, object)
    def _pick(self, photo: Photo, side: Side) -> None:
        self._chosen.pick(photo, side)
        self._choose_again()

    @Slot(object)
    def _choose_partner(self, which: Partner) -> None:
        if self._shown is not None:
            self._chosen.pick_partner(which, self._shown.course)
            self._choose_again()

    @Slot()
    def _swap(self) -> None:
        self._chosen.swap()
        self._choose_again()

    @Slot(int)
    def _choose_view(self, index: int) -> None:
        self._chosen.look_at(View(self._views.itemData(index)))
        self._choose_again()

    def _choose_again(self) -> None:
        if self._shown is not None:
            self._fill(self._shown)

    @Slot(object)
    def _choose_mode(self, mode: str) -> None:
        self._card.set_mode(Mode(mode))

    @Slot()
    def _toggle_full_screen(self) -> None:
        self._set_full_screen(on=not self._full_screen)

    def _set_full_screen(self, *, on: bool) -> None:
        """Only the photos and what they are compared with; the rest comes back with Esc."""
        if on == self._full_screen:
            return
        self._full_screen = on
        self.head_area.setVisible(not on)
        self._strip.setVisible(not on and bool(self._chosen.pair))
        self._card.set_full_screen(on=on)
        self._bar.setContentsMargins(0, PADDING if on else 0, 0, 0)
        self.full_screen_asked.emit(on)
        if on:
            self.body.insertWidget(self.body.indexOf(self._columns), self._card, 1)
        else:
            self._columns.take_back()
        self._columns.setVisible(not on and bool(self._chosen.pair))
        self._card.show()
        if self.isVisible():
            self._card.take_focus()

    @Slot()
    def _leave(self) -> None:
        if self._full_screen:
            self.leave_full_screen()
        else:
            self._go_back()

    @Slot()
    def _go_back(self) -> None:
        self.open_page.emit("photos")

    @Slot(object)
    def _add_to_report(self, place: Place) -> None:
        assert self._shown is not None  # noqa: S101 - the menu was filled from it
        self._told.add(place, self._shown.panels.get(place.photo.view, {}))

    @Slot()
    def _open_report(self) -> None:
        self.open_page.emit("report")

    @Slot()
    def _ask_to_mark(self) -> None:
        """On the later photo: the spots of earlier ones are proposed there."""
        self.marks_asked.emit(self._chosen.pair[Side.B])

    @Slot()
    def _point(self) -> None:
        """The patient shows what lies on what."""
        a, b = self._chosen.pair[Side.A], self._chosen.pair[Side.B]
        set_points_by_hand(self, self.session, self._covering, a, b)

    @Slot()
    def _open_progress(self) -> None:
        self.open_page.emit("progress")

    def _lay_out(self) -> None:
        self.set_way_back(self.tr("Photos"), self._go_back)
        self._views.setAccessibleName(self.tr("View"))
        self._subtitle.setWordWrap(True)
        which = QWidget()
        row = QHBoxLayout(which)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label(self.tr("View"), "muted"))
        row.addWidget(self._views)
        choices = FlowLayout(spacing=16, line_spacing=8, at_end=True)
        choices.addWidget(self._partners)
        choices.addWidget(which)
        self.head.addLayout(choices, 1)
        self._scores.add_action(self._mark)
        self._columns.add(0, self._card, 1)
        self._columns.add(1, self._scores, 1)
        self.body.addWidget(self._bar)
        self.body.addWidget(self._told)
        self.body.addWidget(self._columns, 1)
        self.body.addWidget(self._strip)
        self.body.addWidget(self._empty)
        self.body.addStretch(0)
        for hidden in (self._bar, self._columns, self._strip, self._partners, self._empty):
            hidden.hide()

    def _connect(self) -> None:
        self._pictures.came.connect(self._take_picture)
        self._sharpening.came.connect(self._take_picture)
        self._aligning.laid.connect(self._lay)
        self._strip.picked.connect(self._pick)
        self._partners.chosen.connect(self._choose_partner)
        self._partners.swapped.connect(self._swap)
        self._bar.report.chosen.connect(self._add_to_report)
        self._told.link_activated.connect(self._open_report)
        self._views.activated.connect(self._choose_view)
        self._mark.clicked.connect(self._ask_to_mark)
        self._bar.modes.chosen.connect(self._choose_mode)
        self._scores.points_asked.connect(self._point)
        self._evening.evened.connect(self._even_out)
        self._covering.changed.connect(self._cover)
        self._card.stage.uncover_asked.connect(self._uncover)
        self._card.full_screen_asked.connect(self._toggle_full_screen)
        full_screen = QShortcut(QKeySequence("F11"), self, self._toggle_full_screen)
        keys = QKeySequence.keyBindings(QKeySequence.StandardKey.FullScreen)
        full_screen.setKeys(list({*full_screen.keys(), *keys}))
        self._scores.progress_asked.connect(self._open_progress)
        self._empty.back_asked.connect(self._go_back)
        self._refresh.timeout.connect(self._read_again)
        self.session.photos_changed.connect(self._refresh.start)
        self.session.course_changed.connect(self._refresh.start)
        self.session.day_changed.connect(self._refresh.start)
        self.session.preferences_changed.connect(self._refresh.start)


def _taken(journal: Journal, a: Photo, b: Photo) -> tuple[str, ...]:
    """What makes them hard to compare."""
    return beside(journal.photos.look(a.id), journal.photos.look(b.id), b.view)


def _size(photo: Photo) -> QSizeF:
    return parts(QSizeF(photo.width, photo.height))
