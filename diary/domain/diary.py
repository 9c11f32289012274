"""A whole diary as one frozen value, for charts, reports and exports."""

from dataclasses import dataclass, field
from datetime import date

from diary.domain.alignment import Pointed
from diary.domain.course import Course
from diary.domain.day import Day
from diary.domain.labs import LabResult
from diary.domain.mark import Mark
from diary.domain.panels import Looks, PanelChoice
from diary.domain.photo import Photo
from diary.domain.preferences import Preferences
from diary.domain.visits import Question, Visit


@dataclass(frozen=True, slots=True)
class Diary:
    """Everything the diary holds on `today`.

    `days` has only days with an answer, oldest first; `photos` are in order of their dates, without
    those that are in Recently deleted. `panels`, `looks`, `marks` and `points` name no others.
    """

    course: Course
    days: tuple[Day, ...]
    photos: tuple[Photo, ...]
    labs: tuple[LabResult, ...]
    visits: tuple[Visit, ...]
    questions: tuple[Question, ...]
    preferences: Preferences
    today: date
    panels: tuple[PanelChoice, ...] = ()
    looks: Looks = field(default_factory=dict)
    marks: tuple[Mark, ...] = ()
    points: tuple[Pointed, ...] = ()
