"""Read a photo file: the original as it came, its date, and pictures of screen size."""

from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from diary.domain.face import Face
from diary.domain.look import Look
from diary.domain.photo import Taken
from diary.imaging import refusals
from diary.imaging.dating import taken_from
from diary.imaging.deadline import seconds_for
from diary.imaging.decoder import DecoderLost, TookTooLong
from diary.imaging.decoders import Stopped, decoders
from diary.imaging.stopping import Stop
from diary.imaging.wire import Decoded, Refusal

MAX_MEGABYTES = 100
"""A 108-megapixel JPEG has about 40 MB; a file above this is a film, an archive or a mistake."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo file that can be added to the diary.

    `data` is the file byte for byte, `digest` its SHA-256 in hex. `width` and `height` are pixels
    as the picture is seen. `taken` is None if only the patient can say when. `thumbnail` and
    `preview` are JPEG, upright, in sRGB, at most 512 and 1024 pixels long, without metadata.
    `look` is how the picture was taken. `finder` is what looked for a face, or None if nothing did;
    `face` is the largest it found.
    """

    data: bytes
    digest: str
    mime: str
    file_name: str
    width: int
    height: int
    taken: Taken | None
    thumbnail: bytes
    preview: bytes
    look: Look
    finder: str | None = None
    face: Face | None = None


def read(path: Path, today: date, *stops: Stop) -> Picture:
    """Read the picture file at `path`, from any thread. Raises `PhotoRefused`.

    Ends with `ReadingStopped` as soon as any of `stops` is asked for.
    """
    name = _speakable(path.name or str(path))
    try:
        data, changed = _contents(path, name)
    except OSError as error:
        raise refusals.unreadable(name) from error
    return _picture(data, name, changed, today, stops)


def read_bytes(data: bytes, file_name: str, today: date, *stops: Stop) -> Picture:
    """Read a picture that is no file, such as a pasted one; like `read`."""
    name = _speakable(file_name)
    _refuse_too_many_bytes(len(data), name)
    return _picture(data, name, None, today, stops)


def forget() -> None:
    """End the processes that hold parts of the last pictures in their memory."""
    decoders.dismiss()


def _speakable(name: str) -> str:
    """Names of files are bytes on Linux; what is not text in them cannot be shown or kept."""
    return name.encode(errors="replace").decode()


def _contents(path: Path, name: str) -> tuple[bytes, datetime | None]:
    """The bytes, read once, and the local time of their last change. Raises `OSError`."""
    status = path.stat()
    if S_ISDIR(status.st_mode):
        raise refusals.folder(name)
    if not S_ISREG(status.st_mode):  # opening a pipe would wait for ever
        raise refusals.not_a_picture(name)
    _refuse_too_many_bytes(status.st_size, name)
    return path.read_bytes(), _local_time(status.st_mtime)


def _refuse_too_many_bytes(size: int, name: str) -> None:
    if size > MAX_MEGABYTES * 1_000_000:
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
    return Picture(
        data=data,
        digest=sha256(data).hexdigest(),
        mime=decoded.mime,
        file_name=name,
        width=decoded.width,
        height=decoded.height,
        taken=taken_from(decoded.exif, name, changed, today),
        thumbnail=decoded.thumbnail,
        preview=decoded.preview,
        look=decoded.look,
        finder=decoded.finder,
        face=decoded.face,
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
}
