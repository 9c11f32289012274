"""Cameras that are not there: what a computer's real ones do, done by the tests."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from diary.ui.camera import Access, Camera, CameraBackend

BUILT_IN, USB = Camera(b"built-in", "Built-in camera"), Camera(b"usb", "USB camera")
SKIN, LEFT_HALF = QColor(220, 170, 150), QColor(60, 80, 200)


class FakeCameras(CameraBackend):
    """`on` is the camera whose light is on."""

    def __init__(
        self,
        parent: QObject,
        *cameras: Camera,
        access: Access = Access.ALLOWED,
    ) -> None:
        super().__init__(parent)
        self.there = list(cameras)
        self.allowed = access
        self.asked = self.started = 0
        self.on: Camera | None = None

    def cameras(self) -> tuple[Camera, ...]:
        return tuple(self.there)

    def access(self) -> Access:
        return self.allowed

    def ask(self) -> None:
        self.asked += 1

    def start(self, camera: Camera) -> None:
        self.on = camera
        self.started += 1

    def stop(self) -> None:
        self.on = None

    def answer(self, access: Access) -> None:
        """The patient answers the system."""
        self.allowed = access
        self.answered.emit(access)

    def send(self, picture: QImage | None = None) -> None:
        """A picture, if a camera is on."""
        if self.on is not None:
            self.pictured.emit(picture or scene())

    def plug(self, *cameras: Camera) -> None:
        """These are connected now and no others; one that was on goes dark."""
        self.there = list(cameras)
        if self.on not in cameras:
            self.on = None
        self.cameras_changed.emit()


def scene() -> QImage:
    """Skin with something blue in the left quarter: a mirror shows it on the right."""
    image = QImage(640, 480, QImage.Format.Format_RGB32)
    image.fill(SKIN)
    painter = QPainter(image)
    painter.fillRect(0, 0, 160, 480, LEFT_HALF)
    painter.setPen(Qt.GlobalColor.black)
    for x in range(200, 600, 20):  # edges, so that it is not blurred
        painter.drawLine(x, 60, x, 420)
    painter.end()
    return image
