"""Care of the day and other medicines."""

from PySide6.QtCore import Slot

from diary.domain.scales import CARE, name
from diary.ui.pages.today.recorder import Recorder
from diary.ui.pages.today.shown import Shown
from diary.ui.pages.today.today_card import TodayCard
from diary.ui.pages.today.typed import TypedLine
from diary.ui.widgets.chip import Chip
from diary.ui.widgets.flow_layout import FlowLayout


class CareCard(TodayCard):
    def __init__(self, recorder: Recorder) -> None:
        super().__init__()
        self._recorder = recorder
        self._chips = {kind: Chip(name(kind)) for kind in CARE}
        self._medicines = TypedLine(self.tr("Other medicines"))
        self._medicines.setPlaceholderText(self.tr("Other medicines"))
        self._medicines.typed.connect(self._record_medicines)
        flow = FlowLayout()
        for chip in self._chips.values():
            chip.clicked.connect(self._toggle)
            flow.addWidget(chip)
        self.add(flow)
        self.add(self._medicines)
        self.body.addStretch(1)

    def fill(self, shown: Shown) -> None:
        self.set_title(self.tr("Care today") if shown.is_today else self.tr("Care"))
        for kind, chip in self._chips.items():
            chip.setChecked(kind in shown.day.care)
        self._medicines.show_text(shown.day.medicines)

    def commit_pending(self) -> None:
        self._medicines.commit_pending()

    @Slot()
    def _toggle(self) -> None:
        kind = next(key for key, chip in self._chips.items() if chip is self.sender())
        word = name(kind).lower()
        care = self._recorder.day.care ^ {kind}
        said = word if kind in care else self.tr("{what} cleared").format(what=word)
        self._recorder.record(said, {"care": care})

    @Slot(str)
    def _record_medicines(self, text: str) -> None:
        self._recorder.record(self.tr("other medicines"), {"medicines": text}, typing=True)
