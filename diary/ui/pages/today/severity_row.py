"""How severe a symptom was; not saying is an answer too."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from diary.domain.scales import Severity, name
from diary.ui.widgets.segmented import Segment, Segmented
from diary.ui.widgets.text import label


class SeverityRow(QWidget):
    graded = Signal(object)
    """A `Severity`, or None when it was taken back."""

    def __init__(self, symptom: str) -> None:
        super().__init__()
        self._choice = Segmented(
            name(symptom), [(severity, name(severity)) for severity in Severity], clearable=True
        )
        self._choice.chosen.connect(self._tell)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label(name(symptom), "control", wrap=True), 1)
        row.addWidget(self._choice)

    @property
    def stops(self) -> list[QWidget]:
        """What Tab may reach, from left to right."""
        return list(self._choice.findChildren(Segment))

    def set_severity(self, severity: Severity | None) -> None:
        self._choice.set_value(severity)

    @Slot(object)
    def _tell(self, key: str | None) -> None:
        self.graded.emit(Severity(key) if key else None)
