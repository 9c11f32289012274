"""How a photo was taken: its light, colours, sharpness and angle, never what it shows.

The remarks say what makes two photos hard to compare. They judge the photo, not the person, and
nothing is corrected because of them.
"""

from dataclasses import dataclass
from math import cos, hypot, radians

from diary.domain.photo import View, view_word
from diary.words import translate

METER = "1"
"""Names the way of measuring: what another meter has measured is measured again."""

BLURRED = 0.40
"""Sharpness under which the blur is seen in a window: a soft edge of 1.5 of its 1024 pixels."""

LESS_SHARP = 0.12
"""How much less than before: the edges of a mark are half as wide again."""

DARK = 45.0
"""L* of the brightest parts of a picture that is dark as a whole, whatever is in it."""

DARKER = 10.0
"""Difference in L* of the skin: three times what a phone's own exposure varies by."""

OVEREXPOSED = 0.05
"""Share of the skin in which the light has left no colour."""

CAST = 42.0
"""Distance of the skin from grey, in a* and b*, that no skin in daylight has."""

OTHER_COLOUR = 8.0
"""Difference in a* and b*: three times what a phone's own white balance varies by."""

OTHER_DISTANCE = 1.25
"""Ratio of the distances between the eyes: beyond it the lens itself changes the face."""

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
    if hypot(look.cast_a, look.cast_b) <= CAST and look.cast_b >= 0:
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
