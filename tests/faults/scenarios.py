"""What is struck: a prepared diary, and the steps taken in it while the fault happens."""

import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from diary.domain.day import Day, Dose, DoseState
from diary.domain.panels import Moment
from diary.domain.photo import View
from diary.domain.scales import Severity
from diary.store import days, slots
from diary.store.vault import Vault
from tests.faults.bench import Bench
from tests.faults.day import NOW, TODAY
from tests.faults.model import ANYONE, BY_CODE, CODE, Model, Way
from tests.faults.photo_steps import (
    LOOK,
    WATCH,
    choose_panel,
    delete_many,
    fill_folders,
    leave_out,
    point_at,
    propose_panel,
    put_marks,
    restore_many,
    save_answers,
    save_copy,
    save_film,
    set_views,
    shift,
)
from tests.faults.steps import (
    BACK_UP,
    CLOSE,
    COPY,
    CREATE,
    DELETE_DIARY,
    KEEP_SNAPSHOT,
    MIRROR,
    OPEN,
    RESTORE,
    UPDATE,
    Step,
    add_passphrase,
    add_photo,
    answer,
    change_passphrase,
    delete_photo,
    erase_photo,
    remember,
    remove_passphrase,
    renew_code,
    restore_photo,
)
from tests.files import format_1

YESTERDAY = date(2026, 11, 22)

FIRST, SECOND = "the first passphrase", "the second passphrase"
OTHER_CODE = "000088 000077 000066 000055 000044 000033 000022 000011"
DEVICE_KEY = bytes(32)
_WAYS = (
    ANYONE,
    BY_CODE,
    Way(FIRST),
    Way(SECOND),
    Way(recovery_code=OTHER_CODE),
    Way(device_key=DEVICE_KEY),
)

# The cost of a guess has nothing to do with crashes, and every point opens the diary anew.
slots.ARGON2_OPS, slots.ARGON2_BYTES = 1, 64 * 2**20

HISTORY = (
    answer(date(2026, 11, 20), acne=5, lips=7, note="the day before"),
    answer(YESTERDAY, acne=4, mood=6, dose=Dose(DoseState.TAKEN, 40), care=frozenset({"balm"})),
    add_photo(1, View.FRONT, date(2026, 11, 20)),
    add_photo(2, View.LEFT, YESTERDAY),
    add_photo(3, View.RIGHT, YESTERDAY),
    delete_photo(3),
)
"""What a prepared diary holds: two days, two photos and a third one in the trash."""


@dataclass(frozen=True)
class Scenario:
    """Without `history` there is no diary yet; `found` is what a diary of the first format holds.

    `ways` are all that any of the steps lets in. `keeps_copies` says that every older state in
    every place must come back whole, `mishap` what befell the prepared diary.
    """

    name: str
    steps: tuple[Step, ...]
    history: tuple[Step, ...] = HISTORY
    starts_open: bool = True
    ways: tuple[Way, ...] = (ANYONE, BY_CODE)
    keeps_copies: bool = False
    code: str = CODE
    mishap: Callable[[Bench], None] | None = None
    found: Model | None = None

    def bench(self, root: Path) -> Bench:
        return Bench(root, self.code)

    def prepare(self, bench: Bench) -> None:
        """Make the diary as it was before the steps."""
        if self.found:
            format_1.copy_to(bench.folder)
        elif self.history:
            for step in (CREATE, *self.history, CLOSE):
                step.act(bench)
        if self.mishap:
            self.mishap(bench)

    def stages(self) -> list[Model | None]:
        """What the diary held from its beginning up to the steps."""
        if self.found or not self.history:
            return [self.found]
        held: list[Model | None] = [Model()]
        for step in self.history:
            held.append(step.effect(held[-1] or Model()))
        return held


def crash_half_way(bench: Bench) -> None:
    """Leave what a crash leaves within a change: some pages are written, and the way back."""
    after = bench.root / "after the crash"
    vault = Vault.open(bench.folder, recovery_code=bench.code)
    with suppress(InterruptedError), vault.transaction() as connection:
        connection.execute("PRAGMA cache_size = 10")
        for number in range(50):
            days.put(connection, Day(YESTERDAY - timedelta(number), note="lost" * 2000), NOW)
        shutil.copytree(bench.folder, after)
        raise InterruptedError
    vault.close()
    shutil.rmtree(bench.folder)
    after.rename(bench.folder)
    assert (bench.folder / "diary.db-journal").stat().st_size


