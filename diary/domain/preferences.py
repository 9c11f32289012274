"""What the patient chose; kept inside the vault, for it says something about their health."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from diary.domain.backup import BackupEvery
from diary.domain.labs import LipidUnit


class Tracked(StrEnum):
    """Parts of the diary that can be switched off."""

    ACNE = "acne"
    DRYNESS = "dryness"
    MOOD = "mood"
    DOSE = "dose"
    PHOTOS = "photos"
    COUNTS = "counts"
    SYMPTOMS = "symptoms"
    LABS = "labs"


@dataclass(frozen=True, slots=True)
class Preferences:
    """`contact` is whom the patient would call; `name` and `born` appear in the report only.

    `backup_folder` is empty until the patient picks one; `backup_limit_days` is how old the last
    backup may be before Today says so, 0 for never. `cover_photos` hides each photo in the window
    until it is clicked. `watched_folder`, empty until the patient picks one, is where new pictures
    from the phone arrive.
    """

    tracked: frozenset[Tracked] = frozenset(Tracked) - {Tracked.COUNTS, Tracked.LABS}
    lipid_unit: LipidUnit = LipidUnit.MMOL
    idle_minutes: int = 5
    pregnancy_test: bool = False
    name: str = ""
    born: date | None = None
    contact: str = ""
    emergency_number: str = ""
    backup_folder: str = ""
    backup_every: BackupEvery = BackupEvery.OFF
    backup_limit_days: int = 14
    cover_photos: bool = False
    watched_folder: str = ""
