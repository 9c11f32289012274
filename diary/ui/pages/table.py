"""Which pages there are. Each is imported and made on its first visit, so that start stays fast."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from diary.ui.pages.page import Page
from diary.ui.session import Session
from diary.words import translate


class Place(Enum):
    """Where a page is reached from."""

    RAIL = auto()
    RAIL_FOOT = auto()
    LINK = auto()


@dataclass(frozen=True, slots=True)
class Entry:
    """`name` is what `Page.open_page` names; `title` is shown and spoken on the rail.

    `under` names the page that the rail marks while a page is shown that is not on it.
    """

    name: str
    title: str
    icon: str
    make: Callable[[Session], Page]
    place: Place = Place.RAIL
    under: str = ""


def _today(session: Session) -> Page:
    from diary.ui.pages.today_page import TodayPage

    return TodayPage(session)


def _photos(session: Session) -> Page:
    from diary.ui.pages.photos import PhotosPage

    return PhotosPage(session)


def _progress(session: Session) -> Page:
    from diary.ui.pages.progress import ProgressPage

    return ProgressPage(session)


def _course(session: Session) -> Page:
    from diary.ui.pages.course import CoursePage

    return CoursePage(session)


def _report(session: Session) -> Page:
    from diary.ui.pages.report import ReportPage

    return ReportPage(session)


def _settings(session: Session) -> Page:
    from diary.ui.pages.settings import SettingsPage

    return SettingsPage(session)


def _help(session: Session) -> Page:
    from diary.ui.pages.help_page import HelpPage

    return HelpPage(session)


def _folder(session: Session) -> Page:
    from diary.ui.pages.folder import FolderPage

    return FolderPage(session)


def _panels(session: Session) -> Page:
    from diary.ui.pages.panels import PanelsPage

    return PanelsPage(session)


def _compare(session: Session) -> Page:
    from diary.ui.pages.compare import ComparePage

    return ComparePage(session)


def _marks(session: Session) -> Page:
    from diary.ui.pages.marks import MarksPage

    return MarksPage(session)


def entries() -> tuple[Entry, ...]:
    """Every page, in the order of the rail."""
    return (
        Entry("today", translate("Rail", "Today"), "today", _today),
        Entry("photos", translate("Rail", "Photos"), "photos", _photos),
        Entry("progress", translate("Rail", "Progress"), "progress", _progress),
        Entry("course", translate("Rail", "Course"), "course", _course),
        Entry("report", translate("Rail", "Report"), "report", _report),
        Entry("settings", translate("Rail", "Settings"), "settings", _settings, Place.RAIL_FOOT),
        Entry("help", translate("Rail", "Who to call"), "heart", _help, Place.LINK),
        Entry("folder", translate("Rail", "Folder"), "folder-open", _folder, Place.LINK),
        Entry("panels", translate("Rail", "Panels"), "photos", _panels, Place.LINK, "photos"),
        Entry("compare", translate("Rail", "Compare"), "photos", _compare, Place.LINK, "photos"),
        Entry("marks", translate("Rail", "Mark spots"), "photos", _marks, Place.LINK, "photos"),
    )
