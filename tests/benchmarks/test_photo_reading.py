"""How long a photo of 12 megapixels takes from its file to its pictures.

The goal for JPEG is 80 ms. Processor time, so that a busy machine tells the same.
"""

from datetime import date
from pathlib import Path
from time import process_time

import pytest
from PIL import Image
from pytest_benchmark.fixture import BenchmarkFixture

from diary.imaging import intake
from tests.pictures.phone import display_p3, photo, portrait


@pytest.mark.benchmark(min_rounds=5, max_time=1, timer=process_time)
@pytest.mark.parametrize("form", ["JPEG", "HEIF"])
def test_reading_a_photo_of_12_megapixels(
    benchmark: BenchmarkFixture, form: str, tmp_path: Path
) -> None:
    large = portrait().resize((4032, 3024), Image.Resampling.BICUBIC)
    path = tmp_path / "photo"
    path.write_bytes(photo(large, form, orientation=6, icc_profile=display_p3()))

    picture = benchmark(intake.read, path, date(2026, 11, 23))

    assert (picture.width, picture.height) == (4032, 3024)
