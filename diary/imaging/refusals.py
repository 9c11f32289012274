"""Why a file cannot become a photo, said to the patient."""

from diary.errors import DiskGone, PhotoRefused, ReadingStopped
from diary.words import translate


def empty(name: str) -> PhotoRefused:
    text = translate(
        "PhotoFile", "“{name}” is empty, so it was not added. Copy it from the phone again."
    )
    return PhotoRefused(text.format(name=name))


def damaged(name: str) -> PhotoRefused:
    text = translate(
        "PhotoFile",
        "“{name}” is damaged or cut off, so it was not added. Copy it from the phone again.",
    )
    return PhotoRefused(text.format(name=name))


def too_slow(name: str, seconds: float) -> PhotoRefused:
    text = translate(
        "PhotoFile",
        "“{name}” could not be read within %n seconds, so it was not added. "
        "Copy it from the phone again, or add a smaller copy of it.",
        round(seconds),
    )
    return PhotoRefused(text.format(name=name))


def stopped(name: str) -> ReadingStopped:
    text = translate("PhotoFile", "Reading “{name}” was stopped, so it was not added.")
    return ReadingStopped(text.format(name=name))


def no_decoder(name: str) -> PhotoRefused:
    text = translate(
        "PhotoFile",
        "“{name}” was not added: this computer has no room to read pictures at the moment. "
        "Close other programs, then add it again.",
    )
    return PhotoRefused(text.format(name=name))


def folder(name: str) -> PhotoRefused:
    text = translate(
        "PhotoFile", "“{name}” is a folder, so it was not added. Choose the pictures in it."
    )
    return PhotoRefused(text.format(name=name))


def not_a_picture(name: str) -> PhotoRefused:
    text = translate(
        "PhotoFile",
        "“{name}” is not a picture this diary can read, so it was not added. "
        "It reads JPEG, HEIC, PNG, WebP, AVIF and TIFF.",
    )
    return PhotoRefused(text.format(name=name))


def film(name: str) -> PhotoRefused:
    text = translate(
        "PhotoFile",
        "“{name}” is a film, so it was not added. This diary keeps pictures: the still of a Live "
        "Photo is a file of its own, with the same name and the ending HEIC or JPG.",
    )
    return PhotoRefused(text.format(name=name))


def raw(name: str) -> PhotoRefused:
    text = translate(
        "PhotoFile",
        "“{name}” is a raw photo (DNG, ProRAW or a camera’s own kind), which this diary cannot "
        "show, so it was not added. Save it as JPEG or HEIC on the phone or camera and add that.",
    )
    return PhotoRefused(text.format(name=name))


def edits(name: str) -> PhotoRefused:
    text = translate(
        "PhotoFile",
        "“{name}” holds what was changed on a photo and no picture, so it was not added. Share "
        "the changed photo from the phone as a JPEG and add that.",
    )
    return PhotoRefused(text.format(name=name))


def changing(name: str) -> PhotoRefused:
    text = translate(
        "PhotoFile",
        "“{name}” changed while it was read, so it was not added. Wait until it is copied "
        "completely, then add it again.",
    )
    return PhotoRefused(text.format(name=name))


def disk_gone(name: str) -> DiskGone:
    text = translate(
        "PhotoFile",
        "“{name}” could not be read to its end: its disk does not answer. It was not added; what "
        "was added before is kept. Connect the disk or phone again and add the rest.",
    )
    return DiskGone(text.format(name=name))


def too_many_pixels(name: str) -> PhotoRefused:
    text = translate(
        "PhotoFile",
        "“{name}” has more pixels than this diary can open, so it was not added. "
        "Add a smaller copy of it.",
    )
    return PhotoRefused(text.format(name=name))


def too_many_bytes(name: str, limit_mb: int) -> PhotoRefused:
    text = translate(
        "PhotoFile",
        "“{name}” is larger than {limit} MB, so it was not added. Add a smaller copy of it.",
    )
    return PhotoRefused(text.format(name=name, limit=limit_mb))


def unreadable(name: str) -> PhotoRefused:
    text = translate(
        "PhotoFile",
        "“{name}” could not be opened, so it was not added. "
        "Look whether it is still there and you may read it.",
    )
    return PhotoRefused(text.format(name=name))


def changed(name: str) -> PhotoRefused:
    text = translate(
        "PhotoFile",
        "“{name}” was changed after it was read, so it was not added. Add it again.",
    )
    return PhotoRefused(text.format(name=name))
