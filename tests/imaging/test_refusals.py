"""A file that cannot become a photo gets a sentence with its name, whatever it is."""

import os
from pathlib import Path

import pytest
from PIL import Image

from diary.errors import PhotoRefused
from diary.imaging import intake
from tests.imaging.test_intake import TODAY
from tests.pictures.phone import MIMES, photo, png_bomb, portrait

FACE = portrait().resize((128, 128))


def refusal(path: Path) -> str:
    with pytest.raises(PhotoRefused) as refused:
        intake.read(path, TODAY)
    sentence = str(refused.value)
    assert f"“{path.name}”" in sentence
    assert "not added" in sentence
    return sentence


def refusal_of(data: bytes) -> str:
    with pytest.raises(PhotoRefused) as refused:
        intake.read_bytes(data, "face.jpg", TODAY)
    return str(refused.value)


@pytest.mark.parametrize("form", MIMES)
@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9, 0.99])
def test_a_cut_file_is_refused(form: str, kept: float) -> None:
    data = photo(FACE, form)

    assert "damaged or cut off" in refusal_of(data[: int(len(data) * kept)])


def test_a_heic_file_that_lacks_one_byte_is_refused() -> None:
    assert "damaged or cut off" in refusal_of(photo(FACE, "HEIF")[:-1])


def test_a_heic_file_that_lacks_its_pixels_is_refused() -> None:
    data = photo(FACE, "HEIF")
    start_of_pixels = data.index(b"mdat") - 4

    assert "damaged or cut off" in refusal_of(data[:start_of_pixels])


@pytest.mark.parametrize("tenth", range(1, 10))
def test_an_iphone_photo_that_lacks_some_of_its_tiles_is_refused(tenth: int) -> None:
    data = photo(portrait().resize((1500, 1100)), "GRID")

    assert "damaged or cut off" in refusal_of(data[: len(data) * tenth // 10])


def test_a_heic_item_that_is_no_text_is_refused_and_does_not_end_the_program() -> None:
    data = photo(FACE, "HEIF", taken="2026:11:03 08:12:34")
    assert data.count(b"\x00Exif\x00") == 1

    assert "damaged" in refusal_of(data.replace(b"\x00Exif\x00", b"\x00E\xeaif\x00"))


@pytest.mark.parametrize("form", ["PNG", "WEBP", "AVIF", "TIFF", "HEIF"])
def test_a_header_alone_is_refused(form: str) -> None:
    data = photo(FACE, form)

    assert "damaged" in refusal_of(data[:32] + bytes(200))


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "face.jpg"
    path.touch()

    assert "is empty" in refusal(path)


def test_a_text_file_in_disguise_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "face.jpg"
    path.write_text("Dear diary")

    assert "not a picture this diary can read" in refusal(path)


def test_a_picture_of_a_kind_no_camera_writes_is_refused() -> None:
    assert "not a picture this diary can read" in refusal_of(photo(FACE, "GIF"))


def test_a_folder_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "face.jpg"
    path.mkdir()

    assert "is a folder" in refusal(path)


def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    path = tmp_path / "face.jpg"
    os.mkfifo(path)

    assert "not a picture" in refusal(path)


def test_a_file_that_is_gone_is_refused(tmp_path: Path) -> None:
    assert "could not be opened" in refusal(tmp_path / "face.jpg")


def test_a_link_into_nowhere_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "face.jpg"
    path.symlink_to(tmp_path / "gone.jpg")

    assert "could not be opened" in refusal(path)


def test_a_file_too_large_for_a_photo_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "face.jpg"
    path.touch()
    os.truncate(path, 1 << 40)

    assert "larger than 100 MB" in refusal(path)


def test_a_decompression_bomb_is_refused_before_it_unfolds() -> None:
    bomb = png_bomb(20_000)
    assert len(bomb) < 100_000

    assert "more pixels" in refusal_of(bomb)


@pytest.mark.parametrize("form", ["PNG", "TIFF"])
def test_only_what_cameras_write_may_have_more_than_90_megapixels(form: str) -> None:
    assert "more pixels" in refusal_of(photo(Image.new("1", (10_000, 9_001)), form))
