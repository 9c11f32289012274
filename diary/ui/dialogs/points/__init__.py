"""Three places pointed at on two photos, so that one can be laid over the other."""

from PySide6.QtWidgets import QWidget

from diary.domain.photo import Photo
from diary.ui.covering import Covering
from diary.ui.dialogs.points.dialog import PointsDialog
from diary.ui.session import Session


def set_points_by_hand(
    parent: QWidget, session: Session, covering: Covering, fixed: Photo, moving: Photo
) -> PointsDialog:
    """Let the patient point; what is saved can be undone, and `photos_changed` tells of it."""
    dialog = PointsDialog(session, covering, parent, fixed, moving)
    dialog.open()
    return dialog
