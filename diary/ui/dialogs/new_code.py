"""A new recovery code: shown once, taken to paper, and two of its groups typed back."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.journal import Clock, new_recovery_code
from diary.ui.dialogs.recovery_card import RecoveryCard
from diary.ui.dialogs.step import Missing
from diary.ui.dialogs.typed_back import TypedBack
from diary.ui.jobs import Jobs
from diary.ui.widgets.check_row import CheckRow


class NewCode(QWidget):
    """`name` is that of the diary it is for."""

    def __init__(self, name: str, jobs: Jobs, clock: Clock) -> None:
        super().__init__()
        self.code = new_recovery_code()
        self.card = RecoveryCard(self.code, name, jobs, clock)
        self.typed_back = TypedBack(self.code.split())
        self.written_down = CheckRow(self.tr("I have printed it or written it down"))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12)
        for part in (self.card, self.typed_back, self.written_down):
            rows.addWidget(part)
        self.typed_back.typing.connect(self._cover)

    def missing(self) -> Missing | None:
        """What keeps the code from being relied on, if anything."""
        return self.typed_back.missing() or self._missing_promise()

    def _missing_promise(self) -> Missing | None:
        if self.written_down.isChecked():
            return None
        return Missing(
            self.tr("Print the recovery code or write it down, then tick the box."),
            self.written_down,
        )

    @Slot(bool)
    def _cover(self, typing: bool) -> None:  # noqa: FBT001 - the signal's argument
        self.card.cover(self.typed_back.places if typing else ())
