"""A photo file becomes a picture of the diary: as it was, upright, and in true colours."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, time
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms
from skimage.color import deltaE_cie76, rgb2lab

from diary.domain.photo import DateSource, Taken
from diary.imaging import intake
from diary.imaging.intake import Picture
from tests.pictures.phone import CORNERS, MIMES, Colour, display_p3, photo, portrait, quartered

TODAY = date(2026, 11, 23)

SKIN_IN_SRGB: Colour = (200, 140, 120)
SKIN_IN_P3: Colour = (191, 143, 124)
"""The same colour in Display P3, by the matrices of CSS Color 4."""


def read(data: bytes, name: str = "photo") -> Picture:
    return intake.read_bytes(data, name, TODAY)


def shown(jpeg: bytes) -> Image.Image:
    return Image.open(BytesIO(jpeg))


def difference(image: Image.Image, at: tuple[int, int], expected: Colour) -> float:
    """CIE76, about 2 of which can be seen side by side."""
    pixels = np.array([[image.convert("RGB").getpixel(at), expected]]) / 255
    lab = rgb2lab(pixels)[0]
    return float(deltaE_cie76(lab[0], lab[1]))  # type: ignore[no-untyped-call]


def corners(image: Image.Image) -> list[Colour]:
    width, height = image.size
    places = ((1, 1), (3, 1), (1, 3), (3, 3))
    points = [(width * x // 4, height * y // 4) for x, y in places]
    return [
        min(CORNERS, key=lambda colour, at=point: difference(image, at, colour))  # type: ignore[misc]
        for point in points
    ]


@pytest.mark.parametrize(("form", "mime"), MIMES.items())
def test_every_format_of_a_phone_is_read(form: str, mime: str) -> None:
    picture = read(photo(portrait(), form))

    assert picture.mime == mime
    assert (picture.width, picture.height) == (512, 512)
    preview = np.asarray(shown(picture.preview).convert("RGB"), dtype=float)
    assert abs(preview - np.asarray(portrait())).mean() < 4


def test_the_bytes_tell_the_format_and_not_the_name(tmp_path: Path) -> None:
    path = tmp_path / "face.heic"
    path.write_bytes(photo(portrait(), "PNG"))

    picture = intake.read(path, TODAY)

    assert (picture.mime, picture.file_name) == ("image/png", "face.heic")


def test_the_original_is_kept_byte_for_byte(tmp_path: Path) -> None:
    data = photo(portrait(), taken="2026:11:03 08:12:34", orientation=6)
    path = tmp_path / "face.jpg"
    path.write_bytes(data)

    picture = intake.read(path, TODAY)

    assert picture.data == data == path.read_bytes()
    assert picture.digest == sha256(data).hexdigest()


@pytest.mark.parametrize("form", MIMES)
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_is_upright_however_the_phone_was_held(form: str, orientation: int) -> None:
    picture = read(photo(quartered(), form, orientation=orientation))

    assert (picture.width, picture.height) == (96, 64)
    for jpeg in (picture.thumbnail, picture.preview):
        assert shown(jpeg).size == (96, 64)
        assert corners(shown(jpeg)) == list(CORNERS)


def test_the_tiles_of_an_iphone_photo_are_put_together() -> None:
    image = portrait().resize((1500, 1100))

    picture = read(photo(image, "GRID", orientation=6))

    assert (picture.width, picture.height) == image.size
    seen = np.asarray(shown(picture.preview), float)
    assert abs(seen - np.asarray(image.resize((1024, 751)))).mean() < 4


@pytest.mark.parametrize("form", MIMES)
def test_wide_gamut_colours_are_shown_as_they_were(form: str) -> None:
    wide = Image.new("RGB", (64, 64), SKIN_IN_P3)

    picture = read(photo(wide, form, icc_profile=display_p3()))

    assert difference(shown(picture.preview), (32, 32), SKIN_IN_SRGB) < 2
    assert difference(shown(picture.thumbnail), (32, 32), SKIN_IN_SRGB) < 2


def test_colours_outside_of_srgb_end_at_its_edge() -> None:
    reddest = Image.new("RGB", (64, 64), (255, 0, 0))

    picture = read(photo(reddest, "PNG", icc_profile=display_p3()))

    assert difference(shown(picture.preview), (32, 32), (255, 0, 0)) < 3


@pytest.mark.parametrize(
    "profile", [b"no profile", ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()]
)
def test_a_useless_colour_profile_is_ignored(profile: bytes) -> None:
    plain = Image.new("RGB", (64, 64), SKIN_IN_SRGB)

    picture = read(photo(plain, "PNG", icc_profile=profile))

    assert difference(shown(picture.preview), (32, 32), SKIN_IN_SRGB) < 2


@pytest.mark.parametrize("size", [(1600, 900), (900, 1600), (1600, 3)])
def test_small_pictures_keep_their_shape_and_fit(size: tuple[int, int]) -> None:
    picture = read(photo(portrait().resize(size)))

    for jpeg, longest in ((picture.thumbnail, 512), (picture.preview, 1024)):
        small = shown(jpeg).size
        assert max(small) == longest
        assert small[0] / small[1] == pytest.approx(size[0] / size[1], rel=0.5 / min(small))


def test_a_small_picture_is_not_blown_up() -> None:
    picture = read(photo(portrait().resize((300, 200))))

    assert shown(picture.preview).size == shown(picture.thumbnail).size == (300, 200)


@pytest.mark.parametrize("profile", [None, display_p3()])
def test_screen_pictures_carry_nothing_but_pixels(profile: bytes | None) -> None:
    data = photo(
        portrait(), taken="2026:11:03 08:12:34", comment="for Dr Weiss", icc_profile=profile
    )

    picture = read(data)

    for jpeg in (picture.thumbnail, picture.preview):
        assert set(shown(jpeg).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
        assert not shown(jpeg).getexif()


def test_what_took_a_picture_is_told_if_the_file_says_so() -> None:
    bare = BytesIO()
    quartered().save(bare, "JPEG")

    told = intake.read_bytes(photo(quartered(), taken="2026:11:03 08:12:34"), "a.jpg", TODAY)
    silent = intake.read_bytes(bare.getvalue(), "b.jpg", TODAY)

    assert (told.camera, silent.camera) == ("Phone", "")


def test_of_a_camera_file_with_two_pictures_the_first_is_taken() -> None:
    buffer = BytesIO()
    first, second = portrait(), Image.new("RGB", (64, 64), "blue")
    first.save(buffer, "MPO", save_all=True, append_images=[second])

    picture = read(buffer.getvalue())

    assert (picture.mime, picture.width) == ("image/jpeg", 512)


@pytest.mark.parametrize("form", ["PNG", "WEBP", "AVIF", "TIFF"])
def test_of_an_animation_the_first_picture_is_taken(form: str) -> None:
    data = photo(quartered(), form, save_all=True, append_images=[Image.new("RGB", (96, 64))])

    assert corners(shown(read(data).preview)) == list(CORNERS)


def grey_16() -> bytes:
    ramp = np.linspace(0, 65535, 256 * 64).reshape(64, 256).astype(np.uint16)
    return photo(Image.fromarray(ramp), "PNG")


def transparent() -> bytes:
    image = Image.new("RGBA", (256, 64), (200, 30, 30, 0))
    image.paste((128, 128, 128, 255), (64, 0, 192, 64))
    return photo(image, "PNG")


def palette() -> bytes:
    image = Image.linear_gradient("L").rotate(90).resize((256, 64)).convert("RGB")
    return photo(image.quantize(64), "PNG")


def inks() -> bytes:
    image = Image.linear_gradient("L").rotate(90).resize((256, 64)).convert("RGB")
    return photo(image.convert("CMYK"), "JPEG")


def grey() -> bytes:
    return photo(Image.linear_gradient("L").rotate(90).resize((256, 64)), "JPEG")


@pytest.mark.parametrize("make", [grey_16, transparent, palette, inks, grey])
def test_unusual_pixels_are_shown_as_a_viewer_would(make: Callable[[], bytes]) -> None:
    image = shown(read(make()).preview)

    assert (image.mode, image.size) == ("RGB", (256, 64))
    assert difference(image, (128, 32), (128, 128, 128)) < 6


def test_what_is_transparent_is_white() -> None:
    assert difference(shown(read(transparent()).preview), (16, 32), (255, 255, 255)) < 2


@pytest.mark.parametrize("form", MIMES)
def test_the_camera_tells_when_the_photo_was_taken(form: str) -> None:
    data = photo(quartered(), form, taken="2026:11:03 08:12:34", offset="+01:00")

    assert read(data, "IMG_20260101_000000").taken == Taken(
        date(2026, 11, 3), time(8, 12, 34), 60, DateSource.EXIF
    )


def test_a_file_without_camera_data_has_the_date_of_its_name_or_its_own(tmp_path: Path) -> None:
    named, nameless = tmp_path / "IMG-20261103-WA0001.jpg", tmp_path / "face.jpg"
    changed = datetime(2026, 11, 5, 9, 30)
    for path in (named, nameless):
        path.write_bytes(photo(portrait()))
        os.utime(path, (changed.timestamp(), changed.timestamp()))

    assert intake.read(named, TODAY).taken == Taken(
        date(2026, 11, 3), None, None, DateSource.FILE_NAME
    )
    assert intake.read(nameless, TODAY).taken == Taken(
        changed.date(), changed.time(), None, DateSource.FILE_TIME
    )


def test_a_pasted_picture_has_no_date_of_its_own() -> None:
    assert read(photo(portrait(), "PNG"), "pasted picture").taken is None


@pytest.mark.parametrize("form", ["JPEG", "WEBP", "HEIF"])
def test_damaged_camera_data_costs_the_date_but_not_the_photo(form: str) -> None:
    data = photo(quartered(), form, taken="2026:11:03 08:12:34")
    assert data.count(b"MM\x00*") == 1

    picture = read(data.replace(b"MM\x00*", b"MM\x00\xf7"))

    assert picture.taken is None
    assert corners(shown(picture.preview)) == list(CORNERS)


@pytest.mark.parametrize("size", [(12_000, 9_000), (16_320, 12_240)])
def test_a_photo_of_the_largest_cameras_is_read(size: tuple[int, int]) -> None:
    picture = read(photo(Image.new("L", size, 128)))

    assert (picture.width, picture.height) == size
    assert max(shown(picture.preview).size) == 1024


def test_two_threads_read_as_one_does() -> None:
    face = portrait().resize((256, 256))
    files = [photo(face, form, orientation=6, icc_profile=display_p3()) for form in MIMES]
    alone = [read(data) for data in files]

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(read, files * 3)) == alone * 3


def test_a_name_that_is_not_text_can_still_be_shown_and_kept(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.jpg")
    path.write_bytes(photo(portrait()))

    assert intake.read(path, TODAY).file_name == "caf?.jpg"
