"""The folder itself, and the way out of one that a sync program copies."""

from PySide6.QtCore import Qt, Signal

from diary.journal import Standing
from diary.ui.backup_words import breakable
from diary.ui.session import Session
from diary.ui.widgets.button import Button, Kind
from diary.ui.widgets.card import Card
from diary.ui.widgets.text import label

LEFT = Qt.AlignmentFlag.AlignLeft


class PlaceCard(Card):
    settings_asked = Signal()
    """To choose the synced folder for backups."""

    def __init__(self, session: Session) -> None:
        super().__init__(self.tr("Where it lies"))
        self._path = label("", wrap=True)
        self._said = label("", "caption", wrap=True)
        self.move_out = Button(self.tr("Move it to a folder on this computer"))
        self.move_out.clicked.connect(session.move_asked)
        self.backup = Button(self.tr("Keep a backup in the synced folder instead"), Kind.TEXT)
        self.backup.clicked.connect(self.settings_asked)
        self.add(self._path)
        self.add(self._said)
        self._how = label(
            self.tr(
                "Everything is copied to a folder on this computer and read back, and the diary"
                " opens there. The folder it is in now stays as it is: remove it yourself when you"
                " like."
            ),
            "caption",
            wrap=True,
        )
        self.add(self._how)
        self.body.addWidget(self.move_out, 0, LEFT)
        self.body.addWidget(self.backup, 0, LEFT)

    def fill(self, standing: Standing) -> None:
        self._path.setText(breakable(standing.folder))
        self._said.setText(self._words(standing))
        for offer in (self._how, self.move_out, self.backup):
            offer.setVisible(bool(standing.service))

    def _words(self, standing: Standing) -> str:
        if standing.service:
            return self.tr(
                "{service} copies this folder while you write. A copy made in the middle of a"
                " change can be damaged, and two computers can write at once. A backup is made for"
                " such a folder: nothing in it is changed once it is written."
            ).format(service=standing.service)
        if standing.read_only:
            return self.tr("It can be read but not changed. {reason}").format(
                reason=standing.read_only
            )
        return self.tr("No sync program was noticed here.")
