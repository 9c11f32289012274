"""How long a photo of 12 megapixels takes from its file to its pictures.

The goal for JPEG is 80 ms. Processor time, so that a busy machine tells the same; that of the
decoder process and that of the diary are measured apart.
"""

from datetime import date
from pathlib import Path
from time import process_time

import pytest
from PIL import Image
from pytest_benchmark.fixture import BenchmarkFixture

from diary.imaging import intake
from diary.imaging.decode import decode, load_libraries
from diary.imaging.decoder import Decoder
from diary.imaging.wire import Decoded
from tests.pictures.phone import display_p3, photo, portrait


def large(form: str) -> bytes:
    pixels = portrait().resize((4032, 3024), Image.Resampling.BICUBIC)
    return photo(pixels, form, orientation=6, icc_profile=display_p3())


@pytest.mark.benchmark(min_rounds=5, max_time=1, timer=process_time)
@pytest.mark.parametrize("form", ["JPEG", "HEIF"])
def test_decoding_a_photo_of_12_megapixels(benchmark: BenchmarkFixture, form: str) -> None:
    data = large(form)
    load_libraries()

    decoded = benchmark(decode, data)

    assert isinstance(decoded, Decoded)


@pytest.mark.benchmark(timer=process_time)
@pytest.mark.parametrize("form", ["JPEG", "HEIF"])
def test_what_is_left_to_the_diary(benchmark: BenchmarkFixture, form: str, tmp_path: Path) -> None:
    path = tmp_path / "photo"
    path.write_bytes(large(form))

    picture = benchmark.pedantic(  # type: ignore[no-untyped-call]
        intake.read, (path, date(2026, 11, 23)), rounds=10, warmup_rounds=1
    )

    assert (picture.width, picture.height) == (4032, 3024)


def test_starting_a_decoder(benchmark: BenchmarkFixture) -> None:
    """Once for many pictures; by the clock, as it is another process that works."""
    started: list[Decoder] = []

    def end() -> None:
        while started:
            started.pop().close()

    benchmark.pedantic(  # type: ignore[no-untyped-call]
        lambda: started.append(Decoder.start()), setup=end, rounds=10
    )
    end()
