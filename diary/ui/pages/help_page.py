"""Who to call: a page that is always the same, whatever was answered.

No answer, count or trend leads here by itself: the diary does not judge.
"""

from PySide6.QtWidgets import QWidget

from diary.domain.preferences import Preferences
from diary.journal import Journal
from diary.ui.pages.page import Page
from diary.ui.session import Session
from diary.ui.widgets.button import Button, Kind
from diary.ui.widgets.card import Card
from diary.ui.widgets.notice import Notice, Tone
from diary.ui.widgets.text import label


class HelpPage(Page):
    def __init__(self, session: Session) -> None:
        super().__init__(
            session,
            self.tr("Who to call"),
            self.tr("Nobody watches this diary. What you write here reaches no one."),
        )
        self._contact = label("", wrap=True)
        self._emergency = label("", wrap=True)
        for part in (self._danger(), self._at_once(), self._own()):
            self.body.addWidget(part)
        self.body.addStretch(1)
        session.preferences_changed.connect(self._read)

    def enter(self) -> None:
        self._read()

    def _read(self) -> None:
        self.session.ask(Journal.preferences, self._fill, self)

    def _fill(self, saved: Preferences) -> None:
        self._contact.setText(saved.contact or self.tr("No contact entered yet."))
        number = saved.emergency_number
        self._emergency.setText(
            self.tr("Emergency number: {number}").format(number=number)
            if number
            else self.tr("No emergency number entered yet.")
        )

    def _danger(self) -> QWidget:
        return Notice(
            Tone.SUPPORT,
            self.tr(
                "If you are thinking of harming yourself, or are in danger, call the emergency"
                " number where you live now, or go to the nearest emergency department."
                " If you can, have someone stay with you."
            ),
        )

    def _at_once(self) -> Card:
        card = Card(self.tr("Call the prescriber or a doctor at once about"))
        signs = (
            self.tr("low mood, or feeling unlike yourself"),
            self.tr("a severe or lasting headache"),
            self.tr("a change in your sight"),
            self.tr("strong belly pain"),
            self.tr("yellow skin or eyes"),
            self.tr("a rash with blisters"),
            self.tr("a suspected pregnancy"),
        )
        card.add(label("\n".join(f"•  {sign}" for sign in signs), wrap=True))
        return card

    def _own(self) -> Card:
        card = Card(self.tr("Your contact"))
        edit = Button(self.tr("Change in Settings"), Kind.TEXT)
        edit.clicked.connect(self._open_settings)
        card.add_to_head(edit)
        card.add(self._contact)
        card.add(self._emergency)
        return card

    def _open_settings(self) -> None:
        self.open_page.emit("settings")
