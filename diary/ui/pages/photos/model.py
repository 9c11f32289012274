"""The photos that the gallery shows, as a screen reader and the view ask for them."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from diary.domain.album import Entry
from diary.domain.course import Course
from diary.ui.covering import covered_name
from diary.ui.pages.photos.shown import spoken
from diary.words import translate

Index = QModelIndex | QPersistentModelIndex


class AlbumModel(QAbstractListModel):
    """Rows in the order of the gallery. `is_covered` and `is_damaged` are asked by photo id."""

    def __init__(
        self,
        is_covered: Callable[[str], bool],
        is_damaged: Callable[[str], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._is_covered, self._is_damaged = is_covered, is_damaged
        self._course: Course | None = None
        self.entries: Sequence[Entry] = ()

    def show_entries(self, entries: Sequence[Entry], course: Course) -> None:
        self.beginResetModel()
        self.entries, self._course = entries, course
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(self.entries[index.row()])
        if role == Qt.ItemDataRole.ToolTipRole:
            entry = self.entries[index.row()]
            if self._is_covered(entry.photo_id):
                return translate("Photos", "Click to uncover")
            return self.spoken(entry)
        return None

    def day_number(self, entry: Entry) -> int:
        return self._course.day_number(entry.on) if self._course else 0

    def spoken(self, entry: Entry) -> str:
        """Such as "Front, 23 November, day 54, acne 4", and what is to be known of its picture."""
        name = spoken(entry, self.day_number(entry))
        if self._is_damaged(entry.photo_id):
            return translate("Photos", "{photo}; its file is damaged").format(photo=name)
        return covered_name(name) if self._is_covered(entry.photo_id) else name
