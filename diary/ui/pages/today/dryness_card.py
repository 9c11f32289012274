"""Dryness of lips, skin, eyes and nose."""

from diary.domain.scales import DRYNESS, Scale, name
from diary.ui import theme
from diary.ui.pages.today.recorder import Recorder
from diary.ui.pages.today.score import Score, named
from diary.ui.pages.today.shown import Shown
from diary.ui.pages.today.today_card import TodayCard
from diary.ui.widgets.marker import Series
from diary.ui.widgets.text import label

WIDEST_GAP = 24
"""Rows spread over the height that is left, but not so far that they fall apart."""


class DrynessCard(TodayCard):
    def __init__(self, recorder: Recorder) -> None:
        super().__init__(Series.DRYNESS)
        self.set_title(self.tr("Dryness"))
        self.explain_yesterday()
        self.scores = [self._score(site, recorder) for site in DRYNESS]
        self._rows = [
            named(label(name(site), "control"), score)
            for site, score in zip(DRYNESS, self.scores, strict=True)
        ]
        for row in self._rows:
            self.body.addWidget(row, 1)

    def fill(self, shown: Shown) -> None:
        self.set_caption(shown.day_before)
        for score in self.scores:
            score.fill(shown)
        self._limit_gaps()

    def commit_pending(self) -> None:
        for score in self.scores:
            score.commit_pending()

    def _limit_gaps(self) -> None:
        gap = theme.current().px(WIDEST_GAP)
        for row in self._rows:
            row.setMaximumHeight(row.sizeHint().height() + gap)
        self.setMaximumHeight(self.sizeHint().height() + len(self._rows) * gap)

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
