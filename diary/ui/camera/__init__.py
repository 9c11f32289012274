"""The cameras of this computer."""

from importlib.util import find_spec

from PySide6.QtCore import QObject

from diary.ui.camera.backend import Access, Camera, CameraBackend

__all__ = ["Access", "Camera", "CameraBackend", "can_be_used", "make"]


def can_be_used() -> bool:
    """Whether what drives cameras was installed with the program; it is a third of its size."""
    return find_spec("PySide6.QtMultimedia") is not None


def make(parent: QObject) -> CameraBackend:
    """Raises `CameraRefused` if a library of the system is missing."""
    from diary.ui.camera.multimedia import multimedia

    return multimedia(parent)
