"""The back end on QtMultimedia, as far as it goes without a camera."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoSink
from PySide6.QtWidgets import QApplication, QWidget

from diary.ui import camera
from diary.ui.camera import Camera, CameraBackend

pytestmark = pytest.mark.qt_log_ignore("Couldn't (load|resolve)", extend=True)
"""QtMultimedia names each library for hardware decoding that a machine lacks."""


@pytest.fixture
def backend(qapp: QApplication) -> CameraBackend:
    parent = QWidget()
    made = camera.make(parent)
    assert isinstance(made, QObject)
    made.setParent(None)
    return made


def test_cameras_can_be_listed_and_one_that_is_gone_is_not_started(
    backend: CameraBackend,
) -> None:
    assert camera.can_be_used()
    assert all(one.name for one in backend.cameras())
    backend.start(Camera(b"gone", "Taken away"))
    backend.stop()
    backend.deleteLater()


def test_no_picture_is_passed_on_while_the_camera_is_off(backend: CameraBackend) -> None:
    seen: list[object] = []
    backend.pictured.connect(seen.append)
    (sink,) = backend.findChildren(QVideoSink)
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(0)
    sink.setVideoFrame(QVideoFrame(image))
    QApplication.processEvents()
    assert seen == []
    backend.deleteLater()
