"""Takes a photo with a camera of this computer, lined up with an earlier one of its view."""

from datetime import datetime
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QHideEvent, QImage, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.domain.look import remarks
from diary.domain.photo import DateSource, Taken, View, view_name
from diary.errors import DiaryError
from diary.ui.camera import Access, CameraBackend
from diary.ui.dialogs.camera.choices import Choices
from diary.ui.dialogs.camera.earlier import EarlierPhotos
from diary.ui.dialogs.camera.keeping import Keeping
from diary.ui.dialogs.camera.live import Live
from diary.ui.dialogs.picture_dialog import GAP, PictureDialog
from diary.ui.local import short_date
from diary.ui.session import Session
from diary.ui.widgets.button import Button, Kind
from diary.ui.widgets.notice import Notice, Tone
from diary.ui.widgets.text import label

if TYPE_CHECKING:
    from diary.journal import Picture

TICK_MS = 1000
"""Between the numbers of the countdown."""

SILENT_MS = 6000
"""How long a camera may take to send its first picture; slow ones need four seconds."""

QUALITY = 93
"""Of the JPEG: small spots keep their edges, and a picture of 1080 lines has half a megabyte."""


class Stage(StrEnum):
    """What the dialog is at."""

    OFF = "off"
    """No picture; the words in its place say why."""
    LIVE = "live"
    COUNTING = "counting"
    TAKEN = "taken"


