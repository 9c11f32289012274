"""The foot of the page: whether the last answer is on disk, the keys, and a way to delete."""

from datetime import datetime

from PySide6.QtCore import QElapsedTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from diary.errors import DiaryError, DiaryReadOnly, DiskFull, NotSaved
from diary.ui import icons
from diary.ui.local import clock_time
from diary.ui.widgets.button import Button, IconButton, Kind
from diary.ui.widgets.text import label

QUIET_MS = 10_000
"""A screen reader is told of a save at most this often; every answer would talk over the next."""

MARGINS = (24, 0, 24, 0)
LEAST_HEIGHT = 39


class Foot(QWidget):
    retry_asked = Signal()
    delete_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._since_spoken = QElapsedTimer()
        self._icon = label("")
        self._said = label("", "caption")
        self._retry = Button(self.tr("Try again"), Kind.TEXT)
        self._retry.clicked.connect(self.retry_asked)
        self._keys = label(
            self.tr("Keys 0–9 answer · ↓ next question · Del clears an answer"), "caption"
        )
        self._delete = IconButton("trash", self.tr("Delete this day…"))
        self._delete.clicked.connect(self.delete_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(*MARGINS)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._said)
        row.addWidget(self._retry)
        row.addStretch(1)
        row.addWidget(self._keys)
        row.addWidget(self._delete)
        self.setMinimumHeight(LEAST_HEIGHT)
        self._retry.hide()
        self._delete.hide()

    def offer_to_delete(self, *, offered: bool) -> None:
        """Only a day with answers can be deleted."""
        self._delete.setVisible(offered)

    def show_keys(self, *, shown: bool) -> None:
        """The keys are explained where there is room for them."""
        self._keys.setVisible(shown)

    @Slot(object)
    def say_saved(self, at: datetime) -> None:
        undo = QKeySequence(QKeySequence.StandardKey.Undo)
        self._say(
            "check",
            "accent",
            self.tr("Saved {time} · {keys} to undo").format(
                time=clock_time(at),
                keys=undo.toString(QKeySequence.SequenceFormat.NativeText),
            ),
        )
        if not self._since_spoken.isValid() or self._since_spoken.hasExpired(QUIET_MS):
            self._since_spoken.start()
            self._announce()

    @Slot(str)
    def say_undone(self, what: str) -> None:
        self._say("undo", "muted", self.tr("Undone: {what}").format(what=what))
        self._announce()

    @Slot(str)
    def say_redone(self, what: str) -> None:
        self._say("redo", "muted", self.tr("Done again: {what}").format(what=what))
        self._announce()

    @Slot(object)
    def say_failed(self, error: DiaryError) -> None:
        if not isinstance(error, NotSaved) or isinstance(error, DiaryReadOnly):
            return
        kept = (
            self.tr("Your answers are kept here until there is room.")
            if isinstance(error, DiskFull)
            else self.tr("Your answers are kept here until they can be saved.")
        )
        self._say("error", "danger", f"{error} {kept}")
        self._retry.show()
        self._announce()

    def _say(self, icon: str, token: str, sentence: str) -> None:
        icons.put(self._icon, icon, token, 16)
        self._said.setText(sentence)
        self._retry.hide()

    def _announce(self) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._said.text()))
