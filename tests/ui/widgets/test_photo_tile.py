"""A tile asks for a photo, takes one, and opens it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from diary.domain.photo import View
from diary.ui.widgets.photo_tile import PhotoTile

Key = Qt.Key
Press = Callable[..., None]
Click = Callable[[QWidget], None]
Show = Callable[[QWidget], None]


class Told:
    """What a tile asked for, in order."""

    def __init__(self, tile: PhotoTile) -> None:
        self.names: list[str] = []
        self.files: list[Path] = []
        tile.opened.connect(self._opened)
        tile.choose_requested.connect(self._choose)
        tile.remove_requested.connect(self._remove)
        tile.files_dropped.connect(self.files.extend)

    def _opened(self) -> None:
        self.names.append("open")

    def _choose(self) -> None:
        self.names.append("choose")

    def _remove(self) -> None:
        self.names.append("remove")


@pytest.fixture
def tile(show: Show) -> PhotoTile:
    made = PhotoTile(View.FRONT)
    show(made)
    made.setFocus()
    return made


@pytest.fixture
def told(tile: PhotoTile) -> Told:
    return Told(tile)


def photo() -> QPixmap:
    made = QPixmap(300, 400)
    made.fill(QColor("#446688"))
    return made


def drop(tile: PhotoTile, *urls: str) -> bool:
    """Drag onto the tile and let go; whether the tile was willing."""
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPointF(5, 5), copy, data, left, none)
    QApplication.sendEvent(tile, enter)
    if enter.isAccepted():
        QApplication.sendEvent(tile, QDropEvent(QPointF(5, 5), copy, data, left, none))
    return enter.isAccepted()


def test_an_empty_tile_asks_for_a_file(
    tile: PhotoTile, told: Told, click: Click, press: Press
) -> None:
    click(tile)
    press(Key.Key_Return, Key.Key_Delete)
    assert told.names == ["choose", "choose"]
    assert tile.accessibleName() == "Front, no photo"


def test_a_filled_tile_opens_and_offers_removal(tile: PhotoTile, told: Told, press: Press) -> None:
    tile.set_photo(photo(), "08:12", "Front, 23 November, day 54, acne 4")
    press(Key.Key_Return, Key.Key_Delete)
    assert told.names == ["open", "remove"]
    assert tile.accessibleName() == "Front, 23 November, day 54, acne 4"


def test_the_photo_is_seen(tile: PhotoTile) -> None:
    tile.set_photo(photo(), "08:12", "Front")
    seen = tile.grab().toImage()
    assert seen.pixelColor(seen.width() // 2, seen.height() // 3).name() == "#446688"


def test_dropped_files_are_told(tile: PhotoTile, told: Told) -> None:
    assert drop(tile, "file:///photos/a.heic", "file:///photos/b.jpg")
    assert told.files == [Path("/photos/a.heic"), Path("/photos/b.jpg")]


def test_a_web_address_is_not_taken(tile: PhotoTile, told: Told) -> None:
    assert not drop(tile, "https://example.org/a.jpg")
    assert told.files == []


def test_a_tile_that_reads_a_photo_waits(tile: PhotoTile, told: Told, click: Click) -> None:
    tile.set_importing(0.5)
    click(tile)
    assert told.names == []


def test_a_problem_is_spoken_and_shown_in_full_on_hover(tile: PhotoTile) -> None:
    tile.set_error("Could not be read")
    assert tile.accessibleName() == "Front, Could not be read"
    assert tile.toolTip() == "Could not be read"


def test_a_wider_tile_is_taller(tile: PhotoTile) -> None:
    assert tile.heightForWidth(200) > tile.heightForWidth(100) > 100
