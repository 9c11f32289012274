"""The patient's own numbers for the page Who to call."""

from diary.domain.preferences import Preferences
from diary.ui.pages.settings.words_card import WordsCard
from diary.ui.widgets.field import Field


class ContactCard(WordsCard):
    def __init__(self) -> None:
        super().__init__(self.tr("Who to call"), self.tr("Shown on the page Who to call."))
        self._contact = Field(
            self.tr("Your contact"), placeholder=self.tr("Name and number of your doctor, say")
        )
        self._emergency = Field(
            self.tr("Emergency number"), placeholder=self.tr("The one where you live")
        )
        self.add_field(self._contact)
        self.add_field(self._emergency)

    def fill(self, saved: Preferences) -> None:
        self.show_text(self._contact, saved.contact)
        self.show_text(self._emergency, saved.emergency_number)

    def contact(self) -> str:
        return self._contact.text().strip()

    def emergency_number(self) -> str:
        return self._emergency.text().strip()
