"""One open diary in the window: what pages ask of it, what they write, and undo over all of it."""

from collections.abc import Callable, Hashable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from diary.errors import DiaryError, DiaryReadOnly
from diary.journal import Journal, OnDiary
from diary.ui.gate import Gate
from diary.ui.jobs import Failure, Jobs
from diary.ui.keeper import Keeper
from diary.ui.outbox import Action, Outbox, Outcome, Write
from diary.ui.undo import Command, Edit
from diary.ui.watching import Watching

T = TypeVar("T")


class Session(QObject):
    """An open diary: its journal, the worker it lives on and the undo stack.

    Pages read with `ask` and write with `push`; they never call `journal` on the UI thread.
    """

    day_changed = Signal(object)
    photos_changed = Signal()
    marks_changed = Signal()
    course_changed = Signal()
    """The course, blood tests, visits or questions."""
    preferences_changed = Signal()
    replaced = Signal()
    """The diary goes on with another file: what the pages show may not be in it."""
    move_asked = Signal()
    """The diary is to be moved to a folder of this computer."""
    access_changed = Signal()
    """Who can open the diary."""
    worked = Signal()
    """Something long went on by itself: the diary is in use though nobody touches it."""
    saved = Signal(object)
    save_failed = Signal(object)
    undone = Signal(str)
    redone = Signal(str)
    gone = Signal(object)
    """The diary was deleted; with the error that says what is left of it, or `None`."""

    def __init__(
        self,
        journal: Journal,
        jobs: Jobs,
        parent: QObject | None = None,
        *,
        sample: bool = False,
    ) -> None:
        super().__init__(parent)
        self.journal = journal
        self.sample = sample
        """Whether it is only looked around in and gone afterwards."""
        self.jobs = jobs
        self.undo = QUndoStack(self)
        self.unsaved = False
        """Whether the disk refused a write that waits for `retry`."""
        self._outbox = Outbox(journal)
        self._refusal: DiaryError | None = None
        self._closed = False
        self.gate = Gate(jobs, journal)
        """What long work passes on its way to the diary's thread."""
        self.keeper = Keeper(self)
        self.watching = Watching(self)

    def ask(
        self,
        work: Callable[[Journal], T],
        then: Callable[[T], None],
        owner: QObject,
        failed: Failure | None = None,
    ) -> None:
        """Read on the worker, then call `then` on the UI thread unless `owner` is gone."""
        if not self._closed:
            self.jobs.run(partial(work, self.journal), then, owner, failed)

    def ask_beside(
        self,
        work: Callable[[Journal, OnDiary], T],
        then: Callable[[T], None],
        owner: QObject,
        failed: Failure | None = None,
    ) -> None:
        """Read what takes long: `work` comes to the diary's thread for moments only.

        Answers may come in another order than they were asked for, and none once it is closed.
        """
        if not self._closed:
            self.jobs.decode(
                partial(work, self.journal, self.gate.on_diary),
                then,
                owner,
                partial(self._not_read, failed),
            )

    def _not_read(self, failed: Failure | None, error: Exception) -> None:
        if not self._closed:
            (failed or self.jobs.failed.emit)(error)

    def push(
        self,
        text: str,
        do: Action,
        undo: Action,
        *,
        changed: Callable[[], None],
        merge: Hashable | None = None,
    ) -> None:
        """Write now, undoable as `text`; `changed` is called once it is on disk.

        Commands pushed in a row with the same `merge` key are undone together: typing, say.
        """
        self.undo.push(Command(self, Edit(text, do, undo, changed, merge)))

    def retry(self) -> None:
        """Try again to save what the disk refused."""
        if not self._closed:
            self.jobs.run(self._outbox.retry, self._sent, self)

    def close(self) -> DiaryError | None:
        """Save what is pending and close the journal, standing still until both are done.

        If the disk refuses, or the diary cannot hold what was pushed last, it stays open and tells
        why; what the disk refused is kept.
        """
        self._refusal = None
        outcome = self.jobs.wait(self._outbox.flush)
        self.jobs.deliver()
        self._sent(outcome)
        error = outcome.error or self._refusal
        if error is None:
            self.abandon()
        return error

    def abandon(self) -> None:
        """Close the journal without what the disk refused."""
        self._shut()
        self.jobs.wait(self.journal.close)

    def delete_diary(
        self, passphrase: str | None, refused: Callable[[DiaryError], None], owner: QObject
    ) -> None:
        """Delete the diary for good. With `refused` it stays open, else `gone` is emitted."""
        if not self._closed:
            work = partial(self.journal.delete_diary, passphrase)
            self.jobs.run(work, self._leave, owner, partial(self._not_deleted, refused))

    def _not_deleted(self, refused: Callable[[DiaryError], None], error: Exception) -> None:
        if not isinstance(error, DiaryError):
            self.jobs.failed.emit(error)
        elif self.journal.is_open:
            refused(error)
        else:
            self._leave(error)

    def _leave(self, error: DiaryError | None) -> None:
        self._shut()
        self.gone.emit(error)

    def _shut(self) -> None:
        """Take no more work; what goes on in the background ends at the next photo, and what is
        being read at once.
        """
        self._closed = True
        self.journal.stop_reading()
        self.gate.close()
        self.keeper.stop()
        self.watching.stop()

    def send(self, write: Write) -> None:
        """Hand a write to the worker."""
        if not self._closed:
            self.jobs.run(partial(self._outbox.send, write), self._sent, self)

    def _sent(self, outcome: Outcome) -> None:
        if self._closed:
            return
        self.unsaved = outcome.waiting > 0
        if outcome.written:
            self.saved.emit(outcome.at)
        for write in outcome.written:
            write.done()
        for write, error in outcome.refused:
            self._refuse(write, error)
        if outcome.error:
            self.save_failed.emit(outcome.error)
        elif outcome.elsewhere:
            self.replaced.emit()

    def _refuse(self, write: Write, error: Exception) -> None:
        write.refused()
        if isinstance(error, DiaryError):
            # A diary that is only read has said so all along: it closes and locks all the same.
            self._refusal = None if isinstance(error, DiaryReadOnly) else error
            self.save_failed.emit(error)
        else:
            self.jobs.failed.emit(error)
