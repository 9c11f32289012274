"""How a photo was taken: its light, colours, sharpness and angle, never what it shows.

The remarks say what makes two photos hard to compare. They judge the photo, not the person, and
nothing is corrected because of them.

The thresholds were found with two real portraits, two figures each below, under simulated lamps, by
other hands and from other distances: of 42 changes that matter all are said, of 200 second photos
in the same place, with the light, balance, distance and grain that phones vary by, none. The table:
tests/benchmarks/test_look_thresholds.py. Other faces may do worse. Neither has dark skin,
so nothing asks how light a skin is by itself, only how it differs from the same skin on another
photo.
"""

from dataclasses import dataclass
from math import cos, hypot, radians

from diary.domain.photo import View, view_word
from diary.words import translate

METER = "1"
"""Names the way of measuring: what another meter has measured is measured again."""

BLURRED = 0.35
"""Sharp faces have 0.61 and 0.69; out of focus by 1.5 pixels of the 1024, 0.30 and 0.41, by 2, 0.24
and 0.32; a hand that moved by 8 pixels, 0.26 and 0.36. The grain of a dark room hides a blur."""

LESS_SHARP = 0.15
"""Out of focus by one pixel costs 0.21 and 0.16; another light, size or JPEG quality at most 0.05,
a sensor's grain adds up to 0.08."""

DARK = 45.0
"""Of the brightest fiftieth of the whole picture, whatever is in it: a fifth of the light."""

DARKER = 10.0
"""In L* of the skin: 0.7 times the light makes 9 to 10 less, 1.4 times 9 to 10 more. A phone's own
exposure varies by 0.85 to 1.18 times, which makes 5."""

OVEREXPOSED = 0.35
"""As taken 0.00 and 0.08; with 1.2 times the light 0.16 and 0.26, with 1.4 times 0.38 and 0.44."""

CAST = 58.0
"""Distance of the skin from grey, in a* and b*: as taken 19 and, on warm old film, 39; under a bulb
of 2700 K whose colour no camera has taken out 64 and 73. With what cameras leave of it, 36 and
54."""

OTHER_COLOUR = 8.0
"""In a* and b* together. The same lamp, balanced anew, makes up to 5; a bulb of 3500 K after
daylight 10, of 2700 K 16, as phones balance it, and twice to three times that as it is."""

OTHER_DISTANCE = 1.25
"""Ratio of the distances between the eyes: half an arm's length, from which on the lens itself
changes the face."""

OTHER_ANGLE = 10.0
"""Degrees from which two photos of a face show other parts of the skin."""

_MOST_TURNED = 60.0
"""Degrees of yaw beyond which the far eye is hidden and the distance of the eyes says nothing."""


@dataclass(frozen=True, slots=True)
class Look:
    """Measured on the face, or on the middle of the picture where there is none.

    `sharpness` is 0 for no edge to 1; `lightness` and `brightest` are L* (0 to 100), of the median
    of the skin and of the brightest fiftieth of the whole picture; `overexposed` is the share of
    the skin with a channel at its end; `cast_a` and `cast_b` are the median a* and b*. `eyes` is
    their distance in parts of the photo's longer side, `yaw`, `pitch` and `roll` are degrees; None
    without a face.
    """

    sharpness: float
    lightness: float
    brightest: float
    overexposed: float
    cast_a: float
    cast_b: float
    eyes: float | None = None
    yaw: float | None = None
    pitch: float | None = None
    roll: float | None = None


def remarks(look: Look, earlier: Look | None, view: View) -> tuple[str, ...]:
    """What to know before `look` is compared, `earlier` being that of the last photo of `view`.

    One sentence of a kind at most: what the photo is by itself goes before how it differs.
    """
    alone = {"sharpness": _blur(look), "light": _dark(look), "glare": _glare(look)}
    alone |= {"colour": _cast(look)}
    beside = _differences(look, earlier, view_word(view)) if earlier else {}
    kinds = dict.fromkeys((*alone, *beside))
    return tuple(said for kind in kinds if (said := alone.get(kind) or beside.get(kind)))


def _blur(look: Look) -> str:
    if look.sharpness >= BLURRED:
        return ""
    return translate("Look", "Blurred; small spots may not show.")


def _dark(look: Look) -> str:
    if look.brightest >= DARK:
        return ""
    return translate("Look", "Dark; spots and redness show less.")


def _glare(look: Look) -> str:
    if look.overexposed <= OVEREXPOSED:
        return ""
    return translate("Look", "Too much light in places; the skin’s own colour is lost there.")


def _cast(look: Look) -> str:
    if hypot(look.cast_a, look.cast_b) <= CAST and look.cast_b >= 0:  # no skin is blue
        return ""
    return translate("Look", "The light has coloured the skin; redness cannot be compared.")


def _differences(look: Look, earlier: Look, view: str) -> dict[str, str]:
    return {
        kind: text.format(view=view)
        for kind, text in (
            ("sharpness", _sharpness(look, earlier)),
            ("light", _light(look, earlier)),
            ("colour", _colour(look, earlier)),
            ("distance", _distance(look, earlier)),
            ("angle", _angle(look, earlier)),
        )
    }


def _sharpness(look: Look, earlier: Look) -> str:
    if earlier.sharpness - look.sharpness <= LESS_SHARP:
        return ""
    return translate("Look", "Less sharp than your last {view} photo; compare with care.")


def _light(look: Look, earlier: Look) -> str:
    brighter = look.lightness - earlier.lightness
    if brighter < -DARKER:
        return translate("Look", "Darker than your last {view} photo; compare with care.")
    if brighter > DARKER:
        return translate("Look", "Brighter than your last {view} photo; compare with care.")
    return ""


def _colour(look: Look, earlier: Look) -> str:
    if hypot(look.cast_a - earlier.cast_a, look.cast_b - earlier.cast_b) <= OTHER_COLOUR:
        return ""
    return translate(
        "Look", "The light has another colour than in your last {view} photo; compare with care."
    )


def _distance(look: Look, earlier: Look) -> str:
    ours, theirs = _facing(look), _facing(earlier)
    if not ours or not theirs:
        return ""
    if ours / theirs > OTHER_DISTANCE:
        return translate("Look", "Closer than your last {view} photo; compare with care.")
    if theirs / ours > OTHER_DISTANCE:
        return translate("Look", "Further away than your last {view} photo; compare with care.")
    return ""


def _facing(look: Look) -> float | None:
    """The distance of the eyes as it would be if the face looked into the camera."""
    if look.eyes is None or look.yaw is None or abs(look.yaw) > _MOST_TURNED:
        return None
    return look.eyes / cos(radians(look.yaw))


def _angle(look: Look, earlier: Look) -> str:
    """Roll says nothing: it is turned back when photos are laid over each other."""
    for ours, theirs in ((look.yaw, earlier.yaw), (look.pitch, earlier.pitch)):
        if ours is not None and theirs is not None and abs(ours - theirs) > OTHER_ANGLE:
            return translate(
                "Look", "Another angle than your last {view} photo; compare with care."
            )
    return ""
