"""Who the report is about; both may stay empty."""

from datetime import date

from diary.domain.preferences import Preferences
from diary.ui.pages.settings.words_card import WordsCard
from diary.ui.widgets.date_field import DateField
from diary.ui.widgets.field import Field


class ReportCard(WordsCard):
    def __init__(self) -> None:
        super().__init__(
            self.tr("For the report"), self.tr("Optional, only printed in the report.")
        )
        self._name = Field(self.tr("Name"))
        self._born = DateField(self.tr("Date of birth"), optional=True)
        self.add_field(self._name)
        self.add(self._born)
        self._born.edited.connect(self.entered)

    def fill(self, saved: Preferences, today: date) -> None:
        self.show_text(self._name, saved.name)
        self._born.set_range(date(1900, 1, 1), today)
        self._born.set_value(saved.born)

    def name(self) -> str:
        return self._name.text().strip()

    def born(self) -> date | None:
        return self._born.value()
