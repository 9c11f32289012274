"""Only JPEG files as plain as the diary's own reach the window and the report."""

from collections.abc import Callable

import pytest
from PIL import Image

from diary.imaging import intake
from diary.imaging.plain_jpeg import is_plain
from tests.imaging.test_intake import TODAY
from tests.pictures.phone import display_p3, photo, portrait

FACE = portrait().resize((300, 200))


def plain() -> bytes:
    return intake.read_bytes(photo(FACE), "face.jpg", TODAY).preview


def with_segment(marker: int, content: bytes) -> bytes:
    data = plain()
    return data[:2] + bytes([0xFF, marker]) + (2 + len(content)).to_bytes(2) + content + data[2:]


def test_what_the_diary_writes_is_plain() -> None:
    picture = intake.read_bytes(
        photo(portrait(), taken="2026:11:03 08:12:34", icc_profile=display_p3()), "f", TODAY
    )

    assert is_plain(picture.thumbnail, 512)
    assert is_plain(picture.preview, 1024)


def test_a_picture_larger_than_asked_is_not_plain() -> None:
    assert is_plain(plain(), 300)
    assert not is_plain(plain(), 299)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(photo(FACE, taken="2026:11:03 08:12:34"), id="camera data"),
        pytest.param(photo(FACE, icc_profile=display_p3()), id="colour profile"),
        pytest.param(photo(FACE, progressive=True), id="progressive"),
        pytest.param(photo(FACE, "PNG"), id="another format"),
        pytest.param(b"", id="nothing"),
        pytest.param(b"\xff\xd8\xff\xd9", id="no picture"),
    ],
)
def test_other_files_are_not_plain(data: bytes) -> None:
    assert not is_plain(data, 1024)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda data: data + b"x", id="something after the end"),
        pytest.param(lambda data: data + data, id="a second picture"),
        pytest.param(lambda data: data[:-1], id="cut"),
        pytest.param(lambda data: data[:300], id="cut early"),
    ],
)
def test_a_plain_file_is_plain_from_end_to_end(change: Callable[[bytes], bytes]) -> None:
    assert not is_plain(change(plain()), 1024)


def test_no_other_segment_is_let_through() -> None:
    allowed = [
        marker for marker in range(0xC0, 0xFF) if is_plain(with_segment(marker, bytes(9)), 1024)
    ]

    assert allowed == [0xC4, 0xDB, 0xE0]


def test_every_cut_is_noticed() -> None:
    data = photo(Image.new("RGB", (16, 16)))
    small = intake.read_bytes(data, "face.jpg", TODAY).preview

    assert not any(is_plain(small[:length], 1024) for length in range(len(small)))
