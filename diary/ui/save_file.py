"""Write a file where the patient said, whole or not at all."""

from pathlib import Path

from PySide6.QtCore import QIODevice, QSaveFile

from diary.errors import NotSaved
from diary.words import translate


def save_file(path: Path, data: bytes) -> None:
    """Raises `NotSaved`; a file that was there before is then as it was."""
    file = QSaveFile(str(path))
    written = (
        file.open(QIODevice.OpenModeFlag.WriteOnly)
        and file.write(data) == len(data)
        and file.commit()
    )
    if not written:
        raise NotSaved(
            translate("SaveFile", "{name} was not saved: {reason} Choose another place.").format(
                name=path.name, reason=file.errorString()
            )
        )
