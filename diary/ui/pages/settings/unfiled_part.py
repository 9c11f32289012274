"""Photos that a check found without an entry: add them, or leave them where they are."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.domain.photo import View
from diary.journal import Journal
from diary.ui.backup_words import photos
from diary.ui.importing import Importer, Source
from diary.ui.pages.photos.undated import UndatedList
from diary.ui.session import Session
from diary.ui.widgets.notice import Notice, Tone


class UnfiledPart(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._names: tuple[str, ...] = ()
        self._added = 0
        self._importer = Importer(session, self)
        self._notice = Notice(Tone.INFO)
        self._undated = UndatedList(self._importer)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._notice)
        rows.addWidget(self._undated)
        self._notice.link_activated.connect(self._add)
        self._importer.undated.connect(self._undated.add_picture)
        self._importer.added.connect(self._count)
        self._importer.refused.connect(self._notice.set_text)
        self._importer.finished.connect(self._settle)
        self.hide()

    def show_names(self, names: Sequence[str]) -> None:
        """Offer the photos with these names, or nothing."""
        self._names = tuple(names)
        self.setVisible(bool(names))
        words = self.tr(
            "{photos} in the diary’s folder without an entry, as after a power cut. They can be "
            "added as front, or left where they are."
        )
        if names:
            self._notice.set_text(words.format(photos=photos(len(names))), self.tr("Add them"))

    @Slot()
    def _add(self) -> None:
        self._added = 0
        unfiled = self._session.journal.unfiled
        self._notice.set_text(self.tr("Reading…"))
        name = self.tr("Photo without an entry")
        self._importer.add(
            Source(name, partial(unfiled.read, each), View.FRONT) for each in self._names
        )

    @Slot()
    def _count(self) -> None:
        self._added += 1

    @Slot()
    def _settle(self) -> None:
        if self._undated.count and not self._added:
            self._notice.set_text(self.tr("Say when they were taken, and they are added."))
        self._session.ask(_settle, self._settled, self)

    def _settled(self, _remaining: int) -> None:
        if self._added:
            self._notice.set_text(self.tr("{photos} added.").format(photos=photos(self._added)))


def _settle(journal: Journal) -> int:
    return journal.unfiled.settle()
