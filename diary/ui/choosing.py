"""Ask for a folder, for picture files or for a new file with the system's own dialog."""

import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDir
from PySide6.QtWidgets import QFileDialog, QWidget

from diary.ui import messages
from diary.words import translate


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


def choose_target(
    over: QWidget,
    title: str,
    name: str,
    endings: Sequence[str],
    chosen: Callable[[Path], None],
    *,
    folder: str = "",
    known: str = "",
) -> None:
    """Ask where to save a file; `chosen` gets its path, whose name ends with one of `endings`.

    What has that name already may be replaced. The dialog asks about the name that is typed; where
    an ending has to follow it, the whole name is asked about here.
    """
    dialog = QFileDialog(over, title, folder or QDir.homePath(), known)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(name)
    dialog.fileSelected.connect(partial(_complete, over, endings, chosen))
    _shown(dialog)


def _complete(
    over: QWidget, endings: Sequence[str], chosen: Callable[[Path], None], typed: str
) -> None:
    path = Path(typed)
    if path.suffix.lower().removeprefix(".") in endings:
        chosen(path)
        return
    path = path.with_name(f"{path.name.rstrip('.')}.{endings[0]}")
    if not os.path.lexists(path):
        chosen(path)
        return
    question = translate("Choosing", "{name} is there already. Replace it?").format(name=path.name)
    messages.confirm(over, question, translate("Choosing", "Replace"), partial(chosen, path))


def _shown(dialog: QFileDialog) -> QFileDialog:
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
