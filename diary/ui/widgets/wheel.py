"""The wheel scrolls the page, whatever stands under the pointer."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget


class _Pass(QObject):
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Refused, the event goes on to what the control stands in."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return False


def let_wheel_pass(control: QWidget) -> None:
    """Change no answer of a control, and move no focus to it, by the wheel."""
    control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    control.installEventFilter(_Pass(control))
