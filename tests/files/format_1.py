"""What the sealed diary `format-1.skindiary` holds, written by the first format and never changed.

Its third photo is in the trash.
"""

import shutil
from datetime import date, datetime, time
from pathlib import Path

from diary.domain.course import Course, Step, Target, Weight
from diary.domain.day import Day, Dose, DoseState
from diary.domain.diary import Diary
from diary.domain.labs import Analyte, LabResult, LipidUnit
from diary.domain.photo import DateSource, Photo, Taken, View
from diary.domain.preferences import Preferences, Tracked
from diary.domain.scales import Severity
from diary.domain.visits import Question, Visit, VisitKind

FOLDER = Path(__file__).with_name("format-1.skindiary")
PASSPHRASE = "first format, first diary"  # noqa: S105 - of a diary made up for the tests
RECOVERY_CODE = "051821 020955 442343 008547 720885 000132 330011 572121"

START, TODAY = date(2026, 10, 1), date(2026, 11, 23)


def clock() -> datetime:
    return datetime.combine(TODAY, time(9))


def copy_to(folder: Path) -> Path:
    """A copy that may be opened, which changes it."""
    return shutil.copytree(FOLDER, folder)


PHOTOS = (
    Photo(
        id="73281848b5c744678ffdfd16ee1ca4ce",
        view=View.FRONT,
        taken=Taken(START, time(8, 12), 60, DateSource.EXIF),
        digest="54adfa6ad009e427f79c8349bf418a917d9bed8c51726823cc59052c7107bea7",
        object_name="25840b74594638cd64525bee599f3a068366e7affadd16f44829b5a2269e7b55",
        size=10619,
        mime="image/jpeg",
        file_name="IMG_0001.JPG",
        width=300,
        height=400,
    ),
    Photo(
        id="ad441b00001543ac8470fe4f03206210",
        view=View.LEFT,
        taken=Taken(date(2026, 11, 22), None, None, DateSource.TYPED),
        digest="ea3e6495afc26318c1efbf5989d55bd553172f3ceb80db4fd60c8ed6939d848e",
        object_name="4e14ecf86b268c3c774271046a1f358fcbe818149d5329308d4e86b46d6cb268",
        size=9522,
        mime="image/jpeg",
        file_name="IMG_0054.JPG",
        width=300,
        height=400,
    ),
)
IN_TRASH = "b2b493f7d9ab3af17f669367e7a9a7ab736c93afd5718246295b4eba0bb439a6"
"""The SHA-256 of the original of the photo in the trash."""

DIARY = Diary(
    course=Course(
        START,
        "Isotretinoin 20 mg",
        steps=(Step(START, 20), Step(date(2026, 11, 1), 40, with_food=False)),
        weights=(Weight(START, 68.5), Weight(date(2026, 11, 2), 68)),
        target=Target(120, 150),
    ),
    days=(
        Day(
            START,
            acne=6,
            lips=0,
            skin=1,
            eyes=0,
            nose=0,
            mood=7,
            dose=Dose(DoseState.TAKEN, 20, with_food=True),
            note="First day — “Ünïcode” ✓",
        ),
        Day(
            date(2026, 10, 2),
            acne=10,
            dose=Dose(DoseState.SKIPPED, 0, reason="forgot at a friend’s"),
        ),
        Day(
            date(2026, 11, 22),
            acne=3,
            lips=6,
            skin=4,
            eyes=2,
            nose=1,
            mood=5,
            inflamed=7,
            nodules=0,
            comedones=12,
            dose=Dose(DoseState.DIFFERENT, 20, with_food=False, reason="half, ran out"),
            symptoms={"headache": None, "nosebleed": Severity.MILD, "stiff neck": Severity.SEVERE},
            care=frozenset({"lip_balm", "sunscreen"}),
            medicines="ibuprofen 400",
            note="line one\nline two",
        ),
        Day(TODAY, mood=0),
    ),
    photos=PHOTOS,
    labs=(
        LabResult("lab-1", date(2026, 9, 28), Analyte.ALT, 22, "U/L", None, 35, fasting=True),
        LabResult("lab-2", date(2026, 11, 2), Analyte.TRIGLYCERIDES, 2.4, "mmol/L", 0.5, 1.7),
    ),
    visits=(
        Visit("visit-2", VisitKind.PREGNANCY_TEST, date(2026, 11, 30)),
        Visit("visit-1", VisitKind.APPOINTMENT, date(2026, 12, 1), time(9, 30), "Dermatology"),
    ),
    questions=(
        Question("question-1", "Is the lip balm enough?"),
        Question("question-2", "Contact lenses?", in_report=False),
    ),
    preferences=Preferences(
        tracked=frozenset(Tracked),
        lipid_unit=LipidUnit.MG,
        idle_minutes=10,
        pregnancy_test=True,
        name="A. Sample",
        born=date(1999, 2, 28),
        contact="Dermatology, desk 3",
        emergency_number="112",
    ),
    today=TODAY,
)
