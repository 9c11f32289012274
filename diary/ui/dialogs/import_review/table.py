"""The table of the pictures: chosen by mouse or keyboard, many at once."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from diary.domain.photo import View
from diary.ui import theme
from diary.ui.dialogs.import_review.cells import PADDING, Cells
from diary.ui.dialogs.import_review.model import SIDE, Column, DraftModel, Index
from diary.ui.widgets.button import ENTER_KEYS

NARROW = 560
"""Logical pixels at 100 % text: with less, a column for the day leaves no room for file names."""

VIEW_KEYS = dict(zip("12345", View, strict=True))


class DraftTable(QTableView):
    """Space ticks, Del leaves out, 1 to 5 name the view, Enter corrects the date of the chosen."""

    tick_asked = Signal()
    leave_out_asked = Signal()
    view_chosen = Signal(object)
    date_asked = Signal()
    chosen = Signal()
    """Other rows are selected, or another one is the current one."""

    def __init__(self, model: DraftModel) -> None:
        super().__init__()
        self._drafts = model
        self.setModel(model)
        self.setItemDelegate(Cells(self))
        self.setAccessibleName(self.tr("Photos to add"))
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.current().px(SIDE) + 2 * PADDING)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(Column.FILE, QHeaderView.ResizeMode.Stretch)
        model.dataChanged.connect(self._fit)
        self.clicked.connect(self._click)
        self.doubleClicked.connect(self._open)
        self.selectionModel().selectionChanged.connect(self.chosen)
        self.selectionModel().currentChanged.connect(self.chosen)

    def minimumSizeHint(self) -> QSize:
        """The head and two rows: in a lower dialog all of it scrolls."""
        rows = 2 * self.verticalHeader().defaultSectionSize()
        height = self.horizontalHeader().sizeHint().height() + rows + 2 * self.frameWidth()
        return QSize(super().minimumSizeHint().width(), height)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow table the day of the course stands under the view."""
        super().resizeEvent(event)
        narrow = self.viewport().width() < theme.current().px(NARROW)
        self.setColumnHidden(Column.DAY, narrow)
        self._drafts.set_narrow(narrow=narrow)

    def rows(self) -> list[int]:
        """The selected rows, from the top."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def select(self, rows: list[int]) -> None:
        """Select some rows and go to the first."""
        flags = QItemSelectionModel.SelectionFlag
        first = self._drafts.index(rows[0], Column.FILE)
        self.selectionModel().setCurrentIndex(first, flags.NoUpdate)
        chosen = QItemSelection()
        for row in rows:
            index = self._drafts.index(row, Column.FILE)
            chosen.select(index, index)
        self.selectionModel().select(chosen, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Space:
            self.tick_asked.emit()
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.leave_out_asked.emit()
        elif key in ENTER_KEYS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.date_asked.emit()
        elif event.text() in VIEW_KEYS:
            self.view_chosen.emit(VIEW_KEYS[event.text()])
        else:
            super().keyPressEvent(event)

    @Slot()
    def _fit(self) -> None:
        """Give the columns the room they need; the head would measure every row seven times."""
        for column in Column:
            if column is not Column.FILE:
                self.resizeColumnToContents(column)

    @Slot("QModelIndex")
    def _click(self, index: Index) -> None:
        if index.column() == Column.INCLUDED:
            self.tick_asked.emit()

    @Slot("QModelIndex")
    def _open(self, index: Index) -> None:
        if index.column() != Column.INCLUDED:
            self.date_asked.emit()
