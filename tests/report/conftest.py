"""A diary built by hand: 54 days from 1 October 2026, with five days missing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pytest
from PIL import Image, ImageDraw

from diary.domain.course import Course, Step, Target, Weight
from diary.domain.day import Day, Dose, DoseState
from diary.domain.diary import Diary
from diary.domain.labs import Analyte, LabResult
from diary.domain.panels import Shot
from diary.domain.photo import DateSource, Photo, Taken, View
from diary.domain.preferences import Preferences
from diary.domain.scales import Severity
from diary.domain.visits import Question, Visit, VisitKind

START, TODAY = date(2026, 10, 1), date(2026, 11, 23)
MISSING = {date(2026, 10, n) for n in (12, 13, 14)} | {date(2026, 11, n) for n in (7, 8)}
SKIPPED = date(2026, 10, 18)

PHOTO_DAYS = (START, date(2026, 10, 29), date(2026, 11, 12), TODAY)


def answered_day(on: date) -> Day:
    n = (on - START).days
    return Day(
        on,
        acne=max(1, 7 - n // 14 - n % 2),
        lips=min(7, n // 6),
        skin=min(4, n // 8),
        eyes=min(2, n // 12),
        nose=min(3, n // 10),
        mood=3 if on == date(2026, 10, 24) else 6 + n % 3 // 2,
        inflamed=max(2, 16 - n // 4) if n % 7 == 0 else None,
        nodules=2 if n % 7 == 0 else None,
        dose=Dose(DoseState.SKIPPED, 0) if on == SKIPPED else Dose(DoseState.TAKEN, 40),
        symptoms=_symptoms(n),
        care=frozenset({"moisturiser", "lip_balm"} | ({"sunscreen"} if n % 3 else set())),
        note="Slept badly and felt low." if on == date(2026, 10, 24) else "",
    )


def _symptoms(n: int) -> dict[str, Severity | None]:
    felt: dict[str, Severity | None] = {}
    if n % 17 == 3:
        felt["nosebleed"] = Severity.MILD
    if n % 9 == 2:
        felt["joint_pain"] = Severity.MODERATE if n > 40 else Severity.MILD
    if n % 20 == 8:
        felt["tired"] = None
    return felt


def a_photo(view: View, on: date, id: str = "") -> Photo:  # noqa: A002 - the field's own name
    name = id or f"{view.value}{on:%Y%m%d}"
    taken = Taken(on, None, None, DateSource.EXIF)
    return Photo(name, view, taken, "", "", 0, "image/jpeg", f"{name}.jpg", 240, 320)


def lab(on: date, analyte: Analyte, value: float, unit: str, high: float | None) -> LabResult:
    return LabResult(f"{analyte}{on}", on, analyte, value, unit, None, high)


def _labs() -> tuple[LabResult, ...]:
    dates = (date(2026, 9, 24), date(2026, 10, 22), date(2026, 11, 19))
    values = {
        (Analyte.ALT, "U/L", 41.0): (22, 27, 31),
        (Analyte.AST, "U/L", 40.0): (20, 24, 26),
        (Analyte.TRIGLYCERIDES, "mmol/L", 1.7): (1.1, 1.5, 1.9),
        (Analyte.CHOLESTEROL, "mmol/L", 5.2): (4.4, 4.7, 4.9),
    }
    return tuple(
        lab(on, analyte, value, unit, high)
        for (analyte, unit, high), row in values.items()
        for on, value in zip(dates, row, strict=True)
    )


def build(days: int = 54) -> Diary:
    """The diary as it stands on day `days` of the course."""
    today = START + timedelta(days=days - 1)
    every = [START + timedelta(days=n) for n in range(days)]
    views = (View.FRONT, View.LEFT, View.RIGHT)
    return Diary(
        course=Course(
            START,
            "Isotretinoin",
            (Step(START, 40), Step(today + timedelta(days=11), 60)),
            (Weight(START, 68.0), Weight(date(2026, 11, 5), 67.5)),
            Target(120, 150),
        ),
        days=tuple(answered_day(on) for on in every if on not in MISSING),
        photos=tuple(a_photo(v, on) for on in PHOTO_DAYS if on <= today for v in views),
        labs=_labs(),
        visits=(
            Visit("v1", VisitKind.APPOINTMENT, date(2026, 11, 5)),
            Visit("v2", VisitKind.APPOINTMENT, today + timedelta(days=10)),
        ),
        questions=(
            Question("q1", "My triglycerides went up. Does that matter?"),
            Question("q2", "Is there a stronger lip balm I could use?"),
            Question("q3", "Not for the doctor", in_report=False),
        ),
        preferences=Preferences(name="Alex Sample", born=date(2004, 3, 12)),
        today=today,
    )


def shots(diary: Diary) -> dict[str, Shot]:
    """A drawn portrait for each photo."""
    return {photo.id: Shot(_portrait(photo), photo.width, photo.height) for photo in diary.photos}


def _portrait(photo: Photo) -> bytes:
    picture = Image.new("RGB", (photo.width, photo.height), "#D0D6D2")
    draw = ImageDraw.Draw(picture)
    draw.ellipse((50, 40, 190, 250), fill="#DDAA88")
    draw.text((100, 280), photo.taken.on.isoformat(), fill="black")
    data = BytesIO()
    picture.save(data, "JPEG", quality=80)
    return data.getvalue()


@pytest.fixture
def diary() -> Diary:
    return build()


@pytest.fixture
def changed_day(diary: Diary) -> Callable[..., Diary]:
    """The diary with other answers on one day."""

    def change(on: date, **answers: object) -> Diary:
        days = {day.on: day for day in diary.days}
        days[on] = replace(days.get(on, Day(on)), **answers)  # type: ignore[arg-type]
        return replace(diary, days=tuple(days[key] for key in sorted(days)))

    return change
