"""A new recovery code for an open diary."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from diary.journal import Journal
from diary.ui.dialogs.access.access_dialog import AccessDialog
from diary.ui.dialogs.new_code import NewCode
from diary.ui.dialogs.step import Missing
from diary.ui.session import Session


class RenewCode(AccessDialog):
    def __init__(self, session: Session, parent: QWidget) -> None:
        title = self.tr("New recovery code")
        super().__init__(session, parent, title, self.tr("Use the new code"))
        self.explain(
            self.tr(
                "The old code works until you finish here."
                " Backups made before today still open with the old code."
            )
        )
        current = self.ask_current(self.tr("Passphrase now"))
        journal = session.journal
        self.new_code = NewCode(journal.folder.stem, session.jobs, journal.now)
        self.rows.addWidget(self.new_code)
        self.rows.addStretch(1)
        current.edit.returnPressed.connect(self.new_code.typed_back.fields[0].setFocus)

    def missing(self) -> Missing | None:
        return super().missing() or self.new_code.missing()

    def work(self) -> Callable[[Journal], None]:
        assert self.current is not None  # noqa: S101 - asked for above
        return partial(_renew, self.current.text(), self.new_code.code)

    def said(self) -> str:
        return self.tr("The new recovery code works. The old one no longer does: destroy it.")


def _renew(current: str, code: str, journal: Journal) -> None:
    journal.access.renew_recovery_code(current, code)
