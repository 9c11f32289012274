"""A copy of one photo for other places: saved, copied or dragged; by default it tells nothing."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QSize, QStandardPaths, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from diary.domain.photo import Photo, view_name
from diary.errors import DiaryError
from diary.journal import Journal
from diary.ui import clipboard, theme
from diary.ui.choosing import choose_target
from diary.ui.dialogs.drag_handle import DragHandle, Pasted
from diary.ui.local import long_date
from diary.ui.session import Session
from diary.ui.widgets.button import Button, Kind
from diary.ui.widgets.check_row import CheckRow
from diary.ui.widgets.flow_layout import FlowLayout
from diary.ui.widgets.notice import Notice, Tone
from diary.ui.widgets.scrolled import fill
from diary.ui.widgets.text import label

if TYPE_CHECKING:
    from diary.journal import CopyOut

T = TypeVar("T")

WIDTH = 560
PADDING, GAP = 24, 12


class CopyOutDialog(QDialog):
    """Opened over the photo and destroyed with it, so that locking leaves nothing of it behind."""

    def __init__(self, session: Session, parent: QWidget, photo: Photo) -> None:
        super().__init__(parent)
        self._session = session
        self._copies = session.journal.copies_out
        self._over = parent
        self._photo = photo
        self._saved_in = Path()
        self.setWindowTitle(self.tr("Skin Diary"))
        self.setAccessibleName(self.tr("Save a copy"))
        self.finished.connect(self.deleteLater)
        self.original = CheckRow(self.tr("Save the original file, byte for byte"))
        self.held = label("", "caption", wrap=True)
        self.copy = Button(self.tr("Copy picture"), icon="copy")
        self.drag = DragHandle(self.tr("Drag into another program"))
        self.save = Button(self.tr("Save…"), Kind.PRIMARY)
        self.cancel = Button(self.tr("Close"))
        self.said, self.problem = Notice(Tone.INFO), Notice(Tone.ERROR)
        self._lay_out()
        self._connect()

    def open(self) -> None:
        width = theme.current().px(WIDTH)
        height = self._rows.totalHeightForWidth(width) + self._foot.sizeHint().height()
        self.resize(QSize(width, height).boundedTo(self._over.window().size()))
        super().open()
        self.save.setFocus()
        self._with_data(self._copies.told, self.held.setText)

    @Slot()
    def _make(self) -> None:
        """The copy that is chosen, for the name that is proposed ends as its file does."""
        self._clear()
        self.save.set_busy(self.tr("Preparing…"))
        kept = self.original.isChecked()
        make = self._copies.original if kept else self._copies.stripped
        self._with_data(make, self._ask_where)

    def _ask_where(self, copy: "CopyOut") -> None:
        self.save.set_idle()
        pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        self._made = copy
        name = self._copies.name(self._photo, copy.ending)
        title = self.tr("Save a copy")
        choose_target(self, title, name, copy.endings, self.save_as, folder=pictures)

    def save_as(self, target: Path) -> None:
        """Write the copy where the patient said."""
        self.save.set_busy(self.tr("Saving…"))
        self._session.jobs.decode(
            partial(self._copies.save, self._made, target, on_diary=self._session.gate.on_diary),
            partial(self._tell_saved, target),
            self,
            self._refuse,
        )

    def _tell_saved(self, target: Path, _done: None) -> None:
        self.save.set_idle()
        self._saved_in = target.parent
        watched = self._session.watching.news.folder
        if watched and target.resolve().is_relative_to(watched):
            self._session.watching.leave_out([self._made.digest])
        said = self.tr("Saved as {name}.").format(name=target.name)
        self._show(self.said, said, self.tr("Show in folder"))

    @Slot()
    def _copy_picture(self) -> None:
        self._clear()
        self.copy.set_busy(self.tr("Preparing…"))
        self._with_data(partial(_pasted, self._copies.pasted), self._put_on_clipboard)

    def _put_on_clipboard(self, pasted: Pasted) -> None:
        self.copy.set_idle()
        clipboard.clip().put_picture(*pasted)
        self._show(self.said, self.tr("Copied. It leaves the clipboard when the diary locks."))

    @Slot()
    def _prepare_drag(self) -> None:
        self._clear()
        self._with_data(partial(_pasted, self._copies.pasted), self.drag.set_ready)

    def _with_data(self, make: Callable[[bytes], T], then: Callable[[T], None]) -> None:
        """Read the photo's file on the diary's thread and make something of it on another."""
        self._session.ask(
            partial(_data, photo=self._photo),
            partial(self._make_of, make, then),
            self,
            self._refuse,
        )

    def _make_of(self, make: Callable[[bytes], T], then: Callable[[T], None], data: bytes) -> None:
        self._session.jobs.decode(partial(make, data), then, self, self._refuse)

    def _refuse(self, error: Exception) -> None:
        for button in (self.save, self.copy):
            button.set_idle()
        if isinstance(error, DiaryError):
            self._show(self.problem, str(error))
        else:
            self._session.jobs.failed.emit(error)

    def _clear(self) -> None:
        self.said.hide()
        self.problem.hide()

    def _show(self, notice: Notice, text: str, link: str = "") -> None:
        self._clear()
        notice.set_text(text, link)
        notice.show()

    @Slot()
    def _show_in_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved_in)))

    def _lay_out(self) -> None:
        photo = self._photo
        plain = self.tr(
            "The copy holds the picture and nothing else: no place, no time, no phone model, no "
            "hidden small picture. JPEG, PNG and WebP keep every pixel; iPhone HEIC and others "
            "become JPEG."
        )
        elsewhere = self.tr(
            "Outside the diary a copy is not encrypted. Copying and dragging give the picture "
            "alone, at most 4096 pixels long."
        )
        rows = self._rows = QVBoxLayout()
        rows.setContentsMargins(PADDING, PADDING, PADDING, GAP)
        rows.setSpacing(GAP)
        rows.addWidget(label(self.tr("Save a copy"), "figure"))
        which = f"{view_name(photo.view)} · {long_date(photo.taken.on)}"
        rows.addWidget(label(which, "subtitle", wrap=True))
        for widget in (
            label(plain, wrap=True),
            self.original,
            self.held,
            label(elsewhere, wrap=True),
        ):
            rows.addWidget(widget)
        ways = FlowLayout()
        ways.addWidget(self.copy)
        ways.addWidget(self.drag)
        rows.addLayout(ways)
        for notice in (self.said, self.problem):
            notice.hide()
            rows.addWidget(notice)
        rows.addStretch(1)
        self._foot = QHBoxLayout()
        self._foot.setContentsMargins(PADDING, GAP, PADDING, PADDING)
        self._foot.setSpacing(8)
        self._foot.addStretch(1)
        self._foot.addWidget(self.cancel)
        self._foot.addWidget(self.save)
        fill(self, rows, self._foot)

    def _connect(self) -> None:
        self.save.clicked.connect(self._make)
        self.cancel.clicked.connect(self.reject)
        self.copy.clicked.connect(self._copy_picture)
        self.drag.wanted.connect(self._prepare_drag)
        self.said.link_activated.connect(self._show_in_folder)


def _data(journal: Journal, photo: Photo) -> bytes:
    return journal.copies_out.data(photo)


def _pasted(make: Callable[[bytes], bytes], data: bytes) -> Pasted:
    jpeg = make(data)
    return Pasted(jpeg, QImage.fromData(jpeg))
