"""Cameras through QtMultimedia, the one file that knows it."""

from PySide6.QtCore import QCameraPermission, QObject, Qt, Slot
from PySide6.QtWidgets import QApplication

from diary.errors import CameraRefused
from diary.ui.camera.backend import Access, Camera, CameraBackend
from diary.words import translate

try:
    from PySide6.QtMultimedia import (
        QCamera,
        QCameraDevice,
        QCameraFormat,
        QMediaCaptureSession,
        QMediaDevices,
        QVideoFrame,
        QVideoSink,
    )
except ImportError as error:  # of a sound library that it is linked to, on a bare Linux
    raise CameraRefused(
        translate(
            "Camera",
            "The camera cannot be used: a library of this computer is missing ({reason}).",
        ).format(reason=error)
    ) from error

SMOOTH = 14.0
"""Pictures a second below which one cannot hold still before it."""


def multimedia(parent: QObject) -> CameraBackend:
    return Multimedia(parent)


class Multimedia(CameraBackend):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._devices = QMediaDevices(self)
        self._sink = QVideoSink(self)
        self._session = QMediaCaptureSession(self)
        self._session.setVideoSink(self._sink)
        self._camera: QCamera | None = None
        self._devices.videoInputsChanged.connect(self.cameras_changed)
        self._sink.videoFrameChanged.connect(self._take)

    def cameras(self) -> tuple[Camera, ...]:
        usual = QMediaDevices.defaultVideoInput()
        found = sorted(QMediaDevices.videoInputs(), key=lambda device: device != usual)
        return tuple(Camera(bytes(device.id().data()), device.description()) for device in found)

    def access(self) -> Access:
        return _access(_application().checkPermission(QCameraPermission()))

    def ask(self) -> None:
        _application().requestPermission(QCameraPermission(), self, self._answer)

    def start(self, camera: Camera) -> None:
        self.stop()
        device = next((d for d in QMediaDevices.videoInputs() if d.id().data() == camera.id), None)
        if device is None:
            return
        self._camera = QCamera(device, self)
        self._camera.setCameraFormat(_sharpest(device))
        self._camera.errorOccurred.connect(self._fail)
        self._session.setCamera(self._camera)
        self._camera.start()

    def stop(self) -> None:
        camera, self._camera = self._camera, None
        if camera is not None:
            camera.stop()
            self._session.setCamera(None)  # type: ignore[arg-type]
            camera.deleteLater()

    @Slot()
    def _answer(self) -> None:
        self.answered.emit(self.access())

    @Slot(QVideoFrame)
    def _take(self, frame: QVideoFrame) -> None:
        if self._camera is not None and frame.isValid():
            self.pictured.emit(frame.toImage())

    @Slot()
    def _fail(self) -> None:
        if self._camera is not None and self._camera.error() is not QCamera.Error.NoError:
            words = self._camera.errorString()
            self.stop()
            self.failed.emit(words)


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)  # noqa: S101 - a window is open
    return app


def _access(status: Qt.PermissionStatus) -> Access:
    return {
        Qt.PermissionStatus.Granted: Access.ALLOWED,
        Qt.PermissionStatus.Denied: Access.REFUSED,
    }.get(status, Access.TO_BE_ASKED)


def _sharpest(device: QCameraDevice) -> QCameraFormat:
    """The most pixels that still come smoothly; the camera's own choice if it names none."""

    def worth(one: QCameraFormat) -> tuple[bool, int, float]:
        size = one.resolution()
        return one.maxFrameRate() >= SMOOTH, size.width() * size.height(), one.maxFrameRate()

    return max(device.videoFormats(), key=worth, default=QCameraFormat())
