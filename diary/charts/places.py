"""Where the course chart put what, for whoever reads or decorates it."""

from dataclasses import dataclass
from datetime import date

from diary.charts.rect import Rect
from diary.charts.timeline import Timeline


@dataclass(frozen=True, slots=True)
class CoursePlaces:
    """In logical pixels from the chart's top left corner.

    `headings` are the words above each panel, so that a control can stand beside them; thumbnails
    go into `photo_strip` with their middles at `x_of` their dates.
    """

    timeline: Timeline
    headings: dict[str, Rect]
    panels: dict[str, Rect]
    photo_strip: Rect

    def x_of(self, on: date) -> float:
        return self.timeline.x_of(on)

    def date_at(self, x: float) -> date:
        """The date in view nearest to a pixel."""
        return self.timeline.date_at(x)
