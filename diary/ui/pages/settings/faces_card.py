"""Add what finds faces, where the program came without it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot

from diary.errors import DiaryError, Stopped
from diary.journal import Journal, OnDiary, Watch
from diary.ui.local import number
from diary.ui.long_work import LongWork
from diary.ui.widgets.button import Button
from diary.ui.widgets.card import Card
from diary.ui.widgets.notice import Notice, Tone
from diary.ui.widgets.progress_row import ProgressRow
from diary.ui.widgets.text import label

if TYPE_CHECKING:
    from diary.ui.session import Session

MEGABYTE = 1_000_000


class FacesCard(Card):
    """Says what is downloaded, how much and from where, before anything is."""

    def __init__(self, session: "Session") -> None:
        super().__init__(self.tr("Find faces"))
        self._session = session
        self._finder = session.journal.face_finder
        self.work = LongWork(session, self)
        self.why = label("", "caption", wrap=True)
        self.button = Button(self.tr("Download the face finder"), icon="download")
        self.progress = ProgressRow()
        self.problem = Notice(Tone.ERROR)
        self.add(self.why)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.progress, self.problem):
            part.hide()
            self.add(part)
        self.button.clicked.connect(self._start)
        self.progress.cancelled.connect(self.work.cancel)
        self.work.progressed.connect(self._show_progress)

    def fill(self, *, is_there: bool) -> None:
        self.button.setVisible(not is_there)
        if is_there:
            self.why.setText(
                self.tr(
                    "Photos of a face are laid over each other by the face that is found on them."
                    " It is looked for on this computer; nothing leaves it."
                )
            )
            return
        package = self._finder.package
        self.why.setText(
            self.tr(
                "To lay photos of a face over each other by themselves, the program needs a file"
                " that it came without: {size} MB, the package {name} {version} of the Python"
                " Package Index. The internet is used only for this, and only when you press the"
                " button. Nothing of yours is sent. Without it you can point at three places."
            ).format(
                size=number(package.size / MEGABYTE, 1), name=package.name, version=package.version
            )
        )

    @Slot()
    def _start(self) -> None:
        self.button.setEnabled(False)
        self.problem.hide()
        self.work.start(_add, self._added, self._say_problem)

    def _added(self, _none: None) -> None:
        self._settle()
        self.fill(is_there=True)
        self._session.photos_changed.emit()

    def _say_problem(self, error: Exception) -> None:
        self._settle()
        if not isinstance(error, DiaryError):
            self._session.jobs.failed.emit(error)
        elif not isinstance(error, Stopped):
            self.problem.set_text(str(error))
            self.problem.show()

    @Slot(int, int)
    def _show_progress(self, done: int, total: int) -> None:
        words = self.tr("Downloading {done} of {total} MB").format(
            done=number(done / MEGABYTE, 1), total=number(total / MEGABYTE, 1)
        )
        self.progress.set_progress(words if total else self.tr("Downloading…"), done, total)
        self.progress.show()

    def _settle(self) -> None:
        self.progress.hide()
        self.button.setEnabled(True)


def _add(journal: Journal, watch: Watch, _on_diary: OnDiary) -> None:
    journal.face_finder.add(watch)
