"""The mg of a dose that was not as prescribed, with food or not, and why."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from diary.domain.day import MOST_MG, Dose, DoseState
from diary.ui import theme
from diary.ui.local import number
from diary.ui.pages.today.typed import TypedLine
from diary.ui.widgets import focus_ring
from diary.ui.widgets.segmented import Segmented
from diary.ui.widgets.text import label

MG_WIDTH = 72


class DoseDetails(QWidget):
    entered = Signal(object)
    """A `Dose` of state DIFFERENT, each time its mg are a number the diary can hold."""

    def __init__(self) -> None:
        super().__init__()
        self._mg = TypedLine(self.tr("Dose in mg"))
        self._mg.setFixedWidth(theme.current().px(MG_WIDTH))
        self._mg.typed.connect(self._tell)
        self._food = Segmented(
            self.tr("With food"),
            [("yes", self.tr("Yes")), ("no", self.tr("No"))],
            clearable=True,
        )
        self._food.chosen.connect(self._tell)
        self._reason = TypedLine(self.tr("Reason"))
        self._reason.setPlaceholderText(self.tr("Reason, if you like"))
        self._reason.typed.connect(self._tell)
        self._problem = label("", "error", wrap=True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addLayout(self._amount_row())
        rows.addWidget(self._problem)
        rows.addWidget(self._reason)
        self._problem.hide()

    def take_focus(self) -> None:
        focus_ring.focus(self._mg)

    def ask_reason(self, *, asked: bool) -> None:
        self._reason.setVisible(asked)

    def clear(self) -> None:
        for field in (self._mg, self._reason):
            field.forget()
        self._food.set_value(None)
        self._say("")

    def fill(self, dose: Dose | None) -> None:
        """Show a recorded dose; what is being entered stays while none is."""
        if dose is None or dose.state is DoseState.SKIPPED:
            return
        if self._milligrams() != dose.mg:
            self._mg.show_text(number(dose.mg, 2))
        food = {None: None, True: "yes", False: "no"}[dose.with_food]
        self._food.set_value(food)
        self._reason.show_text(dose.reason)

    def commit_pending(self) -> None:
        self._mg.commit_pending()
        self._reason.commit_pending()

    @Slot()
    def _tell(self) -> None:
        mg = self._milligrams()
        if mg is None:
            most = number(MOST_MG)
            sentence = self.tr("Enter the mg as a number between 0 and {most}.").format(most=most)
            self._say(sentence if self._mg.text() else "")
            return
        self._say("")
        food = {None: None, "yes": True, "no": False}[self._food.value]
        self.entered.emit(Dose(DoseState.DIFFERENT, mg, food, self._reason.text().strip()))

    def _milligrams(self) -> float | None:
        try:
            mg = float(self._mg.text().strip().replace(",", "."))
        except ValueError:
            return None
        return mg if 0 <= mg <= MOST_MG else None

    def _say(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self._mg.setProperty("error", bool(sentence))
        self._mg.style().polish(self._mg)

    def _amount_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._mg)
        row.addWidget(label(self.tr("mg")))
        row.addStretch(1)
        row.addWidget(label(self.tr("With food"), "caption"))
        row.addWidget(self._food)
        return row
