"""Copies of several photos for other places, in a folder that the patient chooses."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from diary.domain.photo import Photo, view_name
from diary.errors import DiaryError, Stopped
from diary.journal import Journal, OnDiary, SavedCopies, Watch, save_copies
from diary.ui import theme
from diary.ui.choosing import choose_folder
from diary.ui.local import full_date
from diary.ui.long_work import LongWork
from diary.ui.session import Session
from diary.ui.widgets.button import Button, Kind
from diary.ui.widgets.check_row import CheckRow
from diary.ui.widgets.notice import Notice, Tone
from diary.ui.widgets.progress_row import ProgressRow
from diary.ui.widgets.scrolled import fill
from diary.ui.widgets.text import label

WIDTH = 560
PADDING, GAP = 24, 12

ROOM_TO_TELL = 72
"""Pixels kept for what is said at the end, which has two lines at most times."""

MOST_NAMED = 3
"""Refused photos that are named; more are counted."""


class SaveCopiesDialog(QDialog):
    """Opened over the gallery and destroyed with it, so that locking leaves nothing of it behind.

    `photo_ids` are more than one.
    """

    def __init__(self, session: Session, parent: QWidget, photo_ids: Sequence[str]) -> None:
        super().__init__(parent)
        self._session, self._over = session, parent
        self._ids = tuple(photo_ids)
        self._folder = Path()
        self.setWindowTitle(self.tr("Skin Diary"))
        self.setAccessibleName(self.tr("Save copies"))
        self.finished.connect(self.deleteLater)
        self.original = CheckRow(self.tr("Save the original files, byte for byte"))
        self.progress = ProgressRow()
        self.said, self.problem = Notice(Tone.INFO), Notice(Tone.ERROR)
        self.choose = Button(self.tr("Choose folder…"), Kind.PRIMARY, "folder-open")
        self.close_button = Button(self.tr("Close"))
        self.work = LongWork(session, self)
        self._lay_out()
        self._connect()

    def open(self) -> None:
        width = theme.current().px(WIDTH)
        height = self._rows.totalHeightForWidth(width) + self._foot.sizeHint().height()
        room = theme.current().px(ROOM_TO_TELL)
        self.resize(QSize(width, height + room).boundedTo(self._over.window().size()))
        super().open()
        self.choose.setFocus()

    def reject(self) -> None:
        """While copies are being saved, Esc ends that and lets the patient read how many are."""
        if self.work.running:
            self.work.cancel()
        else:
            super().reject()

    def save_in(self, folder: Path) -> None:
        """Save the copies where the patient said."""
        self._folder = folder
        self.said.hide()
        self.problem.hide()
        self._set_saving(saving=True)
        save = partial(_save, ids=self._ids, folder=folder, original=self.original.isChecked())
        self.work.start(save, self._tell, self._give_up)

    @Slot()
    def _choose_folder(self) -> None:
        choose_folder(self, self.tr("Choose a folder for the copies"), self._take_folder)

    @Slot(str)
    def _take_folder(self, folder: str) -> None:
        self.save_in(Path(folder))

    def _tell(self, done: SavedCopies) -> None:
        self._set_saving(saving=False)
        cancelled = isinstance(done.ended, Stopped)
        words = [self._counted(done)]
        if done.refused:
            words.append(self._refused_words(done.refused))
        if done.ended and not cancelled:
            words.append(str(done.ended))
            if not done.saved:
                del words[0]
        failed = done.refused or (done.ended and not cancelled)
        notice = self.problem if failed else self.said
        notice.set_text(" ".join(words), self.tr("Show in folder") if done.saved else "")
        notice.show()

    def _counted(self, done: SavedCopies) -> str:
        if isinstance(done.ended, Stopped):
            said = self.tr("Cancelled. {saved} of {asked} copies were saved in “{folder}”.")
        elif len(done.saved) == done.asked:
            said = self.tr("{saved} copies saved in “{folder}”. They are not encrypted.")
        else:
            said = self.tr("{saved} of {asked} copies were saved in “{folder}”.")
        folder = self._folder.name or str(self._folder)
        return said.format(saved=len(done.saved), asked=done.asked, folder=folder)

    def _refused_words(self, refused: list[Photo]) -> str:
        named = ", ".join(
            f"{view_name(one.view).lower()} {full_date(one.taken.on)}"
            for one in refused[:MOST_NAMED]
        )
        more = len(refused) - MOST_NAMED
        if more > 0:
            return self.tr("Could not be copied: {photos} and %n more.", "", more).format(
                photos=named
            )
        return self.tr("Could not be copied: {photos}.").format(photos=named)

    def _give_up(self, error: Exception) -> None:
        self._set_saving(saving=False)
        if isinstance(error, DiaryError):
            self.problem.set_text(str(error))
            self.problem.show()
        else:
            self._session.jobs.failed.emit(error)

    def _set_saving(self, *, saving: bool) -> None:
        for widget in (self.choose, self.close_button, self.original):
            widget.setEnabled(not saving)
        self.progress.setVisible(saving)
        if not saving:
            self.choose.setFocus()

    @Slot(int, int)
    def _show_progress(self, done: int, total: int) -> None:
        what = self.tr("Saving {done} of {total}") if total else self.tr("Preparing…")
        self.progress.set_progress(what.format(done=done + 1, total=total), done, total)

    @Slot()
    def _show_in_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _lay_out(self) -> None:
        plain = self.tr(
            "The copies hold the pictures and nothing else: no place, no time, no phone model, no "
            "hidden small picture. JPEG, PNG and WebP keep every pixel; iPhone HEIC and others "
            "become JPEG."
        )
        named = self.tr(
            "They are named by date and view, such as “Photo 2026-11-03 front”. Files that are in "
            "the folder already stay as they are."
        )
        kept = self.tr(
            "Originals also hold what the phone wrote into them, such as place, time and model."
        )
        elsewhere = self.tr("Outside the diary a copy is not encrypted.")
        rows = self._rows = QVBoxLayout()
        rows.setContentsMargins(PADDING, PADDING, PADDING, GAP)
        rows.setSpacing(GAP)
        rows.addWidget(label(self.tr("Save copies"), "figure"))
        rows.addWidget(label(self.tr("%n photos", "", len(self._ids)), "subtitle", wrap=True))
        for widget in (
            label(plain, wrap=True),
            label(named, wrap=True),
            self.original,
            label(kept, "caption", wrap=True),
            label(elsewhere, wrap=True),
        ):
            rows.addWidget(widget)
        rows.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.choose)
        foot = self._foot = QVBoxLayout()
        foot.setContentsMargins(PADDING, GAP, PADDING, PADDING)
        foot.setSpacing(GAP)
        for told in (self.progress, self.said, self.problem):
            told.hide()
            foot.addWidget(told)
        foot.addLayout(buttons)
        fill(self, rows, self._foot)

    def _connect(self) -> None:
        self.choose.clicked.connect(self._choose_folder)
        self.close_button.clicked.connect(self.reject)
        self.work.progressed.connect(self._show_progress)
        self.progress.cancelled.connect(self.work.cancel)
        for notice in (self.said, self.problem):
            notice.link_activated.connect(self._show_in_folder)


def _save(
    journal: Journal,
    watch: Watch,
    on_diary: OnDiary,
    *,
    ids: Sequence[str],
    folder: Path,
    original: bool,
) -> SavedCopies:
    photos = on_diary(lambda: [journal.photos.get(photo_id) for photo_id in ids])
    return save_copies(
        journal.copies_out, photos, folder, original=original, watch=watch, on_diary=on_diary
    )
