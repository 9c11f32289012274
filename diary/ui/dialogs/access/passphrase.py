"""Change, add or remove the passphrase of an open diary."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from diary.journal import Journal
from diary.ui.dialogs.access.access_dialog import AccessDialog, on_enter
from diary.ui.dialogs.new_code import NewCode
from diary.ui.dialogs.new_passphrase import NewPassphrase
from diary.ui.dialogs.step import Missing
from diary.ui.session import Session
from diary.ui.widgets.button import Kind
from diary.ui.widgets.notice import Notice, Tone


class ChangePassphrase(AccessDialog):
    def __init__(self, session: Session, parent: QWidget) -> None:
        title = self.tr("Change the passphrase")
        super().__init__(session, parent, title, self.tr("Change passphrase"))
        self.explain(
            self.tr(
                "The recovery code stays the same."
                " Backups made before today still open with the old passphrase."
            )
        )
        current = self.ask_current(self.tr("Passphrase now"))
        self.new = NewPassphrase(self.tr("New passphrase"))
        self.rows.addWidget(self.new)
        self.rows.addStretch(1)
        current.edit.returnPressed.connect(self.new.first.setFocus)
        self.new.entered.connect(self.submit)

    def missing(self) -> Missing | None:
        return super().missing() or self.new.missing()

    def work(self) -> Callable[[Journal], None]:
        assert self.current is not None  # noqa: S101 - asked for above
        return partial(_change, self.current.text(), self.new.text())

    def said(self) -> str:
        return self.tr("The passphrase was changed.")


class AddPassphrase(AccessDialog):
    def __init__(self, session: Session, parent: QWidget) -> None:
        title = self.tr("Add a passphrase")
        super().__init__(session, parent, title, self.tr("Add passphrase"))
        self.explain(
            self.tr(
                "Nobody can reset it for you, so keep the recovery code on paper."
                " Copies and backups made before today still open without a passphrase."
            )
        )
        self.new = NewPassphrase()
        self.first = self.new.first
        journal = session.journal
        self.new_code = NewCode(journal.folder.stem, session.jobs, journal.now)
        self.rows.addWidget(self.new)
        self.rows.addWidget(self.new_code)
        self.new.entered.connect(self.new_code.typed_back.fields[0].setFocus)

    def missing(self) -> Missing | None:
        return self.new.missing() or self.new_code.missing()

    def work(self) -> Callable[[Journal], None]:
        return partial(_add, self.new.text(), self.new_code.code)

    def said(self) -> str:
        return self.tr("The diary now asks for the passphrase and locks itself.")


class RemovePassphrase(AccessDialog):
    def __init__(self, session: Session, parent: QWidget) -> None:
        title = self.tr("Remove the passphrase")
        super().__init__(session, parent, title, self.tr("Remove passphrase"), Kind.DELETE)
        caution = self.tr("Anyone who can use this account can read this diary.")
        self.rows.addWidget(Notice(Tone.CAUTION, caution))
        self.explain(
            self.tr(
                "The diary stays encrypted but opens for anyone, and no longer locks."
                " The recovery code stops working."
                " Backups made before today still open with the passphrase of their day."
            )
        )
        on_enter(self.ask_current(self.tr("Passphrase now")), self)
        self.rows.addStretch(1)

    def work(self) -> Callable[[Journal], None]:
        assert self.current is not None  # noqa: S101 - asked for above
        return partial(_remove, self.current.text())

    def said(self) -> str:
        return self.tr("The passphrase was removed.")


def _change(current: str, new: str, journal: Journal) -> None:
    journal.access.change_passphrase(current, new)


def _add(new: str, code: str, journal: Journal) -> None:
    journal.access.add_passphrase(new, code)


def _remove(current: str, journal: Journal) -> None:
    journal.access.remove_passphrase(current)
