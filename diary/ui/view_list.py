"""Which view each of several added photos became, with a way to say otherwise."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from diary.domain.photo import Photo, View, view_name
from diary.journal import Journal
from diary.ui.covering import Covering
from diary.ui.local import long_date
from diary.ui.session import Session
from diary.ui.widgets.button import Button
from diary.ui.widgets.covered_picture import CoveredPicture
from diary.ui.widgets.select import Select
from diary.ui.widgets.text import label

SIDE = 48


class ViewList(QWidget):
    """A row for each photo whose view was not said; hidden while there is none."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._rows: dict[str, _Row] = {}
        self._covering = Covering(session, self)
        self._done = Button(self.tr("Done"))
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(label(self.tr("Is each photo the right view?"), "strong", wrap=True))
        rows.addLayout(self._list)
        rows.addWidget(self._done)
        self._done.clicked.connect(self.clear)
        session.photos_changed.connect(self._read_again)
        self.hide()

    def add_photo(self, photo: Photo) -> None:
        if photo.id in self._rows:
            return
        row = _Row(photo, self._covering)
        row.chosen.connect(partial(self._change, photo.id))
        self._rows[photo.id] = row
        self._list.addWidget(row)
        self._session.ask(partial(_thumbnail, photo=photo), row.picture.show_image, row)
        self.show()

    @Slot()
    def clear(self) -> None:
        self._keep(())

    def _change(self, photo_id: str, view: View) -> None:
        before = self._rows[photo_id].photo
        self._session.push(
            self.tr("photo view {view}").format(view=view_name(view)),
            partial(_set_view, photo_id=photo_id, view=view),
            partial(_set_view, photo_id=photo_id, view=before.view),
            changed=self._session.photos_changed.emit,
        )
        self._rows[photo_id].photo = replace(before, view=view)

    @Slot()
    def _read_again(self) -> None:
        if self._rows:
            self._session.ask(_all, self._keep, self)

    def _keep(self, photos: Sequence[Photo]) -> None:
        """Show the photos as they are now; those that are gone have no row any more."""
        known = {photo.id: photo for photo in photos}
        for photo_id, row in list(self._rows.items()):
            if photo_id in known:
                row.show_photo(known[photo_id])
            else:
                del self._rows[photo_id]
                row.hide()
                row.deleteLater()
        self.setVisible(bool(self._rows))


class _Row(QWidget):
    chosen = Signal(object)
    """The `View` that the patient chose."""

    def __init__(self, photo: Photo, covering: Covering) -> None:
        super().__init__()
        self.photo = photo
        self.picture = CoveredPicture(covering, photo.id, photo.view, _name(photo), SIDE)
        self._views = Select()
        for view in View:
            self._views.addItem(view_name(view), view)
        name = photo.file_name
        self._views.setAccessibleName(self.tr("View of {name}").format(name=name))
        self._views.activated.connect(self._choose)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(label(name, "caption", wrap=True))
        words.addWidget(self._views)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.picture)
        row.addLayout(words, 1)
        self.show_photo(photo)

    def show_photo(self, photo: Photo) -> None:
        self.photo = photo
        self.picture.set_view(photo.view, _name(photo))
        self._views.setCurrentIndex(list(View).index(photo.view))

    @Slot(int)
    def _choose(self, index: int) -> None:
        if list(View)[index] is not self.photo.view:
            self.chosen.emit(list(View)[index])


def _name(photo: Photo) -> str:
    return f"{view_name(photo.view)}, {long_date(photo.taken.on)}"


def _all(journal: Journal) -> list[Photo]:
    return journal.photos.all()


def _thumbnail(journal: Journal, photo: Photo) -> QImage:
    return QImage.fromData(journal.photos.thumbnail(photo))


def _set_view(journal: Journal, photo_id: str, view: View) -> None:
    journal.photos.change(photo_id, view=view)
