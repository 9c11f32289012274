"""Makes a time-lapse of the photos of a view and saves it where the patient says."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.domain.photo import Photo, View, view_name
from diary.domain.timelapse import MovieFormat, Scenes, durations
from diary.errors import DiaryError, Stopped
from diary.journal import Film, Journal, OnDiary, SavedFilm, Watch
from diary.ui.choosing import choose_target
from diary.ui.covering import Covering
from diary.ui.dialogs.picture_dialog import GAP, PictureDialog
from diary.ui.dialogs.timelapse.choices import Choices
from diary.ui.dialogs.timelapse.player import Player
from diary.ui.local import number
from diary.ui.long_work import LongWork
from diary.ui.session import Session
from diary.ui.widgets.button import Button, Kind
from diary.ui.widgets.notice import Notice, Tone
from diary.ui.widgets.progress_row import ProgressRow
from diary.ui.widgets.text import label

MEGABYTE = 1_000_000

GATHER_MS = 250
"""How long changes are gathered before the pictures are made again: a date is typed in steps."""


class TimeLapseDialog(PictureDialog):
    """`photos` have at least one view with two of them; `view` is the one to begin with."""

    def __init__(
        self, session: Session, parent: QWidget, photos: Sequence[Photo], view: View | None
    ) -> None:
        super().__init__(parent, self.tr("Time-lapse"))
        self.session = session
        self._film: Film | None = None
        self._saved_in: Path | None = None
        self._outdated = False
        self.player = Player(Covering(session, self))
        self.choices = Choices(photos, view)
        self.work = LongWork(session, self)
        self._facts = label("", "caption", wrap=True)
        self._said = Notice(Tone.INFO)
        self._result = Notice(Tone.INFO)
        self._problem = Notice(Tone.ERROR)
        self._progress = ProgressRow()
        self._save = Button(self.tr("Save…"), Kind.PRIMARY, "download")
        self._close = Button(self.tr("Close"))
        self._gather = QTimer(self, singleShot=True, interval=GATHER_MS)
        self._lay_out()
        self._connect()

    def open(self) -> None:
        """Begin to make the pictures."""
        super().open()
        self._make()

    def done(self, result: int) -> None:
        """Leave, with nothing left of what is not finished."""
        self.work.cancel()
        super().done(result)

    def save_as(self, path: Path) -> None:
        """Write the film that is shown where the patient said."""
        if self._film is None or self.work.running:
            return
        self._set_saving(saving=True)
        self._result.hide()
        self._problem.hide()
        write = partial(
            _save,
            film=self._film,
            path=path,
            kind=self.choices.kind,
            per_second=self.choices.per_second,
        )
        self.work.start(write, self._tell_saved, self._give_up)

    @Slot()
    def _make(self) -> None:
        """Make the pictures anew, after those that are no longer asked for have ended."""
        self._show_film(None)
        self._outdated = self.work.running
        if self._outdated:
            self.work.cancel()
            return
        self.player.say(self.tr("Preparing…"))
        make = partial(_film, scenes=self.choices.scenes())
        self.work.start(make, self._show_film, self._explain)

    def _show_film(self, film: Film | None) -> None:
        if film is not None and self._outdated:
            self._make()
            return
        self._film = film
        self.player.show_film(film.pictures if film else ())
        self._save.setEnabled(film is not None)
        self._said.set_text(" ".join(film.said) if film else "")
        self._said.setVisible(film is not None and bool(film.said))
        self._result.hide()
        self._problem.hide()
        self._show_speed()

    @Slot()
    def _show_speed(self) -> None:
        speed = self.choices.per_second
        self.player.set_speed(speed)
        self._facts.setText("")
        if self._film is not None:
            count = len(self._film.pictures)
            seconds = sum(durations(count, speed)) / 1000
            words = self.tr("{n} pictures, {seconds} seconds")
            self._facts.setText(words.format(n=number(count), seconds=number(seconds, 1)))

    def _explain(self, error: Exception) -> None:
        """Why there are no pictures."""
        if self._outdated:
            self._make()
        elif isinstance(error, Stopped):
            self.player.say("")
        elif isinstance(error, DiaryError):
            self.player.say(str(error))
        else:
            self.session.jobs.failed.emit(error)

    @Slot(int, int)
    def _show_progress(self, done: int, total: int) -> None:
        if self._progress.isVisibleTo(self):
            what = self.tr("Writing picture {done} of {total}") if total else self.tr("Preparing…")
            said = what.format(done=min(done + 1, total), total=total)
            self._progress.set_progress(said, done, total)
        elif total:
            # Each photo is laid over the first one, then drawn.
            said = self.tr("Preparing {done} of {total}…")
            self.player.say(said.format(done=done // 2 + 1, total=total // 2))

    @Slot()
    def _ask_where(self) -> None:
        pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        kind = self.choices.kind
        known = self.tr("WebP (*.webp)") if kind is MovieFormat.WEBP else self.tr("AVIF (*.avif)")
        choose_target(
            self,
            self.tr("Save the time-lapse"),
            f"{self._name()}.{kind.value}",
            [kind.value],
            self.save_as,
            folder=pictures,
            known=known,
        )

    def _name(self) -> str:
        if self._film is None:
            return ""
        first, last = (self._film.parts[at].photo for at in (0, -1))
        return self.tr("Time-lapse {view} {first} to {last}").format(
            view=view_name(first.view).lower(), first=first.taken.on, last=last.taken.on
        )

    def _tell_saved(self, saved: SavedFilm) -> None:
        self._set_saving(saving=False)
        self._saved_in = saved.path.parent
        size = number(max(0.1, saved.size / MEGABYTE), 1)
        said = self.tr("Saved as {name}, {size} MB. It is not encrypted.")
        self._result.set_text(
            said.format(name=saved.path.name, size=size), self.tr("Show in folder")
        )
        self._result.show()

    def _give_up(self, error: Exception) -> None:
        self._set_saving(saving=False)
        if isinstance(error, Stopped):
            self._result.set_text(self.tr("Cancelled. Nothing was saved."))
            self._result.show()
        elif isinstance(error, DiaryError):
            self._problem.set_text(str(error))
            self._problem.show()
        else:
            self.session.jobs.failed.emit(error)

    def _set_saving(self, *, saving: bool) -> None:
        self.choices.setEnabled(not saving)
        self._save.setEnabled(not saving)
        self._progress.setVisible(saving)

    @Slot()
    def _show_in_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved_in)))

    def _lay_out(self) -> None:
        side = QWidget()
        beside = QVBoxLayout(side)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(GAP)
        for widget in (self.choices, self._facts, self._said):
            beside.addWidget(widget)
        for told in (self._progress, self._result, self._problem):
            told.hide()
            self.foot.addWidget(told)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self._close)
        self.buttons.addWidget(self._save)
        self.lay_out(self.player, side)

    def _connect(self) -> None:
        self.choices.scenes_changed.connect(self._gather.start)
        self._gather.timeout.connect(self._make)
        self.choices.speed_changed.connect(self._show_speed)
        self.work.progressed.connect(self._show_progress)
        self._progress.cancelled.connect(self.work.cancel)
        self._save.clicked.connect(self._ask_where)
        self._close.clicked.connect(self.reject)
        self._result.link_activated.connect(self._show_in_folder)


def _film(journal: Journal, watch: Watch, on_diary: OnDiary, *, scenes: Scenes) -> Film:
    return journal.timelapse.film(scenes, watch=watch, on_diary=on_diary)


def _save(
    journal: Journal,
    watch: Watch,
    on_diary: OnDiary,
    *,
    film: Film,
    path: Path,
    kind: MovieFormat,
    per_second: int,
) -> SavedFilm:
    return journal.timelapse.save(film, path, kind, per_second, watch=watch, on_diary=on_diary)
