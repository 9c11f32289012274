"""Symptoms of the day, each with its severity if the patient says so."""

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.domain.scales import SYMPTOMS, Severity, name
from diary.ui.pages.today.other_word import OtherWord
from diary.ui.pages.today.recorder import Recorder
from diary.ui.pages.today.severity_row import SeverityRow
from diary.ui.pages.today.shown import Shown
from diary.ui.pages.today.today_card import TodayCard
from diary.ui.widgets.chip import Chip
from diary.ui.widgets.flow_layout import FlowLayout


class SymptomsCard(TodayCard):
    def __init__(self, recorder: Recorder) -> None:
        super().__init__()
        self._recorder = recorder
        self._chips: dict[str, Chip] = {}
        self._rows: dict[str, SeverityRow] = {}
        self._other = OtherWord()
        self._other.added.connect(self._add_own)
        self._flow = FlowLayout()
        self._severities = QVBoxLayout()
        self._severities.setSpacing(8)
        self.add(self._flow)
        self.add(self._severities)
        self.body.addStretch(1)
        self._flow.addWidget(self._other)
        self._show_chips(SYMPTOMS)

    def fill(self, shown: Shown) -> None:
        today = shown.is_today
        self.set_title(self.tr("Anything else today?") if today else self.tr("Anything else?"))
        self._show(shown.day.symptoms)

    def commit_pending(self) -> None:
        self._other.commit_pending()

    def _show(self, symptoms: Mapping[str, Severity | None]) -> None:
        own = sorted(symptom for symptom in symptoms if symptom not in SYMPTOMS)
        self._show_chips((*SYMPTOMS, *own))
        for symptom, chip in self._chips.items():
            chip.setChecked(symptom in symptoms)
        self._show_rows([symptom for symptom in self._chips if symptom in symptoms])
        for symptom, row in self._rows.items():
            row.set_severity(symptoms[symptom])
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Chips and rows come and go; Tab follows them as they are read."""
        rows = (stop for row in self._rows.values() for stop in row.stops)
        for before, after in pairwise((*self._chips.values(), *self._other.stops, *rows)):
            QWidget.setTabOrder(before, after)

    @Slot()
    def _toggle(self) -> None:
        symptom = next(key for key, chip in self._chips.items() if chip is self.sender())
        chosen = dict(self._recorder.day.symptoms)
        word = name(symptom).lower()
        if symptom in chosen:
            del chosen[symptom]
            word = self.tr("{what} cleared").format(what=word)
        else:
            chosen[symptom] = None
        self._record(word, chosen)

    @Slot(str)
    def _add_own(self, word: str) -> None:
        known = {name(symptom).casefold(): symptom for symptom in self._chips}
        symptom = known.get(word.casefold(), word)
        self._record(word, {symptom: None} | dict(self._recorder.day.symptoms))

    @Slot(object)
    def _grade(self, severity: Severity | None) -> None:
        symptom = next(key for key, row in self._rows.items() if row is self.sender())
        chosen = dict(self._recorder.day.symptoms) | {symptom: severity}
        grade = name(severity) if severity else self.tr("without severity")
        self._record(f"{name(symptom)}, {grade}".lower(), chosen)

    def _record(self, said: str, symptoms: Mapping[str, Severity | None]) -> None:
        self._recorder.record(said, {"symptoms": symptoms})
        self._show(symptoms)

    def _show_chips(self, symptoms: tuple[str, ...]) -> None:
        if symptoms == tuple(self._chips):
            return
        for symptom in [key for key in self._chips if key not in symptoms]:
            gone = self._chips.pop(symptom)
            self._flow.removeWidget(gone)
            gone.deleteLater()
        for symptom in symptoms:
            if symptom not in self._chips:
                self._chips[symptom] = self._new_chip(symptom)
        self._flow.removeWidget(self._other)
        self._flow.addWidget(self._other)

    def _new_chip(self, symptom: str) -> Chip:
        chip = Chip(name(symptom), parent=self)
        chip.clicked.connect(self._toggle)
        chip.setVisible(True)
        self._flow.addWidget(chip)
        return chip

    def _show_rows(self, symptoms: list[str]) -> None:
        if symptoms == list(self._rows):
            return
        for symptom in [key for key in self._rows if key not in symptoms]:
            gone = self._rows.pop(symptom)
            self._severities.removeWidget(gone)
            gone.deleteLater()
        for symptom in symptoms:
            if symptom not in self._rows:
                self._rows[symptom] = SeverityRow(symptom)
                self._rows[symptom].graded.connect(self._grade)
        self._rows = {symptom: self._rows[symptom] for symptom in symptoms}
        for place, row in enumerate(self._rows.values()):
            self._severities.insertWidget(place, row)
