"""Pictures that are dropped or pasted."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter

from diary.ui.widgets.photo_tile import dropped_files

AS_IT_CAME = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/heic": "heic",
    "image/heif": "heif",
    "image/webp": "webp",
    "image/avif": "avif",
    "image/tiff": "tif",
}
"""Encoded pictures that are taken byte for byte, so that Qt decodes none of them in this process;
anything else on the clipboard becomes PNG."""


def pasted() -> QMimeData:
    """What is on the clipboard; some systems give nothing at all for an empty one."""
    return QGuiApplication.clipboard().mimeData() or QMimeData()


def has_pictures(data: QMimeData) -> bool:
    encoded = any(data.hasFormat(mime) for mime in AS_IT_CAME)
    return encoded or bool(dropped_files(data)) or data.hasImage()


def picture(data: QMimeData) -> tuple[bytes, str] | None:
    """A picture that is no file: its encoded bytes and the ending of a name for it."""
    for mime, ending in AS_IT_CAME.items():
        if data.hasFormat(mime):
            return bytes(data.data(mime).data()), ending
    image = data.imageData()
    if not isinstance(image, QImage) or image.isNull():
        return None
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data()), "png"
