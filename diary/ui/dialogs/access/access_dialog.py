"""What the dialogs about the ways into a diary have in common."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from diary.errors import DiaryError, WrongPassphrase
from diary.journal import Journal
from diary.ui import theme
from diary.ui.dialogs.step import Missing
from diary.ui.session import Session
from diary.ui.widgets.button import ENTER_KEYS, Button, Kind
from diary.ui.widgets.field import Field
from diary.ui.widgets.password_field import PasswordField
from diary.ui.widgets.scrolled import scrolled
from diary.ui.widgets.text import label

WIDTH = 600
PADDING, GAP = 24, 12


class AccessDialog(QDialog):
    """Opened over `parent` and destroyed with it, so that locking leaves nothing of it behind.

    A child fills `rows`, tells what is `missing` and gives the `work`. Nothing has changed unless
    `changed` is emitted.
    """

    changed = Signal(str)
    """The new way in is on the disk; what to say about it."""

    def __init__(
        self, session: Session, parent: QWidget, title: str, action: str, kind: Kind = Kind.PRIMARY
    ) -> None:
        super().__init__(parent)
        self.session = session
        self._over = parent
        self.setWindowTitle(self.tr("Skin Diary"))
        self.setAccessibleName(title)
        self.finished.connect(self.deleteLater)
        self.current: PasswordField | None = None
        self.first: QWidget | None = None
        """Where the keyboard starts, if not at the passphrase of now."""
        self.rows = QVBoxLayout()
        self.rows.setSpacing(GAP)
        self.rows.addWidget(label(title, "figure", wrap=True))
        self.problem = label("", "error", wrap=True)
        self.problem.hide()
        self.button = Button(action, kind)
        self.button.clicked.connect(self.submit)
        self.cancel = Button(self.tr("Cancel"))
        self.cancel.clicked.connect(self.reject)
        self._lay_out()

    def explain(self, *sentences: str) -> None:
        """Say what the change means, beneath what is there already."""
        for sentence in sentences:
            self.rows.addWidget(label(sentence, "subtitle", wrap=True))

    def ask_current(self, title: str) -> PasswordField:
        """Ask for the passphrase of now."""
        self.current = PasswordField(title)
        self.current.set_large()
        self.rows.addWidget(self.current)
        return self.current

    def missing(self) -> Missing | None:
        """The first thing to mend before the change, if any."""
        if self.current is not None and not self.current.text():
            return Missing(self.tr("Type the passphrase you have now."), self.current)
        return None

    def work(self) -> Callable[[Journal], None]:
        """What to do with the open diary."""
        raise NotImplementedError

    def said(self) -> str:
        """What to say once it is done."""
        raise NotImplementedError

    def open(self) -> None:
        """Stand over the window, as tall as what is asked where there is room."""
        self.resize(self._wanted().boundedTo(self._over.window().size()))
        super().open()
        (self.first or self.current or self.button).setFocus()

    def reject(self) -> None:
        """Close, unless the change is being written."""
        if self.cancel.isEnabled():
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in ENTER_KEYS:  # fields and buttons know what Enter means to them
            super().keyPressEvent(event)

    @Slot()
    def submit(self) -> None:
        """Make the change, unless something is still to be mended."""
        if not self.button.isEnabled():
            return
        self.problem.hide()
        missing = self.missing()
        if missing is None:
            self.set_busy()
            self.run()
        else:
            missing.point_out(self.problem)

    def run(self) -> None:
        self.session.ask(self.work(), self.finish, self, self.refuse)

    def set_busy(self) -> None:
        self.button.set_busy(self.tr("Saving…"))
        self.cancel.setEnabled(False)

    def finish(self, _done: None = None) -> None:
        self.cancel.setEnabled(True)
        self.changed.emit(self.said())
        self.accept()

    def refuse(self, error: Exception) -> None:
        """Say why nothing has changed."""
        self.button.set_idle()
        self.cancel.setEnabled(True)
        if isinstance(error, WrongPassphrase) and self.current is not None:
            self.current.set_error(str(error))
            self.current.edit.selectAll()
            self.current.setFocus()
        elif isinstance(error, DiaryError):
            self.problem.setText(str(error))
            self.problem.show()
        else:
            self.session.jobs.failed.emit(error)

    def _lay_out(self) -> None:
        self._inside = QWidget()
        self._inside.setLayout(self.rows)
        self.rows.setContentsMargins(PADDING, PADDING, PADDING, GAP)
        buttons = self._foot = QHBoxLayout()
        buttons.setContentsMargins(PADDING, GAP, PADDING, PADDING)
        buttons.setSpacing(8)
        buttons.addWidget(self.problem, 1)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scrolled(self._inside), 1)
        outer.addLayout(buttons)

    def _wanted(self) -> QSize:
        width = theme.current().px(WIDTH)
        return QSize(width, self.rows.totalHeightForWidth(width) + self._foot.sizeHint().height())


def on_enter(field: Field, dialog: AccessDialog) -> None:
    """Let Enter in the last field make the change."""
    field.edit.returnPressed.connect(dialog.submit)
