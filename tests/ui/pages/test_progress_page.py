"""The Progress page on a real diary."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from diary.domain.course import Course, Step, Weight
from diary.domain.day import Day, Dose, DoseState
from diary.journal import Journal
from diary.ui.jobs import Jobs
from diary.ui.pages.progress import ProgressPage
from diary.ui.pages.progress.chart_view import ChartView
from diary.ui.pages.progress.table import NumbersTable
from diary.ui.session import Session

START, TODAY = date(2026, 10, 1), date(2026, 11, 23)
MISSING = {date(2026, 10, 12), date(2026, 11, 7), date(2026, 11, 8)}


def clock() -> datetime:
    return datetime(2026, 11, 23, 8, 14)


def falling(on: date) -> Day:
    """Acne from 8 to 2 in 54 days, everything else level."""
    day = (on - START).days
    return Day(
        on,
        acne=8 - day * 6 // 53,
        lips=2,
        skin=2,
        eyes=2,
        nose=2,
        mood=6 + day % 2,
        dose=Dose(DoseState.TAKEN, 40),
    )


@pytest.fixture
def page(
    request: pytest.FixtureRequest,
    qapp: QApplication,
    tmp_path: Path,
    show: Callable[[QWidget], None],
    qtbot: QtBot,
) -> Iterator[ProgressPage]:
    """A page on as many days as the test's `days` mark says, 54 without one."""
    count = getattr(request, "param", 54)
    jobs = Jobs()

    def create() -> Journal:
        course = Course(START, steps=(Step(START, 40),), weights=(Weight(START, 68),))
        journal = Journal.create(tmp_path / "a.skindiary", course=course, clock=clock)
        days = [TODAY - timedelta(back) for back in range(count)]
        journal.days.record_all(falling(on) for on in days if on not in MISSING)
        return journal

    session = Session(jobs.wait(create), jobs)
    page = ProgressPage(session)
    page.resize(1080, 832)
    show(page)
    page.enter()
    qtbot.waitUntil(lambda: "journaled" in words(page))
    yield page
    session.close()
    jobs.close()


def words(page: ProgressPage) -> str:
    return " | ".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def chart(page: ProgressPage) -> ChartView:
    found = page.findChild(ChartView)
    assert isinstance(found, ChartView)
    return found


def test_first_and_last_week_are_compared_with_a_range(page: ProgressPage) -> None:
    assert "8.0 → 2.9" in words(page)
    assert "5.1 lower. Likely range" in words(page)
    assert "51 of 54 days journaled" in words(page)


def test_a_level_series_is_said_to_be_about_the_same(page: ProgressPage) -> None:
    assert "About the same." in words(page)


def test_the_recorded_dose_says_how_many_days_lack_a_record(page: ProgressPage) -> None:
    assert "30 mg/kg" in words(page)
    assert "2,040 mg recorded with the starting weight 68 kg, 3 days without" in words(page)


@pytest.mark.parametrize("page", [5], indirect=True)
def test_five_days_are_shown_without_a_comparison(page: ProgressPage) -> None:
    assert "→" not in words(page)
    assert "A comparison needs 4 answers" in words(page)


@pytest.mark.parametrize("page", [0], indirect=True)
def test_an_empty_diary_says_how_many_days_there_could_be(page: ProgressPage) -> None:
    assert words(page).count("0 of 54 days journaled") == 1


def test_the_arrow_keys_read_one_day_after_the_other(page: ProgressPage) -> None:
    QTest.keyClick(chart(page), Qt.Key.Key_End)
    assert "23 Nov, day 54: acne 2" in words(page)
    QTest.keyClick(chart(page), Qt.Key.Key_Left)
    assert "22 Nov, day 53: acne" in words(page)


def test_a_missing_day_reads_as_not_answered(page: ProgressPage) -> None:
    QTest.keyClick(chart(page), Qt.Key.Key_Home)
    for _ in range(11):
        QTest.keyClick(chart(page), Qt.Key.Key_Right)
    assert "12 Oct, day 12: acne –" in words(page)


def test_the_pointer_reads_the_day_under_it(page: ProgressPage, qtbot: QtBot) -> None:
    view = chart(page)

    def point() -> bool:
        """The chart is drawn once the window keeps its size; before that nothing is under it."""
        QTest.mouseMove(view, QPoint(view.width() // 2, view.height() // 2))
        QTest.mouseMove(view, QPoint(view.width() // 3, view.height() // 2))
        return "Oct, day" in words(page)

    qtbot.waitUntil(point)


def test_a_wider_window_gets_a_wider_chart(page: ProgressPage, qtbot: QtBot) -> None:
    view = chart(page)
    pointed: list[date | None] = []
    view.day_pointed.connect(pointed.append)

    def under_the_middle() -> date | None:
        QTest.mouseMove(view, QPoint(0, view.height() // 2))
        QTest.mouseMove(view, QPoint(view.width() // 2, view.height() // 2))
        return pointed[-1] if pointed else None

    qtbot.waitUntil(lambda: view.is_drawn)
    before = under_the_middle()
    page.resize(page.width() * 4 // 3, page.height())

    assert under_the_middle() != before  # not drawn yet: the window may still be growing
    qtbot.waitUntil(lambda: under_the_middle() == before)


def test_the_four_sites_are_drawn_when_asked_for(page: ProgressPage, qtbot: QtBot) -> None:
    view = chart(page)
    qtbot.waitUntil(lambda: view.is_drawn)
    before = view.grab().toImage()

    (by_site,) = [each for each in view.findChildren(QAbstractButton) if each.text() == "By site"]
    by_site.click()

    heading = QRect(0, 0, view.width(), view.height() // 4)
    lines = QRect(0, view.height() // 4, view.width() // 2, view.height() // 4)
    qtbot.waitUntil(lambda: view.grab().toImage().copy(lines) != before.copy(lines))
    assert view.grab().toImage().copy(heading) == before.copy(heading)


def test_the_same_numbers_stand_in_the_table(page: ProgressPage, qtbot: QtBot) -> None:
    QTest.keyClick(page, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    table = page.findChild(NumbersTable)
    assert isinstance(table, NumbersTable)
    qtbot.waitUntil(table.isVisible)
    model = table.model()
    rows = [
        [model.data(model.index(row, column)) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    assert rows[0][:3] == ["23 Nov", "54", "2"]
    (missing,) = [row for row in rows if row[0] == "12 Oct"]
    assert missing[2:9] == ["–"] * 7


def test_the_chart_speaks_its_trend(page: ProgressPage) -> None:
    assert "Acne, 51 days, first week 8.0, last week 2.9" in chart(page).accessibleName()
