"""The Panels page: rows are views, columns are moments of the course."""

from functools import partial

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from diary.domain.panels import Moment, PanelChoice, moment_name
from diary.domain.photo import Photo, View, view_name
from diary.journal import Journal
from diary.ui.covering import Covering
from diary.ui.pages.page import Page
from diary.ui.pages.panels.chooser import Chooser
from diary.ui.pages.panels.panel import PanelView
from diary.ui.pages.panels.photo_list import PhotoList
from diary.ui.pages.panels.shown import Cell, Shown, read
from diary.ui.session import Session
from diary.ui.widgets.button import Button, Kind
from diary.ui.widgets.empty_page import EmptyPage
from diary.ui.widgets.text import label

GAP = 16
REFRESH_MS = 300
"""How long changes are gathered before the page is read again: an import makes many."""


class PanelsPage(Page):
    """Each view at baseline, month 1, month 2 and now, laid over its first photo."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, self.tr("Panels"), self.tr("The same view at four moments"))
        self._shown: Shown | None = None
        self._outdated = True
        self._covering = Covering(session, self)
        self._table = QWidget()
        self._grid = QGridLayout(self._table)
        self._panels: dict[tuple[View, Moment], PanelView] = {}
        self._titles: dict[View, QWidget] = {}
        self._empty = self._make_empty_page()
        self._refresh = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self._lay_out()
        self._connect()

    def enter(self) -> None:
        if self._outdated:
            self._read()
        self._report.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep no pictures while another page is shown."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._outdated = True
            for panel in self._panels.values():
                panel.drop_picture()

    @Slot()
    def _read_again(self) -> None:
        self._outdated = True
        if self.isVisible():
            self._refresh.start()

    @Slot()
    def _read(self) -> None:
        self._outdated = False
        self.session.ask(read, self._fill, self)

    def _fill(self, shown: Shown) -> None:
        self._shown = shown
        if list(self._titles) != list(shown.rows):
            self._build_rows(shown)
        for row in shown.rows.values():
            for cell in row:
                self._panels[cell.view, cell.moment].fill(cell)
        self._table.setVisible(bool(shown.rows))
        self._empty.setVisible(not shown.rows)

    def _build_rows(self, shown: Shown) -> None:
        for old in (*self._titles.values(), *self._panels.values()):
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._titles, self._panels = {}, {}
        for number, view in enumerate(shown.rows):
            title = label(view_name(view), "section")
            title.setContentsMargins(0, 8 if number else 0, 0, 0)
            self._titles[view] = title
            self._grid.addWidget(title, 1 + 2 * number, 0, 1, len(Moment))
            for column, moment in enumerate(Moment):
                panel = PanelView(self.session, self._covering)
                panel.chosen.connect(self._choose)
                self._panels[view, moment] = panel
                self._grid.addWidget(panel, 2 + 2 * number, column)

    @Slot(object)
    def _choose(self, cell: Cell) -> None:
        assert self._shown is not None  # noqa: S101 - a cell was shown
        photos = self._shown.photos[cell.view]
        listed = PhotoList(self.session, photos, self._shown.course, self._covering)
        chooser = Chooser(self, cell, photos, listed)
        chooser.picked.connect(self._put)
        chooser.open()

    @Slot(object, object)
    def _put(self, cell: Cell, photo: Photo | None) -> None:
        before = cell.panel.photo if cell.panel and cell.panel.own else None
        self.session.push(
            self.tr("photo for {place}").format(place=cell.name),
            partial(_set, cell=cell, photo=photo),
            partial(_set, cell=cell, photo=before),
            changed=self.session.photos_changed.emit,
        )

    @Slot()
    def _open_photos(self) -> None:
        self.open_page.emit("photos")

    @Slot()
    def _open_report(self) -> None:
        self.open_page.emit("report")

    def _make_empty_page(self) -> EmptyPage:
        add = Button(self.tr("Go to Photos"), Kind.PRIMARY, "photos")
        add.clicked.connect(self._open_photos)
        return EmptyPage(
            "photos",
            self.tr("No photos yet"),
            self.tr("With photos of a view from several weeks, they stand here side by side."),
            [add],
        )

    def _lay_out(self) -> None:
        self.set_way_back(self.tr("Photos"), self._open_photos)
        self._report = Button(self.tr("Report"), icon="report")
        self.head.addWidget(self._report)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(8)
        for column, moment in enumerate(Moment):
            self._grid.addWidget(label(moment_name(moment), "strong"), 0, column)
            self._grid.setColumnStretch(column, 1)
        said = self.tr(
            "Proposed are the photos nearest to each moment, of those within a few days the "
            "sharper and better lit one. A row is laid over its first photo where that is sure; "
            "light and colours stay as taken. Press a picture to choose another photo. The "
            "summary for your doctor shows the same ones."
        )
        self.body.addWidget(label(said, "caption", wrap=True))
        self.body.addWidget(self._table)
        self.body.addWidget(self._empty)
        self.body.addStretch(1)
        self._table.hide()
        self._empty.hide()

    def _connect(self) -> None:
        self._report.clicked.connect(self._open_report)
        self._refresh.timeout.connect(self._read)
        session = self.session
        session.photos_changed.connect(self._read_again)
        session.course_changed.connect(self._read_again)
        session.day_changed.connect(self._read_again)


def _set(journal: Journal, cell: Cell, photo: Photo | None) -> None:
    if photo is None:
        journal.panels.propose(cell.view, cell.moment)
    else:
        journal.panels.choose(PanelChoice(cell.view, cell.moment, photo.id))
