"""Whatever a person does in whatever order, the diary holds what a simple model of it holds."""

import shutil
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tests.faults.bench import DISK, Bench
from tests.faults.copies import restored
from tests.faults.model import ANYONE, Model, Shots, shown
from tests.faults.pictures import picture
from tests.faults.steps import (
    MIRROR,
    Step,
    add_passphrase,
    add_photo,
    answer,
    change_passphrase,
    delete_photo,
    erase_photo,
    restore_photo,
)

DAYS = st.dates(date(2026, 11, 20), date(2026, 11, 23))
NUMBERS = range(1, 5)
PASSPHRASES = st.sampled_from(["the first passphrase", "the second passphrase"])


def one_of(shots: Shots) -> st.SearchStrategy[int]:
    return st.sampled_from([number for number in NUMBERS if picture(number).digest in shots])


class AnyOrder(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.bench = Bench(Path(tempfile.mkdtemp()))
        self.bench.create()
        self.model = Model()
        self.mirrored: Model | None = None

    def take(self, step: Step) -> None:
        step.act(self.bench)
        self.model = step.effect(self.model) or self.model

    @rule(on=DAYS, acne=st.none() | st.integers(0, 10), note=st.text(max_size=20))
    def answer(self, on: date, acne: int | None, note: str) -> None:
        self.take(answer(on, acne=acne, note=note))

    @rule(on=DAYS)
    def erase_day(self, on: date) -> None:
        self.bench.journal.days.erase(on)
        days = {other: day for other, day in self.model.days.items() if other != on}
        self.model = replace(self.model, days=days)

    @rule(number=st.sampled_from(NUMBERS), on=DAYS)
    def add_photo(self, number: int, on: date) -> None:
        self.take(add_photo(number, on=on))

    @precondition(lambda self: self.model.photos)
    @rule(data=st.data())
    def delete_photo(self, data: st.DataObject) -> None:
        self.take(delete_photo(data.draw(one_of(self.model.photos))))

    @precondition(lambda self: self.model.trash)
    @rule(data=st.data())
    def restore_photo(self, data: st.DataObject) -> None:
        self.take(restore_photo(data.draw(one_of(self.model.trash))))

    @precondition(lambda self: self.model.trash)
    @rule(data=st.data())
    def erase_photo(self, data: st.DataObject) -> None:
        self.take(erase_photo(data.draw(one_of(self.model.trash))))

    @rule(new=PASSPHRASES)
    def set_passphrase(self, new: str) -> None:
        protected = ANYONE not in self.model.ways
        self.take(change_passphrase(new) if protected else add_passphrase(new, self.bench.code))

    @rule(data=st.data())
    def close_and_open(self, data: st.DataObject) -> None:
        self.bench.close()
        self.bench.open(data.draw(st.sampled_from(sorted(self.model.ways, key=repr))))

    @rule()
    def bring_back_a_snapshot(self) -> None:
        self.bench.keep_snapshot()
        for newest in self.bench.journal.backups.snapshots()[-1:]:
            assert restored(self.bench, newest.path).gives_back(self.model)

    @rule()
    def mirror(self) -> None:
        self.take(MIRROR)
        self.mirrored = self.model

    @precondition(lambda self: self.mirrored)
    @rule()
    def bring_back_the_mirror(self) -> None:
        assert self.mirrored is not None
        assert restored(self.bench, self.bench.root / DISK).gives_back(self.mirrored)

    @invariant()
    def the_diary_holds_what_the_model_holds(self) -> None:
        assert shown(self.bench.journal).shows(self.model)

    def teardown(self) -> None:
        try:
            assert self.bench.journal.upkeep.check(deep=True).is_whole
            self.bench.close()
        finally:
            shutil.rmtree(self.bench.root)


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(
    max_examples=8, stateful_step_count=25, deadline=None, derandomize=True
)
