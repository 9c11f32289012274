"""Second step of first run: a passphrase and the recovery code, or neither."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.journal import Clock
from diary.ui.dialogs.new_code import NewCode
from diary.ui.dialogs.new_passphrase import NewPassphrase
from diary.ui.dialogs.step import Missing, Step
from diary.ui.jobs import Jobs
from diary.ui.widgets.check_row import CheckRow


class ProtectStep(Step):
    """`passphrase` and `recovery_code` are both `None` for a diary that anyone may open.

    `name` is that of the diary.
    """

    entered = Signal()

    def __init__(self, name: str, jobs: Jobs, clock: Clock) -> None:
        super().__init__(
            self.tr("Protect your diary"),
            self.tr("Nobody can reset this for you, so keep the recovery code on paper."),
        )
        self.new_passphrase = NewPassphrase()
        self.new_code = NewCode(name, jobs, clock)
        self.no_passphrase = CheckRow(
            self.tr("No passphrase. Anyone who can use this account can read this diary.")
        )
        self._protected = self._make_protected()
        self._build()
        self.first = self.new_passphrase.first
        self.no_passphrase.toggled.connect(self._protected.setHidden)
        self.new_passphrase.entered.connect(self.new_code.typed_back.fields[0].setFocus)

    @property
    def passphrase(self) -> str | None:
        return None if self.no_passphrase.isChecked() else self.new_passphrase.text()

    @property
    def recovery_code(self) -> str | None:
        return None if self.no_passphrase.isChecked() else self.new_code.code

    def missing(self) -> Missing | None:
        if self.no_passphrase.isChecked():
            return None
        return self.new_passphrase.missing() or self.new_code.missing()

    def _make_protected(self) -> QWidget:
        box = QWidget()
        rows = QVBoxLayout(box)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12)
        rows.addWidget(self.new_passphrase)
        rows.addWidget(self.new_code)
        rows.addWidget(self.problem)
        return box

    def _build(self) -> None:
        self.rows.addWidget(self._protected)
        self.rows.addWidget(self.no_passphrase)
        self.rows.addStretch(1)
