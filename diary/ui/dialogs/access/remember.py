"""Let this computer open the diary by itself when the program starts."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from diary.journal import Journal, drop_key, keep_key
from diary.ui.dialogs.access.access_dialog import AccessDialog, on_enter
from diary.ui.session import Session


class Remember(AccessDialog):
    """The passphrase is confirmed, then the keyring keeps a key, then the key becomes a way in."""

    def __init__(self, session: Session, parent: QWidget, diary_id: str) -> None:
        title = self.tr("Remember on this computer")
        super().__init__(session, parent, title, self.tr("Remember"))
        self._diary_id = diary_id
        self.explain(
            self.tr(
                "Skin Diary then opens without the passphrase when you start it. Anyone who can use"
                " your account on this computer can open it, too. After a lock it still asks."
            ),
            self.tr("Keep the passphrase: the keyring of a computer can be lost."),
        )
        on_enter(self.ask_current(self.tr("Passphrase now")), self)
        self.rows.addStretch(1)

    def work(self) -> Callable[[Journal], None]:
        assert self.current is not None  # noqa: S101 - asked for above
        return partial(_confirm, self.current.text())

    def run(self) -> None:
        self.session.ask(self.work(), self._keep, self, self.refuse)

    def said(self) -> str:
        return self.tr("This computer remembers the diary.")

    def _keep(self, _confirmed: None) -> None:
        self.session.jobs.follow(keep_key(self._diary_id), self._use, self, self.refuse)

    def _use(self, key: bytes) -> None:
        self.session.ask(partial(_remember, key), self.finish, self, self._take_back)

    def _take_back(self, error: Exception) -> None:
        """What was not saved opens nothing, so the keyring need not keep it."""
        drop_key(self._diary_id)
        self.refuse(error)


def _confirm(passphrase: str, journal: Journal) -> None:
    journal.access.confirm(passphrase)


def _remember(key: bytes, journal: Journal) -> None:
    journal.access.remember(key)
