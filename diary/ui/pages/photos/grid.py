"""The gallery: as many photos as there are, of which only those in sight are painted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QPoint,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHideEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView

from diary.domain.album import Entry
from diary.domain.course import Course
from diary.ui import theme
from diary.ui.covering import Covering
from diary.ui.pages.photos import grid_keys, tile_painting
from diary.ui.pages.photos.choice import Choice
from diary.ui.pages.photos.model import AlbumModel
from diary.ui.pages.photos.placed_view import PlacedView
from diary.ui.pages.photos.thumbnails import Thumbnails
from diary.ui.session import Session
from diary.ui.widgets.focus_ring import PAINTS_FOCUS


@dataclass(frozen=True, slots=True)
class Section:
    """The photos of a month: its name, what is said beside it, and how many there are."""

    title: str
    words: str
    count: int


class PhotoGrid(PlacedView):
    """Paints and selects by itself.

    One click selects; Ctrl and Shift select more. A click on a cover takes it away.
    """

    opened = Signal(str)
    """The id of a photo to show large."""
    remove_requested = Signal()
    """The selected photos are to be deleted."""
    save_requested = Signal()
    """Copies of the selected photos are to be saved."""
    menu_requested = Signal(QPoint)
    """Acts for the selected photos, at a place of the screen."""
    chosen = Signal()
    """Other photos are selected."""

    def __init__(self, session: Session, covering: Covering) -> None:
        super().__init__()
        self._covering = covering
        self.thumbnails = Thumbnails(session, self)
        self.album = AlbumModel(covering.covers, self.thumbnails.is_damaged, self)
        self.choice = Choice()
        self.pair: tuple[str, str] | None = None
        """The ids of A and B, if two photos of one view are selected."""
        self._rows: dict[str, int] = {}
        self._sections: Sequence[Section] = ()
        self._anchor = 0
        self._before_click: list[str] = []
        self._syncing = False
        self._scrolled_to = 0
        self.setModel(self.album)
        self.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        self.setAccessibleName(self.tr("Photos"))
        self.setProperty(PAINTS_FOCUS, True)  # noqa: FBT003 - Qt's signature
        self.thumbnails.arrived.connect(self._repaint_photo)
        covering.changed.connect(self.viewport().update)
        theme.current().changed.connect(self._arrange)

    def show_entries(
        self, entries: Sequence[Entry], sections: Sequence[Section], course: Course
    ) -> None:
        """Show these, keeping what is in sight and what is selected where it can be."""
        top = self._top_photo()
        current = self._current_id()
        self._rows = {entry.photo_id: row for row, entry in enumerate(entries)}
        self._syncing = True
        self.album.show_entries(entries, course)
        self._syncing = False
        self._sections = sections
        self._arrange()
        if current in self._rows:
            self._set_current(self._rows[current])
        self._keep_in_sight(top)
        self.choice.keep(self._rows)
        self._tell_choice()

    def entry(self, photo_id: str) -> Entry:
        return self.album.entries[self._rows[photo_id]]

    def chosen_entries(self) -> list[Entry]:
        """In the order in which they were selected."""
        return [self.entry(one) for one in self.choice.ids]

    def select(self, photo_ids: Iterable[str]) -> None:
        self.choice.replace(photo_ids)
        self._tell_choice()

    def select_all(self) -> None:
        self.select(entry.photo_id for entry in self.album.entries)

    def uncover(self, photo_id: str) -> bool:
        """False if it was not covered."""
        return self._covering.uncover(photo_id)

    def go_to(self, photo_id: str) -> None:
        """Let the keyboard stand on a photo and bring it into sight."""
        if photo_id in self._rows:
            self._set_current(self._rows[photo_id])

    # What keys do: `grid_keys` calls these.

    @property
    def current(self) -> int:
        """The row that the keyboard stands on, or -1."""
        return self.currentIndex().row()

    def move_to(self, row: int, *, extend: bool = False) -> None:
        """Stand on a row; with `extend` select all from where the last selection began."""
        if not 0 <= row < len(self.album.entries):
            return
        if extend:
            first, last = sorted((self._anchor, row))
            entries = self.album.entries[first : last + 1]
            self.choice.replace(entry.photo_id for entry in entries)
            self._tell_choice()
        else:
            self._anchor = row
        self._set_current(row)

    def pick_current(self, *, toggle: bool = False) -> None:
        """Select what the keyboard stands on, or take it out of the selection."""
        if (entry := self._current_entry()) is None:
            return
        self._anchor = self.current
        (self.choice.toggle if toggle else self.choice.pick)(entry.photo_id)
        self._tell_choice()

    def open_current(self) -> None:
        """Take the cover away first, where there is one."""
        entry = self._current_entry()
        if entry is not None and not self.uncover(entry.photo_id):
            self.opened.emit(entry.photo_id)

    def remove_current(self) -> None:
        """Ask to delete what is selected, else what the keyboard stands on."""
        if self._has_chosen():
            self.remove_requested.emit()

    def save_current(self) -> None:
        """The same for copies outside the diary."""
        if self._has_chosen():
            self.save_requested.emit()

    def _has_chosen(self) -> bool:
        """Whether anything is selected, or what the keyboard stands on is now."""
        entry = self._current_entry()
        if not self.choice.ids and entry is not None:
            self.select([entry.photo_id])
        return bool(self.choice.ids)

    keyPressEvent = grid_keys.key_press_event

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if not self._syncing:  # a screen reader selected something
            rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
            self.choice.replace(self.album.entries[row].photo_id for row in rows)
            self._tell_choice()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._want_thumbnails()

    def resizeEvent(self, event: QResizeEvent) -> None:
        top = self._top_photo()
        super().resizeEvent(event)
        self._arrange()
        self._keep_in_sight(top)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._want_thumbnails()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.thumbnails.want(())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """There is always a photo that the keyboard stands on."""
        if self.current < 0 and self.album.entries:
            self._set_current(max(self.first_in_sight(), 0))
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if not index.isValid():
            self.select(())
            return
        keys = event.modifiers()
        if keys & Qt.KeyboardModifier.ShiftModifier:
            self.move_to(index.row(), extend=True)
            return
        self.move_to(index.row())
        self._before_click = self.choice.ids
        if keys & Qt.KeyboardModifier.ControlModifier:
            self.pick_current(toggle=True)
        elif not self.uncover(self.album.entries[index.row()].photo_id):
            self.pick_current()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """A click is done when it is pressed."""

    def mouseMoveEvent(self, _event: QMouseEvent) -> None:
        """Nothing is dragged."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """What its first click selected, or let go, is taken back."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.move_to(index.row())
            self.select(self._before_click)
            self.open_current()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if not index.isValid():
            return
        self.move_to(index.row())
        photo_id = self.album.entries[index.row()].photo_id
        if photo_id not in self.choice:
            self.select([photo_id])
        at = self.visualRect(index).center() if by_key else event.pos()
        self.menu_requested.emit(self.viewport().mapToGlobal(at))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        part = event.rect().translated(0, self.verticalOffset())
        painter.translate(0, -self.verticalOffset())
        for section, box in self.placement.headings_between(part.top(), part.bottom()):
            shown = self._sections[section]
            tile_painting.paint_heading(painter, box, shown.title, shown.words)
        for row in self.placement.tiles_between(part.top(), part.bottom()):
            self._paint_tile(painter, row)
        painter.end()

    def _paint_tile(self, painter: QPainter, row: int) -> None:
        entry = self.album.entries[row]
        one = entry.photo_id
        letter = "AB"[self.pair.index(one)] if self.pair and one in self.pair else ""
        look = tile_painting.Look(
            covered=self._covering.covers(one),
            selected=one in self.choice,
            focused=row == self.current and self._shows_focus(),
            letter=letter,
        )
        day, picture = self.album.day_number(entry), self.thumbnails.get(one)
        tile_painting.paint_tile(painter, self.placement.rect(row), entry, day, picture, look)

    def _shows_focus(self) -> bool:
        by_key = self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        return self.hasFocus() and by_key

    @Slot()
    def _arrange(self) -> None:
        self.place([each.count for each in self._sections])
        self.thumbnails.set_side(round(self.side * self.devicePixelRatioF()))
        self._want_thumbnails()

    def _want_thumbnails(self) -> None:
        """Those in sight first, then those that scrolling goes towards, then those it left."""
        if not self.isVisible():
            return
        top, height = self.verticalOffset(), self.viewport().height()
        down = top >= self._scrolled_to
        self._scrolled_to = top
        seen = self.placement.tiles_between(top, top + height)
        near = self.placement.near(top, height, down=down)
        self.thumbnails.want(self._ids(seen), self._ids(near))

    def _ids(self, rows: Iterable[int]) -> list[str]:
        return [self.album.entries[row].photo_id for row in rows]

    @Slot(str)
    def _repaint_photo(self, photo_id: str) -> None:
        row = self._rows.get(photo_id)
        if row is not None:
            self.viewport().update(self.visualRect(self.album.index(row, 0)))

    def _tell_choice(self) -> None:
        """Let Qt know what is selected, for those who hear it, and tell the page."""
        selection = QItemSelection()
        rows = sorted(self._rows[one] for one in self.choice.ids)
        start = 0
        for at in range(1, len(rows) + 1):
            if at == len(rows) or rows[at] != rows[at - 1] + 1:
                first, last = (self.album.index(rows[n], 0) for n in (start, at - 1))
                selection.append(QItemSelectionRange(first, last))
                start = at
        self._syncing = True
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().select(selection, flag)
        self._syncing = False
        self.pair = self._find_pair()
        self.viewport().update()
        self.chosen.emit()

    def _find_pair(self) -> tuple[str, str] | None:
        if len(self.choice) != 2:
            return None
        one, other = sorted(self.chosen_entries(), key=lambda entry: (entry.on, self._age(entry)))
        return (one.photo_id, other.photo_id) if one.view is other.view else None

    def _age(self, entry: Entry) -> int:
        """Its place among the photos of its day, which are in the order of the gallery."""
        entries = self.album.entries
        row = self._rows[entry.photo_id]
        return -row if entries[0].on > entries[-1].on else row

    def _current_entry(self) -> Entry | None:
        return self.album.entries[self.current] if self.current >= 0 else None

    def _current_id(self) -> str:
        entry = self._current_entry()
        return entry.photo_id if entry else ""

    def _set_current(self, row: int) -> None:
        index = self.album.index(row, 0)
        flag = QItemSelectionModel.SelectionFlag.NoUpdate
        self.selectionModel().setCurrentIndex(index, flag)
        self.scrollTo(index)
        self.viewport().update()

    def _top_photo(self) -> tuple[str, int] | None:
        """The first photo in sight, and how far under the top it begins; `None` at the top."""
        row = self.first_in_sight()
        if self.verticalOffset() == 0 or not 0 <= row < len(self.album.entries):
            return None
        offset = self.placement.rect(row).top() - self.verticalOffset()
        return self.album.entries[row].photo_id, offset

    def _keep_in_sight(self, top: tuple[str, int] | None) -> None:
        if top and top[0] in self._rows:
            place = self.placement.rect(self._rows[top[0]]).top() - top[1]
            self.verticalScrollBar().setValue(place)
