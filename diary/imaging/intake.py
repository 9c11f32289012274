"""Read a photo file: the original as it came, its date, and pictures of screen size."""

import errno
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from diary.domain.face import Face
from diary.domain.look import Look
from diary.domain.photo import Taken
from diary.imaging import refusals, strangers
from diary.imaging.dating import believed, camera_of, claims
from diary.imaging.deadline import seconds_for
from diary.imaging.decoder import DecoderLost, TookTooLong
from diary.imaging.decoders import Stopped, decoders
from diary.imaging.stopping import Stop
from diary.imaging.wire import Decoded, Refusal

MAX_MEGABYTES = 100
"""A 108-megapixel JPEG has about 40 MB; a file above this is a film, an archive or a mistake."""

MOST_BYTES = MAX_MEGABYTES * 1_000_000

_HEAD = 256
"""Bytes in which a film says that it is one."""

DISK_GONE = frozenset(
    code
    for name in ("EIO", "ENODEV", "ENXIO", "ESTALE", "ENOTCONN", "ENOMEDIUM", "EREMOTEIO")
    if (code := getattr(errno, name, None))
)
"""What a disk, card or phone answers that was pulled out, where the system knows that answer."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo file that can be added to the diary.

    `data` is the file byte for byte, `digest` its SHA-256 in hex. `width` and `height` are pixels
    as the picture is seen. `taken` is None if only the patient can say when; `claims` are all the
    dates that the file names, most trusted first, also those that cannot be true. `thumbnail` and
    `preview` are JPEG, upright, in sRGB, at most 512 and 1024 pixels long, without metadata.
    `look` is how the picture was taken. `finder` is what looked for a face, or None if nothing did;
    `face` is the largest it found. `several` tells that the file holds more pictures, of which this
    is the first. `camera` is what took it, as far as the file says so.
    """

    data: bytes
    digest: str
    mime: str
    file_name: str
    width: int
    height: int
    taken: Taken | None
    claims: tuple[Taken, ...]
    thumbnail: bytes
    preview: bytes
    look: Look
    finder: str | None = None
    face: Face | None = None
    several: bool = False
    camera: str = ""


def read(
    path: Path, today: date, *stops: Stop, look_up: Callable[[str, str], None] | None = None
) -> Picture:
    """Read the picture file at `path`, from any thread. Raises `PhotoRefused`.

    Ends with `ReadingStopped` as soon as any of `stops` is asked for. `look_up` is told the name
    and the SHA-256 before the picture is decoded, and may raise.
    """
    name = speakable(path.name or str(path))
    data, changed = _contents(path, name)
    if look_up:
        look_up(name, sha256(data).hexdigest())
    return _picture(data, name, changed, today, stops)


def read_bytes(data: bytes, file_name: str, today: date, *stops: Stop) -> Picture:
    """Read a picture that is no file, such as a pasted one; like `read`."""
    name = speakable(file_name)
    _refuse_too_many_bytes(len(data), name)
    return _picture(data, name, None, today, stops)


def read_again(path: Path, picture: Picture) -> Picture:
    """Give a picture whose `data` were let go its bytes back. Raises `PhotoRefused`.

    It is refused if the file is not what it was when it was read.
    """
    name = picture.file_name
    data, _changed = _contents(path, name)
    if sha256(data).hexdigest() != picture.digest:
        raise refusals.changed(name)
    return replace(picture, data=data)


def forget() -> None:
    """End the processes that hold parts of the last pictures in their memory."""
    decoders.dismiss()


def speakable(name: str) -> str:
    """Names of files are bytes on Linux; what is not text in them cannot be shown or kept."""
    return name.encode(errors="replace").decode()


def _contents(path: Path, name: str) -> tuple[bytes, datetime | None]:
    """The bytes, read once, and the local time of their last change. Raises `PhotoRefused`."""
    try:
        return _whole(path, name)
    except OSError as error:
        if error.errno in DISK_GONE or not path.parent.exists():
            raise refusals.disk_gone(name) from error
        raise refusals.unreadable(name) from error


def _whole(path: Path, name: str) -> tuple[bytes, datetime | None]:
    status = path.stat()
    if S_ISDIR(status.st_mode):
        raise refusals.folder(name)
    if not S_ISREG(status.st_mode):  # opening a pipe would wait for ever
        raise refusals.not_a_picture(name)
    with path.open("rb") as file:
        before = os.fstat(file.fileno())
        if before.st_size > MOST_BYTES and strangers.recognise(file.read(_HEAD)) is Refusal.FILM:
            raise refusals.film(name)
        _refuse_too_many_bytes(before.st_size, name)
        data = file.read()
        after = os.fstat(file.fileno())
    if _state(before) != _state(after) or len(data) != after.st_size:
        raise refusals.changing(name)
    return data, _local_time(after.st_mtime)


def _state(status: os.stat_result) -> tuple[int, int]:
    return status.st_size, status.st_mtime_ns


def _refuse_too_many_bytes(size: int, name: str) -> None:
    if size > MOST_BYTES:
        raise refusals.too_many_bytes(name, MAX_MEGABYTES)


def _local_time(timestamp: float) -> datetime | None:
    try:
        return datetime.fromtimestamp(timestamp)  # noqa: DTZ006 - a diary keeps local time
    except (OverflowError, ValueError, OSError):
        return None


def _picture(
    data: bytes, name: str, changed: datetime | None, today: date, stops: tuple[Stop, ...]
) -> Picture:
    decoded = _decoded(data, name, stops)
    claimed = claims(decoded.exif, name, changed)
    return Picture(
        data=data,
        digest=sha256(data).hexdigest(),
        mime=decoded.mime,
        file_name=name,
        width=decoded.width,
        height=decoded.height,
        taken=believed(claimed, today),
        thumbnail=decoded.thumbnail,
        preview=decoded.preview,
        look=decoded.look,
        finder=decoded.finder,
        face=decoded.face,
        claims=claimed,
        several=decoded.several,
        camera=camera_of(decoded.exif),
    )


def _decoded(data: bytes, name: str, stops: tuple[Stop, ...]) -> Decoded:
    if not data:
        raise refusals.empty(name)
    try:
        answer = decoders.decode(data, *stops)
    except DecoderLost as error:
        raise refusals.damaged(name) from error
    except TookTooLong as error:
        raise refusals.too_slow(name, seconds_for(len(data))) from error
    except Stopped as error:
        raise refusals.stopped(name) from error
    except OSError as error:
        raise refusals.no_decoder(name) from error
    if isinstance(answer, Refusal):
        raise _SENTENCES[answer](name)
    return answer


_SENTENCES = {
    Refusal.NOT_A_PICTURE: refusals.not_a_picture,
    Refusal.DAMAGED: refusals.damaged,
    Refusal.TOO_MANY_PIXELS: refusals.too_many_pixels,
    Refusal.FILM: refusals.film,
    Refusal.RAW: refusals.raw,
    Refusal.EDITS: refusals.edits,
}
