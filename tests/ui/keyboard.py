"""A patient at the keyboard, without a mouse."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

MOST_TABS = 60


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def name_of(widget: QWidget) -> str:
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")


def tab_to(name: str) -> QWidget:
    """Press Tab until the control of that name has the focus."""
    passed: list[str] = []
    for _ in range(MOST_TABS):
        if name_of(focused()) == name:
            return focused()
        passed.append(name_of(focused()))
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never reached {name}, only {passed}")


def type_text(text: str) -> None:
    """Each key goes where the focus is by then."""
    for sign in text:
        QTest.keyClicks(focused(), sign)


def press(key: Qt.Key) -> None:
    QTest.keyClick(focused(), key)
