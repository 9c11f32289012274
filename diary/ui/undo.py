"""A write that can be taken back."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QUndoCommand

from diary.ui.jobs import alive
from diary.ui.outbox import Action, Write

_MERGEABLE, _ALONE = 1, -1
"""What `QUndoCommand.id` answers: Qt never tries to merge commands that answer −1."""


class Sender(Protocol):
    """What a command needs of the session."""

    undone: SignalInstance
    redone: SignalInstance

    def send(self, write: Write) -> None: ...


@dataclass(frozen=True, slots=True)
class Edit:
    text: str
    do: Action
    undo: Action
    changed: Callable[[], None]
    merge: Hashable | None


class Command(QUndoCommand):
    """An edit on the undo stack. Pushing it is its first `redo`."""

    def __init__(self, sender: Sender, edit: Edit) -> None:
        super().__init__(edit.text)
        self.edit = edit
        self._sender = sender
        self._pushed = False

    def id(self) -> int:
        return _ALONE if self.edit.merge is None else _MERGEABLE

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, Command) or other.edit.merge != self.edit.merge:
            return False
        self.edit = replace(other.edit, undo=self.edit.undo)
        self.setText(self.edit.text)
        return True

    def redo(self) -> None:
        announce = self._sender.redone.emit if self._pushed else None
        self._pushed = True
        self._send(self.edit.do, announce)

    def undo(self) -> None:
        self._send(self.edit.undo, self._sender.undone.emit)

    def _send(self, action: Action, announce: Callable[[str], None] | None) -> None:
        done = partial(_written, self.edit, announce)
        self._sender.send(Write(action, done, partial(self._refused, self.edit)))

    def _refused(self, edit: Edit) -> None:
        """`edit` is the one that was sent; this command may have taken in others since."""
        if alive(self):
            self.setObsolete(True)
        edit.changed()


def _written(edit: Edit, announce: Callable[[str], None] | None) -> None:
    edit.changed()
    if announce:
        announce(edit.text)
