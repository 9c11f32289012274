"""The sample as it is on 23 November 2026, built once for the tests that only look at it."""

from collections.abc import Iterator
from datetime import datetime

import pytest

from diary.journal import Journal
from diary.sample import write_sample


def clock() -> datetime:
    return datetime(2026, 11, 23, 9, 30)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    folder = tmp_path_factory.mktemp("sample") / "Sample.skindiary"
    journal = write_sample(folder, clock=clock)
    yield journal
    journal.close()
