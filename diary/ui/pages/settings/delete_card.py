"""The whole diary, deleted for good: asked for twice, and by the one who can open it."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from diary.domain.backup import ProvenBackup
from diary.errors import DiaryError, WrongPassphrase
from diary.journal import Journal
from diary.ui.backup_words import breakable
from diary.ui.local import full_date
from diary.ui.session import Session
from diary.ui.widgets.button import Button, Kind
from diary.ui.widgets.card import Card
from diary.ui.widgets.field import Field
from diary.ui.widgets.notice import Notice, Tone
from diary.ui.widgets.password_field import PasswordField
from diary.ui.widgets.text import label


class DeleteCard(Card):
    def __init__(self, session: Session) -> None:
        super().__init__(self.tr("Delete this diary"))
        self._session = session
        self._protected = False
        words = self.tr("Removes every answer and photo in the folder {folder}.")
        folder = breakable(session.journal.folder)
        self.add(label(words.format(folder=folder), "caption", wrap=True))
        self._ask = Button(self.tr("Delete this diary…"), Kind.DELETE)
        self._ask.clicked.connect(self._open)
        self.body.addWidget(self._ask, 0, Qt.AlignmentFlag.AlignLeft)
        self.passphrase = PasswordField(self.tr("Passphrase"))
        self.word = Field(
            self.tr("To confirm, type the word “{word}”").format(word=self._word_to_type())
        )
        self._delete = Button(self.tr("Delete the diary"), Kind.DELETE)
        self._cancel = Button(self.tr("Cancel"))
        self._places = label("", "caption", wrap=True)
        self._problem = Notice(Tone.ERROR)
        self._form = self._make_form()
        self.add(self._form)
        self._form.hide()

    def fill(self, *, protected: bool) -> None:
        self._protected = protected
        self.passphrase.setVisible(protected)
        self.word.setVisible(not protected)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._form.isVisible():
            self._cancel.click()
        else:
            super().keyPressEvent(event)

    def _word_to_type(self) -> str:
        return self.tr("delete")

    def _make_form(self) -> QWidget:
        warning = Notice(
            Tone.CAUTION,
            self.tr(
                "This cannot be undone. Backups in other places stay, with everything that is in "
                "them, until you delete them there."
            ),
        )
        self._problem.hide()
        self._delete.clicked.connect(self._confirm)
        self._cancel.clicked.connect(self._close)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._delete)
        buttons.addWidget(self._cancel)
        buttons.addStretch(1)
        form = QWidget()
        rows = QVBoxLayout(form)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        for part in (warning, self._places, self.passphrase, self.word, self._problem):
            rows.addWidget(part)
        rows.addLayout(buttons)
        return form

    @Slot()
    def _open(self) -> None:
        self._ask.hide()
        self._problem.hide()
        self._form.show()
        self._session.ask(_places, self._say_where, self)
        (self.passphrase if self._protected else self.word).setFocus()

    def _say_where(self, backups: list[ProvenBackup]) -> None:
        lines = [
            self.tr("{place}, last on {day}").format(
                place=breakable(backup.target), day=full_date(backup.at.date())
            )
            for backup in backups
        ]
        lines.insert(
            0,
            self.tr("Backups of this diary:")
            if lines
            else self.tr("No backup of this diary is known."),
        )
        self._places.setText("\n".join(lines))

    @Slot()
    def _close(self) -> None:
        for field in (self.passphrase, self.word):
            field.set_text("")
            field.clear_error()
        self.passphrase.hide_text()
        self._form.hide()
        self._ask.show()
        self._ask.setFocus()

    @Slot()
    def _confirm(self) -> None:
        typed = self.word.text().strip().casefold()
        if not self._protected and typed != self._word_to_type().casefold():
            self.word.set_error(
                self.tr("Type the word “{word}”, or cancel.").format(word=self._word_to_type())
            )
            self.word.setFocus()
            return
        self._problem.hide()
        self._delete.set_busy(self.tr("Deleting…"))
        self._cancel.setEnabled(False)  # it is too late to keep the diary
        passphrase = self.passphrase.text() if self._protected else None
        self._session.delete_diary(passphrase, self._refuse, self)

    def _refuse(self, error: DiaryError) -> None:
        self._delete.set_idle()
        self._cancel.setEnabled(True)
        if isinstance(error, WrongPassphrase):
            self.passphrase.set_error(str(error))
            self.passphrase.setFocus()
        else:
            self._problem.set_text(str(error))
            self._problem.show()


def _places(journal: Journal) -> list[ProvenBackup]:
    return journal.backups.places()
