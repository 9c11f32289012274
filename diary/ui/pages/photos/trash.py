"""The deleted photos: each can be brought back, or removed at once and for good."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QImage, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from diary.domain.photo import Photo, view_name
from diary.errors import DiaryError
from diary.journal import Deleted, Journal
from diary.ui import messages
from diary.ui.covering import Covering
from diary.ui.local import full_date, short_date
from diary.ui.pages.photos.shown import photo_count
from diary.ui.session import Session
from diary.ui.widgets.button import Button, Kind
from diary.ui.widgets.card import Card
from diary.ui.widgets.covered_picture import CoveredPicture
from diary.ui.widgets.text import label

SIDE = 56


class TrashList(QWidget):
    """Asks before anything goes for good; `closed` when the patient is done here."""

    closed = Signal()

    def __init__(self, session: Session, covering: Covering) -> None:
        super().__init__()
        self._session = session
        self._covering = covering
        self._deleted: tuple[Deleted, ...] = ()
        self._rows: list[_Row] = []
        self.back = Button(self.tr("Back to all photos"), Kind.TEXT, "chevron-left")
        self.back.clicked.connect(self.closed)
        self._all = Button(self.tr("Delete all now…"), Kind.DELETE)
        self._all.clicked.connect(self._ask_about_all)
        self._card = Card(self.tr("Deleted photos"))
        self._card.add(
            label(
                self.tr(
                    "Each is removed by itself 30 days after you deleted it; later if you put the "
                    "diary aside for weeks, or the date of this computer was wrong."
                ),
                "caption",
                wrap=True,
            )
        )
        self._lay_out()

    def set_deleted(self, deleted: tuple[Deleted, ...]) -> None:
        changed = deleted != self._deleted
        self._deleted = deleted
        if changed and self.isVisible():
            self._show_rows()

    def showEvent(self, event: QShowEvent) -> None:
        """Pictures of deleted photos are made only to be looked at."""
        super().showEvent(event)
        self._show_rows()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _show_rows(self) -> None:
        while self._rows:
            self._rows.pop().deleteLater()
        for one in self._deleted:
            row = _Row(one, self._covering)
            row.restored.connect(partial(_restore, self._session, one.photo.id))
            row.erased.connect(partial(self._ask, [one]))
            self._rows.append(row)
            self._card.add(row)
            read, show = partial(_thumbnail, photo=one.photo), row.picture.show_image
            self._session.ask(read, show, row, row.show_no_picture)
        self.back.setFocus()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.back)
        top.addStretch(1)
        top.addWidget(self._all)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12)
        rows.addLayout(top)
        rows.addWidget(self._card)
        rows.addStretch(1)

    @Slot()
    def _ask_about_all(self) -> None:
        self._ask(list(self._deleted))

    def _ask(self, deleted: list[Deleted]) -> None:
        one = len(deleted) == 1
        count = photo_count(len(deleted))
        messages.confirm_with_choice(
            self,
            self.tr("Delete this photo for good? {photo}").format(photo=_name(deleted[0].photo))
            if one
            else self.tr("Delete {photos} for good?").format(photos=count),
            self.tr("Delete now"),
            self.tr("Also remove the earlier states now"),
            partial(self._erase, [gone.photo.id for gone in deleted]),
            details=self.tr(
                "This cannot be undone. Earlier states of your answers, in the diary’s own folder, "
                "still say for a year or so that there was a photo, without its picture. Backups "
                "keep the picture itself as long as you keep them."
            ),
        )

    def _erase(self, photo_ids: list[str], everywhere: bool) -> None:  # noqa: FBT001 - the choice's answer
        self._session.ask(
            partial(_erase, photo_ids=photo_ids, everywhere=everywhere),
            self._erased,
            self,
            self._failed,
        )

    def _erased(self, _done: None) -> None:
        self._session.photos_changed.emit()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, DiaryError):
            messages.tell(self, error)
        else:
            self._session.jobs.failed.emit(error)
        self._session.photos_changed.emit()  # some may be gone already


class _Row(QWidget):
    restored = Signal()
    erased = Signal()

    def __init__(self, deleted: Deleted, covering: Covering) -> None:
        super().__init__()
        name = _name(deleted.photo)
        photo = deleted.photo
        self.picture = CoveredPicture(covering, photo.id, photo.view, name, SIDE)
        restore = Button(self.tr("Restore"))
        restore.setAccessibleName(self.tr("Restore {photo}").format(photo=name))
        restore.clicked.connect(self.restored)
        erase = Button(self.tr("Delete now…"), Kind.DELETE)
        erase.setAccessibleName(self.tr("Delete {photo} now").format(photo=name))
        erase.clicked.connect(self.erased)
        when = self.tr("Deleted on {day}, removed on {end}").format(
            day=short_date(deleted.deleted_on), end=short_date(deleted.gone_on)
        )
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(label(name, wrap=True))
        words.addWidget(label(when, "caption", wrap=True))
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        row.addWidget(self.picture)
        row.addLayout(words, 1)
        row.addWidget(restore)
        row.addWidget(erase)

    def show_no_picture(self, _error: Exception) -> None:
        self.picture.show_image(QImage())


def _name(photo: Photo) -> str:
    """Such as "Front, 22 November 2026"."""
    return f"{view_name(photo.view)}, {full_date(photo.taken.on)}"


def _thumbnail(journal: Journal, photo: Photo) -> QImage:
    return QImage.fromData(journal.trash.thumbnail(photo))


def _restore(session: Session, photo_id: str) -> None:
    session.push(
        session.tr("photo restored"),
        lambda journal: journal.trash.restore(photo_id),
        lambda journal: journal.photos.delete(photo_id),
        changed=session.photos_changed.emit,
    )


def _erase(journal: Journal, photo_ids: list[str], *, everywhere: bool) -> None:
    journal.trash.erase(*photo_ids)
    if everywhere:
        journal.backups.forget_earlier()
