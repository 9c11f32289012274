"""Which backup to restore: a file, a folder, or the last copy inside a diary that does not open."""

from pathlib import Path

from PySide6.QtCore import QDir, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from diary.journal import snapshots_in
from diary.ui.backup_words import breakable
from diary.ui.local import clock_time, full_date
from diary.ui.widgets.button import Button
from diary.ui.widgets.text import label


class BackupChoice(QWidget):
    chosen = Signal(object)
    """The path of a backup."""

    def __init__(self, hurt: Path | None) -> None:
        super().__init__()
        self.file = Button(self.tr("Choose a backup file…"), icon="download")
        self.folder = Button(self.tr("Choose a backup folder…"), icon="folder-open")
        self._said = label("", wrap=True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        for button in (self.folder, self.file):
            rows.addWidget(button)
        self._snapshot = self._newest(hurt)
        if self._snapshot is not None:
            rows.addWidget(self.own)
        rows.addWidget(self._said)
        self._said.hide()
        self.file.clicked.connect(self._ask_file)
        self.folder.clicked.connect(self._ask_folder)

    @Slot(str)
    def choose(self, path: str) -> None:
        self._said.setText(self.tr("From {backup}").format(backup=breakable(path)))
        self._said.show()
        self.chosen.emit(Path(path))

    def _newest(self, hurt: Path | None) -> Path | None:
        """The last copy of the answers in the folder of a diary, offered with its time."""
        found = snapshots_in(hurt) if hurt is not None else []
        if not found:
            return None
        at = found[-1].at.astimezone()
        words = self.tr("Take the copy inside the diary, {day}, {time}")
        self.own = Button(words.format(day=full_date(at.date()), time=clock_time(at)), icon="undo")
        self.own.clicked.connect(self._choose_own)
        return found[-1].path

    @Slot()
    def _choose_own(self) -> None:
        self.choose(str(self._snapshot))

    @Slot()
    def _ask_file(self) -> None:
        self._ask(QFileDialog(self, self.tr("Choose a backup file"), QDir.homePath()))

    @Slot()
    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a backup folder"), QDir.homePath())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        self._ask(dialog)

    def _ask(self, dialog: QFileDialog) -> None:
        dialog.fileSelected.connect(self.choose)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
