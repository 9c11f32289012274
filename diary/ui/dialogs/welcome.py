"""First run, inside the window: three steps to a diary."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from diary.domain.preferences import Preferences
from diary.errors import DiaryError
from diary.journal import Clock, Journal, sync_warning
from diary.ui import icons, messages, theme
from diary.ui.choosing import choose_folder
from diary.ui.dialogs.course_step import CourseStep
from diary.ui.dialogs.promises import Promises
from diary.ui.dialogs.protect_step import ProtectStep
from diary.ui.dialogs.step import Step
from diary.ui.dialogs.step_bar import StepBar
from diary.ui.dialogs.tracking_step import TrackingStep
from diary.ui.jobs import Jobs
from diary.ui.pages.columns import TWO_FROM
from diary.ui.widgets.button import Button, Kind
from diary.ui.widgets.notice import Notice, Tone
from diary.ui.widgets.scrolled import scrolled
from diary.ui.widgets.text import label, line

SIDE_OF_1280 = 96
"""Left and right of the steps in the drawing; in proportion to other widths."""

TOP, BOTTOM = 56, 40
FIRST = 0


class Welcome(QWidget):
    """Asks for the course, a passphrase and what to track, then makes the diary in `folder`."""

    created = Signal(object)
    """The new, open journal."""
    sample_asked = Signal()
    restore_asked = Signal()

    def __init__(self, jobs: Jobs, folder: Path, clock: Clock) -> None:
        super().__init__()
        self._jobs = jobs
        self._folder = folder
        self._clock = clock
        self.course = CourseStep(clock)
        self.protect = ProtectStep(folder.stem, jobs, clock)
        self.tracking = TrackingStep()
        self._steps: tuple[Step, ...] = (self.course, self.protect, self.tracking)
        names = (self.tr("Your course"), self.tr("Protect it"), self.tr("What to track"))
        self._bar = StepBar(names)
        self.place = Notice(Tone.CAUTION)
        self._warning = ""
        self._promises = Promises()
        self._promises_area = scrolled(self._promises)
        self._stack = QStackedWidget()
        self._progress = label("", "caption")
        self._sample = Button(self.tr("Look around with sample data"), Kind.TEXT)
        self._restore = Button(self.tr("Restore from a backup…"), Kind.TEXT)
        self._back = Button(self.tr("Back"))
        self.next = Button(self.tr("Continue"), Kind.PRIMARY)
        self._build()
        self._connect()
        self._put_in(folder)
        self._show(FIRST)

    @Slot()
    def go_on(self) -> None:
        """The next step, or the diary, unless something is still to be mended."""
        if not self.next.isEnabled() or not self._steps[self._shown].check():
            return
        if self._shown + 1 < len(self._steps):
            self._show(self._shown + 1)
        else:
            self._create()

    @Slot()
    def go_back(self) -> None:
        self._show(self._shown - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @property
    def first(self) -> QWidget:
        """Where the keyboard starts."""
        return self.course.first

    @property
    def _shown(self) -> int:
        return self._stack.currentIndex()

    def _build(self) -> None:
        for step in self._steps:
            self._stack.addWidget(scrolled(step))
        self.next.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow follows the word
        for button in (self._sample, self._restore, self._back, self.next):
            button.set_large()
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._progress, 1)
        ways = QVBoxLayout()
        ways.addWidget(self._sample)
        ways.addWidget(self._restore)
        foot.addLayout(ways)
        foot.addWidget(self._back)
        foot.addWidget(self.next)
        self._right = QVBoxLayout()
        self._right.setSpacing(16)
        self._right.addWidget(self._bar)
        self._right.addWidget(self.place)
        self._right.addWidget(self._stack, 1)
        self._right.addWidget(line())
        self._right.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._promises_area, 3)
        row.addLayout(self._right, 5)

    def _connect(self) -> None:
        self._promises.sample.clicked.connect(self.sample_asked)
        self._sample.clicked.connect(self.sample_asked)
        self._restore.clicked.connect(self.restore_asked)
        self._promises.restore.clicked.connect(self.restore_asked)
        self._back.clicked.connect(self.go_back)
        self.next.clicked.connect(self.go_on)
        self.course.entered.connect(self.go_on)
        self.place.link_activated.connect(self._choose_folder)

    def _show(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        self._bar.show_step(index + 1)
        said = self.tr("Step {number} of {count}")
        self._progress.setText(said.format(number=index + 1, count=len(self._steps)))
        self._back.setVisible(index > FIRST)
        self._promises.offer_ways(offered=index == FIRST)
        self.place.setVisible(index == FIRST and bool(self._warning))
        self._label_next(last=index + 1 == len(self._steps))
        self._fit()
        self._steps[index].first.setFocus()

    def _label_next(self, *, last: bool) -> None:
        self.next.setText(self.tr("Create my diary") if last else self.tr("Continue"))
        if last:
            icons.take_off(self.next)
        else:
            icons.put(self.next, "arrow-right", "on_accent")

    def _fit(self) -> None:
        """The promises give way to the steps where there is no room for both."""
        scale = theme.current().text_scale
        narrow = self.width() < TWO_FROM * scale
        self._promises_area.setVisible(not narrow)
        for way in (self._sample, self._restore):
            way.setVisible(narrow and self._shown == FIRST)
        side = max(16, SIDE_OF_1280 * self.width() // 1280 - (0 if self.width() > 1100 else 32))
        self._right.setContentsMargins(side, TOP, side, BOTTOM)

    def _put_in(self, folder: Path) -> None:
        """Make the diary in `folder`, after a word about a program that copies it."""
        self._folder = folder
        self._warning = sync_warning(folder)
        self.place.set_text(self._warning, self.tr("Choose another folder…"))
        self.place.setVisible(bool(self._warning))

    @Slot()
    def _choose_folder(self) -> None:
        choose_folder(self, self.tr("The folder for your diary"), self._chosen)

    @Slot(str)
    def _chosen(self, parent: str) -> None:
        self._put_in(Path(parent) / self._folder.name)

    def _create(self) -> None:
        self.next.set_busy(self.tr("Creating…"))
        self._back.setEnabled(False)
        create = partial(
            Journal.create,
            self._folder,
            course=self.course.course(),
            passphrase=self.protect.passphrase,
            recovery_code=self.protect.recovery_code,
            preferences=Preferences(
                tracked=self.tracking.tracked(),
                pregnancy_test=self.course.pregnancy_test.isChecked(),
            ),
            clock=self._clock,
        )
        self._jobs.run(create, self.created.emit, self, self._not_created)

    def _not_created(self, error: Exception) -> None:
        self._back.setEnabled(True)
        self.next.set_idle()
        self._show(self._shown)
        if isinstance(error, DiaryError):
            messages.tell(self, error)
        else:
            self._jobs.failed.emit(error)
