"""The keys of the gallery."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from diary.ui.widgets.button import ENTER_KEYS

if TYPE_CHECKING:
    from diary.ui.pages.photos.grid import PhotoGrid

REMOVE_KEYS = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}


def key_press_event(grid: "PhotoGrid", event: QKeyEvent) -> None:
    """Move, select, open or remove; what is no key of the gallery goes on to the page."""
    key = Qt.Key(event.key())
    keys = event.modifiers()
    target = _target(grid, key, month=bool(keys & Qt.KeyboardModifier.ControlModifier))
    if target is not None:
        grid.move_to(target, extend=bool(keys & Qt.KeyboardModifier.ShiftModifier))
    elif event.matches(QKeySequence.StandardKey.SelectAll):
        grid.select_all()
    elif key == Qt.Key.Key_Space:
        grid.pick_current(toggle=bool(keys & Qt.KeyboardModifier.ControlModifier))
    elif key in ENTER_KEYS:
        grid.open_current()
    elif event.matches(QKeySequence.StandardKey.Save):
        grid.save_current()
    elif key in REMOVE_KEYS:
        grid.remove_current()
    elif key == Qt.Key.Key_Escape and len(grid.choice):
        grid.select(())
    else:
        QWidget.keyPressEvent(grid, event)


def _target(grid: "PhotoGrid", key: Qt.Key, *, month: bool) -> int | None:
    """The row that a key leads to; with Ctrl, the arrows lead from month to month."""
    place, at, last = grid.placement, max(grid.current, 0), grid.placement.total - 1
    if last < 0:
        return None
    if month and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
        return _month(grid, at, -1 if key == Qt.Key.Key_Up else 1)
    if key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
        step = place.above if key == Qt.Key.Key_PageUp else place.below
        for _ in range(max(grid.viewport().height() // place.page, 1)):
            at = step(at)
        return at
    return {
        Qt.Key.Key_Left: max(at - 1, 0),
        Qt.Key.Key_Right: min(at + 1, last),
        Qt.Key.Key_Up: place.above(at),
        Qt.Key.Key_Down: place.below(at),
        Qt.Key.Key_Home: 0,
        Qt.Key.Key_End: last,
    }.get(key)


def _month(grid: "PhotoGrid", at: int, step: int) -> int:
    place = grid.placement
    section = place.section_of(at)
    if step < 0 and at > place.first_of(section):
        return place.first_of(section)
    section += step
    if section < 0:
        return 0
    return place.first_of(section) if section < place.sections else place.total - 1
