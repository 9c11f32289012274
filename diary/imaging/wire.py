"""What the diary and a decoder process tell each other, and how little of it is believed.

A picture may have taken the decoder over, so its answer is plain JSON and two JPEG files, measured
and checked; nothing that could run is ever unpacked.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import IO, Any

from diary.domain.face import Face
from diary.domain.look import Look
from diary.imaging import face_wire
from diary.imaging.dating import TOLD_TAGS
from diary.imaging.face_models import FINDER
from diary.imaging.formats import MIMES
from diary.imaging.plain_jpeg import is_plain

THUMBNAIL = 512
"""Longest side in pixels: a tile of the photo grid on a screen of double density."""

PREVIEW = 1024
"""Longest side in pixels: the open photo in a window, and a photo of the report at 300 dpi."""

READY = b"R"
"""Says that the decoder has loaded and confined itself."""

_LENGTH = 8
"""Bytes of a length, the highest first."""

_MOST_HEADER = 32_000
"""Bytes; a header has about 500, and one with a face about 10,000."""

_MOST_JPEG = 4_000_000
"""Bytes; a preview of pure noise has about 1 MB."""

_MOST_SIDE = 1_000_000
"""Pixels: no format writes a longer picture."""

_MOST_TEXT = 64
"""Characters that are kept of a date, for which the standard has 20, and of a camera’s name."""


_ONLY_OF_FACES = {"eyes", "yaw", "pitch", "roll"}
"""What a picture without a face has no measure of."""


class Refusal(StrEnum):
    """Why bytes are no picture for the diary."""

    NOT_A_PICTURE = "not a picture"
    DAMAGED = "damaged"
    TOO_MANY_PIXELS = "too many pixels"
    FILM = "film"
    RAW = "raw"
    EDITS = "edits"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A readable picture.

    `width` and `height` are pixels of the original as it is seen; `several` tells that the file
    holds more pictures, of which this is the first; `exif` holds its dates, their offsets and what
    took it, keyed by tag number; `look` is how it was taken; `thumbnail` and `preview` are JPEG
    without any metadata. `finder` is what looked for a face, or None if nothing did; `face` is the
    largest it found.
    """

    mime: str
    width: int
    height: int
    several: bool
    exif: Mapping[int, str]
    look: Look
    thumbnail: bytes
    preview: bytes
    finder: str | None = None
    face: Face | None = None


Answer = Decoded | Refusal


class Garbled(Exception):
    """The other side is gone, or what it says is not an answer."""


def send_picture(stream: IO[bytes], data: bytes) -> None:
    stream.write(len(data).to_bytes(_LENGTH))
    stream.write(data)
    stream.flush()


def receive_picture(stream: IO[bytes]) -> bytes | None:
    """The next picture, or None when there are no more."""
    try:
        return _exactly(stream, int.from_bytes(_exactly(stream, _LENGTH)))
    except Garbled:
        return None


def send_answer(stream: IO[bytes], answer: Answer) -> None:
    if isinstance(answer, Refusal):
        header: dict[str, Any] = {"refusal": answer}
        parts: tuple[bytes, ...] = ()
    else:
        parts = (answer.thumbnail, answer.preview)
        header = {
            "mime": answer.mime,
            "width": answer.width,
            "height": answer.height,
            "several": answer.several,
            "exif": {tag: text[:_MOST_TEXT] for tag, text in answer.exif.items()},
            "look": asdict(answer.look),
            "finder": answer.finder,
            "face": answer.face and face_wire.plain(answer.face),
            "thumbnail": len(answer.thumbnail),
            "preview": len(answer.preview),
        }
    encoded = json.dumps(header).encode()
    stream.write(b"".join((len(encoded).to_bytes(_LENGTH), encoded, *parts)))
    stream.flush()


def receive_answer(stream: IO[bytes]) -> Answer:
    """What the decoder says of a picture. Raises `Garbled`."""
    length = int.from_bytes(_exactly(stream, _LENGTH))
    if length > _MOST_HEADER:
        raise Garbled
    try:
        header = json.loads(_exactly(stream, length))
        if "refusal" in header:
            return Refusal(header["refusal"])
        return Decoded(
            mime=_known(header["mime"]),
            width=_number(header["width"], _MOST_SIDE),
            height=_number(header["height"], _MOST_SIDE),
            several=header["several"] is True,
            exif=_told(header["exif"]),
            look=_look(header["look"]),
            thumbnail=_jpeg(stream, header["thumbnail"], THUMBNAIL),
            preview=_jpeg(stream, header["preview"], PREVIEW),
            finder=_finder(header["finder"]),
            face=face_wire.face(header["face"]),
        )
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise Garbled from error


def _exactly(stream: IO[bytes], count: int) -> bytes:
    data = stream.read(count)
    if len(data) != count:
        raise Garbled
    return data


def _known(mime: Any) -> str:
    if mime not in MIMES:
        raise Garbled
    return str(mime)


def _number(value: Any, most: int) -> int:
    if type(value) is not int or not 0 < value <= most:
        raise Garbled
    return value


def _told(exif: Any) -> dict[int, str]:
    told = {int(tag): str(text)[:_MOST_TEXT] for tag, text in exif.items()}
    if not told.keys() <= TOLD_TAGS:
        raise Garbled
    return told


def _look(measures: Any) -> Look:
    """Raises `TypeError` if a measure is missing or one is unknown."""
    look = Look(**measures)
    for name, value in measures.items():
        measured = isinstance(value, float) and math.isfinite(value)
        if not measured and not (value is None and name in _ONLY_OF_FACES):
            raise Garbled
    return look


def _jpeg(stream: IO[bytes], length: Any, longest: int) -> bytes:
    data = _exactly(stream, _number(length, _MOST_JPEG))
    if not is_plain(data, longest):
        raise Garbled
    return data


def _finder(name: Any) -> str | None:
    if name not in (None, FINDER):
        raise Garbled
    return FINDER if name else None
