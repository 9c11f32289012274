"""Where the diary lies, what copies it, and what other copies hold."""

from PySide6.QtWidgets import QVBoxLayout

from diary.journal import Standing
from diary.ui.pages.folder.copy_card import CopyCard
from diary.ui.pages.folder.place_card import PlaceCard
from diary.ui.pages.page import Page
from diary.ui.session import Session


class FolderPage(Page):
    def __init__(self, session: Session) -> None:
        super().__init__(session, self.tr("The diary’s folder"))
        self.place = PlaceCard(session)
        self.place.settings_asked.connect(self._open_settings)
        self._cards: dict[object, CopyCard] = {}
        self._copies = QVBoxLayout()
        self._copies.setSpacing(16)
        self.body.addWidget(self.place)
        self.body.addLayout(self._copies)
        self.body.addStretch(1)
        self.place.hide()  # until it is known what to say

    def enter(self) -> None:
        self.session.ask(lambda journal: journal.place.look(), self._fill, self)

    @property
    def copies(self) -> list[CopyCard]:
        """The card of each copy, the newest copy first."""
        return list(self._cards.values())

    def _fill(self, standing: Standing) -> None:
        self.place.fill(standing)
        self.place.show()
        for gone in set(self._cards) - set(standing.copies):
            card = self._cards.pop(gone)
            card.hide()
            card.deleteLater()
        for copy in standing.copies:
            if copy not in self._cards:
                self._cards[copy] = CopyCard(self.session, copy)
                self._copies.addWidget(self._cards[copy])

    def _open_settings(self) -> None:
        self.open_page.emit("settings")
