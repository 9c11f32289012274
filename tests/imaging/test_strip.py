"""A stripped file shows the very same pixels and tells nothing else."""

import contextlib
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageOps

from diary.imaging.strip import NotStrippable, strip
from tests.pictures import telling
from tests.pictures.phone import display_p3, photo, portrait, quartered

WRITERS = {"jpeg": telling.jpeg, "png": telling.png, "webp": telling.webp}


def pixels(data: bytes) -> tuple[str, tuple[int, int], bytes]:
    image = Image.open(BytesIO(data))
    return image.mode, image.size, image.tobytes()


def seen(data: bytes) -> bytes:
    return ImageOps.exif_transpose(Image.open(BytesIO(data))).tobytes()


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("orientation", range(1, 9))
def test_nothing_hidden_is_left_and_no_pixel_and_no_turn_is_lost(
    form: str, orientation: int
) -> None:
    data = WRITERS[form](orientation)
    assert len(telling.found_in(data)) >= 9

    clean = strip(data, orientation)

    assert telling.found_in(clean) == []
    assert pixels(clean) == pixels(data)
    assert seen(clean) == seen(data)
    assert Image.open(BytesIO(clean)).info["icc_profile"] == display_p3()


@pytest.mark.parametrize("form", WRITERS)
def test_an_upright_picture_needs_no_exif_at_all(form: str) -> None:
    clean = Image.open(BytesIO(strip(WRITERS[form](1))))

    assert not clean.getexif()
    assert clean.info.keys() & {"exif", "xmp", "comment", "photoshop", "mp"} == set()


@pytest.mark.parametrize("form", WRITERS)
def test_a_turned_picture_keeps_only_the_turn(form: str) -> None:
    exif = Image.open(BytesIO(strip(WRITERS[form](6), 6))).getexif()

    assert dict(exif) == {0x0112: 6}
    assert exif.get_ifd(0x8769) == exif.get_ifd(0x8825) == exif.get_ifd(1) == {}


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(telling.jpeg(progressive=True, quality=70), id="progressive"),
        pytest.param(telling.jpeg(image=portrait().convert("L")), id="grey"),
        pytest.param(telling.jpeg(image=portrait().convert("CMYK")), id="four inks"),
        pytest.param(telling.jpeg(restart_marker_blocks=3), id="restart markers"),
        pytest.param(telling.jpeg(subsampling=0, quality=100), id="full colour"),
        pytest.param(telling.jpeg(dpi=(300, 300)), id="JFIF"),
    ],
)
def test_every_kind_of_jpeg_keeps_its_pixels(data: bytes) -> None:
    clean = strip(data, 8)

    assert telling.found_in(clean) == []
    assert pixels(clean) == pixels(data)


def test_further_pictures_in_the_file_are_gone() -> None:
    buffer = BytesIO()
    portrait().save(buffer, "MPO", save_all=True, append_images=[quartered()])
    data = buffer.getvalue()
    assert Image.open(BytesIO(data)).n_frames == 2  # type: ignore[attr-defined]

    clean = strip(data)

    assert clean.count(b"\xff\xd8\xff") == 1
    assert pixels(clean) == pixels(photo(portrait(), quality=75))


def test_a_small_picture_in_the_first_segment_is_gone() -> None:
    """JFIF has a place of its own for one."""
    data = photo(portrait(), dpi=(72, 72))
    at = data.index(b"JFIF\x00")
    small = bytes(range(1, 28))
    head = data[at : at + 12] + b"\x03\x03" + small
    told = data[: at - 4] + b"\xff\xe0" + (len(head) + 2).to_bytes(2) + head + data[at + 14 :]

    clean = strip(told)

    assert small not in clean
    assert pixels(clean) == pixels(data)


def test_a_moving_picture_keeps_its_frames() -> None:
    buffer = BytesIO()
    frames = [portrait().resize((80, 80)), quartered().resize((80, 80))]
    frames[0].save(
        buffer, "WEBP", save_all=True, append_images=frames[1:], exif=telling.exif(), duration=100
    )

    clean = strip(buffer.getvalue())

    assert telling.found_in(clean) == []
    moving = Image.open(BytesIO(clean))
    assert moving.n_frames == 2  # type: ignore[attr-defined]


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("kept", [0.02, 0.3, 0.6])
def test_a_cut_file_is_refused(form: str, kept: float) -> None:
    data = WRITERS[form](1).removesuffix(telling.FILM)

    with pytest.raises(NotStrippable):
        strip(data[: int(len(data) * kept)])


@pytest.mark.parametrize("data", [b"", b"\xff\xd8\xff", telling.tiff(), b"%PDF-1.7"])
def test_other_files_are_refused(data: bytes) -> None:
    with pytest.raises(NotStrippable):
        strip(data)


STARTS = st.sampled_from([b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF\xff\x00\x00\x00WEBPVP8X"])


@given(STARTS, st.binary(max_size=300))
def test_noise_is_refused_or_stripped_but_never_stumbled_over(start: bytes, noise: bytes) -> None:
    with contextlib.suppress(NotStrippable):
        strip(start + noise)
