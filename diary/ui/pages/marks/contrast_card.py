"""Contrast of the marked spots: all of them, or the selected one."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Qt, Slot

from diary.domain.mark import Contrast
from diary.ui.pages.marks.contrast_chart import ContrastChart
from diary.ui.widgets.card import Card
from diary.ui.widgets.segmented import Segmented
from diary.ui.widgets.text import label


class Of(StrEnum):
    ALL = "all"
    ONE = "one"


class ContrastCard(Card):
    def __init__(self) -> None:
        super().__init__(self.tr("Contrast"))
        self._contrasts: Sequence[Contrast] = ()
        self._spot = ""
        self._of = Segmented(
            self.tr("Contrast of"),
            [(Of.ALL, self.tr("Mean of all")), (Of.ONE, self.tr("Selected spot"))],
        )
        self._of.set_value(Of.ALL)
        self.chart = ContrastChart()
        self._nothing = label("", "caption", wrap=True)
        self.body.addWidget(self._of, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(self.chart)
        self.add(self._nothing)
        self.add(
            label(
                self.tr(
                    "How much less green light a spot gives back than the skin around it. "
                    "Differences inside the band may be the light."
                ),
                "caption",
                wrap=True,
            )
        )
        self._of.chosen.connect(self._draw)

    def show_contrasts(self, contrasts: Sequence[Contrast]) -> None:
        self._contrasts = contrasts
        self._draw()

    def show_spot(self, spot: str) -> None:
        self._spot = spot
        self._draw()

    @Slot()
    def _draw(self) -> None:
        one = self._of.value == Of.ONE
        shown = () if one and not self._spot else self._contrasts
        self.chart.show_contrasts(shown, self._spot if one else None)
        self.chart.setVisible(bool(self.chart.points))
        self._nothing.setVisible(not self.chart.points)
        self._nothing.setText(
            self.tr("Select a spot that is marked.")
            if one
            else self.tr("It is plotted once spots are marked.")
        )
