"""A second copy of the diary: what it holds, and what of it the diary does not."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout

from diary.errors import DiaryError
from diary.journal import Contents, Copy, CopyKind, Journal
from diary.ui.local import clock_time, full_date, short_date
from diary.ui.session import Session
from diary.ui.widgets.button import Button
from diary.ui.widgets.card import Card
from diary.ui.widgets.notice import Notice, Tone
from diary.ui.widgets.text import label

NAMED_DAYS = 6
"""Days named in a sentence; the others are counted."""


class CopyCard(Card):
    def __init__(self, session: Session, copy: Copy) -> None:
        super().__init__(copy.path.name)
        self._session = session
        self._copy = copy
        self._contents: Contents | None = None
        self._said = label("", wrap=True)
        self._said.hide()
        self._problem = Notice(Tone.ERROR)
        self._problem.hide()
        self.look = Button(self.tr("Look at this copy"))
        self.look.clicked.connect(self._look)
        self.bring = Button(self.tr("Bring them into this diary"))
        self.bring.hide()
        self.bring.clicked.connect(self._bring)
        self.add(label(self._what(), "caption", wrap=True))
        self.add(self._said)
        self.add(self._problem)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.look)
        row.addWidget(self.bring)
        row.addStretch(1)
        self.add(row)
        if not copy.can_be_opened:
            self.look.hide()

    def _what(self) -> str:
        changed = self.tr("Last changed {day}, {time}.").format(
            day=full_date(self._copy.changed.date()), time=clock_time(self._copy.changed)
        )
        kinds = {
            CopyKind.DATABASE: self.tr("A second copy of the answers."),
            CopyKind.FOLDER: self.tr("A second copy of the whole folder."),
            CopyKind.KEYS: self.tr("A second copy of the key file. It holds no answers."),
            CopyKind.PHOTO: self.tr("A second copy of one photo. The diary uses its own."),
        }
        stays = self.tr("It is not used and stays where it is.")
        return f"{kinds[self._copy.kind]} {changed} {stays}"

    @Slot()
    def _look(self) -> None:
        self._problem.hide()
        self.look.set_busy(self.tr("Looking…"))
        self._session.ask(partial(_look_into, self._copy), self._show, self, self._say_problem)

    def _show(self, contents: Contents) -> None:
        self.look.set_idle()
        self._contents = contents
        self._said.setText(self._sentences(contents))
        self._said.show()
        self.bring.setVisible(bool(contents.only_days or contents.only_photos))

    def _sentences(self, contents: Contents) -> str:
        parts = [
            self.tr("It holds {days} and {photos}.").format(
                days=self._days(contents.days), photos=self._photos(contents.photos)
            )
        ]
        if contents.last:
            parts.append(self.tr("Its last day is {day}.").format(day=full_date(contents.last)))
        only = self._only(contents)
        if only:
            parts.append(self.tr("Only in this copy: {what}.").format(what=only))
        else:
            parts.append(self.tr("Every day and photo in it is in your diary too."))
        if contents.waiting:
            said = self.tr("{photos} in it cannot be brought over: the files are not here yet.")
            parts.append(said.format(photos=self._photos(len(contents.waiting))))
        if contents.differing:
            said = self.tr("Other answers than in your diary on {days}. Yours stay as they are.")
            parts.append(said.format(days=_list([short_date(on) for on in contents.differing])))
        return " ".join(parts)

    def _only(self, contents: Contents) -> str:
        found = []
        if contents.only_days:
            names = _list([short_date(day.on) for day in contents.only_days])
            found.append(f"{self._days(len(contents.only_days))} ({names})")
        if contents.only_photos:
            found.append(self._photos(len(contents.only_photos)))
        return ", ".join(found)

    def _days(self, count: int) -> str:
        return self.tr("1 day") if count == 1 else self.tr("%n days", "", count)

    def _photos(self, count: int) -> str:
        return self.tr("1 photo") if count == 1 else self.tr("%n photos", "", count)

    @Slot()
    def _bring(self) -> None:
        assert self._contents is not None  # noqa: S101 - the button shows once it is known
        self.bring.set_busy(self.tr("Bringing them over…"))
        self._problem.hide()
        self._session.push(
            self.tr("what the copy had"),
            partial(_bring_over, self._copy, self._contents),
            partial(_take_back, self._contents),
            changed=self._brought,
        )

    def _brought(self) -> None:
        """After bringing over, taking back, or neither where it was refused."""
        self.bring.set_idle()
        assert self._contents is not None  # noqa: S101 - as above
        for day in self._contents.only_days:
            self._session.day_changed.emit(day.on)
        self._session.photos_changed.emit()
        self._look()

    def _say_problem(self, error: Exception) -> None:
        self.look.set_idle()
        if isinstance(error, DiaryError):
            self._problem.set_text(str(error))
            self._problem.show()
        else:
            self._session.jobs.failed.emit(error)


def _list(names: list[str]) -> str:
    return ", ".join(names[:NAMED_DAYS]) + (" …" if len(names) > NAMED_DAYS else "")


def _look_into(copy: Copy, journal: Journal) -> Contents:
    return journal.place.look_into(copy)


def _bring_over(copy: Copy, contents: Contents, journal: Journal) -> None:
    journal.place.bring_over(copy, contents)


def _take_back(contents: Contents, journal: Journal) -> None:
    journal.place.take_back(contents)
