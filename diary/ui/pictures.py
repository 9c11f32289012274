"""The diary's pictures for the window; one whose file is damaged is a null image."""

from PySide6.QtCore import QBuffer, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from diary.domain.photo import Photo
from diary.errors import DiaryDamaged
from diary.journal import Journal


def thumbnail(journal: Journal, photo: Photo) -> QImage:
    try:
        return QImage.fromData(journal.photos.thumbnail(photo))
    except DiaryDamaged:
        return QImage()


def preview(journal: Journal, photo: Photo) -> QImage:
    try:
        return QImage.fromData(journal.photos.preview(photo))
    except DiaryDamaged:
        return QImage()


def fitted(jpeg: bytes, longest: int) -> QImage:
    """One of the diary's own JPEGs with at most `longest` pixels a side; null if it is none."""
    buffer = QBuffer()
    buffer.setData(jpeg)
    reader = QImageReader(buffer, b"jpeg")
    size = reader.size()
    if max(size.width(), size.height()) > longest:
        bounds = QSize(longest, longest)
        reader.setScaledSize(size.scaled(bounds, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
