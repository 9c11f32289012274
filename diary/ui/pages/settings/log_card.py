"""The log, for whoever is asked to find a mistake of the program."""

from PySide6.QtCore import Qt, Slot

from diary import log
from diary.ui.bugs import copy_log
from diary.ui.widgets.button import Button
from diary.ui.widgets.card import Card
from diary.ui.widgets.notice import Notice, Tone
from diary.ui.widgets.text import label


class LogCard(Card):
    def __init__(self) -> None:
        super().__init__(self.tr("If the program makes a mistake"))
        copy = Button(self.tr("Copy the log"), icon="copy")
        copy.clicked.connect(self._copy)
        self._said = Notice(Tone.INFO)
        self._said.hide()
        why = self.tr(
            "The log says where in the program it happened. Nothing you wrote, no name and no photo"
            " is in it."
        )
        self.add(label(why, "caption", wrap=True))
        self.body.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(self._said)

    @Slot()
    def _copy(self) -> None:
        if log.text():
            copy_log()
            self._said.set_text(self.tr("Copied. Paste it into your message."))
        else:
            self._said.set_text(self.tr("The log is empty: no mistake was noticed."))
        self._said.show()
