"""The gallery with what is selected in it."""

from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from diary.domain.album import Entry
from diary.domain.photo import Photo, View, view_name
from diary.journal import Journal
from diary.ui.covering import Covering
from diary.ui.dialogs.copy_out import CopyOutDialog
from diary.ui.dialogs.save_copies import SaveCopiesDialog
from diary.ui.pages.page import PADDING
from diary.ui.pages.photos import acts
from diary.ui.pages.photos.arranging import Wish, arranged, choices
from diary.ui.pages.photos.bar import GalleryBar
from diary.ui.pages.photos.date_form import DateForm
from diary.ui.pages.photos.grid import PhotoGrid
from diary.ui.pages.photos.selection_bar import SelectionBar
from diary.ui.pages.photos.shown import Shown
from diary.ui.session import Session
from diary.ui.widgets.focus_ring import focus
from diary.ui.widgets.notice import Notice, Tone


class Gallery(QWidget):
    """Photos under their months; `bar` stands where the page puts it and says which."""

    opened = Signal(str)
    """The id of a photo to show large."""
    compare_asked = Signal(object, object)
    """Two `Photo`s of a view, the earlier one first."""
    date_asked = Signal()
    """`dates` stands under the photos now."""

    def __init__(self, session: Session, covering: Covering) -> None:
        super().__init__()
        self._session = session
        self._shown: Shown | None = None
        self.is_low = False
        self.bar = GalleryBar()
        self.grid = PhotoGrid(session, covering)
        self._none = Notice(
            Tone.INFO, self.tr("No photos of this view and these dates."), self.tr("Show all")
        )
        self._selection = SelectionBar(session, covering)
        self.dates = DateForm()
        self._lay_out()
        self._connect()

    @property
    def wish(self) -> Wish:
        return self.bar.wish

    def set_low(self, *, low: bool) -> None:
        """In a low window the bar scrolls with the photos, and what stands below them is short.

        The page takes the bar back when there is room again.
        """
        if low != self.is_low:
            self.is_low = low
            self.grid.set_lead(self.bar if low else None)
            self._selection.set_short(short=low)
            self._show_grid()

    def fill(self, shown: Shown) -> None:
        self._shown = shown
        self.bar.offer(choices(shown))
        self._arrange()

    def row(self) -> list[Entry]:
        """What the gallery shows, newest first, to leaf through."""
        entries = list(self.grid.album.entries)
        return entries[::-1] if self.wish.oldest_first else entries

    def take_focus(self) -> None:
        """Let the keyboard go on where it was in the gallery."""
        focus(self.grid)

    @Slot()
    def _arrange(self) -> None:
        if self._shown is None:
            return
        found = arranged(self._shown, self.wish)
        self.grid.show_entries(found.entries, found.sections, self._shown.course)
        self._none.setVisible(not found.entries)
        self._show_grid()

    def _show_grid(self) -> None:
        """It may be empty where the bar that narrows it down stands in it."""
        asks = self.dates.isVisibleTo(self)
        self.grid.setVisible(not asks if self.is_low else bool(self.grid.album.entries))

    @Slot()
    def _tell_chosen(self) -> None:
        if self._shown is None:
            return
        pair = self.grid.pair
        entries = (self.grid.entry(pair[0]), self.grid.entry(pair[1])) if pair else None
        self.dates.hide()
        self._show_grid()
        self._selection.show_chosen(self.grid.chosen_entries(), entries, self._shown.course)

    @Slot()
    def _clear(self) -> None:
        self.grid.select(())
        self.take_focus()

    @Slot()
    def _compare(self) -> None:
        if self.grid.pair is not None:
            self._session.ask(partial(_both, ids=self.grid.pair), self._tell_pair, self)

    def _tell_pair(self, pair: tuple[Photo, Photo]) -> None:
        self.compare_asked.emit(*pair)

    @Slot(QPoint)
    def _open_menu(self, at: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def menu(self) -> QMenu:
        """What can be done with the selected photos."""
        chosen = self.grid.chosen_entries()
        menu = QMenu(self)
        if len(chosen) == 1:
            menu.addAction(self.tr("Open large"), self._open_chosen)
            menu.addSeparator()
        if self.grid.pair is not None:
            menu.addAction(self.tr("Compare"), self._compare)
            menu.addSeparator()
        views = menu.addMenu(self.tr("View"))
        for view in View:
            act = views.addAction(view_name(view), partial(self._set_view, view))
            act.setCheckable(True)
            act.setChecked(all(entry.view is view for entry in chosen))
        menu.addAction(self.tr("Date…"), self._ask_date)
        menu.addSeparator()
        many = len(chosen) > 1
        save = menu.addAction(self.tr("Save copies…") if many else self.tr("Save a copy…"))
        save.setShortcut(QKeySequence.StandardKey.Save)
        save.triggered.connect(self._save_copies)
        menu.addAction(self.tr("Select all"), self.grid.select_all)
        menu.addAction(self.tr("Delete…"), self._ask_to_delete)
        return menu

    @Slot()
    def _open_chosen(self) -> None:
        self.opened.emit(self.grid.choice.ids[0])

    def _set_view(self, view: View) -> None:
        acts.set_view(self._session, self.grid.chosen_entries(), view)

    @Slot()
    def _ask_date(self) -> None:
        if self._shown is not None and (chosen := self.grid.chosen_entries()):
            self._selection.hide()
            self.dates.ask([entry.on for entry in chosen], self._shown.today)
            self._show_grid()
            self.date_asked.emit()

    @Slot(object)
    def _set_date(self, on: date) -> None:
        acts.set_date(self._session, self.grid.chosen_entries(), on)
        self._leave_dates()

    @Slot(int)
    def _shift(self, days: int) -> None:
        acts.shift(self._session, self.grid.chosen_entries(), days)
        self._leave_dates()

    @Slot()
    def _leave_dates(self) -> None:
        self._tell_chosen()
        self.take_focus()

    @Slot()
    def _save_copies(self) -> None:
        chosen = self.grid.chosen_entries()
        if len(chosen) > 1:
            ids = [entry.photo_id for entry in chosen]
            SaveCopiesDialog(self._session, self, ids).open()
        elif chosen:
            ask = partial(_photo, photo_id=chosen[0].photo_id)
            self._session.ask(ask, self._offer_copy, self)

    def _offer_copy(self, photo: Photo) -> None:
        CopyOutDialog(self._session, self, photo).open()

    @Slot()
    def _ask_to_delete(self) -> None:
        chosen = self.grid.chosen_entries()
        spoken = self.grid.album.spoken(chosen[0]) if chosen else ""
        acts.ask_to_delete(self, self._session, [one.photo_id for one in chosen], spoken)

    def _lay_out(self) -> None:
        below = QWidget()
        under = QVBoxLayout(below)
        under.setContentsMargins(0, 0, PADDING, 0)
        under.setSpacing(12)
        for widget in (self._none, self._selection, self.dates):
            under.addWidget(widget)
        under.addStretch(0)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12)
        rows.addWidget(self.grid, 1)
        rows.addWidget(below)
        self._none.hide()

    def _connect(self) -> None:
        self.bar.wished.connect(self._arrange)
        self.grid.opened.connect(self.opened)
        self.grid.chosen.connect(self._tell_chosen)
        self.grid.menu_requested.connect(self._open_menu)
        self.grid.remove_requested.connect(self._ask_to_delete)
        self.grid.save_requested.connect(self._save_copies)
        self._none.link_activated.connect(self.bar.show_all)
        self._selection.cleared.connect(self._clear)
        self._selection.menu_requested.connect(self._open_menu)
        self._selection.save_asked.connect(self._save_copies)
        self._selection.compare_asked.connect(self._compare)
        self.dates.day_chosen.connect(self._set_date)
        self.dates.shift_chosen.connect(self._shift)
        self.dates.left.connect(self._leave_dates)


def _photo(journal: Journal, photo_id: str) -> Photo:
    return journal.photos.get(photo_id)


def _both(journal: Journal, ids: tuple[str, str]) -> tuple[Photo, Photo]:
    return journal.photos.get(ids[0]), journal.photos.get(ids[1])
