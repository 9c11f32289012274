"""The Progress page."""

from datetime import date
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from diary.charts.course_chart import Range, chart_of
from diary.charts.read_out import in_a_line, read_out
from diary.domain.photo import Photo, view_name
from diary.journal import Journal
from diary.ui.covering import Covering
from diary.ui.local import long_date
from diary.ui.pages.columns import Columns
from diary.ui.pages.page import Page
from diary.ui.pages.progress.chart_view import ChartView
from diary.ui.pages.progress.in_short import InShort
from diary.ui.pages.progress.shown import Shown, read
from diary.ui.pages.progress.table import NumbersTable
from diary.ui.pictures import thumbnail
from diary.ui.session import Session
from diary.ui.widgets.button import IconButton
from diary.ui.widgets.card import Card
from diary.ui.widgets.covered_picture import CoveredPicture
from diary.ui.widgets.segmented import Segmented

MEAN, BY_SITE = "mean", "by site"

THUMBNAIL = 40

WIDTHS = (752, 264)
"""The columns as drawn at 1280 px; their shares at other widths."""


class ProgressPage(Page):
    """The whole diary is read once and drawn in the range that was chosen."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, self.tr("Progress"))
        self._shown: Shown | None = None
        self._range = Segmented(
            self.tr("Range"),
            [
                (Range.FOUR_WEEKS, self.tr("4 weeks")),
                (Range.THREE_MONTHS, self.tr("3 months")),
                (Range.WHOLE, self.tr("Whole course")),
            ],
        )
        self._range.set_value(Range.WHOLE)
        self._sites = Segmented(
            self.tr("Dryness"), [(MEAN, self.tr("Mean of four")), (BY_SITE, self.tr("By site"))]
        )
        self._sites.set_value(MEAN)
        self._as_table = IconButton("table", self.tr("Show as table, Ctrl+T"), framed=True)
        self._as_table.setCheckable(True)
        self._choices = QWidget()
        self._chart = ChartView(self._sites, session.jobs)
        self._table = NumbersTable()
        self._in_short = InShort()
        self._covering = Covering(session, self)
        self._lay_out()
        self._connect()

    def enter(self) -> None:
        self.session.ask(read, self._fill, self)

    @Slot()
    def _read_again(self) -> None:
        if self.isVisible():
            self.enter()

    def _fill(self, shown: Shown) -> None:
        if shown == self._shown:
            return
        self._shown = shown
        self.session.ask(partial(_pictures, photos=shown.strip), self._show_photos, self)
        self._draw()

    def _show_photos(self, pictures: list[tuple[Photo, QImage]]) -> None:
        shown = []
        for photo, image in pictures:
            name = f"{view_name(photo.view)}, {long_date(photo.taken.on)}"
            small = CoveredPicture(self._covering, photo.id, photo.view, name, THUMBNAIL)
            small.show_image(image)
            shown.append((photo.taken.on, small))
        self._chart.show_photos(shown)

    @Slot()
    def _draw(self) -> None:
        shown = self._shown
        if shown is None:
            return
        chart = chart_of(
            shown.days,
            shown.course,
            shown.today,
            Range(self._range.value or Range.WHOLE),
            by_site=self._sites.value == BY_SITE,
        )
        self._in_short.fill(shown, chart)
        self._table.show_chart(chart)
        self._chart.show_chart(chart)
        self._say_where(None)

    @Slot(object)
    def _say_where(self, on: date | None) -> None:
        """The values of the day that is pointed at, else which day today is."""
        shown = self._shown
        if shown is None:
            return
        if on is None:
            number = shown.course.day_number(shown.today)
            words = (
                self.tr("Day {day} of your course · week {week}").format(
                    day=number, week=shown.course.week(shown.today)
                )
                if number > 0
                else self.tr("Before your course")
            )
        else:
            chart = chart_of(shown.days, shown.course, shown.today, Range.WHOLE)
            words = in_a_line(read_out(chart, on))
        self.set_subtitle(words)

    @Slot()
    def _switch_to_table(self) -> None:
        shows_table = self._as_table.isChecked()
        self._table.setVisible(shows_table)
        self._chart.setVisible(not shows_table)
        (self._table if shows_table else self._chart).setFocus()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._choices)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._as_table)
        row.addWidget(self._range)
        self.set_acts(self._choices)
        card = Card()
        card.setAccessibleName(self.tr("Your course"))
        for widget in (self._chart, self._table):
            widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            card.body.addWidget(widget, 1)
        self._table.hide()
        columns = Columns(*WIDTHS)
        columns.add(0, card, 1)
        columns.add(1, self._in_short, 1)
        self.body.addWidget(columns, 1)

    def _connect(self) -> None:
        self._range.chosen.connect(self._draw)
        self._sites.chosen.connect(self._draw)
        self._chart.day_pointed.connect(self._say_where)
        self._as_table.toggled.connect(self._switch_to_table)
        QShortcut(QKeySequence("Ctrl+T"), self, self._as_table.toggle)
        session = self.session
        session.day_changed.connect(self._read_again)
        session.photos_changed.connect(self._read_again)
        session.course_changed.connect(self._read_again)


def _pictures(journal: Journal, photos: tuple[Photo, ...]) -> list[tuple[Photo, QImage]]:
    pictures = [(photo, thumbnail(journal, photo)) for photo in photos]
    return [(photo, image) for photo, image in pictures if not image.isNull()]
