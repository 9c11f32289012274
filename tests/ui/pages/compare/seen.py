"""What a patient sees of two photos of one colour each."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor

from diary.ui.pages.compare import ComparePage
from diary.ui.pages.compare.stage import Stage

NEAR = 24
"""How far a channel may be from its colour: a JPEG and smooth scaling lie between."""


def stage_of(page: ComparePage) -> Stage:
    stage = page.findChild(Stage)
    assert isinstance(stage, Stage)
    return stage


def color_at(page: ComparePage, across: float, down: float = 0.75) -> QColor:
    """In parts of the stage, away from the handle in its middle."""
    stage = stage_of(page)
    image = stage.grab().toImage()
    at = QPoint(round(across * (image.width() - 1)), round(down * (image.height() - 1)))
    return image.pixelColor(at)


def is_like(seen: QColor, wanted: str) -> bool:
    color = QColor(wanted)
    channels = zip(seen.getRgb()[:3], color.getRgb()[:3], strict=True)  # type: ignore[index]
    return all(abs(one - other) <= NEAR for one, other in channels)
