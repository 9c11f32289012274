"""Measure how a photo was taken: its sharpness, light and colour."""

from typing import TYPE_CHECKING

from diary.domain.face import Face
from diary.domain.look import Look

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PIL.Image import Image

    Numbers = NDArray[np.float32]

_MIDDLE = 0.5
"""Share of the width and of the height that is taken for skin where no face tells where it is."""

_MARGIN = 0.1
"""Of the width and of the height of a face, left out at each side."""

_FINE = 192
"""Pixels of the longer side on which colours are measured: medians do not change from here on."""

_BRIGHTEST = 99.9
"""Percentile that stands for the brightest parts: the whites of the eyes are a thousandth of a face
that fills the picture."""

_CLIPPED = 250
"""Of 255: JPEG keeps a channel that was at its end within 5 of it."""

_WINDOW = 9
"""Pixels over which the picture is blurred to see how much it had to lose."""


def measure(image: "Image", face: Face | None = None) -> Look:
    """The look of an upright sRGB picture of screen size, on which `face` was found."""
    import numpy as np

    skin = image.crop(_around(face, image.size) if face else _middle(image.size))
    colours = _lab(_small(skin))
    lightness, a, b = (float(value) for value in np.median(colours, axis=(0, 1)))
    everywhere = _lab(_small(image))[..., 0]
    clipped = np.asarray(_small(skin)).max(axis=2) >= _CLIPPED
    return Look(
        sharpness=_sharpness(skin),
        lightness=lightness,
        brightest=float(np.percentile(everywhere, _BRIGHTEST)),
        overexposed=float(clipped.mean()),
        cast_a=a,
        cast_b=b,
        eyes=face.eye_distance if face else None,
        yaw=face.yaw if face else None,
        pitch=face.pitch if face else None,
        roll=face.roll if face else None,
    )


def _around(face: Face, size: tuple[int, int]) -> tuple[int, int, int, int]:
    """The box of a face that holds little of its hair and of what is behind it."""
    width, height = size
    xs, ys = zip(*face.points, strict=True)
    left, right = _narrowed(min(xs), max(xs))
    top, bottom = _narrowed(min(ys), max(ys))
    longest = max(size)
    box = (
        max(0, int(left * longest)),
        max(0, int(top * longest)),
        min(width, round(right * longest)),
        min(height, round(bottom * longest)),
    )
    return box if box[0] < box[2] and box[1] < box[3] else _middle(size)


def _narrowed(least: float, most: float) -> tuple[float, float]:
    margin = (most - least) * _MARGIN
    return least + margin, most - margin


def _middle(size: tuple[int, int]) -> tuple[int, int, int, int]:
    width, height = size
    across, down = int(width * (1 - _MIDDLE) / 2), int(height * (1 - _MIDDLE) / 2)
    return across, down, width - across, height - down


def _small(image: "Image") -> "Image":
    by = max(1, -(-max(image.size) // _FINE))
    return image.reduce(by) if by > 1 else image


def _lab(image: "Image") -> "Numbers":
    """CIE L*a*b* of an sRGB picture under D65 (IEC 61966-2-1, CIE 15)."""
    import numpy as np

    from diary.imaging.pixels import to_linear

    linear = to_linear(np.asarray(image, dtype=np.float32) / 255)
    relative = linear @ np.array(_TO_XYZ, dtype=np.float32).T
    third = 6 / 29
    root = np.where(relative > third**3, np.cbrt(relative), relative / (3 * third**2) + 4 / 29)
    x, y, z = root[..., 0], root[..., 1], root[..., 2]
    lab: Numbers = np.stack((116 * y - 16, 500 * (x - y), 200 * (y - z)), axis=-1)
    return lab


_TO_XYZ = (
    (0.433953, 0.376219, 0.189828),
    (0.212671, 0.715160, 0.072169),
    (0.017758, 0.109477, 0.872765),
)
"""Linear sRGB to X, Y, Z in parts of those of white."""


def _sharpness(image: "Image") -> float:
    """1 minus the blur of Crété, Dolmière, Ladret and Nicolas (SPIE 6492, 2007).

    A sharp picture loses much of the steps between its pixels when it is blurred, a blurred one
    little; contrast and content count for little.
    """
    import numpy as np

    grey = np.asarray(image.convert("L"), dtype=np.int32)
    if min(grey.shape) <= _WINDOW + 1:
        return 1.0
    return 1 - max(_blur_along(grey), _blur_along(np.ascontiguousarray(grey.T)))


def _blur_along(grey: "NDArray[np.int32]") -> float:
    """The share of the steps along the first axis that blurring along it leaves."""
    import numpy as np

    sums = np.cumsum(np.pad(grey, ((1, 0), (0, 0))), axis=0, dtype=np.int32)
    blurred = sums[_WINDOW:] - sums[:-_WINDOW]  # each `_WINDOW` times too large
    inside = grey[_WINDOW // 2 : _WINDOW // 2 + len(blurred)]
    steps, left = np.abs(np.diff(inside, axis=0)) * _WINDOW, np.abs(np.diff(blurred, axis=0))
    total = float(steps.sum())
    return 1 - float(np.maximum(0, steps - left).sum()) / total if total else 0.0
