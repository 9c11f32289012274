"""Dryness of lips, skin, eyes and nose."""

from PySide6.QtWidgets import QGridLayout

from diary.domain.scales import DRYNESS, Scale, name
from diary.ui.pages.today.recorder import Recorder
from diary.ui.pages.today.score import Score, add_row
from diary.ui.pages.today.shown import Shown
from diary.ui.pages.today.today_card import TodayCard
from diary.ui.widgets.marker import Series
from diary.ui.widgets.text import label

ROW_GAP = 8
"""Room for the focus rings of two neighbours; what is left of the column widens it."""


class DrynessCard(TodayCard):
    def __init__(self, recorder: Recorder) -> None:
        super().__init__(Series.DRYNESS)
        self.set_title(self.tr("Dryness"))
        self.explain_yesterday()
        self.scores = [self._score(site, recorder) for site in DRYNESS]
        grid = QGridLayout()
        grid.setVerticalSpacing(ROW_GAP)
        for site, score in zip(DRYNESS, self.scores, strict=True):
            add_row(grid, label(name(site), "control"), score)
        self.add(grid)

    def fill(self, shown: Shown) -> None:
        self.set_caption(shown.day_before)
        for score in self.scores:
            score.fill(shown)

    def commit_pending(self) -> None:
        for score in self.scores:
            score.commit_pending()

    def _score(self, site: Scale, recorder: Recorder) -> Score:
        last = site is DRYNESS[-1]
        return Score(
            site,
            self.tr("{site} dryness").format(site=name(site)),
            Series.DRYNESS,
            recorder,
            self.tr("0 none") if last else "",
            self.tr("10 worst I can imagine") if last else "",
        )
