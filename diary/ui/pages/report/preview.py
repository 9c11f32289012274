"""The real pages, shown from memory."""

from PySide6.QtCore import QBuffer, QPointF, QSize, Qt, Slot
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QWidget

from diary.ui import theme
from diary.ui.local import number
from diary.ui.widgets.button import IconButton
from diary.ui.widgets.card import Card
from diary.ui.widgets.text import label

MEGABYTE = 1_000_000
ZOOM_STEP = 1.25
LEAST_ZOOM, MOST_ZOOM = 0.25, 4.0
LEAST_HEIGHT = 420
GAP = 8


class Preview(Card):
    """Pages of a PDF; nothing of it touches the disk."""

    def __init__(self) -> None:
        super().__init__(self.tr("Preview"))
        self._buffer = QBuffer()
        self.document = QPdfDocument(self)
        self._view = QPdfView(self)
        self._view.setDocument(self.document)
        self._view.setAccessibleName(self.tr("Pages of the summary"))
        self._view.setPageMode(QPdfView.PageMode.SinglePage)
        self._view.setZoomMode(QPdfView.ZoomMode.FitInView)
        self._view.setMinimumHeight(LEAST_HEIGHT)
        self._earlier = IconButton("chevron-left", self.tr("Previous page"))
        self._where = label("", "body")
        self._later = IconButton("chevron-right", self.tr("Next page"))
        self._smaller = IconButton("zoom-out", self.tr("Smaller"))
        self._larger = IconButton("zoom-in", self.tr("Larger"))
        self._controls = QWidget()
        row = QHBoxLayout(self._controls)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        self._parts = (self._earlier, self._where, self._later, self._smaller, self._larger)
        for part in self._parts:
            row.addWidget(part)
        self._in_head = True
        self.add_to_head(self._controls)
        self.body.addWidget(self._view, 1)
        self._connect()
        self._color_desk()

    def minimumSizeHint(self) -> QSize:
        """Without the controls, which move under the head where it has no room for them."""
        return QSize(self._controls.minimumSizeHint().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_controls()

    def _place_controls(self) -> None:
        """Beside the title and what is said of the file, or under them."""
        controls = sum(part.sizeHint().width() + GAP for part in self._parts)
        in_head = self.words_width() + controls <= self.body.geometry().width()
        if in_head != self._in_head:
            self._in_head = in_head
            if in_head:
                self.body.removeWidget(self._controls)
                self.add_to_head(self._controls)
            else:
                self.body.insertWidget(0, self._controls, 0, Qt.AlignmentFlag.AlignRight)

    def show_pdf(self, data: bytes) -> None:
        """Show another PDF at the page that was open."""
        page = self._page()
        self.document.close()
        self._buffer.close()
        self._buffer.setData(data)
        self._buffer.open(QBuffer.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        pages = self.document.pageCount()
        size = number(max(0.1, len(data) / MEGABYTE), 1)
        words = self.tr("1 page") if pages == 1 else self.tr("%n pages", "", pages)
        self.set_caption(self.tr("about {size} MB, {pages}").format(size=size, pages=words))
        self._go_to(min(page, pages - 1))
        self._place_controls()

    @Slot()
    def _color_desk(self) -> None:
        """What lies around the pages; QPdfView takes it from the palette."""
        palette = self._view.palette()
        palette.setColor(QPalette.ColorRole.Dark, theme.current().color("sunk"))
        self._view.setPalette(palette)

    def _page(self) -> int:
        return self._view.pageNavigator().currentPage()

    def _go_to(self, page: int) -> None:
        self._view.pageNavigator().jump(max(0, page), QPointF())
        self._say_where()

    @Slot()
    def _say_where(self) -> None:
        page, pages = self._page(), self.document.pageCount()
        self._where.setText(
            self.tr("Page {page} of {pages}").format(page=page + 1, pages=pages) if pages else ""
        )
        self._earlier.setEnabled(page > 0)
        self._later.setEnabled(page + 1 < pages)

    @Slot()
    def _go_earlier(self) -> None:
        self._go_to(self._page() - 1)

    @Slot()
    def _go_later(self) -> None:
        self._go_to(self._page() + 1)

    @Slot()
    def _zoom_in(self) -> None:
        self._zoom(ZOOM_STEP)

    @Slot()
    def _zoom_out(self) -> None:
        self._zoom(1 / ZOOM_STEP)

    def _zoom(self, by: float) -> None:
        if self._view.zoomMode() is not QPdfView.ZoomMode.Custom:
            self._view.setZoomFactor(self._fitted_zoom())
            self._view.setZoomMode(QPdfView.ZoomMode.Custom)
        wanted = self._view.zoomFactor() * by
        self._view.setZoomFactor(min(max(wanted, LEAST_ZOOM), MOST_ZOOM))

    def _fitted_zoom(self) -> float:
        """The factor that shows the whole page now."""
        page = self.document.pagePointSize(self._page())
        dots = self.logicalDpiY() / 72
        return (self._view.viewport().height() - 12) / (page.height() * dots)

    def _connect(self) -> None:
        self._earlier.clicked.connect(self._go_earlier)
        self._later.clicked.connect(self._go_later)
        self._smaller.clicked.connect(self._zoom_out)
        self._larger.clicked.connect(self._zoom_in)
        theme.current().changed.connect(self._color_desk)
        self._view.pageNavigator().currentPageChanged.connect(self._say_where)
