"""A body weight with its date."""

from datetime import date

from diary.domain.course import Weight
from diary.errors import InvalidInput
from diary.ui.pages.course.inline_form import InlineForm, checked
from diary.ui.typed import read_number
from diary.ui.widgets.date_field import DateField
from diary.ui.widgets.field import Field


class WeightForm(InlineForm):
    """Saves a `Weight`."""

    def __init__(self, today: date) -> None:
        super().__init__(self.tr("Update weight"))
        self.kg = Field(
            self.tr("Weight"),
            unit=self.tr("kg"),
            hint=self.tr("Your earliest weight is the starting weight, used for mg/kg."),
        )
        self.on = DateField(self.tr("Weighed on"), latest=today)
        self.on.set_value(today)
        self.rows.addWidget(self.kg)
        self.rows.addWidget(self.on)
        self._today = today

    def value(self) -> Weight:
        return checked(self.kg, self._read)

    def _read(self) -> Weight:
        kg = read_number(self.kg.text())
        if kg is None:
            raise InvalidInput(self.tr("Enter your weight in kg."))
        return Weight(self.on.value() or self._today, kg)


def with_weight(weights: tuple[Weight, ...], new: Weight) -> tuple[Weight, ...]:
    """`weights` in order of their dates with `new`, which replaces one of its day."""
    others = [weight for weight in weights if weight.on != new.on]
    return tuple(sorted([*others, new], key=lambda weight: weight.on))
