"""Pictures that leave the diary: what a file tells, and copies of it that tell nothing."""

from contextlib import ExitStack
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from diary.imaging import refusals_out, rewriting, strip
from diary.imaging.deadline import seconds_to_rewrite
from diary.imaging.decoder import PROGRAM, Decoder, DecoderLost, TookTooLong
from diary.imaging.plain_jpeg import is_plain
from diary.imaging.rewriting import Rewritten, Told
from diary.imaging.stopping import Stop
from diary.imaging.wire import Refusal

PASTED = 4096
"""Longest side in pixels of a picture for other programs: a phone's 12 megapixels whole."""

_WHOLE = 1_000_000
"""Longest side in pixels that no picture reaches."""

JPEG = "image/jpeg"

ENDINGS = {
    JPEG: ("jpg", "jpeg", "jpe", "jfif"),
    "image/png": ("png",),
    "image/webp": ("webp",),
    "image/heic": ("heic", "heif", "hif"),
    "image/heif": ("heif", "heic", "hif"),
    "image/avif": ("avif",),
    "image/tiff": ("tif", "tiff"),
}
"""How names of such files end; the first is proposed."""


@dataclass(frozen=True, slots=True)
class CopyOut:
    """A picture file that may leave the diary."""

    data: bytes
    mime: str

    @property
    def endings(self) -> tuple[str, ...]:
        """How a name for it may end; the first is proposed."""
        return ENDINGS[self.mime]

    @property
    def ending(self) -> str:
        return self.endings[0]

    @property
    def kind(self) -> str:
        """What programs call such files."""
        return self.mime.removeprefix("image/").upper().replace("WEBP", "WebP")

    def fits(self, name: Path) -> bool:
        """Whether a name says what the file is."""
        return name.suffix.lower().removeprefix(".") in self.endings

    @property
    def digest(self) -> str:
        """The SHA-256 of the file."""
        return sha256(self.data).hexdigest()


def told(data: bytes, *stops: Stop) -> frozenset[Told]:
    """What the file tells beside its picture. Raises `PhotoRefused`, on any thread."""
    return _rewritten(data, None, stops).told


def original(data: bytes) -> CopyOut:
    """The file byte for byte."""
    return CopyOut(data, strip.mime_of(data) or JPEG)


def stripped(data: bytes, *stops: Stop) -> CopyOut:
    """The same picture in a file that tells nothing. Raises `PhotoRefused`, on any thread.

    JPEG, PNG and WebP keep every pixel as it is; anything else becomes a JPEG of high quality.
    """
    mime = strip.mime_of(data)
    if mime in strip.STRIPPABLE:
        try:
            clean = strip.strip(data, _rewritten(data, None, stops).orientation)
        except strip.NotStrippable as error:
            raise refusals_out.damaged() from error
        return CopyOut(clean, mime)
    return CopyOut(_jpeg(data, _WHOLE, stops), JPEG)


def pasted(data: bytes, *stops: Stop) -> bytes:
    """A plain JPEG of the picture for the clipboard. Raises `PhotoRefused`, on any thread."""
    return plain(data, PASTED, *stops)


def plain(data: bytes, longest: int, *stops: Stop) -> bytes:
    """A JPEG of the picture, upright and in sRGB, whose sides have at most `longest` pixels.

    It is as safe to decode as the diary's previews. Raises `PhotoRefused`, on any thread.
    """
    jpeg = _jpeg(data, longest, stops)
    if not is_plain(jpeg, longest):
        raise refusals_out.damaged()
    return jpeg


def _jpeg(data: bytes, longest: int, stops: tuple[Stop, ...]) -> bytes:
    """What the process wrote, stripped here: it has read what others wrote."""
    try:
        return strip.strip(_rewritten(data, longest, stops).jpeg)
    except strip.NotStrippable as error:
        raise refusals_out.damaged() from error


def _rewritten(data: bytes, longest: int | None, stops: tuple[Stop, ...]) -> Rewritten:
    """Ask a process of its own, which ends with its answer."""
    try:
        answer = _asked(data, longest, stops)
    except (DecoderLost, TookTooLong) as error:
        if any(stop.asked for stop in stops):
            raise refusals_out.stopped() from error
        raise refusals_out.damaged() from error
    except OSError as error:
        raise refusals_out.no_process() from error
    if answer is Refusal.TOO_MANY_PIXELS:
        raise refusals_out.too_large()
    if isinstance(answer, Refusal):
        raise refusals_out.damaged()
    return answer


def _asked(data: bytes, longest: int | None, stops: tuple[Stop, ...]) -> Rewritten | Refusal:
    rewriter = Decoder.start(_program(longest))
    try:
        with ExitStack() as stack:
            for stop in stops:
                stack.enter_context(stop.ending(rewriter.end))
            return rewriter.ask(data, rewriting.receive, seconds_to_rewrite(len(data)))
    finally:
        rewriter.close()


def _program(longest: int | None) -> str:
    path, _ = PROGRAM.split("from diary")
    return f"{path}from diary.imaging.rewriter_program import main\nmain({longest})\n"
