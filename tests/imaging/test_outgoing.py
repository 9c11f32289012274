"""What leaves the diary: what is said of an original, and copies that tell nothing."""

import threading
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageOps, ImageStat

from diary.errors import PhotoRefused, ReadingStopped
from diary.imaging import outgoing
from diary.imaging.decoder import Decoder
from diary.imaging.plain_jpeg import is_plain
from diary.imaging.rewriting import Told
from diary.imaging.stopping import Stop
from tests.imaging.planted import is_gone
from tests.pictures import telling
from tests.pictures.phone import photo, png_bomb, portrait, quartered

KEPT = ("jpeg", "png", "webp")
"""Of these every pixel stays as it is; of others the copy is a JPEG."""

EVERYTHING = frozenset(Told) - {Told.FURTHER}
FILES: dict[str, Callable[[], bytes]] = {
    "jpeg": telling.jpeg,
    "png": telling.png,
    "webp": telling.webp,
    "heic": telling.heic,
    "avif": telling.avif,
    "tiff": telling.tiff,
}


def opened(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ("jpeg", frozenset(Told)),
        ("png", EVERYTHING),
        ("webp", EVERYTHING),
        ("heic", EVERYTHING),
        ("avif", EVERYTHING - {Told.SMALL_PICTURE}),
        ("tiff", {Told.TIME, Told.CAMERA}),
    ],
)
def test_what_a_file_tells_is_found(form: str, told: frozenset[Told]) -> None:
    assert outgoing.told(FILES[form]()) == told


def test_of_a_bare_picture_nothing_is_told() -> None:
    buffer = BytesIO()
    portrait().save(buffer, "JPEG")

    assert outgoing.told(buffer.getvalue()) == frozenset()


@pytest.mark.parametrize("form", FILES)
def test_no_copy_tells_anything(form: str) -> None:
    data = FILES[form]()

    copy = outgoing.stripped(data)

    assert telling.found_in(copy.data) == []
    assert outgoing.told(copy.data) == frozenset()
    assert copy.ending == {"jpeg": "jpg", "png": "png", "webp": "webp"}.get(form, "jpg")
    assert telling.found_in(outgoing.pasted(data)) == []


NAMES = {
    "jpeg": {"jpg", "jpeg", "jpe", "jfif"},
    "png": {"png"},
    "webp": {"webp"},
    "heic": {"heic", "heif", "hif"},
    "avif": {"avif"},
    "tiff": {"tif", "tiff"},
}


@pytest.mark.parametrize("form", FILES)
def test_a_name_fits_a_copy_only_if_it_says_what_the_file_is(form: str) -> None:
    data = FILES[form]()
    every = set.union(*NAMES.values()) | {"gif", "pdf", "jpg2"}
    for copy, own in (
        (outgoing.original(data), NAMES[form]),
        (outgoing.stripped(data), NAMES.get(form if form in KEPT else "jpeg")),
    ):
        fitting = {ending for ending in every if copy.fits(Path(f"a.b.{ending}"))}
        shouted = {ending for ending in every if copy.fits(Path(f"a.b.{ending.upper()}"))}
        assert fitting == shouted == own
        assert not any(copy.fits(Path(name)) for name in ("a", f"{copy.ending}", "a.", ".jpg"))


@pytest.mark.parametrize("form", ["HEIF", "AVIF", "TIFF"])
@pytest.mark.parametrize("orientation", [1, 3, 6])
def test_a_picture_written_anew_stands_upright_and_looks_the_same(
    form: str, orientation: int
) -> None:
    turned = orientation if form == "AVIF" else 1

    copy = outgoing.stripped(photo(portrait(), form, orientation=turned))

    apart = ImageStat.Stat(ImageChops.difference(opened(copy.data), portrait())).mean
    assert max(apart) < 5


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_stripped_picture_is_turned_as_it_was(form: str, orientation: int) -> None:
    copy = outgoing.stripped(photo(quartered(), form, orientation=orientation))

    assert ImageOps.exif_transpose(opened(copy.data)).size == quartered().size


def test_an_orientation_that_only_xmp_knows_is_kept() -> None:
    buffer = BytesIO()
    xmp = b'<rdf:Description xmlns:tiff="http://ns.adobe.com/tiff/1.0/" tiff:Orientation="6"/>'
    quartered().save(buffer, "JPEG", xmp=xmp)

    copy = outgoing.stripped(buffer.getvalue())

    assert b"rdf" not in copy.data
    assert ImageOps.exif_transpose(opened(copy.data)).size == (64, 96)


def test_a_pasted_picture_is_as_plain_as_the_diarys_own() -> None:
    large = photo(portrait().resize((5000, 2500)), quality=60, orientation=6)

    pasted = outgoing.pasted(large)

    assert is_plain(pasted, outgoing.PASTED)
    assert opened(pasted).size == (4096, 2048)


def test_the_original_is_the_file_byte_for_byte() -> None:
    data = telling.heic()

    assert outgoing.original(data) == outgoing.CopyOut(data, "image/heic")


@pytest.mark.parametrize("form", FILES)
def test_of_a_cut_file_no_copy_is_made(form: str) -> None:
    data = FILES[form]().removesuffix(telling.FILM)

    with pytest.raises(PhotoRefused, match="could not be read to its end"):
        outgoing.stripped(data[: len(data) // 2])


def test_a_picture_of_too_many_pixels_is_not_unfolded() -> None:
    with pytest.raises(PhotoRefused, match="more pixels"):
        outgoing.pasted(png_bomb(20_000))


def test_what_a_taken_over_process_answers_tells_nothing_either(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The file it wrote is stripped again, by this process."""
    fault = (
        "from diary.imaging import rewrite, rewriting\n"
        "from tests.pictures import telling\n"
        "rewrite.rewrite = lambda *_: rewriting.Rewritten(frozenset(), 1, telling.jpeg())\n"
    )
    plant(monkeypatch, fault)

    assert telling.found_in(outgoing.stripped(telling.heic()).data) == []


@pytest.mark.parametrize("answer", ["b'noise'", "b''", "bytes(9)"])
def test_an_answer_that_is_none_is_no_copy(monkeypatch: pytest.MonkeyPatch, answer: str) -> None:
    plant(
        monkeypatch,
        "from diary.imaging import rewriting\n"
        f"rewriting.send = lambda stream, _: (stream.write({answer}), stream.close())\n",
    )

    with pytest.raises(PhotoRefused):
        outgoing.stripped(telling.heic())


def test_a_stop_ends_a_copy_and_its_process(monkeypatch: pytest.MonkeyPatch) -> None:
    started = plant(
        monkeypatch,
        "import time\nfrom diary.imaging import rewrite\n"
        "rewrite.rewrite = lambda *_: time.sleep(3600)\n",
    )
    stop = Stop()
    threading.Timer(0.2, stop.ask).start()

    with pytest.raises(ReadingStopped):
        outgoing.stripped(telling.heic(), stop)

    assert is_gone(started[0].pid)


def plant(monkeypatch: pytest.MonkeyPatch, fault: str) -> list[Decoder]:
    """Let something go wrong in the processes; returns those that were started."""
    started: list[Decoder] = []
    real = Decoder.start

    def start(program: str) -> Decoder:
        head, body = program.split("from diary", 1)
        started.append(real(f"{head}{fault}\nfrom diary{body}"))
        return started[-1]

    monkeypatch.setattr(Decoder, "start", start)
    return started
