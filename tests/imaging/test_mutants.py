"""Thousands of damaged files: each is added or refused with a sentence, and soon.

`pytest tests/imaging/test_mutants.py --mutants 15000 -s` tries more and tells the figures.
"""

import re
import resource
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from time import perf_counter
from typing import NamedTuple

import pytest

from diary.errors import PhotoRefused
from diary.imaging import intake
from diary.imaging.confinement import MEMORY
from diary.imaging.decoder import DecoderLost, TookTooLong
from diary.imaging.decoders import MOST, Decoders
from tests.imaging.mutants import FORMS, mutant
from tests.imaging.planted import Started, is_waited_for
from tests.imaging.test_intake import TODAY

ENDINGS: dict[type[BaseException | None], str] = {
    DecoderLost: "refused after a crash",
    TookTooLong: "given up",
}


class Outcome(NamedTuple):
    form: str
    what: str
    seconds: float
    name: str


def outcome(number: int) -> Outcome:
    name, data = mutant(number)
    begun = perf_counter()
    what = "added"
    try:
        picture = intake.read_bytes(data, name, TODAY)
        assert picture.data == data
        assert 0 < len(picture.thumbnail) <= len(picture.preview)
    except PhotoRefused as error:
        assert re.fullmatch(f"“{name}” .*, so it was not added[.].*[.]", str(error))  # noqa: PT017
        what = ENDINGS.get(type(error.__cause__), "refused")
    return Outcome(FORMS[number % len(FORMS)], what, perf_counter() - begun, name)


@contextmanager
def decoding(monkeypatch: pytest.MonkeyPatch) -> Iterator[Started]:
    started = Started()
    decoders = Decoders(started)
    monkeypatch.setattr(intake, "decoders", decoders)
    yield started
    decoders.dismiss()


def test_every_damaged_file_is_added_or_refused_with_a_sentence(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    count = request.config.getoption("--mutants")

    with decoding(monkeypatch) as started, ThreadPoolExecutor(MOST) as pool:
        outcomes = list(pool.map(outcome, range(count)))

    tell(outcomes, len(started.decoders))
    assert len(outcomes) == count
    assert all(is_waited_for(decoder.pid) for decoder in started.decoders)
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 < MEMORY


def tell(outcomes: list[Outcome], started: int) -> None:
    for form in FORMS:
        counts = Counter(one.what for one in outcomes if one.form == form)
        if counts:
            print(f"\n{form}: {dict(counts)}", end="")  # noqa: T201 - the figure is the point
    slowest = max(outcomes, key=lambda one: one.seconds)
    print(  # noqa: T201 - the figure is the point
        f"\n{started} decoders; slowest {slowest.seconds:.2f} s, {slowest.name}; "
        f"memory of one {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB"
    )
