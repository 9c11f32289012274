"""The one place that speaks to the patient outside a page. Never blocks; tests replace `show`."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QThread, Slot
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from diary.errors import DiaryError
from diary.ui.widgets.button import Button, Kind
from diary.ui.widgets.check_row import CheckRow
from diary.words import translate


class Question(QMessageBox):
    """A message over its window; `then` is called if the patient agrees."""

    def __init__(self, parent: QWidget | None, text: str, details: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Messages", "Skin Diary"))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setInformativeText(details)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._then: Callable[[], None] | None = None

    def offer(self, action: str, then: Callable[[], None]) -> None:
        """A deleting button for `action`, and Cancel, which Enter and Esc press."""
        self._agree = Button(action, Kind.DELETE, parent=self)
        self._then = then
        cancel = Button(translate("Messages", "Cancel"), parent=self)
        self.addButton(self._agree, QMessageBox.ButtonRole.AcceptRole)
        self.addButton(cancel, QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(cancel)
        self.setEscapeButton(cancel)
        self.buttonClicked.connect(self._answered)

    def add_way(self, action: str, then: Callable[[], None]) -> None:
        """A further button, which nothing depends on."""
        self._agree = Button(action, parent=self)
        self._then = then
        self.addButton(self._agree, QMessageBox.ButtonRole.ActionRole)
        self.buttonClicked.connect(self._answered)

    @Slot(QObject)
    def _answered(self, button: QObject) -> None:
        if button is self._agree and self._then:
            self._then()


def show(message: Question) -> None:
    """Open a message without waiting for its answer."""
    message.open()


def confirm(
    parent: QWidget, question: str, action: str, then: Callable[[], None], *, details: str = ""
) -> None:
    """Ask before something is deleted or lost; `action` is the word on the button."""
    message = Question(parent, question, details)
    message.offer(action, then)
    show(message)


def confirm_with_choice(
    parent: QWidget,
    question: str,
    action: str,
    choice: str,
    then: Callable[[bool], None],
    *,
    details: str,
) -> None:
    """The same with a box to tick beside it, which starts empty; `then` is told whether it was."""
    message = Question(parent, question, details)
    box = CheckRow(choice)
    message.setCheckBox(box)
    message.offer(action, lambda: then(box.isChecked()))
    show(message)


def tell(parent: QWidget, error: DiaryError, details: str = "") -> Question:
    """Show the sentence of a problem."""
    message = _notice(parent, str(error), details)
    show(message)
    return message


def tell_of_bug(parent: QWidget | None, copy_log: Callable[[], None]) -> Question:
    """Say that the program made a mistake; what it was stands in the log.

    Without a parent, the caller keeps the message alive.
    """
    text = translate("Messages", "Something went wrong in the program.")
    details = translate(
        "Messages",
        "What was shown as saved is kept. Close the program and open it again if something looks"
        " wrong. The log file says where it happened, without anything you wrote.",
    )
    message = _notice(parent, text, details)
    message.add_way(translate("Messages", "Copy the log"), copy_log)
    show(message)
    return message


def _notice(parent: QWidget | None, text: str, details: str = "") -> Question:
    assert QThread.currentThread() is QApplication.instance().thread()  # type: ignore[union-attr]  # noqa: S101
    message = Question(parent, text, details)
    message.setDefaultButton(message.addButton(QMessageBox.StandardButton.Ok))
    return message
