"""What lies among a phone's photos, or becomes of them while they are read, gets its sentence."""

import os
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from struct import pack

import cv2
import numpy as np
import pytest
from PIL import Image

from diary.errors import DiskGone, PhotoRefused
from diary.imaging import intake
from tests.imaging.test_intake import SKIN_IN_SRGB, TODAY, corners, difference, read, shown
from tests.imaging.test_refusals import refusal, refusal_of
from tests.pictures.phone import CORNERS, photo, portrait, quartered

FILMS = {
    "QuickTime": b"\x00\x00\x00\x14ftypqt  \x00\x00\x00\x00qt  ",
    "MP4": b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00isommp42",
    "QuickTime without a brand": b"\x00\x00\x00\x08wide\x00\x00\x00\x10mdat",
    "Matroska": b"\x1aE\xdf\xa3\x01\x00\x00\x00",
    "AVI": b"RIFF\x00\x10\x00\x00AVI LIST",
}

AAE = b"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "PropertyList-1.0.dtd">
<plist version="1.0"><dict><key>adjustmentBaseVersion</key><integer>0</integer></dict></plist>"""


@pytest.mark.parametrize("start", FILMS.values(), ids=FILMS)
def test_a_film_is_called_a_film(start: bytes) -> None:
    assert "is a film, so it was not added" in refusal_of(start + bytes(5000))


def test_a_long_film_is_called_a_film_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "IMG_0001.MOV"
    path.write_bytes(FILMS["QuickTime"])
    os.truncate(path, 1 << 40)

    assert "is a film" in refusal(path)


def test_apple_s_list_of_edits_is_no_picture(tmp_path: Path) -> None:
    path = tmp_path / "IMG_0001.AAE"
    path.write_bytes(AAE)

    assert "holds what was changed on a photo" in refusal(path)


def tiff(tags: dict[int, tuple[int, int]], order: str = "<") -> bytes:
    """A small grey TIFF file with further tags of one number: (type, value)."""
    pixels = bytes(16)
    all_tags = {256: (4, 4), 257: (4, 4), 258: (3, 8), 259: (3, 1), 262: (3, 1), 273: (4, 8)}
    all_tags |= {277: (3, 1), 278: (4, 4), 279: (4, len(pixels)), **tags}
    start = 8 + len(pixels)
    head = (b"II*\x00" if order == "<" else b"MM\x00*") + pack(f"{order}I", start)
    entries = b"".join(
        pack(f"{order}HHI", tag, kind, 1)
        + (pack(f"{order}HH", value, 0) if kind == 3 else pack(f"{order}I", value))
        for tag, (kind, value) in sorted(all_tags.items())
    )
    return head + pixels + pack(f"{order}H", len(all_tags)) + entries + bytes(4)


RAW = {
    "DNG and ProRAW": tiff({50706: (4, 0x00000401)}),
    "DNG of another order": tiff({50706: (4, 0x04010000)}, ">"),
    "a sensor's pixels": tiff({262: (3, 32803), 258: (3, 14)}),
    "Nikon and Sony": tiff({254: (4, 1), 330: (4, 8)}),
    "CR2": b"II*\x00\x10\x00\x00\x00CR\x02\x00" + bytes(100),
    "CR3": b"\x00\x00\x00\x18ftypcrx \x00\x00\x00\x01crx isom" + bytes(100),
    "Fujifilm": b"FUJIFILMCCD-RAW 0201" + bytes(100),
    "Olympus": b"IIRO\x08\x00\x00\x00" + bytes(100),
    "Panasonic": b"IIU\x00\x18\x00\x00\x00" + bytes(100),
}


@pytest.mark.parametrize("data", RAW.values(), ids=RAW)
def test_a_raw_photo_is_named_and_its_small_copy_not_taken_for_it(data: bytes) -> None:
    sentence = refusal_of(data)

    assert "is a raw photo" in sentence
    assert "JPEG or HEIC" in sentence


def test_an_ordinary_tiff_file_is_no_raw_photo() -> None:
    assert read(tiff({})).mime == "image/tiff"


@pytest.mark.parametrize("form", ["PNG", "WEBP", "AVIF", "TIFF"])
def test_of_several_pictures_the_first_is_taken_and_it_is_known(form: str) -> None:
    second = Image.new("RGB", (96, 64))

    picture = read(photo(quartered(), form, save_all=True, append_images=[second]))

    assert picture.several
    assert corners(shown(picture.preview)) == list(CORNERS)


def test_what_a_camera_adds_to_a_photo_makes_it_no_second_one() -> None:
    buffer = BytesIO()
    gain_map = Image.linear_gradient("L").resize((128, 128))
    portrait().save(buffer, "MPO", save_all=True, append_images=[gain_map])

    assert not read(buffer.getvalue()).several
    assert not read(photo(portrait(), "HEIF")).several


def deep(form: str) -> bytes:
    wide = np.full((64, 64, 3), SKIN_IN_SRGB[::-1], np.uint16) * 257
    return cv2.imencode(form, wide)[1].tobytes()


@pytest.mark.parametrize("form", [".png", ".tiff"])
def test_sixteen_bits_of_colour_become_eight(form: str) -> None:
    assert difference(shown(read(deep(form)).preview), (32, 32), SKIN_IN_SRGB) < 2


@pytest.mark.parametrize("form", ["PNG", "WEBP", "AVIF", "HEIF"])
def test_what_is_transparent_is_white_in_every_format(form: str) -> None:
    clear = Image.new("RGBA", (64, 64), (*SKIN_IN_SRGB, 0))
    clear.paste((*SKIN_IN_SRGB, 255), (0, 0, 64, 24))
    preview = shown(read(photo(clear, form)).preview)

    assert difference(preview, (32, 8), SKIN_IN_SRGB) < 3
    assert difference(preview, (32, 56), (255, 255, 255)) < 3


@pytest.mark.parametrize("kept", [0.3, 0.9])
def test_a_photo_cut_off_on_its_way_from_the_phone_adds_nothing(
    tmp_path: Path, kept: float
) -> None:
    for form in ("JPEG", "HEIF"):
        data = photo(portrait(), form)
        path = tmp_path / f"IMG_0001.{form.lower()}"
        path.write_bytes(data[: int(len(data) * kept)])

        assert "damaged or cut off" in refusal(path)


def test_a_link_to_a_picture_is_that_picture(tmp_path: Path) -> None:
    path, link = tmp_path / "original.jpg", tmp_path / "face.jpg"
    path.write_bytes(photo(portrait()))
    link.symlink_to(path)

    picture = intake.read(link, TODAY)

    assert (picture.data, picture.file_name) == (path.read_bytes(), "face.jpg")


def test_links_that_lead_to_each_other_are_refused(tmp_path: Path) -> None:
    path, other = tmp_path / "face.jpg", tmp_path / "other.jpg"
    path.symlink_to(other)
    other.symlink_to(path)

    assert "could not be opened" in refusal(path)


def grow(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"more")


def shrink(path: Path) -> None:
    os.truncate(path, 100)


def rewrite(path: Path) -> None:
    path.write_bytes(path.read_bytes())
    os.utime(path, ns=(0, 1))


@pytest.mark.parametrize("change", [grow, shrink, rewrite])
def test_a_file_that_changes_while_it_is_read_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], None]
) -> None:
    path = tmp_path / "face.jpg"
    path.write_bytes(photo(portrait()))
    ask, asked = os.fstat, []

    def changed_in_between(descriptor: int) -> os.stat_result:
        asked.append(descriptor)
        if asked.count(descriptor) == 2:
            change(path)
        return ask(descriptor)

    monkeypatch.setattr(os, "fstat", changed_in_between)

    assert "changed while it was read" in refusal(path)


def test_a_disk_that_does_not_answer_is_told_from_a_file_that_cannot_be_read(
    tmp_path: Path,
) -> None:
    path = tmp_path / "face.jpg"
    path.symlink_to("/proc/self/mem")  # answers a read from its start as a broken disk does

    with pytest.raises(DiskGone, match="its disk does not answer"):
        intake.read(path, TODAY)


def test_a_folder_that_went_away_is_a_disk_that_went_away(tmp_path: Path) -> None:
    with pytest.raises(DiskGone):
        intake.read(tmp_path / "DCIM" / "face.jpg", TODAY)


def test_a_missing_file_of_a_folder_that_is_there_is_only_that(tmp_path: Path) -> None:
    with pytest.raises(PhotoRefused) as refused:
        intake.read(tmp_path / "face.jpg", TODAY)

    assert not isinstance(refused.value, DiskGone)
