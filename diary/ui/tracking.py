"""The switches for what the diary asks about, in first run and in Settings."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from diary.domain.preferences import Tracked
from diary.ui import theme
from diary.ui.widgets.card import PADDING, Card
from diary.ui.widgets.flow_layout import FlowLayout
from diary.ui.widgets.marker import Marker, Series
from diary.ui.widgets.switch import Switch
from diary.ui.widgets.text import label, line
from diary.words import translate

MARKER_COLUMN = 16
ROW_PADDING = 8
SERIES = {
    Tracked.ACNE: Series.ACNE,
    Tracked.DRYNESS: Series.DRYNESS,
    Tracked.MOOD: Series.MOOD,
    Tracked.DOSE: Series.DOSE,
}


def words(part: Tracked) -> tuple[str, str]:
    """The name of a part of the diary and what it asks."""
    return {
        Tracked.ACNE: (
            translate("Tracking", "Acne"),
            translate("Tracking", "0 clear to 10 worst, once a day"),
        ),
        Tracked.DRYNESS: (
            translate("Tracking", "Dryness"),
            translate("Tracking", "lips, skin, eyes, nose"),
        ),
        Tracked.MOOD: (
            translate("Tracking", "Mood"),
            translate("Tracking", "0 very low to 10 very good"),
        ),
        Tracked.DOSE: (
            translate("Tracking", "Dose"),
            translate("Tracking", "taken, skipped or different"),
        ),
        Tracked.PHOTOS: (
            translate("Tracking", "Photos"),
            translate("Tracking", "front, left and right; chest and back if you like"),
        ),
        Tracked.COUNTS: (
            translate("Tracking", "Counting spots"),
            translate("Tracking", "inflamed spots, nodules, blackheads and whiteheads"),
        ),
        Tracked.SYMPTOMS: (
            translate("Tracking", "Other symptoms and care"),
            translate("Tracking", "nosebleed, headache, moisturiser and more"),
        ),
        Tracked.LABS: (
            translate("Tracking", "Blood tests"),
            translate("Tracking", "enter results from your lab report"),
        ),
    }[part]


class TrackingCard(Card):
    """One switch a row; `changed` brings all that is on once the patient moves one."""

    changed = Signal(object)

    def __init__(self, title: str = "") -> None:
        super().__init__(title)
        self._rows = {part: _Row(part) for part in Tracked}
        self.body.setSpacing(0)
        rows = self.layout()
        if rows and not title:
            rows.setContentsMargins(PADDING, 0, PADDING, 0)
        for row in self._rows.values():
            if self.body.count():
                self.add(line())
            self.add(row)
            row.switch.clicked.connect(self._tell)
        self.first = self._rows[Tracked.ACNE].switch

    def tracked(self) -> frozenset[Tracked]:
        return frozenset(part for part, row in self._rows.items() if row.switch.isChecked())

    def set_tracked(self, tracked: frozenset[Tracked]) -> None:
        """Show what is on, without telling."""
        for part, row in self._rows.items():
            row.switch.setChecked(part in tracked)

    @Slot()
    def _tell(self) -> None:
        self.changed.emit(self.tracked())


class _Row(QWidget):
    """The whole row is the switch's target."""

    def __init__(self, part: Tracked) -> None:
        super().__init__()
        name, asks = words(part)
        px = theme.current().px
        self.switch = Switch("")
        self.switch.setAccessibleName(name)
        self.switch.setAccessibleDescription(asks)
        self.switch.setFixedWidth(px(Switch.mark.width()))
        said = QWidget()
        flow = FlowLayout(said)
        flow.addWidget(label(name, "strong"))
        flow.addWidget(label(asks, "caption"))
        row = QGridLayout(self)
        row.setContentsMargins(0, ROW_PADDING, 0, ROW_PADDING)
        row.setHorizontalSpacing(8)
        row.setColumnMinimumWidth(0, px(MARKER_COLUMN))
        row.setColumnStretch(1, 1)
        row.addWidget(Marker(SERIES[part]) if part in SERIES else QWidget(), 0, 0)
        row.addWidget(said, 0, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.switch, 0, 2)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.switch.click()
