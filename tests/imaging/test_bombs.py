"""Small files that unfold to gigabytes or take for ever are refused with a sentence."""

import re
import zlib
from io import BytesIO
from struct import pack

import pytest
from PIL import Image, PngImagePlugin

from diary.errors import PhotoRefused
from diary.imaging import intake
from tests.imaging.test_intake import TODAY
from tests.pictures.phone import photo, portrait

FACE = portrait().resize((96, 64))
HUGE = (65_000, 65_000)
JUST_ALLOWED = {
    "JPEG": (14_300, 14_300),
    "HEIF": (14_300, 14_300),
    "PNG": (9_480, 9_480),
    "TIFF": (9_480, 9_480),
    "AVIF": (9_480, 9_480),
}


def refusal_of(data: bytes) -> str:
    with pytest.raises(PhotoRefused) as refused:
        intake.read_bytes(data, "face.jpg", TODAY)
    return str(refused.value)


def claiming(form: str, width: int, height: int) -> bytes:
    """A small picture whose header claims another size."""
    data = photo(FACE, form)
    if form == "JPEG":
        start = data.index(b"\xff\xc0")
        return data[: start + 5] + pack(">HH", height, width) + data[start + 9 :]
    if form == "PNG":
        header = b"IHDR" + pack(">II", width, height) + data[24:29]
        return data[:12] + header + pack(">I", zlib.crc32(header)) + data[33:]
    if form == "TIFF":
        for tag, size in ((256, width), (257, height)):
            entry = re.escape(pack("<H", tag)) + rb"[\x03\x04]\x00\x01\x00\x00\x00...."
            data = re.sub(entry, pack("<HHII", tag, 4, 1, size), data, count=1, flags=re.DOTALL)
        return data
    return re.sub(rb"(ispe....)........", lambda m: m[1] + pack(">II", width, height), data)


@pytest.mark.parametrize("form", JUST_ALLOWED)
def test_a_size_beyond_all_cameras_is_refused(form: str) -> None:
    data = claiming(form, *HUGE)
    assert len(data) < 30_000

    assert re.search("more pixels|damaged", refusal_of(data))


@pytest.mark.parametrize("form", ["PNG", "TIFF", "HEIF"])
def test_a_size_that_is_allowed_but_not_true_is_refused(form: str) -> None:
    assert "damaged" in refusal_of(claiming(form, *JUST_ALLOWED[form]))


@pytest.mark.parametrize("form", ["JPEG", "AVIF"])
def test_a_size_that_the_decoder_fills_up_keeps_nobody_waiting(form: str) -> None:
    data = claiming(form, *JUST_ALLOWED[form])
    try:
        answer = str(intake.read_bytes(data, "face.jpg", TODAY).width)
    except PhotoRefused as refused:
        answer = str(refused)

    assert re.search(f"{JUST_ALLOWED[form][0]}|within 2 seconds", answer)


def test_a_picture_that_is_drawn_over_and_over_is_given_up() -> None:
    data = photo(Image.new("L", (4_500, 4_500), 128), progressive=True)
    last_layer = data[data.rindex(b"\xff\xda") : -2]
    again_and_again = data[:-2] + last_layer * 500 + data[-2:]
    assert len(again_and_again) < 100_000

    assert "could not be read within 2 seconds" in refusal_of(again_and_again)


def test_text_that_unfolds_to_megabytes_costs_nothing() -> None:
    packer = zlib.compressobj(9)
    text = b"".join(packer.compress(bytes(1_000_000)) for _ in range(100)) + packer.flush()
    notes = PngImagePlugin.PngInfo()
    notes.add(b"zTXt", b"Comment\x00\x00" + text)
    file = BytesIO()
    FACE.save(file, "PNG", pnginfo=notes)

    assert "damaged" in refusal_of(file.getvalue())


def test_camera_data_that_refers_to_itself_is_followed_once() -> None:
    data = photo(FACE, "TIFF")
    start = int.from_bytes(data[4:8], "little")
    entries = int.from_bytes(data[start : start + 2], "little")
    end = start + 2 + 12 * entries
    looping = data[:end] + data[4:8] + data[end + 4 :]

    assert intake.read_bytes(looping, "face.tif", TODAY).width == 96
