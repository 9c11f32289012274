"""What the diary and a rewriting process tell each other, and how little of it is believed."""

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import IO, Any

from diary.imaging.wire import Garbled, Refusal

_LENGTH = 8
"""Bytes of a length, the highest first."""

_MOST_HEADER = 1024
"""Bytes; a header has about 100."""

_MOST_JPEG = 500_000_000
"""Bytes; 200 million pixels of pure noise have less."""


class Told(StrEnum):
    """What a picture file tells or holds beside the picture that is seen."""

    PLACE = "place"
    TIME = "time"
    CAMERA = "camera"
    SMALL_PICTURE = "small picture"
    FURTHER = "further"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Rewritten:
    """What a file `told`, its EXIF `orientation`, and a JPEG of its picture, if asked for."""

    told: frozenset[Told]
    orientation: int
    jpeg: bytes


def send(stream: IO[bytes], answer: Rewritten | Refusal) -> None:
    if isinstance(answer, Refusal):
        header: dict[str, Any] = {"refusal": answer}
    else:
        header = {"told": sorted(answer.told), "orientation": answer.orientation}
    for part in (json.dumps(header).encode(), getattr(answer, "jpeg", b"")):
        stream.write(len(part).to_bytes(_LENGTH) + part)
    stream.flush()


def receive(stream: IO[bytes]) -> Rewritten | Refusal:
    """What the process says of a picture. Raises `Garbled`."""
    try:
        header = json.loads(_part(stream, _MOST_HEADER))
        jpeg = _part(stream, _MOST_JPEG)
        if "refusal" in header:
            return Refusal(header["refusal"])
        return Rewritten(frozenset(map(Told, header["told"])), _turn(header["orientation"]), jpeg)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise Garbled from error


def _part(stream: IO[bytes], most: int) -> bytes:
    length = int.from_bytes(stream.read(_LENGTH))
    if length > most or len(data := stream.read(length)) != length:
        raise Garbled
    return data


def _turn(orientation: Any) -> int:
    if type(orientation) is not int or not 1 <= orientation <= 8:
        raise Garbled
    return orientation
