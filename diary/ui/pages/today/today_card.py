"""What every card of the Today page does."""

from diary.ui.pages.today.shown import Shown
from diary.ui.widgets.card import Card
from diary.ui.widgets.marker import Series


class TodayCard(Card):
    """A card is titled when it is filled: its words depend on the day."""

    def __init__(self, series: Series | None = None) -> None:
        super().__init__(" ", series)

    def fill(self, shown: Shown) -> None:
        """Show the answers of a day."""
        raise NotImplementedError

    def commit_pending(self) -> None:
        """Record what is typed but not recorded yet."""
