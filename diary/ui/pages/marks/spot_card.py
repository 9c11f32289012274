"""The selected spot: its part of the face, and what can be done with it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout

from diary.domain.mark import Mark, Proposal
from diary.domain.regions import Region, region_name
from diary.ui.widgets.button import Button
from diary.ui.widgets.card import Card
from diary.ui.widgets.select import Select
from diary.ui.widgets.text import label


class SpotCard(Card):
    region_chosen = Signal(object)
    confirmed = Signal()
    dismissed = Signal()
    """Nothing is to be seen any more where an earlier photo has it."""
    removed = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Selected spot"))
        self._none = label(
            self.tr("Press a ring, or go through the spots with Page Down."), "caption", wrap=True
        )
        self._regions = Select()
        self._regions.setAccessibleName(self.tr("Part of the face"))
        for region in Region:
            self._regions.addItem(region_name(region), region)
        self._confirm = Button(self.tr("Confirm"))
        self._gone = Button(self.tr("Gone"))
        self._remove = Button(self.tr("Remove mark"))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self._confirm, self._gone, self._remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.add(self._none)
        self.add(self._regions)
        self.add(buttons)
        self._regions.activated.connect(self._choose)
        self._confirm.clicked.connect(self.confirmed)
        self._gone.clicked.connect(self.dismissed)
        self._remove.clicked.connect(self.removed)
        self.show_spot(None)

    def show_spot(
        self, spot: Mark | Proposal | None, *, carried: bool = False, on_face: bool = True
    ) -> None:
        """`carried` is whether it was there on the earlier photo, `on_face` whether there are parts
        of the face to choose from.
        """
        proposed = isinstance(spot, Proposal)
        self._none.setVisible(spot is None)
        self._regions.setVisible(on_face and isinstance(spot, Mark))
        self._confirm.setVisible(proposed)
        self._gone.setVisible(carried)
        self._remove.setVisible(isinstance(spot, Mark))
        if spot is not None:
            self._regions.setCurrentIndex(list(Region).index(spot.region))

    @Slot(int)
    def _choose(self, index: int) -> None:
        self.region_chosen.emit(list(Region)[index])