class CameraDialog(PictureDialog):
    """Nothing of what the camera sees is kept but the photos that the patient keeps."""

    def __init__(self, session: Session, parent: QWidget, view: View) -> None:
        super().__init__(parent, self.tr("Camera"))
        self.session = session
        self._backend: CameraBackend | None = None
        self.stage = Stage.OFF
        self._seen = QImage()
        self._picture: Picture | None = None
        self._keeping: Keeping | None = None
        self._at = session.journal.now()
        self.live = Live()
        self.choices = Choices(view)
        self._earlier = EarlierPhotos(session, self, self.choices, self.live)
        self._about = label("", "caption", wrap=True)
        self._said = Notice(Tone.INFO)
        self._caution = Notice(Tone.CAUTION)
        self._problem = Notice(Tone.ERROR)
        self._close = Button(self.tr("Close"))
        self._again = Button(self.tr("Again"), icon="undo")
        self._keep = Button(self.tr("Keep"), Kind.PRIMARY, "check")
        self._stop = Button(self.tr("Stop the countdown"))
        self._take = Button(self.tr("Take photo"), Kind.PRIMARY, "camera")
        self._count = QTimer(self, interval=TICK_MS)
        self._silence = QTimer(self, interval=SILENT_MS)
        self._lay_out()
        self._connect()
        self._show_guides()
        parent.installEventFilter(self)

    def use(self, backend: CameraBackend) -> None:
        """The cameras to take photos with; called once, before it is opened."""
        self._backend = backend
        backend.cameras_changed.connect(self._follow_cameras)
        backend.answered.connect(self._begin)
        backend.pictured.connect(self._see)
        backend.failed.connect(self._tell_failed)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.stage is not Stage.TAKEN:
            self._earlier.read()
            self._begin()

    def hideEvent(self, event: QHideEvent) -> None:
        """Also when it is minimised or the diary locks: the camera's light goes out at once."""
        self._turn_off("")
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parent() and event.type() == QEvent.Type.Hide:
            self.done(0)
        return super().eventFilter(watched, event)

    def reject(self) -> None:
        """Esc takes back one thing at a time."""
        if self.stage is Stage.COUNTING:
            self._stop_counting()
        elif self.stage is Stage.TAKEN:
            self._take_another()
        else:
            super().reject()

    def done(self, result: int) -> None:
        self._turn_off("")
        self._forget()
        super().done(result)

    @Slot()
    def _begin(self) -> None:
        """Turn the camera on, if the system lets us."""
        if self._backend is None or not self.isVisible():
            return
        self.choices.show_cameras(())
        match self._backend.access():
            case Access.ALLOWED:
                self._turn_on()
            case Access.TO_BE_ASKED:
                self._turn_off(self.tr("Waiting for your permission to use the camera…"))
                self._backend.ask()
            case Access.REFUSED:
                self._turn_off(
                    self.tr(
                        "This program may not use the camera. Allow it in the privacy settings of "
                        "this computer, then open the camera again."
                    )
                )

    @Slot()
    def _turn_on(self) -> None:
        assert self._backend is not None  # noqa: S101 - it is asked before
        self.choices.show_cameras(self._backend.cameras())
        camera = self.choices.camera
        if camera is None:
            self._turn_off(
                self.tr("No camera was found. Connect one, or add a photo from your phone.")
            )
            return
        self._turn_off(self.tr("Starting the camera…"))
        self._backend.start(camera)
        self._silence.start()

    def _turn_off(self, words: str) -> None:
        """No picture but `words`; what was taken stays to be looked at."""
        self._silence.stop()
        self._count.stop()
        self.live.set_number(0)
        if self._backend is not None:
            self._backend.stop()
        self._seen = QImage()
        if self.stage is not Stage.TAKEN:
            self.live.say(words)
            self._set_stage(Stage.OFF)

    @Slot(object)
    def _see(self, picture: QImage) -> None:
        if self.stage is Stage.TAKEN:
            return
        self._silence.stop()
        self._seen = picture
        self.live.show_live(picture)
        if self.stage is Stage.OFF:
            self._set_stage(Stage.LIVE)
            self._take.setFocus()

    @Slot(str)
    def _tell_failed(self, reason: str) -> None:
        self._turn_off(self.tr("The camera stopped: {reason}").format(reason=reason))

    @Slot()
    def _tell_silent(self) -> None:
        self._turn_off(
            self.tr(
                "The camera sends no picture. Another program may be using it: close that program, "
                "then open the camera again."
            )
        )

    @Slot()
    def _follow_cameras(self) -> None:
        """One was connected, or the one in use was taken away."""
        if self._backend is None or self._backend.access() is not Access.ALLOWED:
            return
        before = self.choices.camera
        self.choices.show_cameras(self._backend.cameras())
        if self.choices.camera != before or self.stage is Stage.OFF:
            if before is not None and before not in self._backend.cameras():
                self._tell(Tone.INFO, self.tr("The camera was disconnected."))
            if self.stage is not Stage.TAKEN:
                self._turn_on()

    @Slot()
    def _count_down(self) -> None:
        if self.choices.countdown == 0:
            self._take_photo()
            return
        self.live.set_number(self.choices.countdown)
        self._set_stage(Stage.COUNTING)
        self._count.start()
        self._stop.setFocus()

    @Slot()
    def _tick(self) -> None:
        self.live.set_number(self.live.number - 1)
        if self.live.number == 0:
            self._take_photo()

    @Slot()
    def _stop_counting(self) -> None:
        self._count.stop()
        self.live.set_number(0)
        self._set_stage(Stage.LIVE)
        self._take.setFocus()

    def _take_photo(self) -> None:
        """Keep the picture that is seen, and turn the camera off while it is looked at."""
        taken, at = self._seen, self.session.journal.now()
        self._said.hide()
        self._set_stage(Stage.TAKEN)
        self._turn_off("")
        self.live.show_taken(taken)
        self._keep.setEnabled(False)
        name = f"camera_{at:%Y%m%d_%H%M%S}.jpg"
        read = partial(self.session.journal.photos.read_bytes, _jpeg(taken), name)
        self.session.jobs.decode(read, partial(self._show_read, at), self, self._refuse)

    def _show_read(self, at: datetime, picture: "Picture") -> None:
        if self.stage is not Stage.TAKEN:
            return
        self._picture, self._at = picture, at
        self._keep.setEnabled(True)
        self._keep.setFocus()
        said = remarks(picture.look, self._earlier.look, self.choices.view)
        self._caution.set_text(" ".join(said))
        self._caution.setVisible(bool(said))

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, DiaryError):
            self._tell(Tone.ERROR, str(error))
        else:
            self.session.jobs.failed.emit(error)

    @Slot()
    def _keep_photo(self) -> None:
        if self._picture is None:
            return
        taken = Taken(
            self._at.date(), self._at.time().replace(microsecond=0), None, DateSource.EXIF
        )
        view = self.choices.view
        keeping = self._keeping = Keeping(self._picture, view, taken)
        self.session.push(
            self.tr("{view} photo, {day}").format(
                view=view_name(view), day=short_date(self._at.date())
            ),
            keeping.do,
            keeping.undo,
            changed=self.session.photos_changed.emit,
        )
        self._take_another()

    @Slot()
    def _take_another(self) -> None:
        self._forget()
        self._set_stage(Stage.OFF)
        self._begin()

    def _forget(self) -> None:
        self._picture, self._seen = None, QImage()
        self._caution.hide()
        self.live.say("")

    @Slot()
    def _tell_added(self) -> None:
        """Once the photo is on the disk."""
        keeping = self._keeping
        if keeping is not None and keeping.added is not None:
            self._keeping = None
            view = view_name(keeping.added.photo.view)
            self._tell(Tone.INFO, self.tr("{view} photo added.").format(view=view))
        self._earlier.read()

    def _tell(self, tone: Tone, words: str) -> None:
        notice = self._problem if tone is Tone.ERROR else self._said
        notice.set_text(words)
        notice.show()

    @Slot()
    def _show_guides(self) -> None:
        self.live.set_guides(self.choices.outline, level=self.choices.level)

    def _set_stage(self, stage: Stage) -> None:
        self.stage = stage
        taken, counting = stage is Stage.TAKEN, stage is Stage.COUNTING
        self._again.setVisible(taken)
        self._keep.setVisible(taken)
        self._stop.setVisible(counting)
        self._take.setVisible(not taken and not counting)
        self._take.setEnabled(stage is Stage.LIVE)
        self._close.setVisible(not counting)
        self.choices.setEnabled(not counting and not taken)
        self._about.setText(self._words_about(stage))

    def _words_about(self, stage: Stage) -> str:
        if stage is Stage.TAKEN:
            return self.tr("As it will be kept, and as others see you. Keep it, or take it again.")
        return self.tr("You see yourself as in a mirror. The photo is kept as others see you.")

    def _lay_out(self) -> None:
        side = QWidget()
        beside = QVBoxLayout(side)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(GAP)
        beside.addWidget(self.choices)
        beside.addWidget(self._about)
        for notice in (self._caution, self._said, self._problem):
            notice.hide()
            self.foot.addWidget(notice)
        self.buttons.addStretch(1)
        for button in (self._close, self._stop, self._again, self._keep, self._take):
            self.buttons.addWidget(button)
        self._set_stage(Stage.OFF)
        self.lay_out(self.live, side)

    def _connect(self) -> None:
        self.choices.view_changed.connect(self._earlier.read)
        self.choices.view_changed.connect(self._show_guides)
        self.choices.camera_changed.connect(self._turn_on)
        self.choices.guides_changed.connect(self._show_guides)
        self._count.timeout.connect(self._tick)
        self._silence.timeout.connect(self._tell_silent)
        self._take.clicked.connect(self._count_down)
        self._stop.clicked.connect(self._stop_counting)
        self._again.clicked.connect(self._take_another)
        self._keep.clicked.connect(self._keep_photo)
        self.session.photos_changed.connect(self._tell_added)
        self._close.clicked.connect(self._leave)

    @Slot()
    def _leave(self) -> None:
        self.done(0)


def _jpeg(image: QImage) -> bytes:
    """In memory only."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG", QUALITY)  # type: ignore[call-overload]
    return bytes(buffer.data().data())
