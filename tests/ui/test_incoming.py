"""A pasted picture arrives as it was copied; only bare pixels are packed."""

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QColor, QImage

from diary.ui import incoming
from tests.pictures.phone import MIMES, photo, quartered


@pytest.mark.parametrize(("form", "mime"), MIMES.items())
def test_an_encoded_picture_is_taken_byte_for_byte(form: str, mime: str) -> None:
    data = QMimeData()
    data.setData(mime, encoded := photo(quartered(), form))

    assert incoming.has_pictures(data)
    taken = incoming.picture(data)
    assert taken is not None
    assert taken[0] == encoded


def test_an_encoded_picture_is_preferred_to_its_pixels() -> None:
    data = QMimeData()
    data.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    data.setData("image/avif", b"encoded")

    assert incoming.picture(data) == (b"encoded", "avif")


def test_bare_pixels_become_a_png() -> None:
    image = QImage(4, 3, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    data = QMimeData()
    data.setImageData(image)

    assert incoming.has_pictures(data)
    taken = incoming.picture(data)
    assert taken is not None
    assert (QImage.fromData(taken[0]).pixelColor(1, 1), taken[1]) == (QColor("teal"), "png")


def test_text_is_no_picture() -> None:
    data = QMimeData()
    data.setText("Dear diary")

    assert not incoming.has_pictures(data)
    assert incoming.picture(data) is None
