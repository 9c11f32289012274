"""A secret on the clipboard: marked as one, and gone again after a while."""

import hashlib

from PySide6.QtCore import QMimeData, QObject, QTimer, Slot
from PySide6.QtGui import QClipboard, QGuiApplication

SECONDS = 60
"""Long enough to paste it; forgotten long before the patient forgets it."""

MARKS = {
    "x-kde-passwordManagerHint": b"secret",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"\1",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': b"\0\0\0\0",
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': b"\0\0\0\0",
}
"""What asks clipboard histories of KDE and Windows, and Windows' cloud, to leave it out."""


class SecretClip(QObject):
    """Outlives the dialog it is copied from, so that it is cleared after that is gone."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._digest = b""
        self.timer = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self.timer.timeout.connect(self.clear)

    def put(self, secret: str) -> None:
        """Copy `secret`."""
        content = QMimeData()
        content.setText(secret)
        for name, value in MARKS.items():
            content.setData(name, value)
        _clipboard().setMimeData(content)
        self._digest = _digest_of(secret)
        self.timer.start()

    @Slot()
    def clear(self) -> None:
        """Empty the clipboard if it still holds what was put there."""
        self.timer.stop()
        if self._digest and _digest_of(_clipboard().text()) == self._digest:
            _clipboard().clear()
        self._digest = b""


def clip() -> SecretClip:
    """The one of the program, made when it is first asked for."""
    app = QGuiApplication.instance()
    assert app is not None  # noqa: S101 - nothing is copied before there is one
    return app.findChild(SecretClip) or SecretClip(app)


def _clipboard() -> QClipboard:
    return QGuiApplication.clipboard()


def _digest_of(text: str) -> bytes:
    """Enough to know a secret again without keeping it."""
    return hashlib.sha256(text.encode()).digest()
