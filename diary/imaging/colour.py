"""Bring any picture's colours into sRGB.

A phone's Display P3 picture shown as if it were sRGB loses 4 to 9 units of a*, more than an
inflamed face differs from a calm one.
"""

from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

_16_BIT_TO_8 = 1 / 257
"""65535 becomes 255."""


def in_eight_bits(image: "Image") -> "Image":
    """`image` without palettes and deep greys, which cannot be resized or converted well."""
    if image.mode in {"1", "P", "PA"}:
        return image.convert("RGBA" if image.has_transparency_data else "RGB")
    if image.mode in {"I", "F"} or image.mode.startswith("I;16"):
        return image.point(lambda value: value * _16_BIT_TO_8).convert("L")
    return image


def in_srgb(image: "Image", profile: bytes | None) -> "Image":
    """`image` as opaque sRGB; a profile that is broken or of another colour model is ignored."""
    opaque = _on_white(image)
    if profile:
        return _convert(opaque, profile)
    return opaque.convert("RGB")


def _on_white(image: "Image") -> "Image":
    from PIL import Image

    if not image.has_transparency_data:
        return image
    layer = image.convert("RGBA")
    paper = Image.new("RGB", image.size, "white")
    paper.paste(layer, mask=layer.getchannel("A"))
    return paper


def _convert(image: "Image", profile: bytes) -> "Image":
    from PIL import ImageCms

    try:
        converted = ImageCms.profileToProfile(
            image,
            ImageCms.ImageCmsProfile(BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            outputMode="RGB",
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image.convert("RGB")
    return converted or image.convert("RGB")
