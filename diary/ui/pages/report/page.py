"""The Report page."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout

from diary.domain.visits import Visit
from diary.errors import DiaryError, InvalidInput
from diary.journal import Journal, OnDiary
from diary.report.options import ReportOptions
from diary.ui.choosing import choose_target
from diary.ui.local import short_date
from diary.ui.pages.columns import Columns
from diary.ui.pages.page import Page
from diary.ui.pages.report.choices import Choices
from diary.ui.pages.report.preview import Preview
from diary.ui.pages.report.shown import SHORT_SUMMARY, Shown, read
from diary.ui.printing import ask_to_print
from diary.ui.save_file import save_file
from diary.ui.session import Session
from diary.ui.widgets.button import Button, Kind
from diary.ui.widgets.notice import Notice, Tone
from diary.ui.widgets.text import line

REDRAW_MS = 150
"""How long ticks are gathered before the pages are set again."""

WIDTHS = (376, 640)
"""The columns as drawn at 1280 px; their shares at other widths."""


class ReportPage(Page):
    """Photos leave the diary only through this page."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, self.tr("Report"), self.tr("A summary for your dermatologist"))
        self._shown: Shown | None = None
        self._outdated = False
        self._drawing = 0
        """Counts what was asked for: only the last is shown."""
        self._saved_in: Path | None = None
        self._choices = Choices()
        self._preview = Preview()
        self._print = Button(self.tr("Print…"), icon="printer")
        self._save = Button(self.tr("Save PDF…"), Kind.PRIMARY, "download")
        self._short = Notice(Tone.INFO)
        self._result = Notice(Tone.INFO)
        self._problem = Notice(Tone.ERROR)
        self._redraw = QTimer(self, singleShot=True, interval=REDRAW_MS)
        self._lay_out()
        self._connect()

    def enter(self) -> None:
        self.session.ask(read, self._fill, self)

    @Slot()
    def _read_again(self) -> None:
        self._outdated = True
        if self.isVisible():
            self.enter()

    def _fill(self, shown: Shown) -> None:
        if shown == self._shown and not self._outdated:
            return
        self._shown, self._outdated = shown, False
        self.set_subtitle(self._words_about(shown))
        self._choices.fill(shown)
        days = shown.entries
        words = (
            self.tr("There is 1 day so far.")
            if days == 1
            else self.tr("There are %n days so far.", "", days)
        )
        self._short.set_text(f"{words} " + self.tr("The summary will be short."))
        self._short.setVisible(days < SHORT_SUMMARY)
        self._draw()

    def _words_about(self, shown: Shown) -> str:
        words = self.tr("A summary for your dermatologist")
        visit: Visit | None = shown.next_visit
        if visit is None:
            return words
        days = (visit.on - shown.today).days
        when = (
            self.tr("today")
            if days == 0
            else self.tr("in 1 day")
            if days == 1
            else self.tr("in %n days", "", days)
        )
        coming = self.tr("next appointment {day}, {when}").format(
            day=short_date(visit.on), when=when
        )
        return f"{words} · {coming}"

    @Slot()
    def _draw(self) -> None:
        options = self._choices.options()
        self._drawing += 1
        show = partial(self._show, self._drawing)
        self.session.ask_beside(partial(_set, options=options), show, self)

    def _show(self, drawing: int, pdf: bytes) -> None:
        if drawing == self._drawing:
            self._preview.show_pdf(pdf)

    @Slot()
    def _save_pdf(self) -> None:
        try:
            options = self._choices.options(protected=True)
        except InvalidInput as error:
            self._choices.explain_password(str(error))
            return
        name = self.tr("Skin summary {date}.pdf").format(date=self.session.journal.today())
        documents = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        choose_target(
            self,
            self.tr("Save the summary"),
            name,
            ["pdf"],
            partial(self.save_as, options=options),
            folder=documents,
            known=self.tr("PDF (*.pdf)"),
        )

    def save_as(self, path: Path, options: ReportOptions) -> None:
        """Set the pages and write them where the patient said."""
        self._save.set_busy(self.tr("Saving…"))
        self.session.ask_beside(
            partial(_set, options=options), partial(self._write, path), self, self._give_up
        )

    def _write(self, path: Path, data: bytes) -> None:
        self._save.set_idle()
        try:
            save_file(path, data, self.session.journal.folder)
        except DiaryError as error:
            self._result.hide()
            self._problem.set_text(str(error))
            self._problem.show()
            return
        self._saved_in = path.parent
        said = self.tr("Saved as {name}.").format(name=path.name)
        self._result.set_text(said, self.tr("Show in folder"))
        self._result.show()
        self._problem.hide()

    def _give_up(self, error: Exception) -> None:
        self._save.set_idle()
        if isinstance(error, DiaryError):
            self._problem.set_text(str(error))
            self._problem.show()
        else:
            self.session.jobs.failed.emit(error)

    @Slot()
    def _show_in_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved_in)))

    @Slot()
    def _open_panels(self) -> None:
        self.open_page.emit("panels")

    @Slot()
    def _ask_to_print(self) -> None:
        ask_to_print(self, self._preview.document)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._print, 1)
        buttons.addWidget(self._save, 1)
        for notice in (self._short, self._result, self._problem):
            notice.hide()
            self._choices.add(notice)
        self._choices.add(line())
        self._choices.add(buttons)
        columns = Columns(*WIDTHS)
        columns.add(0, self._choices, 1)
        columns.add(1, self._preview, 1)
        self.body.addWidget(columns, 1)

    def _connect(self) -> None:
        self._choices.changed.connect(self._redraw.start)
        self._choices.panels_asked.connect(self._open_panels)
        self._redraw.timeout.connect(self._draw)
        self._save.clicked.connect(self._save_pdf)
        self._print.clicked.connect(self._ask_to_print)
        self._result.link_activated.connect(self._show_in_folder)
        session = self.session
        session.day_changed.connect(self._read_again)
        session.photos_changed.connect(self._read_again)
        session.course_changed.connect(self._read_again)
        session.preferences_changed.connect(self._read_again)


def _set(journal: Journal, on_diary: OnDiary, options: ReportOptions) -> bytes:
    return journal.report(options, on_diary=on_diary)
