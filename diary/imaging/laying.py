"""Have one preview laid over another, by a process that has OpenCV."""

import atexit
import json
from functools import partial
from math import isfinite
from typing import IO

from diary.domain.alignment import Laid
from diary.domain.similarity import Similarity
from diary.imaging.decoder import PROGRAM, Decoder
from diary.imaging.decoders import Decoders
from diary.imaging.stopping import Stop
from diary.imaging.wire import Garbled

METHOD = "1"
"""Names this way of laying: what another has laid is laid again."""

SECONDS = 20.0
"""For two pictures. They take about 0.3 s, and 1.3 s on a busy machine."""

_LENGTH = 8
"""Bytes of a length, the highest first."""

_MOST_ANSWER = 1024
"""Bytes; an answer has about 100."""

_MIDDLE = "diary.imaging.decoder_program"


def lay(fixed: bytes, moving: bytes, *stops: Stop) -> Laid | None:
    """How one JPEG preview lies over another; None if nothing fits.

    Raises `DecoderLost`, `TookTooLong`, `Stopped`, and `OSError` if no process starts.
    """
    both = len(fixed).to_bytes(_LENGTH) + fixed + moving
    return _layers.run(
        lambda layer: layer.ask(both, _receive, SECONDS), *stops, keep=lambda _laid: True
    )


def forget() -> None:
    """End the processes that hold parts of the last pictures in their memory."""
    _layers.dismiss()


def taken_apart(both: bytes) -> tuple[bytes, bytes]:
    """The two pictures that `lay` sent."""
    end = _LENGTH + int.from_bytes(both[:_LENGTH])
    return both[_LENGTH:end], both[end:]


def send(stream: IO[bytes], laid: Laid | None) -> None:
    """The answer of the process."""
    numbers = laid and [
        laid.similarity.a,
        laid.similarity.b,
        laid.similarity.dx,
        laid.similarity.dy,
    ]
    answer = json.dumps({"numbers": numbers, "sure": bool(laid and laid.sure)}).encode()
    stream.write(len(answer).to_bytes(_LENGTH) + answer)
    stream.flush()


def _receive(stream: IO[bytes]) -> Laid | None:
    length = int.from_bytes(stream.read(_LENGTH))
    if not 0 < length <= _MOST_ANSWER:
        raise Garbled
    try:
        answer = json.loads(stream.read(length))
        if answer["numbers"] is None:
            return None
        numbers = [float(number) for number in answer["numbers"]]
        laid = Laid(Similarity(*numbers), answer["sure"] is True)
    except (ValueError, TypeError, LookupError, RecursionError) as error:
        raise Garbled from error
    if not all(map(isfinite, numbers)):
        raise Garbled
    return laid


_layers = Decoders(
    partial(Decoder.start, PROGRAM.replace(_MIDDLE, "diary.imaging.overlay_program"))
)

atexit.register(_layers.dismiss)
