"""The daily check-in: every question of a day on one page."""

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from diary.domain.preferences import Tracked
from diary.ui import messages
from diary.ui.importing import looking_for_pictures
from diary.ui.local import long_date, middle_date
from diary.ui.pages.columns import Columns, lanes_for
from diary.ui.pages.page import Page
from diary.ui.pages.today.backup_notice import BackupNotice
from diary.ui.pages.today.care_card import CareCard
from diary.ui.pages.today.dose_card import DoseCard
from diary.ui.pages.today.dryness_card import DrynessCard
from diary.ui.pages.today.foot import Foot
from diary.ui.pages.today.mood_card import MoodCard
from diary.ui.pages.today.notes_card import NotesCard
from diary.ui.pages.today.photos_card import PhotosCard
from diary.ui.pages.today.questions import Questions
from diary.ui.pages.today.recorder import Recorder
from diary.ui.pages.today.shown import Shown, read
from diary.ui.pages.today.skin_card import SkinCard
from diary.ui.pages.today.symptoms_card import SymptomsCard
from diary.ui.session import Session
from diary.ui.widgets.day_button import DayState
from diary.ui.widgets.progress_row import ProgressRow
from diary.ui.widgets.week_strip import WeekStrip

WIDTHS = (442, 334, 224)
"""The columns as drawn at 1280 px; their shares at other widths."""

HELP, PHOTOS, SETTINGS = "help", "photos", "settings"
"""Names of the pages that links lead to."""


