"""A photo is put into the report from the comparison."""

from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from diary.domain.panels import Moment
from diary.domain.photo import Photo, View
from diary.ui.pages.compare import ComparePage
from diary.ui.pages.compare.to_report import ReportMenu
from diary.ui.session import Session
from tests.ui.seen import says


def action(page: ComparePage, text: str, letter: str) -> QAction:
    """The entry under the heading of a letter."""
    menu = page.findChild(ReportMenu)
    assert isinstance(menu, ReportMenu)
    section = ""
    for each in menu.findChildren(QAction):
        if "stands for" in each.text():
            section = each.text()[0]
        elif each.text() == text and section == letter:
            return each
    raise AssertionError(text)


def stands_for(session: Session, moment: Moment) -> str:
    panels = session.jobs.wait(session.journal.panels.all)
    return panels[View.FRONT][moment].photo.id


def test_the_report_shows_what_it_proposes_with_a_tick(page: ComparePage) -> None:
    assert action(page, "Baseline", "A").isChecked()
    assert not action(page, "Baseline", "B").isChecked()
    assert action(page, "Now", "B").isChecked()


def test_a_photo_stands_for_the_moment_that_was_chosen_until_undone(
    page: ComparePage, session: Session, photos: list[Photo], qtbot: QtBot
) -> None:
    said = "The photo of 1 Oct stands for “Now” in the report’s photos."
    action(page, "Now", "A").trigger()
    qtbot.waitUntil(lambda: says(page, said))
    assert stands_for(session, Moment.NOW) == photos[0].id
    assert action(page, "Now", "A").isChecked()
    session.undo.undo()
    qtbot.waitUntil(lambda: not says(page, said))
    assert stands_for(session, Moment.NOW) == photos[2].id


def test_another_pair_puts_the_words_away(
    page: ComparePage, session: Session, photos: list[Photo], qtbot: QtBot
) -> None:
    said = "The photo of 23 Nov stands for “Month 1” in the report’s photos."
    action(page, "Month 1", "B").trigger()
    qtbot.waitUntil(lambda: says(page, said))
    page.compare(photos[1], photos[2])
    page.enter()
    qtbot.waitUntil(lambda: says(page, "22 Oct and today"))
    assert not says(page, said)
    assert stands_for(session, Moment.MONTH_1) == photos[2].id
