"""What a decoder answers is believed only where it can be true."""

import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.domain.look import Look
from diary.imaging import face_wire, intake, wire
from diary.imaging.face_models import FINDER
from diary.imaging.wire import Decoded, Garbled, Refusal
from tests.imaging.test_intake import TODAY
from tests.pictures.phone import photo, portrait

FACE = intake.read_bytes(photo(portrait()), "face.jpg", TODAY)
LOOK = Look(0.6, 55.0, 90.0, 0.01, 12.0, 14.0, 0.2, -3.0, 1.5, 0.5)
HEADER = {
    "mime": "image/jpeg",
    "width": 4032,
    "height": 3024,
    "several": False,
    "exif": {"36867": "2026:11:03 08:12:34"},
    "look": asdict(LOOK),
    "finder": FINDER,
    "face": face_wire.plain(FACE.face) if FACE.face else None,
    "thumbnail": len(FACE.thumbnail),
    "preview": len(FACE.preview),
}


def faces() -> list[object]:
    """Faces of which one thing cannot be true."""
    assert FACE.face is not None
    true = face_wire.plain(FACE.face)
    points = true["points"]
    return [
        {**true, "points": points[1:]},
        {**true, "points": [*points[1:], [0.5]]},
        {**true, "points": [*points[1:], [0.5, float("nan")]]},
        {**true, "points": [*points[1:], [0.5, 2.5]]},
        {**true, "points": [*points[1:], ["0.5", 0.5]]},
        {**true, "yaw": 181},
        {**true, "roll": None},
        {**true, "presence": True},
        {key: value for key, value in true.items() if key != "pitch"},
    ]


def said(header: Any, *parts: bytes) -> BytesIO:
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return BytesIO(len(text).to_bytes(8) + text + b"".join(parts))


def test_an_answer_arrives_as_it_was_sent() -> None:
    exif = {36867: "2026:11:03 08:12:34", 36881: "+01:00"}
    decoded = Decoded("image/heic", 3024, 4032, True, exif, LOOK, FACE.thumbnail, FACE.preview)
    with_face = replace(decoded, finder=FINDER, face=FACE.face)
    for answer in (decoded, with_face, *Refusal):
        stream = BytesIO()
        wire.send_answer(stream, answer)
        stream.seek(0)

        assert wire.receive_answer(stream) == answer


def test_a_picture_arrives_as_it_was_sent_until_there_are_no_more() -> None:
    stream = BytesIO()
    for data in (b"", b"face", bytes(100_000)):
        wire.send_picture(stream, data)
    stream.seek(0)

    received = [wire.receive_picture(stream) for _ in range(4)]

    assert received == [b"", b"face", bytes(100_000), None]


def test_a_true_answer_is_believed() -> None:
    answer = wire.receive_answer(said(HEADER, FACE.thumbnail, FACE.preview))

    assert isinstance(answer, Decoded)
    assert (answer.width, answer.preview) == (4032, FACE.preview)


@pytest.mark.parametrize(
    "changes",
    [
        {"mime": "text/html"},
        {"mime": ["image/jpeg"]},
        {"width": 0},
        {"width": -1},
        {"width": True},
        {"width": 4.5},
        {"width": "4032"},
        {"height": 10**9},
        {"exif": ["2026"]},
        {"exif": {"34853": "47.37 N"}},
        {"exif": {"date": "2026"}},
        {"look": None},
        {"finder": "another"},
        {"finder": 1},
        {"face": []},
        {"face": {"points": []}},
        *({"face": changed} for changed in faces()),
        {"look": []},
        {"look": {"sharpness": 0.5}},
        {"look": {**asdict(LOOK), "beauty": 1.0}},
        {"look": {**asdict(LOOK), "lightness": None}},
        {"look": {**asdict(LOOK), "lightness": float("nan")}},
        {"look": {**asdict(LOOK), "cast_a": "12"}},
        {"look": {**asdict(LOOK), "eyes": float("inf")}},
        {"thumbnail": 0},
        {"thumbnail": -1},
        {"thumbnail": 10**12},
        {"thumbnail": len(FACE.thumbnail) - 1},
        {"preview": None},
        {"preview": len(FACE.preview) + 1},
        {"refusal": "because"},
    ],
)
def test_an_impossible_answer_is_none(changes: Mapping[str, Any]) -> None:
    with pytest.raises(Garbled):
        wire.receive_answer(said({**HEADER, **changes}, FACE.thumbnail, FACE.preview))


def test_a_preview_of_more_pixels_than_asked_is_not_taken_for_a_thumbnail() -> None:
    header = {**HEADER, "thumbnail": len(large := large_preview())}

    with pytest.raises(Garbled):
        wire.receive_answer(said(header, large, FACE.preview))


def large_preview() -> bytes:
    face = portrait().resize((600, 600))
    return intake.read_bytes(photo(face), "face.jpg", TODAY).preview


@pytest.mark.parametrize("key", HEADER)
def test_an_answer_that_lacks_something_is_none(key: str) -> None:
    lacking = {name: value for name, value in HEADER.items() if name != key}

    with pytest.raises(Garbled):
        wire.receive_answer(said(lacking, FACE.thumbnail, FACE.preview))


@pytest.mark.parametrize(
    "header", [[], None, 7, "damaged", b"", b"{", b"\xff\xfe", b"[" * 4000, b" " * 5000]
)
def test_what_is_no_header_is_no_answer(header: Any) -> None:
    with pytest.raises(Garbled):
        wire.receive_answer(said(header, FACE.thumbnail, FACE.preview))


def test_a_date_of_endless_text_is_cut() -> None:
    header = {**HEADER, "exif": {"36867": "2" * 3000}}

    answer = wire.receive_answer(said(header, FACE.thumbnail, FACE.preview))

    assert isinstance(answer, Decoded)
    assert len(answer.exif[36867]) < 100


@given(st.binary(max_size=200))
def test_noise_is_no_answer(noise: bytes) -> None:
    for stream in (BytesIO(noise), said(noise)):
        try:
            answer = wire.receive_answer(stream)
        except Garbled:
            continue
        assert isinstance(answer, Refusal)
