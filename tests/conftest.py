"""What every test with a window shares: no display, one font, one theme, nothing left behind."""

import os
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from diary.store import slots

if TYPE_CHECKING:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--screenshots",
        type=Path,
        metavar="FOLDER",
        help="save each screen that is checked as a picture in FOLDER",
    )
    parser.addoption(
        "--faces",
        type=Path,
        metavar="FOLDER",
        help="measure the portraits in FOLDER too, in the benchmarks of faces",
    )
    parser.addoption(
        "--mutants",
        type=int,
        default=120,
        metavar="N",
        help="damage N picture files and try to add each",
    )


def _fonts() -> list[Path]:
    """DejaVu Sans as matplotlib ships it: a test machine may have no fonts at all."""
    spec = find_spec("matplotlib")
    assert spec is not None
    assert spec.origin is not None
    folder = Path(spec.origin).parent / "mpl-data" / "fonts" / "ttf"
    return [folder / "DejaVuSans.ttf", folder / "DejaVuSans-Bold.ttf"]


@pytest.fixture(scope="session")
def qapp(qapp: "QApplication") -> "QApplication":
    """The application in the light theme at 100 % text, whatever the machine prefers."""
    from PySide6.QtGui import QFont, QFontDatabase

    from diary.ui import theme
    from diary.ui.collector import Collector

    Collector(qapp)  # as the program does: collecting on a worker crashes Qt now and then
    for font in _fonts():
        QFontDatabase.addApplicationFont(str(font))
    qapp.setFont(QFont("DejaVu Sans"))
    theme.apply(qapp, theme.Scheme.LIGHT, text_scale=1)
    return qapp


_COSTLY = {"ARGON2_OPS": slots.ARGON2_OPS, "ARGON2_BYTES": slots.ARGON2_BYTES}
_CHEAP = {"ARGON2_OPS": 1, "ARGON2_BYTES": 64 * 2**20}
"""As little as a diary accepts: 0.03 s in place of 0.3 s for each passphrase."""


@pytest.fixture(scope="session", autouse=True)
def cheap_guesses(request: pytest.FixtureRequest) -> Iterator[None]:
    """Make passphrases that open quickly, but where they are measured."""
    with pytest.MonkeyPatch.context() as patch:
        if not request.config.getoption("--benchmark-only"):
            for name, value in _CHEAP.items():
                patch.setattr(slots, name, value)
        yield


@pytest.fixture
def costly_guesses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make passphrases as patients have them."""
    for name, value in _COSTLY.items():
        monkeypatch.setattr(slots, name, value)


@pytest.fixture(autouse=True)
def nothing_outlives_its_test(request: pytest.FixtureRequest) -> Iterator[None]:
    """Close and destroy the windows a test left, and take back its theme."""
    yield
    if "qapp" not in request.fixturenames:
        return
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    from diary.ui import theme

    for widget in QApplication.topLevelWidgets():
        widget.close()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    look = theme.current()
    if (look.scheme, look.text_scale) != (theme.Scheme.LIGHT, 1):
        look.set_look(theme.Scheme.LIGHT, 1)


@pytest.fixture
def show(qtbot: "QtBot") -> "Callable[[QWidget], None]":
    """Show a window that receives the keyboard."""

    def show_active(window: "QWidget") -> None:
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()

    return show_active


@pytest.fixture
def press(qapp: "QApplication") -> "Callable[..., None]":
    """Press keys, one after the other, where the focus is."""
    from PySide6.QtTest import QTest

    def press_keys(*keys: "Qt.Key") -> None:
        for key in keys:
            focused = qapp.focusWidget()
            assert focused is not None
            QTest.keyClick(focused, key)

    return press_keys


@pytest.fixture
def click(qapp: "QApplication") -> "Callable[[QWidget], None]":
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    def click_left(widget: "QWidget") -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    return click_left
