"""The diary's pictures for the window; one whose file is damaged is a null image."""

from PySide6.QtGui import QImage

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
