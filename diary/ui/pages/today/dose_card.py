"""Whether the day's dose was taken, and how much was recorded so far."""

from PySide6.QtCore import Slot

from diary.domain.day import Dose, DoseState
from diary.domain.dosing import DoseSoFar
from diary.ui.local import number
from diary.ui.pages.today.dose_details import DoseDetails
from diary.ui.pages.today.recorder import Recorder
from diary.ui.pages.today.shown import Shown
from diary.ui.pages.today.today_card import TodayCard
from diary.ui.widgets.marker import Series
from diary.ui.widgets.segmented import Segmented
from diary.ui.widgets.text import label


class DoseCard(TodayCard):
    """Nothing is recorded while the mg of a dose are still to be entered."""

    def __init__(self, recorder: Recorder) -> None:
        super().__init__(Series.DOSE)
        self.set_title(self.tr("Dose"))
        self._recorder = recorder
        self._shown: Shown | None = None
        self._asking: DoseState | None = None
        self._so_far = label("", "caption")
        self.add_to_head(self._so_far)
        self._prescribed = label("", wrap=True)
        self.choice = Segmented(
            self.tr("Dose"),
            [
                (DoseState.TAKEN, self.tr("Taken")),
                (DoseState.SKIPPED, self.tr("Skipped")),
                (DoseState.DIFFERENT, self.tr("Different…")),
            ],
            tick=True,
            clearable=True,
        )
        self.choice.chosen.connect(self._choose)
        self._details = DoseDetails()
        self._details.entered.connect(self._record_entered)
        self.add(self._prescribed)
        self.add(self.choice)
        self.add(self._details)

    def fill(self, shown: Shown) -> None:
        if self._shown is None or self._shown.day.on != shown.day.on:
            self._asking = None
            self._details.clear()
        self._shown = shown
        self._prescribed.setText(self._prescription(shown))
        self._show_so_far(shown.so_far)
        dose = shown.day.dose
        self._show_choice(dose)
        self._details.fill(None if self._asking else dose)

    def commit_pending(self) -> None:
        self._details.commit_pending()

    @Slot(object)
    def _choose(self, key: str | None) -> None:
        state = DoseState(key) if key else None
        step = self._shown.step if self._shown else None
        self._asking = None
        self._details.clear()  # what is half typed belongs to the answer before
        if state is None:
            self._record(None)
        elif state is DoseState.SKIPPED:
            self._record(Dose(state, 0))
        elif state is DoseState.TAKEN and step:
            self._record(Dose(state, step.mg, step.with_food or None))
        else:
            self._asking = state
        self._show_choice(self._recorder.day.dose)
        if self._asking:
            self._details.take_focus()

    @Slot(object)
    def _record_entered(self, entered: Dose) -> None:
        state = self._asking or DoseState(self.choice.value or DoseState.DIFFERENT)
        self._asking = None
        dose = Dose(state, entered.mg, entered.with_food, entered.reason)
        self._record(dose, typing=True)

    def _record(self, dose: Dose | None, *, typing: bool = False) -> None:
        self._recorder.record(self._said(dose), {"dose": dose}, typing=typing)

    def _show_choice(self, dose: Dose | None) -> None:
        state = self._asking or (dose.state if dose else None)
        self.choice.set_value(state)
        step = self._shown.step if self._shown else None
        asks_mg = state is DoseState.DIFFERENT or (state is DoseState.TAKEN and step is None)
        self._details.setVisible(asks_mg)
        self._details.ask_reason(asked=state is DoseState.DIFFERENT)

    def _said(self, dose: Dose | None) -> str:
        if dose is None:
            return self.tr("dose cleared")
        if dose.state is DoseState.SKIPPED:
            return self.tr("dose skipped")
        return self.tr("dose {mg} mg").format(mg=number(dose.mg, 2))

    def _prescription(self, shown: Shown) -> str:
        if shown.step is None:
            return self.tr("No prescription is entered for this day, so the mg are asked.")
        words = self.tr("{mg} mg with food") if shown.step.with_food else self.tr("{mg} mg")
        return words.format(mg=number(shown.step.mg, 2))

    def _show_so_far(self, so_far: DoseSoFar) -> None:
        words = self.tr("So far {mg} mg").format(mg=number(so_far.mg))
        if so_far.mg_per_kg is not None:
            words += self.tr(", {sum} mg/kg").format(sum=number(so_far.mg_per_kg))
        missing = self._without_record(len(so_far.unrecorded))
        self._so_far.setText(words)
        self._so_far.setToolTip(missing)
        self._so_far.setAccessibleName(f"{words}, {missing}")

    def _without_record(self, days: int) -> str:
        if days == 1:
            return self.tr("1 day without a record")
        return self.tr("{days} days without a record").format(days=number(days))
