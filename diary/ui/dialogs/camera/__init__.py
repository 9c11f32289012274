"""The dialog that takes a photo with a camera of this computer."""

from PySide6.QtWidgets import QWidget

from diary.domain.photo import View
from diary.errors import CameraRefused
from diary.ui import camera, messages
from diary.ui.dialogs.camera.dialog import CameraDialog
from diary.ui.session import Session

__all__ = ["CameraDialog", "open_camera"]


def open_camera(session: Session, over: QWidget, view: View) -> None:
    """Take photos, of `view` first."""
    dialog = CameraDialog(session, over, view)
    try:
        dialog.use(camera.make(dialog))
    except CameraRefused as error:
        dialog.deleteLater()
        messages.tell(over, error)
        return
    dialog.open()
