"""The folder that is watched: chosen, looked into, and left alone again."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot

from diary.errors import DiaryError
from diary.journal import Journal, OnDiary, Watch
from diary.ui.backup_words import breakable
from diary.ui.choosing import choose_folder
from diary.ui.long_work import LongWork
from diary.ui.session import Session
from diary.ui.watched_notice import new_pictures
from diary.ui.widgets.button import Button, Kind
from diary.ui.widgets.card import Card
from diary.ui.widgets.flow_layout import FlowLayout
from diary.ui.widgets.notice import Notice, Tone
from diary.ui.widgets.progress_row import ProgressRow
from diary.ui.widgets.text import label

MANY = 20
"""New files whose reading takes long enough, a second or two, to tell how far it is."""


class FolderCard(Card):
    look_asked = Signal()
    """The patient wants to see what is new."""

    def __init__(self, session: Session) -> None:
        super().__init__(self.tr("A folder that is watched"))
        self._session = session
        self._watching = session.watching
        self._work = LongWork(session, self)
        self._asked: Path | None = None
        """The folder whose old pictures are asked about."""
        self.said = label("", wrap=True)
        self.problem = Notice(Tone.ERROR)
        self.progress = ProgressRow()
        self.look = Button(self.tr("Look at them"), Kind.PRIMARY)
        self.leave_out = Button(self.tr("Leave them out"))
        self.go_on = Button(self.tr("Look through the rest"))
        self.choose = Button("", icon="folder-open")
        self.stop = Button(self.tr("Stop watching"))
        self.offer_old = Button(self.tr("Offer them too"))
        self.only_new = Button(self.tr("Only new ones"))
        self.cancel = Button(self.tr("Cancel"))
        self._lay_out()
        self._connect()
        self._show()

    @Slot(str)
    def take(self, name: str) -> None:
        """Watch a folder, after asking about the pictures that are in it by now."""
        self.problem.hide()
        self.choose.set_busy(self.tr("Looking…"))
        folder = Path(name)
        self._work.start(
            partial(_count, folder=folder), partial(self._ask, folder), self._not_counted
        )

    def _ask(self, folder: Path, count: int) -> None:
        self._asked = folder
        if count == 0:
            self._set(only_new=True)
            return
        self._show()
        words = (
            self.tr("1 picture is in {folder} already. Shall it be offered too?")
            if count == 1
            else self.tr(
                "%n pictures are in {folder} already. Shall they be offered too?", "", count
            )
        )
        self.said.setText(words.format(folder=breakable(folder)))
        self.only_new.setFocus()

    @Slot()
    def _offer_old(self) -> None:
        self._set(only_new=False)

    @Slot()
    def _offer_new(self) -> None:
        self._set(only_new=True)

    def _set(self, *, only_new: bool) -> None:
        asked, self._asked = self._asked, None
        if asked is not None:
            self._watching.choose(asked, only_new=only_new)
        self._show()

    @Slot()
    def _keep(self) -> None:
        self._asked = None
        self._show()

    def _not_counted(self, error: Exception) -> None:
        self._show()
        if isinstance(error, DiaryError):
            self._refuse(str(error))
        else:
            self._session.jobs.failed.emit(error)

    @Slot(str)
    def _refuse(self, sentence: str) -> None:
        self.problem.set_text(sentence)
        self.problem.show()

    @Slot()
    def _leave_out(self) -> None:
        self._watching.leave_out([one.digest for one in self._watching.news.pictures])

    @Slot()
    def _ask_folder(self) -> None:
        choose_folder(self, self.tr("Choose the folder with pictures from the phone"), self.take)

    @Slot()
    def _show(self) -> None:
        """Say what is known, unless something is asked."""
        watching, asking = self._watching, self._asked is not None
        news = watching.news
        new = bool(news.pictures) and not asking
        long = watching.running and watching.total >= MANY
        self.choose.set_idle()
        self.choose.setText(
            self.tr("Another folder…") if news.folder else self.tr("Choose a folder…")
        )
        self.look.setVisible(new)
        self.leave_out.setVisible(new)
        self.progress.setVisible(long and not asking)
        self.progress.set_progress(
            self.tr("Looking through the folder"), watching.done, max(watching.total, 1)
        )
        self.go_on.setVisible(watching.paused and bool(news.folder) and not asking)
        self.choose.setVisible(not asking)
        self.stop.setVisible(news.folder is not None and not asking)
        for button in (self.offer_old, self.only_new, self.cancel):
            button.setVisible(asking)
        if not asking:
            self.said.setText(self._words())

    def _words(self) -> str:
        news = self._watching.news
        if news.folder is None:
            return self.tr(
                "Choose the folder in which pictures from your phone arrive. While the diary is "
                "open it tells you of new ones. Nothing is added before you have looked at it, "
                "and nothing in the folder is changed."
            )
        if news.trouble:
            return news.trouble
        found = new_pictures(len(news.pictures)) if news.pictures else self.tr("Nothing new.")
        return f"{breakable(news.folder)}\n{found}"

    def _lay_out(self) -> None:
        self.add(self.said)
        self.add(self.progress)
        self.add(self.problem)
        self.problem.hide()
        buttons = FlowLayout()
        for button in (
            self.look,
            self.leave_out,
            self.go_on,
            self.only_new,
            self.offer_old,
            self.cancel,
            self.choose,
            self.stop,
        ):
            buttons.addWidget(button)
        self.add(buttons)

    def _connect(self) -> None:
        self._watching.changed.connect(self._show)
        self.progress.cancelled.connect(self._watching.pause)
        self.look.clicked.connect(self.look_asked)
        self.leave_out.clicked.connect(self._leave_out)
        self.go_on.clicked.connect(self._watching.look)
        self.choose.clicked.connect(self._ask_folder)
        self.stop.clicked.connect(self._watching.let_go)
        self._watching.refused.connect(self._refuse)
        self.offer_old.clicked.connect(self._offer_old)
        self.only_new.clicked.connect(self._offer_new)
        self.cancel.clicked.connect(self._keep)


def _count(journal: Journal, _watch: Watch, _on_diary: OnDiary, *, folder: Path) -> int:
    return journal.watched.count(folder)
