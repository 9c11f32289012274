"""Third step of first run: what the diary asks about."""

from diary.domain.preferences import Preferences, Tracked
from diary.ui.dialogs.step import Step
from diary.ui.tracking import TrackingCard


class TrackingStep(Step):
    def __init__(self) -> None:
        super().__init__(
            self.tr("What to track"),
            self.tr("Start small. Anything off stays out of the way and can be added later."),
        )
        self.card = TrackingCard()
        self.card.set_tracked(Preferences().tracked)
        self.rows.addWidget(self.card)
        self.rows.addStretch(1)
        self.first = self.card.first

    def tracked(self) -> frozenset[Tracked]:
        return self.card.tracked()
