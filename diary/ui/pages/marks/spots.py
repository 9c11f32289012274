"""The spots on one photo: those marked and those proposed, and which of them is selected."""

from collections.abc import Iterable

from diary.domain.mark import Mark, Proposal, nearest
from diary.domain.similarity import Point


class Spots:
    """Spots go by their ids; an empty one is none."""

    def __init__(self) -> None:
        self.marks: dict[str, Point] = {}
        self.proposals: dict[str, Point] = {}
        self.chosen = ""

    def show(self, marks: Iterable[Mark], proposals: Iterable[Proposal]) -> None:
        """Other spots; the selected one stays so if it is among them."""
        self.marks = {mark.spot: mark.at for mark in marks}
        self.proposals = {one.spot: one.at for one in proposals}
        if self.chosen not in self.places:
            self.chosen = ""

    @property
    def places(self) -> dict[str, Point]:
        return self.proposals | self.marks

    def near(self, point: Point, reach: float) -> str:
        """The spot nearest to a place of the photo, at most `reach` from it."""
        return nearest(self.places.items(), point, reach) or ""

    def after(self, by: int) -> str:
        """The spot that many after the selected one, from top to bottom and around."""
        places = self.places
        order = sorted(places, key=lambda spot: (places[spot][1], places[spot][0]))
        if not order:
            return ""
        at = order.index(self.chosen) + by if self.chosen in order else (0 if by > 0 else -1)
        return order[at % len(order)]

    def carry(self, spot: str, to: Point) -> None:
        """Show it elsewhere while it is moved."""
        (self.proposals if spot in self.proposals else self.marks)[spot] = to
