"""A list whose items stand in lines under headings, placed without asking for any of them."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QMargins,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QAbstractItemView, QListView, QScrollBar, QWidget

from diary.ui import theme
from diary.ui.pages.page import PADDING
from diary.ui.pages.photos import tile_painting
from diary.ui.pages.photos.placement import Measures, Placement

SMALLEST_TILE = 150
"""Logical pixels: six tiles then fill the page as drawn; a narrower page has fewer."""

GAP = 16
ROW_GAP, SECTION_GAP = 12, 20
HEADING_GAP = 12
LEAD_GAP = 16

Index = QModelIndex | QPersistentModelIndex


class PlacedView(QListView):
    """Qt brings scrolling and what a screen reader asks; its own layout of items is not used.

    Its right edge is that of the page: the scroll bar stands in the page's padding.
    """

    def __init__(self) -> None:
        super().__init__()
        self._counts: Sequence[int] = ()
        self._lead: QWidget | None = None
        self.placement = Placement((), self._measures())
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.viewport().setAutoFillBackground(False)

    def set_lead(self, lead: QWidget | None) -> None:
        """Let a widget stand over the first heading and scroll with the items, or none."""
        before, self._lead = self._lead, lead
        if before is not None:
            for part in _parts(before):
                part.removeEventFilter(self)
        if lead is not None:
            lead.setParent(self.viewport())
            for part in _parts(lead):
                part.installEventFilter(self)
            lead.show()
        self._bar().setValue(0)
        self.place(self._counts)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The lead breaks into more lines, or the keyboard goes to what is scrolled away."""
        if watched is self._lead and event.type() == QEvent.Type.LayoutRequest:
            self.place(self._counts)
        elif event.type() == QEvent.Type.FocusIn and watched is not self.viewport():
            self._bar().setValue(0)
        return super().eventFilter(watched, event)

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self._place_lead()
        self.viewport().update()

    def minimumSizeHint(self) -> QSize:
        """A page that is too low for a month's name and a picture scrolls as a whole."""
        return QSize(SMALLEST_TILE, self._heading_height() + SMALLEST_TILE)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def visualRect(self, index: Index) -> QRect:
        if not 0 <= index.row() < self.placement.total:
            return QRect()
        return self.placement.rect(index.row()).translated(0, -self.verticalOffset())

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self.placement.tile_at(point + QPoint(0, self.verticalOffset()))
        return self.model().index(row, 0) if row >= 0 else QModelIndex()

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        if not 0 <= index.row() < self.placement.total:
            return
        box, bar, height = self.placement.rect(index.row()), self._bar(), self.viewport().height()
        if hint == QAbstractItemView.ScrollHint.PositionAtTop:
            bar.setValue(box.top())
        elif box.top() < bar.value() or box.height() > height:
            section = self.placement.section_of(index.row())
            in_first_line = box.top() - self._heading_height() == self.placement.top_of(section)
            bar.setValue(box.top() - (self._heading_height() if in_first_line else 0))
        elif box.bottom() > bar.value() + height:
            bar.setValue(box.bottom() - height + 1)

    def verticalOffset(self) -> int:
        return self._bar().value()

    def horizontalOffset(self) -> int:
        return 0

    def isIndexHidden(self, _index: Index) -> bool:
        return False

    def visualRegionForSelection(self, _selection: QItemSelection) -> QRegion:
        return QRegion(self.viewport().rect())

    def setSelection(self, _rect: QRect, _command: QItemSelectionModel.SelectionFlag) -> None:
        """A rubber band, which this view has none of."""

    def selectionCommand(
        self, _index: Index, _event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        return QItemSelectionModel.SelectionFlag.NoUpdate

    def doItemsLayout(self) -> None:
        """Nothing is placed before it is asked for."""

    def updateGeometries(self) -> None:
        bar, height = self._bar(), self.viewport().height()
        bar.setRange(0, max(self.placement.height - height, 0))
        bar.setPageStep(max(height - self._heading_height(), 1))
        bar.setSingleStep(max(self.placement.page // 4, 1))
        taken = bar.sizeHint().width() if bar.maximum() > 0 else 0
        margins = QMargins(0, 0, max(PADDING - taken, 0), 0)
        if margins != self.viewportMargins():
            self.setViewportMargins(margins)

    def place(self, counts: Sequence[int]) -> None:
        """Place sections of so many tiles, sharing the width among as many as fit."""
        self._counts = counts
        self._place_lead()
        self.placement = Placement(counts, self._measures())
        self.updateGeometries()
        self.viewport().update()

    @property
    def side(self) -> int:
        """The width of a tile in logical pixels; some of a line are a pixel narrower."""
        return self._measures().side

    def first_in_sight(self) -> int:
        seen = self.placement.tiles_between(self.verticalOffset(), self.verticalOffset())
        return seen.start if seen else -1

    def _measures(self) -> Measures:
        smallest = theme.current().px(SMALLEST_TILE)
        width = max(self.viewport().width(), 1)
        columns = max(1, (width + GAP) // (smallest + GAP))
        side = -(-(width + GAP) // columns) - GAP
        return Measures(
            width=width,
            columns=columns,
            side=side,
            tile_height=side + tile_painting.caption_height(),
            row_gap=ROW_GAP,
            column_gap=GAP,
            heading=self._heading_height(),
            section_gap=SECTION_GAP,
            lead=self._lead_height() + LEAD_GAP if self._lead is not None else 0,
        )

    def _place_lead(self) -> None:
        if self._lead is not None:
            width = self.viewport().width()
            self._lead.setGeometry(0, -self.verticalOffset(), width, self._lead_height())

    def _lead_height(self) -> int:
        return self._lead.sizeHint().height() if self._lead is not None else 0

    def _heading_height(self) -> int:
        return theme.current().px(tile_painting.HEADING) + HEADING_GAP

    def _bar(self) -> QScrollBar:
        return self.verticalScrollBar()


def _parts(widget: QWidget) -> list[QWidget]:
    return [widget, *widget.findChildren(QWidget)]
