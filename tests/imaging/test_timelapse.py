"""Moving pictures made of the diary's own previews, read again by the same library."""

import io
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from PIL import ExifTags, Image, ImageDraw

from diary.domain.similarity import Similarity
from diary.domain.timelapse import LAST_MS, MovieFormat
from diary.errors import Stopped
from diary.imaging import timelapse
from diary.imaging.shared_frame import Frame
from diary.imaging.timelapse import Scene

WHOLE = Frame(0, 0, 0.75, 1)
RED, BLUE = (200, 30, 30), (30, 30, 200)


@pytest.fixture(scope="session")
def font() -> Path:
    spec = find_spec("matplotlib")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "mpl-data" / "fonts" / "ttf" / "DejaVuSans.ttf"


def preview(spot: tuple[int, int], size: tuple[int, int] = (384, 512)) -> bytes:
    """Skin-coloured, with a dark spot of 20 px around `spot`."""
    image = Image.new("RGB", size, (220, 170, 150))
    x, y = spot
    ImageDraw.Draw(image).ellipse((x - 10, y - 10, x + 10, y + 10), fill=(20, 10, 10))
    data = io.BytesIO()
    image.save(data, "JPEG", quality=95)
    return data.getvalue()


def darkest(image: Image.Image) -> tuple[float, float]:
    """The middle of the dark spot."""
    rows, columns = np.nonzero(np.asarray(image.convert("L")) < 60)
    return float(columns.mean()), float(rows.mean())


def test_the_same_skin_is_at_the_same_place_on_every_picture(font: Path) -> None:
    moved = Similarity.of(1.25, 8, -0.1, 0.05)
    fixed = (180.0, 240.0)
    x, y = moved.inverse().apply(((fixed[0] + 0.5) / 512, (fixed[1] + 0.5) / 512))
    moving = (round(x * 512 - 0.5), round(y * 512 - 0.5))
    frame = Frame(0.05, 0.1, 0.7, 0.9)
    first = timelapse.picture(
        preview((180, 240)), Scene(Similarity()), frame, timelapse.SMALL_SIDE, font
    )
    second = timelapse.picture(preview(moving), Scene(moved), frame, timelapse.SMALL_SIDE, font)
    assert first.size == second.size
    assert np.allclose(darkest(first), darkest(second), atol=1.0)
    assert np.allclose(darkest(first), (180 - 0.05 * 512, 240 - 0.1 * 512), atol=0.7)


@pytest.mark.parametrize("side", [511, 512, 1023])
def test_pictures_have_even_sides(side: int, font: Path) -> None:
    frame = Frame(0.013, 0.021, 0.7, 0.9)
    width, height = timelapse.pixels(frame, side)
    assert (width % 2, height % 2) == (0, 0)
    assert timelapse.picture(preview((9, 9)), Scene(None), frame, side, font).size == (
        width,
        height,
    )


def test_a_photo_that_was_not_aligned_fills_the_picture_from_its_middle(font: Path) -> None:
    wide = preview((320, 180), (640, 360))
    made = timelapse.picture(wide, Scene(None), WHOLE, 512, font)
    assert np.allclose(darkest(made), (made.width / 2, made.height / 2), atol=1.5)
    assert timelapse.GREY not in {made.getpixel((0, 0)), made.getpixel((383, 511))}


def test_where_a_photo_does_not_reach_it_is_grey(font: Path) -> None:
    made = timelapse.picture(preview((192, 256)), Scene(Similarity(dx=0.3)), WHOLE, 512, font)
    assert made.getpixel((2, 250)) == timelapse.GREY


def test_a_bar_is_solid_and_black(font: Path) -> None:
    bar = ((0.1, 0.3), (0.6, 0.3), (0.6, 0.4), (0.1, 0.4))
    turned = Similarity.of(1, 0, 0.05, 0.1)
    made = timelapse.picture(preview((192, 180)), Scene(turned, bar=bar), WHOLE, 512, font)
    inside = np.asarray(made)[int(0.41 * 512) : int(0.49 * 512), int(0.16 * 512) : int(0.64 * 512)]
    assert not inside.any()


def test_the_date_is_written_in_the_lower_left_corner_only(font: Path) -> None:
    plain = timelapse.picture(preview((300, 90)), Scene(None), WHOLE, 512, font)
    dated = timelapse.picture(preview((300, 90)), Scene(None, "23 Nov 2026"), WHOLE, 512, font)
    rows, columns = np.nonzero(np.any(np.asarray(plain) != np.asarray(dated), axis=2))
    assert rows.min() > 512 * 0.9
    assert columns.max() < 384 * 0.5


@pytest.mark.parametrize("kind", MovieFormat)
def test_every_picture_is_in_the_file_in_its_order_for_its_time(kind: MovieFormat) -> None:
    pictures = [Image.new("RGB", (64, 48), colour) for colour in (RED, BLUE, RED)]
    data = timelapse.movie(3, pictures.__getitem__, kind, 4)
    stays = []
    with Image.open(io.BytesIO(data)) as movie:
        assert movie.format == kind.name
        assert movie.n_frames == 3  # type: ignore[attr-defined]
        for number, made in enumerate(pictures):
            movie.seek(number)
            frame = movie.convert("RGB")
            stays.append(movie.info["duration"])
            difference = np.asarray(frame, float) - np.asarray(made, float)
            assert np.abs(difference).mean() < 12
    assert stays == [250, 250, LAST_MS]


@pytest.mark.parametrize("kind", MovieFormat)
def test_the_file_holds_no_metadata_whatever_the_previews_carry(
    kind: MovieFormat, font: Path
) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "CanaryPhone"
    data = io.BytesIO()
    Image.new("RGB", (384, 512), RED).save(
        data, "JPEG", exif=exif, icc_profile=b"canary-profile" * 20, comment=b"canary-comment"
    )

    def make(number: int) -> Image.Image:
        return timelapse.picture(data.getvalue(), Scene(None), WHOLE, 512, font)

    written = timelapse.movie(2, make, kind, 4)
    for trace in (b"anary", b"Exif", b"EXIF", b"XMP", b"xmp", b"ICCP", b"Pillow", b"http"):
        assert trace not in written
    with Image.open(io.BytesIO(written)) as movie:
        assert not movie.getexif()
        assert not {"exif", "xmp", "icc_profile", "comment"} & movie.info.keys()


@pytest.mark.parametrize("kind", MovieFormat)
def test_pictures_are_asked_for_one_by_one_and_stopping_ends_it(kind: MovieFormat) -> None:
    asked: list[int] = []

    def make(number: int) -> Image.Image:
        asked.append(number)
        if number == 2:
            raise Stopped
        return Image.new("RGB", (64, 48), RED)

    with pytest.raises(Stopped):
        timelapse.movie(9, make, kind, 4)
    assert max(asked) == 2
