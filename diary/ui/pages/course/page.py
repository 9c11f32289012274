"""The course: what is prescribed, what was taken, blood tests, dates and questions."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from diary.domain.course import Weight
from diary.ui.local import full_date
from diary.ui.pages.columns import Columns
from diary.ui.pages.course.dose_card import DoseCard
from diary.ui.pages.course.edits import Edits
from diary.ui.pages.course.inline_form import FormPlace, InlineForm
from diary.ui.pages.course.labs_card import LabsCard
from diary.ui.pages.course.prescription_card import PrescriptionCard
from diary.ui.pages.course.questions_card import QuestionsCard
from diary.ui.pages.course.shown import Shown, read
from diary.ui.pages.course.visits_card import VisitsCard
from diary.ui.pages.course.weight_form import WeightForm, with_weight
from diary.ui.pages.page import Page
from diary.ui.session import Session
from diary.ui.widgets import focus_ring
from diary.ui.widgets.button import Button

WIDTHS = (696, 320)
"""The columns as drawn at 1280 px; their shares at other widths."""


class CoursePage(Page):
    def __init__(self, session: Session) -> None:
        super().__init__(session, self.tr("Course"))
        self._shown: Shown | None = None
        self._edits = Edits(session, self)
        self.update_weight = Button(self.tr("Update weight…"), icon="scale")
        self.update_weight.clicked.connect(self.open_weight_form)
        self.head.addWidget(self.update_weight)
        self.weight_form: WeightForm | None = None
        self._weight_place = FormPlace()
        self.prescription = PrescriptionCard(self._edits)
        self.dose = DoseCard(self._edits)
        self.labs = LabsCard(self._edits)
        self.visits = VisitsCard(self._edits)
        self.questions = QuestionsCard(self._edits)
        self._lay_out()
        self._connect()

    def enter(self) -> None:
        self._read()
        focus_ring.focus(self.update_weight)

    def commit_pending(self) -> None:
        self.questions.commit_pending()

    def begun(self) -> list[str]:
        forms = self.findChildren(InlineForm)
        return [form.accessibleName() for form in forms if form.isVisibleTo(self) and form.begun]

    @Slot()
    def open_weight_form(self) -> None:
        if self._shown is None:
            return
        self.weight_form = WeightForm(self._shown.today)
        self.weight_form.saved.connect(self._save_weight)
        self._weight_place.show_form(self.weight_form, self.weight_form.kg.edit, self.update_weight)

    @Slot(object)
    def _save_weight(self, weight: Weight) -> None:
        if self._shown:
            course = self._shown.course
            weights = with_weight(course.weights, weight)
            self._edits.change_course(self.tr("weight"), course, weights=weights)

    @Slot()
    def _read(self) -> None:
        self.session.ask(read, self._fill, self)

    def _fill(self, shown: Shown) -> None:
        self._shown = shown
        self.set_subtitle(self._say_start(shown))
        for card in (self.prescription, self.dose, self.labs, self.visits, self.questions):
            card.fill(shown)

    def _say_start(self, shown: Shown) -> str:
        course, today = shown.course, shown.today
        start = full_date(course.start)
        if today < course.start:
            return self.tr("Starts {start}").format(start=start)
        return self.tr("Started {start} · day {number}, week {week}").format(
            start=start, number=course.day_number(today), week=course.week(today)
        )

    @Slot(object)
    def _bring_into_view(self, form: QWidget) -> None:
        self.scroll_area.ensureWidgetVisible(form)

    def _lay_out(self) -> None:
        columns = Columns(*WIDTHS)
        left, right = range(len(WIDTHS))
        for card in (self.prescription, self.dose, self.labs):
            columns.add(left, card)
        columns.add(right, self.visits)
        columns.add(right, self.questions, 1)
        self.body.addLayout(self._weight_place)
        self.body.addWidget(columns)

    def _connect(self) -> None:
        session = self.session
        session.day_changed.connect(self._read)
        session.course_changed.connect(self._read)
        session.preferences_changed.connect(self._read)
        for card in (self.prescription, self.labs, self.visits):
            card.opened.connect(self._bring_into_view)
