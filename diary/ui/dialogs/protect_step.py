"""Second step of first run: a passphrase and the recovery code, or neither."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.journal import new_recovery_code
from diary.ui.dialogs.new_passphrase import NewPassphrase
from diary.ui.dialogs.recovery_card import RecoveryCard
from diary.ui.dialogs.step import Missing, Step
from diary.ui.dialogs.typed_back import TypedBack
from diary.ui.widgets.check_row import CheckRow


class ProtectStep(Step):
    """`passphrase` and `recovery_code` are both `None` for a diary that anyone may open."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__(
            self.tr("Protect your diary"),
            self.tr("Nobody can reset this for you, so keep the recovery code on paper."),
        )
        self._code = new_recovery_code()
        self.new_passphrase = NewPassphrase()
        self.card = RecoveryCard(self._code)
        self.typed_back = TypedBack(self._code.split())
        self.written_down = CheckRow(self.tr("I have printed it or written it down"))
        self.no_passphrase = CheckRow(
            self.tr("No passphrase. Anyone who can use this account can read this diary.")
        )
        self._protected = self._make_protected()
        self._build()
        self.first = self.new_passphrase.first
        self.typed_back.typing.connect(self._cover)
        self.no_passphrase.toggled.connect(self._protected.setHidden)
        self.new_passphrase.entered.connect(self.typed_back.fields[0].setFocus)

    @property
    def passphrase(self) -> str | None:
        return None if self.no_passphrase.isChecked() else self.new_passphrase.text()

    @property
    def recovery_code(self) -> str | None:
        return None if self.no_passphrase.isChecked() else self._code

    def missing(self) -> Missing | None:
        if self.no_passphrase.isChecked():
            return None
        return self.new_passphrase.missing() or self.typed_back.missing() or self._missing_promise()

    def _missing_promise(self) -> Missing | None:
        if self.written_down.isChecked():
            return None
        return Missing(
            self.tr("Print the recovery code or write it down, then tick the box."),
            self.written_down,
        )

    def _make_protected(self) -> QWidget:
        box = QWidget()
        rows = QVBoxLayout(box)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12)
        rows.addWidget(self.new_passphrase)
        rows.addWidget(self.card)
        rows.addWidget(self.typed_back)
        rows.addWidget(self.written_down)
        rows.addWidget(self.problem)
        return box

    def _build(self) -> None:
        self.rows.addWidget(self._protected)
        self.rows.addWidget(self.no_passphrase)
        self.rows.addStretch(1)

    @Slot(bool)
    def _cover(self, typing: bool) -> None:  # noqa: FBT001 - the signal's argument
        self.card.cover(self.typed_back.places if typing else ())
