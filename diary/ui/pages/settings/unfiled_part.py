"""Photos that a check found without an entry: add them, or leave them where they are."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.domain.draft import Draft
from diary.journal import Journal
from diary.ui.backup_words import photos
from diary.ui.importing import Importer, Source
from diary.ui.session import Session
from diary.ui.widgets.notice import Notice, Tone


class UnfiledPart(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._names: tuple[str, ...] = ()
        self._added, self._refused = 0, False
        self._importer = Importer(session, self)
        self._notice = Notice(Tone.INFO)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._notice)
        self._notice.link_activated.connect(self._add)
        self._importer.added.connect(self._count)
        self._importer.skipped.connect(self._count_skipped)
        self._importer.refused.connect(self._tell_refused)
        self._importer.finished.connect(self._settle)
        self.hide()

    def show_names(self, names: Sequence[str]) -> None:
        """Offer the photos with these names, or nothing."""
        self._names = tuple(names)
        self.setVisible(bool(names))
        words = self.tr(
            "{photos} in the diary’s folder without an entry, as after a power cut. They can be "
            "looked at and added, or left where they are."
        )
        if names:
            self._notice.set_text(words.format(photos=photos(len(names))), self.tr("Add them"))

    @Slot()
    def _add(self) -> None:
        self._added, self._refused = 0, False
        unfiled = self._session.journal.unfiled
        self._notice.set_text(self.tr("Reading…"))
        name = self.tr("Photo without an entry")
        self._importer.add(
            Source(name, partial(unfiled.read, each), partial(unfiled.read_again, each))
            for each in self._names
        )

    @Slot()
    def _count(self) -> None:
        self._added += 1

    @Slot(list)
    def _count_skipped(self, drafts: list[Draft]) -> None:
        self._added += len(drafts)

    @Slot(str)
    def _tell_refused(self, sentence: str) -> None:
        self._refused = True
        self._notice.set_text(sentence)

    @Slot()
    def _settle(self) -> None:
        if not self._added and not self._refused:
            self.show_names(self._names)
        self._session.ask(_settle, self._settled, self)

    def _settled(self, _remaining: int) -> None:
        if self._added:
            self._notice.set_text(self.tr("{photos} added.").format(photos=photos(self._added)))


def _settle(journal: Journal) -> int:
    return journal.unfiled.settle()
