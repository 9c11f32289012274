"""Ask for a folder or for picture files with the system's own dialog."""

from collections.abc import Callable

from PySide6.QtCore import QDir
from PySide6.QtWidgets import QFileDialog, QWidget


def choose_folder(over: QWidget, title: str, chosen: Callable[[str], object]) -> QFileDialog:
    """Ask for a folder; `chosen` gets its path, unless the patient cancels."""
    dialog = QFileDialog(over, title, QDir.homePath())
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.fileSelected.connect(chosen)
    return _shown(dialog)


def choose_files(over: QWidget, title: str, chosen: Callable[[list[str]], object]) -> None:
    """Ask for files that are there; `chosen` gets their paths, unless the patient cancels."""
    dialog = QFileDialog(over, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(chosen)
    _shown(dialog)


def _shown(dialog: QFileDialog) -> QFileDialog:
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
