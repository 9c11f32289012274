"""The pictures of a batch as the rows of a table."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QPixmap, QUndoCommand, QUndoStack

from diary.domain.camera_clock import WrongClock, wrong_clocks
from diary.domain.course import Course
from diary.domain.draft import Doubt, Draft, Twin, can_be_added, doubts, short_doubt
from diary.domain.photo import source_name, view_name
from diary.ui import icons, theme
from diary.ui.dialogs.import_review.words import day_of, said_of, when
from diary.ui.pictures import fitted
from diary.words import translate

Index = QModelIndex | QPersistentModelIndex
Change = Callable[[Draft], Draft]

SIDE = 56
"""Of a picture in the table, in logical pixels at 100 % text."""

COVER = 20
"""Of the mark in place of a covered picture."""

LINES = Qt.ItemDataRole.UserRole
"""The lines of a cell, the first one in full ink."""


class Column(IntEnum):
    INCLUDED = 0
    PICTURE = 1
    FILE = 2
    TAKEN = 3
    VIEW = 4
    DAY = 5


class DraftModel(QAbstractTableModel):
    """Holds the drafts in the order of its rows; every change can be taken back."""

    def __init__(
        self,
        drafts: Sequence[Draft],
        thumbnails: Mapping[int, bytes],
        course: Course,
        now: datetime,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.undo = QUndoStack(self)
        self._course = course
        self._now = now
        self._thumbnails = thumbnails
        self._covered = True
        self._narrow = False
        self._pictures: dict[int, QPixmap] = {}
        found = doubts(drafts, course, now)
        order = sorted(
            range(len(drafts)),
            key=lambda row: (_rank(drafts[row], found[row]), _moment(drafts[row])),
        )
        self.drafts = [drafts[row] for row in order]
        self._doubts = [found[row] for row in order]

    def wrong_clock(self) -> WrongClock | None:
        """The camera to speak of first, if many photos of one have dates that look wrong."""
        return next(iter(wrong_clocks(self.drafts, self._course, self._now)), None)

    def rows_of(self, numbers: Collection[int]) -> list[int]:
        """Where the drafts with these numbers stand."""
        return [row for row, draft in enumerate(self.drafts) if draft.number in numbers]

    def doubts(self, row: int) -> tuple[Doubt, ...]:
        return self._doubts[row]

    def sentences(self, row: int) -> str:
        return said_of(self.drafts[row], self._doubts[row])

    def picture(self, row: int, side: int) -> QPixmap:
        """As large as a square of `side` pixels lets it be, or its cover."""
        if self._covered:
            return icons.pixmap("eye-off", "muted", COVER)
        return QPixmap.fromImage(fitted(self._thumbnails[self.drafts[row].number], side))

    def set_covered(self, *, covered: bool) -> None:
        """Show the pictures or keep them covered."""
        if covered != self._covered:
            self._covered = covered
            self._pictures.clear()
            self.put(self.drafts)

    def set_narrow(self, *, narrow: bool) -> None:
        """Say the day of the course under the view, and less in the head and of the date."""
        if narrow != self._narrow:
            self._narrow = narrow
            self.put(self.drafts)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def change(self, rows: Iterable[int], change: Change, text: str) -> None:
        """Change the drafts of some rows in one step that is undone as `text`."""
        changed = list(self.drafts)
        for row in rows:
            changed[row] = change(changed[row])
        if changed != self.drafts:
            self.undo.push(_Edit(self, changed, text))

    def put(self, drafts: list[Draft]) -> None:
        """Show other drafts in the same rows."""
        self.drafts = drafts
        self._doubts = doubts(drafts, self._course, self._now)
        last = self.index(len(drafts) - 1, len(Column) - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def can_be_added(self, row: int) -> bool:
        return can_be_added(self._doubts[row])

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.drafts)

    def columnCount(self, _parent: Index | None = None) -> int:
        return len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.column() == Column.INCLUDED and self.can_be_added(index.row()):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = index.row(), Column(index.column())
        lines = self._lines(row, column)
        if role == LINES:
            return lines
        if role == Qt.ItemDataRole.DisplayRole:
            return "" if column is Column.FILE else " ".join(lines)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.sentences(row) or None
        if role == Qt.ItemDataRole.DecorationRole and column is Column.PICTURE:
            return self._picture(row)
        if role == Qt.ItemDataRole.CheckStateRole and column is Column.INCLUDED:
            on = self.drafts[row].included
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.INCLUDED: translate("Drafts", "Add"),
            Column.PICTURE: translate("Drafts", "Photo"),
            Column.FILE: translate("Drafts", "File")
            if self._narrow
            else translate("Drafts", "File and what to check"),
            Column.TAKEN: translate("Drafts", "Taken"),
            Column.VIEW: translate("Drafts", "View"),
            Column.DAY: translate("Drafts", "Day"),
        }[Column(section)]

    def _lines(self, row: int, column: Column) -> tuple[str, ...]:
        draft = self.drafts[row]
        if column is Column.FILE:
            return draft.file_name, self._to_check(row)
        if column is Column.TAKEN:
            source = source_name(draft.taken.source) if draft.taken else ""
            return when(draft.taken, weekday=not self._narrow), source
        if column is Column.VIEW:
            view = view_name(draft.view) if draft.view else translate("Drafts", "Not set")
            return (view, day_of(draft.taken, self._course)) if self._narrow else (view,)
        if column is Column.DAY:
            return (day_of(draft.taken, self._course),)
        return ()

    def _to_check(self, row: int) -> str:
        if self.drafts[row].twin is Twin.HURT:
            return translate("Drafts", "mends this photo in your diary")
        return ", ".join(short_doubt(doubt) for doubt in self._doubts[row])

    def _spoken(self, row: int, column: Column) -> str:
        name = self.drafts[row].file_name
        if column is Column.INCLUDED:
            on = self.drafts[row].included
            words = (
                translate("Drafts", "{name}: add") if on else translate("Drafts", "{name}: skip")
            )
            return words.format(name=name)
        if column is Column.PICTURE:
            return translate("Drafts", "Picture of {name}").format(name=name)
        return ", ".join(filter(None, self._lines(row, column)))

    def _picture(self, row: int) -> QPixmap:
        """Small ones only: at full size 200 of them would take as many megabytes."""
        number, side = self.drafts[row].number, theme.current().px(SIDE)
        if number not in self._pictures:
            self._pictures[number] = self.picture(row, side)
        return self._pictures[number]


class _Edit(QUndoCommand):
    """Pushing it is its first `redo`."""

    def __init__(self, model: DraftModel, drafts: list[Draft], text: str) -> None:
        super().__init__(text)
        self._model = model
        self._before = model.drafts
        self._after = drafts

    def redo(self) -> None:
        self._model.put(self._after)

    def undo(self) -> None:
        self._model.put(self._before)


def with_tick(draft: Draft, *, on: bool) -> Draft:
    """To be added or left out."""
    return replace(draft, included=on)


def _rank(draft: Draft, about: Sequence[Doubt]) -> int:
    """What is to check stands first, then what is sure, what was deleted, and what is here."""
    if not can_be_added(about):
        return 3
    if not draft.included:
        return 2
    return 0 if about else 1


def _moment(draft: Draft) -> tuple[date, time, int]:
    """Those without a date first, the others from the oldest on."""
    taken = draft.taken
    if taken is None:
        return date.min, time.min, draft.number
    return taken.on, taken.at or time.min, draft.number
