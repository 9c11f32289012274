"""Taking the recovery code to paper, to a file, or along on the clipboard."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from diary.journal import new_recovery_code
from diary.ui import clipboard
from diary.ui.dialogs.recovery_card import RecoveryCard
from diary.ui.jobs import Jobs
from diary.ui.widgets.button import Button
from tests.report.test_document import Reader
from tests.ui.conftest import NOW
from tests.ui.seen import says

CODE = new_recovery_code()
Click = Callable[[QWidget], None]


@pytest.fixture
def card(qapp: QApplication, show: Callable[[QWidget], None]) -> Iterator[RecoveryCard]:
    jobs = Jobs()
    card = RecoveryCard(CODE, "Skin Diary", jobs, lambda: NOW)
    show(card)
    yield card
    jobs.close()


def button(card: RecoveryCard, text: str) -> Button:
    return next(button for button in card.findChildren(Button) if button.text() == text)


def save_as(card: RecoveryCard, file: Path, click: Click) -> None:
    click(button(card, "Save as PDF…"))
    dialog = card.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert dialog.selectedFiles()[0].endswith("Skin Diary recovery code.pdf")
    dialog.setDirectory(str(file.parent))
    dialog.selectFile(file.name)
    dialog.accept()


def test_the_page_is_saved_where_the_patient_says(
    card: RecoveryCard, click: Click, tmp_path: Path, qtbot: QtBot
) -> None:
    save_as(card, tmp_path / "code.pdf", click)
    sentence = "Saved as code.pdf. Anyone who has this file can open the diary."
    qtbot.waitUntil(lambda: says(card, sentence))
    saved = Reader((tmp_path / "code.pdf").read_bytes()).words
    assert [group for group in CODE.split() if group not in saved] == []
    assert [path.name for path in tmp_path.iterdir()] == ["code.pdf"]


def test_a_page_that_cannot_be_saved_says_so(
    card: RecoveryCard, tmp_path: Path, qtbot: QtBot
) -> None:
    card.paper.write(tmp_path / "nowhere" / "code.pdf", CODE)
    qtbot.waitUntil(lambda: says(card, "code.pdf was not saved:"))


def test_the_page_is_printed(
    card: RecoveryCard, click: Click, tmp_path: Path, qtbot: QtBot
) -> None:
    click(button(card, "Print…"))
    qtbot.waitUntil(lambda: card.findChild(QPrintDialog) is not None)
    dialog = card.findChild(QPrintDialog)
    assert isinstance(dialog, QPrintDialog)
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(str(tmp_path / "printed.pdf"))
    QDialog.accept(dialog)
    assert len(Reader((tmp_path / "printed.pdf").read_bytes()).pages) == 1


def test_a_copied_code_is_said_to_leave_the_clipboard_again(
    card: RecoveryCard, click: Click, qapp: QApplication
) -> None:
    click(button(card, "Copy"))
    assert qapp.clipboard().text() == CODE
    assert says(card, "It leaves the clipboard after 60 seconds.")
    clipboard.clip().clear()
    assert qapp.clipboard().text() == ""
