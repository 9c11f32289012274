"""Photo files that tell more than their picture, as phones write them, and what to search for."""

from collections.abc import Mapping
from io import BytesIO
from struct import pack

import pillow_heif
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tests.pictures.phone import display_p3, photo, portrait

PLACE = pack(">II", 472_231_977, 10_000_019)
"""A latitude as no picture has it by chance."""

SECRETS = (
    PLACE,
    PLACE[3::-1] + PLACE[:3:-1],
    b"Zollikerberg",
    b"2026:11:03 08:12:34",
    b"Fairphone",
    b"Model Q",
    b"serial 4711",
    b"note of the maker",
    b"word of a patient",
)
"""What the files hold beside their picture; nothing of it may be in a copy."""

XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>GPSLatitude Zollikerberg word of a patient</x:xmpmeta>"
FILM = b"....ftypmp42" + b"word of a patient" * 10

_ASCII, _SHORT, _LONG, _RATIONAL, _UNDEFINED = 2, 3, 4, 5, 7
_SIZES = {_ASCII: 1, _SHORT: 2, _LONG: 4, _RATIONAL: 8, _UNDEFINED: 1}

Entries = Mapping[int, tuple[int, bytes]]


def exif(orientation: int = 1) -> bytes:
    """Make, model, time, place, maker's note and a small picture (Exif 2.32)."""
    small = small_picture()
    camera: dict[int, tuple[int, bytes]] = {
        0x010F: (_ASCII, b"Fairphone\x00"),
        0x0110: (_ASCII, b"Model Q\x00"),
        0x0112: (_SHORT, pack(">H", orientation)),
        0x0132: (_ASCII, b"2026:11:03 08:12:34\x00"),
        0x8769: (_LONG, pack(">I", 0)),
        0x8825: (_LONG, pack(">I", 0)),
    }
    details: Entries = {
        0x9003: (_ASCII, b"2026:11:03 08:12:34\x00"),
        0x927C: (_UNDEFINED, b"note of the maker"),
        0xA431: (_ASCII, b"serial 4711\x00"),
    }
    place: Entries = {
        0x0001: (_ASCII, b"N\x00"),
        0x0002: (_RATIONAL, PLACE * 3),
        0x001C: (_UNDEFINED, b"ASCII\x00\x00\x00Zollikerberg"),
    }
    first = 8
    second = first + len(_directory(camera, first, 0))
    third = second + len(_directory(details, second, 0))
    fourth = third + len(_directory(place, third, 0))
    camera[0x8769] = (_LONG, pack(">I", second))
    camera[0x8825] = (_LONG, pack(">I", third))
    thumb: dict[int, tuple[int, bytes]] = {
        0x0103: (_SHORT, pack(">H", 6)),
        0x0201: (_LONG, pack(">I", 0)),
        0x0202: (_LONG, pack(">I", len(small))),
    }
    thumb[0x0201] = (_LONG, pack(">I", fourth + len(_directory(thumb, fourth, 0))))
    return b"".join(
        (
            b"Exif\x00\x00MM\x00*\x00\x00\x00\x08",
            _directory(camera, first, fourth),
            _directory(details, second, 0),
            _directory(place, third, 0),
            _directory(thumb, fourth, 0),
            small,
        )
    )


def _directory(entries: Entries, start: int, following: int) -> bytes:
    table, values = pack(">H", len(entries)), b""
    after = start + 2 + 12 * len(entries) + 4
    for tag, (kind, value) in entries.items():
        head = pack(">HHI", tag, kind, len(value) // _SIZES[kind])
        if len(value) <= 4:
            table += head + value.ljust(4, b"\x00")
        else:
            table += head + pack(">I", after + len(values))
            values += value + bytes(len(value) % 2)
    return table + pack(">I", following) + values


def small_picture() -> bytes:
    return photo(portrait().resize((64, 64)), quality=60)


def jpeg(orientation: int = 1, image: Image.Image | None = None, **options: object) -> bytes:
    """With EXIF, XMP, IPTC, a comment, a profile, and a film after its end."""
    buffer = BytesIO()
    (image or portrait()).save(
        buffer,
        "JPEG",
        exif=exif(orientation),
        xmp=XMP,
        comment=b"word of a patient",
        icc_profile=display_p3(),
        **options,
    )
    data = buffer.getvalue()
    iptc = b"Photoshop 3.0\x00word of a patient"
    further = b"\xff\xed" + pack(">H", len(iptc) + 2) + iptc
    samsung = b"SEFH word of a patient"
    further += b"\xff\xe4" + pack(">H", len(samsung) + 2) + samsung
    return data[:2] + further + data[2:] + FILM


def png(orientation: int = 1) -> bytes:
    texts = PngInfo()
    texts.add_text("Comment", "word of a patient")
    texts.add_itxt("XML:com.adobe.xmp", XMP.decode(), zip=False)
    buffer = BytesIO()
    picture = portrait().resize((200, 200))
    picture.save(buffer, "PNG", exif=exif(orientation), pnginfo=texts, icc_profile=display_p3())
    return buffer.getvalue() + FILM


def webp(orientation: int = 1) -> bytes:
    buffer = BytesIO()
    picture = portrait().resize((200, 201))
    picture.save(buffer, "WEBP", exif=exif(orientation), xmp=XMP, icc_profile=display_p3())
    return buffer.getvalue() + FILM


def heic() -> bytes:
    """As a phone's: the place in EXIF and in XMP, a small picture, colours in Display P3."""
    image = pillow_heif.from_pillow(portrait().resize((400, 300)))
    image.info.update(exif=exif(), xmp=XMP, icc_profile=display_p3(), icc_profile_type="prof")
    buffer = BytesIO()
    image.save(buffer, quality=90)
    return buffer.getvalue()


def avif(orientation: int = 1) -> bytes:
    buffer = BytesIO()
    picture = portrait().resize((200, 200))
    picture.save(buffer, "AVIF", exif=exif(orientation), xmp=XMP, quality=80, speed=9)
    return buffer.getvalue()


def tiff() -> bytes:
    buffer = BytesIO()
    told = {270: "word of a patient", 271: "Fairphone", 272: "Model Q", 306: "2026:11:03 08:12:34"}
    portrait().resize((200, 200)).save(buffer, "TIFF", tiffinfo=told)
    return buffer.getvalue()


def found_in(data: bytes) -> list[bytes]:
    """Which of the secrets a file holds, the small picture among them."""
    return [secret for secret in (*SECRETS, small_picture()[100:400], XMP) if secret in data]
