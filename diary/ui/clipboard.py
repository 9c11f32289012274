"""Secrets and photos on the clipboard: marked as such, and gone again in time."""

import hashlib

from PySide6.QtCore import QMimeData, QObject, QTimer, Slot
from PySide6.QtGui import QClipboard, QGuiApplication, QImage

SECONDS = 60
"""Long enough to paste it; forgotten long before the patient forgets it."""

JPEG = "image/jpeg"

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
        self._put(content)
        self.timer.start()

    def put_picture(self, jpeg: bytes, image: QImage) -> None:
        """Copy a photo, which stays until it is cleared: the patient may be long in pasting it."""
        self.timer.stop()
        self._put(picture_data(jpeg, image))

    def _put(self, content: QMimeData) -> None:
        for name, value in MARKS.items():
            content.setData(name, value)
        self._digest = _digest_of(content)
        _clipboard().setMimeData(content)

    @Slot()
    def clear(self) -> None:
        """Empty the clipboard if it still holds what was put there."""
        self.timer.stop()
        if self._digest and _digest_of(_clipboard().mimeData()) == self._digest:
            _clipboard().clear()
        self._digest = b""


def clip() -> SecretClip:
    """The one of the program, made when it is first asked for."""
    app = QGuiApplication.instance()
    assert app is not None  # noqa: S101 - nothing is copied before there is one
    return app.findChild(SecretClip) or SecretClip(app)


def _clipboard() -> QClipboard:
    return QGuiApplication.clipboard()


def picture_data(jpeg: bytes, image: QImage) -> QMimeData:
    """A picture for other programs, as its file and as pixels; nothing is written for it."""
    content = QMimeData()
    content.setData(JPEG, jpeg)
    content.setImageData(image)
    return content


def _digest_of(content: QMimeData | None) -> bytes:
    """Enough to know it again without keeping it; an empty clipboard may hold no content."""
    if content is None:
        return b""
    copied = content.data(JPEG).data() if content.hasFormat(JPEG) else content.text().encode()
    return hashlib.sha256(copied).digest()