CREATION = Scenario(
    "first creation",
    steps=(CREATE, answer(TODAY, acne=6, note="the first evening"), CLOSE),
    history=(),
    starts_open=False,
)
OPENING = Scenario("opening and closing", steps=(OPEN, CLOSE), starts_open=False)
RECOVERY = Scenario(
    "opening after a crash",
    steps=(OPEN, CLOSE),
    starts_open=False,
    mishap=crash_half_way,
)
DAY = Scenario(
    "day entry",
    steps=(
        answer(TODAY, acne=3, lips=2, skin=1, eyes=0, nose=1, mood=7, note="a new day"),
        answer(TODAY, dose=Dose(DoseState.SKIPPED, 0, reason="forgot"), medicines="ibuprofen"),
        answer(YESTERDAY, acne=9, symptoms={"headache": Severity.MILD, "nosebleed": None}),
        answer(YESTERDAY, acne=4, symptoms={}, care=frozenset()),
    ),
)
PHOTOS = Scenario(
    "photo import",
    steps=(add_photo(4), add_photo(5, View.CHEST), add_photo(4), add_photo(3, View.RIGHT)),
)
UNDO = Scenario(
    "delete and undo",
    steps=(
        delete_photo(1),
        restore_photo(1),
        delete_photo(2),
        restore_photo(3),
        erase_photo(2),
        answer(YESTERDAY, acne=None, mood=None),
        answer(YESTERDAY, acne=4, mood=6),
    ),
)
BATCH = Scenario(
    "many photos at once",
    steps=(
        add_photo(4, View.CHEST),
        add_photo(5, View.CHEST, YESTERDAY),
        set_views(View.LEFT, 1, 2),
        shift(-1, 1, 2),
        delete_many(1, 2),
        restore_many(1, 2),
    ),
)
_PLACES = (((0.2, 0.3), (0.25, 0.3)), ((0.6, 0.3), (0.65, 0.3)), ((0.4, 0.7), (0.45, 0.7)))
_POINTED_AT = (
    put_marks(1, a=(0.25, 0.5), b=(0.625, 0.5)),
    put_marks(2, a=(0.25, 0.4)),
    point_at(1, 2, *_PLACES),
    choose_panel(1, View.FRONT, Moment.BASELINE),
)
MARKING = Scenario(
    "marks, points and panels",
    history=(*HISTORY, *_POINTED_AT),
    steps=(
        put_marks(1, b=(0.625, 0.5), c=(0.125, 0.75)),
        point_at(1, 2, *reversed(_PLACES)),
        choose_panel(2, View.LEFT, Moment.NOW),
        choose_panel(1, View.FRONT, Moment.MONTH_1),
        propose_panel(View.FRONT, Moment.BASELINE),
        delete_photo(1),
        restore_photo(1),
        delete_photo(2),
        erase_photo(2),
    ),
)
WATCHING = Scenario(
    "watched folder",
    steps=(WATCH, LOOK, leave_out(6), add_photo(7), LOOK, delete_photo(1), erase_photo(1)),
    mishap=fill_folders,
)
SAVING = Scenario(
    "copies out of the diary",
    steps=(
        save_copy(1, "front.jpg"),
        save_copy(2, "front.jpg"),
        save_copy(2, "left.jpg", replace=False),
        save_answers("answers.csv"),
        save_answers("answers.csv"),
        save_film("both.webp", 1, 2),
        save_film("both.webp", 1, 2, 1),
    ),
    mishap=fill_folders,
)
DELETION = Scenario("deletion of the diary", steps=(DELETE_DIARY,))

_PROTECTED = (*HISTORY, add_passphrase(FIRST, CODE))

PASSPHRASE = Scenario(
    "passphrase change",
    history=_PROTECTED,
    steps=(change_passphrase(SECOND), renew_code(SECOND, OTHER_CODE), remember(DEVICE_KEY)),
    ways=_WAYS,
)
UNPROTECTING = Scenario(
    "passphrase off and on",
    history=_PROTECTED,
    steps=(remove_passphrase(FIRST), add_passphrase(SECOND, OTHER_CODE)),
    ways=_WAYS,
)

SNAPSHOT = Scenario(
    "snapshot",
    steps=(answer(TODAY, acne=3), KEEP_SNAPSHOT),
    keeps_copies=True,
)
MIRRORING = Scenario(
    "mirror",
    history=(*HISTORY, *_POINTED_AT, MIRROR),
    steps=(add_photo(4), MIRROR),
    keeps_copies=True,
)
BACKUP = Scenario(
    "backup in one file",
    history=(*HISTORY, BACK_UP),
    steps=(add_photo(4), BACK_UP),
    keeps_copies=True,
)
RESTORING = Scenario(
    "restore",
    history=(*HISTORY, *_POINTED_AT, BACK_UP),
    steps=(RESTORE,),
    keeps_copies=True,
)
COPYING = Scenario("copy to another folder", steps=(COPY,), keeps_copies=True)
MIGRATION = Scenario(
    "migration",
    steps=(UPDATE, answer(TODAY, acne=3)),
    history=(),
    starts_open=False,
    ways=(Way(recovery_code=format_1.RECOVERY_CODE),),
    keeps_copies=True,
    code=format_1.RECOVERY_CODE,
    found=Model(
        days={day.on: day for day in format_1.DIARY.days},
        photos={photo.digest: (photo.view, photo.taken.on) for photo in format_1.PHOTOS},
        trash={format_1.IN_TRASH: (View.BACK, YESTERDAY)},
        ways=frozenset({Way(recovery_code=format_1.RECOVERY_CODE)}),
    ),
)

SCENARIOS: dict[str, Scenario] = {
    scenario.name: scenario
    for scenario in (
        CREATION,
        OPENING,
        RECOVERY,
        DAY,
        PHOTOS,
        UNDO,
        BATCH,
        MARKING,
        WATCHING,
        SAVING,
        PASSPHRASE,
        UNPROTECTING,
        DELETION,
        SNAPSHOT,
        MIRRORING,
        BACKUP,
        RESTORING,
        COPYING,
        MIGRATION,
    )
}
