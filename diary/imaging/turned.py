"""The least EXIF that still says how a picture is turned (Exif 2.32, TIFF 6.0)."""

from struct import pack

_ORIENTATION, _SHORT = 0x0112, 3


def exif(orientation: int) -> bytes:
    """One directory with one entry, the orientation; empty for pictures that stand upright."""
    if not 2 <= orientation <= 8:
        return b""
    entry = pack(">HHIHH", _ORIENTATION, _SHORT, 1, orientation, 0)
    return b"MM\x00*" + pack(">IH", 8, 1) + entry + pack(">I", 0)
