"""A new passphrase after the recovery code was found to fit."""

from PySide6.QtCore import Signal, Slot

from diary.ui.dialogs.centred import MIDDLE, Centred
from diary.ui.dialogs.new_passphrase import NewPassphrase
from diary.ui.widgets.button import Button, Kind


class ResetForm(Centred):
    entered = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(
            self.tr("Choose a new passphrase"),
            self.tr("The code fits. It stays the same, so keep it."),
            width=480,
        )
        self.fields = NewPassphrase()
        self.button = Button(self.tr("Save passphrase"), Kind.PRIMARY)
        self.button.set_large()
        self._back = Button(self.tr("Use the passphrase"), Kind.TEXT)
        self.rows.addWidget(self.fields)
        self.rows.addSpacing(8)
        self.rows.addWidget(self.button)
        self.rows.addWidget(self._back, 0, MIDDLE)
        self.fields.entered.connect(self._enter)
        self.button.clicked.connect(self._enter)
        self._back.clicked.connect(self.left)
        self.first = self.fields.first

    def set_busy(self) -> None:
        self.button.set_busy(self.tr("Saving…"))
        self._back.setEnabled(False)

    def set_idle(self) -> None:
        self.button.set_idle()
        self._back.setEnabled(True)

    def clear(self) -> None:
        """Forget what was typed."""
        self.fields.clear()

    def refuse(self, sentence: str) -> None:
        self.fields.first.set_error(sentence)

    @Slot()
    def _enter(self) -> None:
        missing = self.fields.missing()
        if missing is not None:
            missing.point_out()
        elif self.button.isEnabled():
            self.entered.emit(self.fields.text())