class TodayPage(Page):
    """Shows today until another day is chosen."""

    says_saved = True

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._wanted: date | None = None
        self._asked = 0
        self._starting = False
        self._shown: Shown | None = None
        self._recorder = Recorder(session, self)
        self._strip = WeekStrip(session.journal.today())
        self.head.addWidget(self._strip)
        self._skin = SkinCard(self._recorder)
        self._dryness = DrynessCard(self._recorder)
        self._mood = MoodCard(self._recorder)
        self._dose = DoseCard(self._recorder)
        self._symptoms = SymptomsCard(self._recorder)
        self._care = CareCard(self._recorder)
        self._notes = NotesCard(self._recorder)
        self._photos = PhotosCard(session)
        self._cards = (
            self._skin,
            self._dryness,
            self._mood,
            self._dose,
            self._symptoms,
            self._care,
            self._notes,
            self._photos,
        )
        self._backup = BackupNotice(session)
        self._progress = ProgressRow()
        self._foot = Foot()
        self._columns = Columns(*WIDTHS)
        self._questions = Questions(
            self._skin.score,
            *self._dryness.scores,
            self._mood.score,
            self._dose.choice,
            parent=self,
        )
        self._lay_out()
        self._connect()

    def enter(self) -> None:
        """Today, unless another day was left open; the day does not change under the hands."""
        self._backup.read()
        keeps_day = self._shown is not None and not self._shown.is_today
        self._starting = True
        self._read(self._wanted if keeps_day else None)

    def commit_pending(self) -> None:
        for card in self._cards:
            card.commit_pending()

    def unfinished(self) -> int:
        return self._photos.importer.remaining

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot(object)
    def show_day(self, on: date) -> None:
        """Show another day, or today again."""
        self.commit_pending()
        self._read(on)

    def _read(self, on: date | None) -> None:
        self._wanted = on
        self._asked += 1
        self.session.ask(partial(read, on=on), partial(self._fill, self._asked), self)

    def _fill(self, asked: int, stored: Shown) -> None:
        """Show what was read, unless something newer is on its way."""
        if asked != self._asked:
            return
        self._wanted = stored.day.on
        if self._recorder.day.on != stored.day.on:
            self.commit_pending()
        self._recorder.take(stored.day, stored.today)
        self._shown = shown = replace(stored, day=self._recorder.day)
        self._show_tracked(shown)
        self._show_strip(shown)
        self._columns.show()
        for card in self._cards:
            card.fill(shown)
        self._foot.offer_to_delete(offered=not shown.day.is_empty)
        self._fit()
        if self._starting:
            self._starting = False
            self._questions.start()

    @Slot()
    def _start_answering(self) -> None:
        """Go to the first question once the day is read: a key must not answer for another."""
        self._starting = True
        self._read(self._wanted)

    @Slot()
    def _read_again(self) -> None:
        self._read(self._wanted)

    @Slot()
    def _ask_to_delete(self) -> None:
        self.commit_pending()
        messages.confirm_with_choice(
            self,
            self.tr("Delete every answer of {day}?").format(day=long_date(self._recorder.day.on)),
            self.tr("Delete"),
            self.tr("Also remove the earlier states now"),
            partial(self._delete, self._recorder.day.on),
            details=self.tr(
                "The day’s photos stay on the Photos page. You can undo this until the diary is "
                "closed or locked. Earlier states of your answers, in the diary’s own folder, hold "
                "the day for a year or so, and backups as long as you keep them."
            ),
        )

    def _delete(self, on: date, everywhere: bool) -> None:  # noqa: FBT001 - the choice's answer
        if self._recorder.day.on == on:
            self._recorder.erase(self.tr("day deleted"), everywhere=everywhere)

    @Slot()
    def _ask_for_help(self) -> None:
        self.open_page.emit(HELP)

    @Slot()
    def _open_settings(self) -> None:
        self.open_page.emit(SETTINGS)

    @Slot()
    def _open_photos(self) -> None:
        self.open_page.emit(PHOTOS)

    @Slot(int, int, str)
    def _show_progress(self, done: int, total: int, name: str) -> None:
        """One photo shows on its tile how far it is; several get a row with Cancel."""
        if total > 1:
            reading = self._photos.importer.reading
            words = (
                self.tr("Reading {done} of {total}")
                if reading
                else self.tr("Adding {done} of {total}")
            )
            what = words.format(done=done, total=total)
            self._progress.set_progress(what, done, total, name)
            self._progress.show()

    @Slot(int)
    def _show_search(self, found: int) -> None:
        self._progress.set_progress(looking_for_pictures(found), 0, 0)
        self._progress.show()

    @Slot(object)
    def _bring_into_view(self, question: QWidget) -> None:
        self.scroll_area.ensureWidgetVisible(question)

    def _lay_out(self) -> None:
        left, middle, right = range(len(WIDTHS))
        self._columns.add(left, self._skin)
        self._columns.add(left, self._dryness, 1000)
        self._columns.add(left, self._mood, 1)
        self._columns.add(middle, self._dose)
        self._columns.add(middle, self._symptoms)
        self._columns.add(middle, self._care)
        self._columns.add(middle, self._notes, 1)
        self._columns.add(right, self._photos, 1)
        self._progress.hide()
        self._columns.hide()
        self.body.addWidget(self._backup)
        self.body.addWidget(self._photos.phone.notice)
        self.body.addWidget(self._progress)
        self.body.addWidget(self._columns)
        paste = QShortcut(QKeySequence.StandardKey.Paste, self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self._photos.paste)
        self.set_foot(self._foot)

    def _connect(self) -> None:
        session = self.session
        session.day_changed.connect(self._read_again)
        session.photos_changed.connect(self._read_again)
        session.course_changed.connect(self._read_again)
        session.preferences_changed.connect(self._read_again)
        session.saved.connect(self._foot.say_saved)
        session.save_failed.connect(self._foot.say_failed)
        session.undone.connect(self._foot.say_undone)
        session.redone.connect(self._foot.say_redone)
        self._foot.retry_asked.connect(session.retry)
        self._backup.settings_asked.connect(self._open_settings)
        self._foot.delete_asked.connect(self._ask_to_delete)
        self._mood.help_asked.connect(self._ask_for_help)
        self._questions.moved.connect(self._bring_into_view)
        self._strip.day_chosen.connect(self.show_day)
        self._strip.answering.connect(self._start_answering)
        self._photos.photo_opened.connect(self._open_photos)
        self._photos.importer.searching.connect(self._show_search)
        self._photos.importer.progress.connect(self._show_progress)
        self._photos.importer.finished.connect(self._progress.hide)
        self._progress.cancelled.connect(self._photos.importer.cancel)

    def _show_strip(self, shown: Shown) -> None:
        self._strip.set_today(shown.today)
        self._strip.set_states({on: _state(on, shown.today) for on in shown.answered})
        if self._strip.day != shown.day.on:
            self._strip.set_day(shown.day.on)

    def _show_tracked(self, shown: Shown) -> None:
        tracked = shown.preferences.tracked
        self._skin.setVisible(bool({Tracked.ACNE, Tracked.COUNTS} & tracked))
        self._dryness.setVisible(Tracked.DRYNESS in tracked)
        self._mood.setVisible(Tracked.MOOD in tracked)
        self._dose.setVisible(Tracked.DOSE in tracked)
        self._symptoms.setVisible(Tracked.SYMPTOMS in tracked)
        self._photos.setVisible(Tracked.PHOTOS in tracked)

    def _fit(self) -> None:
        """Say the date as long as there is room for."""
        if self._shown is None:
            return
        on, course = self._shown.day.on, self._shown.course
        wide = lanes_for(self.window().width(), len(WIDTHS)) == len(WIDTHS)
        self.set_title(long_date(on) if wide else middle_date(on))
        self._foot.show_keys(shown=wide)
        number, week = course.day_number(on), course.week(on)
        if number < 1:
            self.set_subtitle(self.tr("Before your course"))
        elif wide:
            words = self.tr("Day {number} of your course · week {week}")
            self.set_subtitle(words.format(number=number, week=week))
        else:
            self.set_subtitle(
                self.tr("Day {number} · week {week}").format(number=number, week=week)
            )


def _state(answered: date, today: date) -> DayState:
    """Today is only started: more answers may come."""
    return DayState.STARTED if answered == today else DayState.ENTRY
