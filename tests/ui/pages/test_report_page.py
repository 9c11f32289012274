"""The Report page on a real diary: what is seen is what is saved."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from diary.domain.course import Course, Step
from diary.journal import Journal
from diary.report.options import Paper, ReportOptions
from diary.ui.jobs import Jobs
from diary.ui.pages.report import ReportPage
from diary.ui.pages.report.preview import Preview
from diary.ui.session import Session
from diary.ui.widgets.check_row import CheckRow
from diary.ui.widgets.notice import Notice

START, TODAY = date(2026, 10, 1), date(2026, 11, 23)
SETTING_MS = 20_000
"""The first summary loads the chart and typesetting libraries."""


def clock() -> datetime:
    return datetime(2026, 11, 23, 8, 14)


@pytest.fixture
def session(qapp: QApplication, tmp_path: Path) -> Iterator[Session]:
    jobs = Jobs()

    def create() -> Journal:
        course = Course(START, steps=(Step(START, 40),))
        journal = Journal.create(tmp_path / "a.skindiary", course=course, clock=clock)
        for day in range(4):
            journal.days.record(date(2026, 11, 20 + day), acne=5 - day, lips=day)
        return journal

    session = Session(jobs.wait(create), jobs)
    yield session
    session.close()
    jobs.close()


@pytest.fixture
def page(session: Session, show: Callable[[QWidget], None], qtbot: QtBot) -> ReportPage:
    page = ReportPage(session)
    page.resize(1080, 832)
    show(page)
    page.enter()
    qtbot.waitUntil(lambda: shown(page).pageCount() == 1, timeout=SETTING_MS)
    return page


def shown(page: ReportPage) -> QPdfDocument:
    preview = page.findChild(Preview)
    assert isinstance(preview, Preview)
    return preview.document


def sentences(page: ReportPage) -> list[str]:
    return [one.accessibleName() for one in page.findChildren(Notice) if one.isVisible()]


def test_a_short_diary_is_said_to_give_a_short_summary(page: ReportPage) -> None:
    assert sentences(page) == ["There are 4 days so far. The summary will be short."]


def test_a_part_that_is_ticked_off_leaves_the_pages(page: ReportPage, qtbot: QtBot) -> None:
    assert "Trend" in shown(page).getAllText(0).text()
    (box,) = [box for box in page.findChildren(CheckRow) if box.text() == "Trend charts"]
    box.click()
    qtbot.waitUntil(lambda: "Trend" not in shown(page).getAllText(0).text(), timeout=SETTING_MS)


def test_the_saved_file_is_the_summary(page: ReportPage, tmp_path: Path, qtbot: QtBot) -> None:
    saved = tmp_path / "Skin summary.pdf"
    page.save_as(saved, ReportOptions(paper=Paper.LETTER))
    qtbot.waitUntil(lambda: "Saved as Skin summary.pdf. Show in folder" in sentences(page))
    with pikepdf.open(saved) as pdf:
        assert [float(side) for side in pdf.pages[0].mediabox] == [0, 0, 612, 792]


def test_a_folder_that_refuses_is_named_and_nothing_is_left(
    page: ReportPage, tmp_path: Path, qtbot: QtBot
) -> None:
    page.save_as(tmp_path / "gone" / "summary.pdf", ReportOptions())
    qtbot.waitUntil(
        lambda: any("summary.pdf was not saved" in sentence for sentence in sentences(page))
    )
    assert not (tmp_path / "gone").exists()


def test_an_answer_given_on_another_page_is_in_the_pages_when_one_comes_back(
    page: ReportPage, session: Session, qtbot: QtBot
) -> None:
    page.hide()
    session.push(
        "acne 9",
        lambda journal: _answer(journal, 9),
        lambda journal: _answer(journal, 2),
        changed=lambda: session.day_changed.emit(TODAY),
    )
    session.jobs.wait(lambda: None)
    page.show()
    page.enter()
    note = "Lowest 1 of 10, on 23 November"
    qtbot.waitUntil(lambda: note in shown(page).getAllText(0).text(), timeout=SETTING_MS)


def _answer(journal: Journal, acne: int) -> None:
    journal.days.record(TODAY, acne=acne, mood=1)
