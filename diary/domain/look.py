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
from enum import StrEnum
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


class Difference(StrEnum):
    """In what a photo is not like another one of the same view."""

    LESS_SHARP = "less sharp"
    DARKER = "darker"
    BRIGHTER = "brighter"
    COLOUR = "colour"
    CLOSER = "closer"
    FURTHER = "further"
    ANGLE = "angle"


def remarks(look: Look, earlier: Look | None, view: View) -> tuple[str, ...]:
    """What to know before `look` is compared, `earlier` being that of the last photo of `view`.

    One sentence of a kind at most: what the photo is by itself goes before how it differs, and
    several differences are one sentence.
    """
    alone = {
        Difference.LESS_SHARP: _blur(look),
        Difference.DARKER: _dark(look),
        Difference.BRIGHTER: _glare(look),
        Difference.COLOUR: _cast(look),
    }
    said = [sentence for sentence in alone.values() if sentence]
    differing = differences(look, earlier) if earlier else ()
    return (*said, *_beside([one for one in differing if not alone.get(one)], view_word(view)))


def _beside(differing: list[Difference], view: str) -> tuple[str, ...]:
    if len(differing) < 2:
        return tuple(_sentence(one, view) for one in differing)
    words = translate("Look", "Not like your last {view} photo: {how}; compare with care.")
    how = ", ".join(difference_name(one) for one in differing)
    return (words.format(view=view, how=how),)


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


def differences(look: Look, earlier: Look) -> tuple[Difference, ...]:
    """In what two photos of a view differ so that they are hard to compare."""
    found = (
        earlier.sharpness - look.sharpness > LESS_SHARP and Difference.LESS_SHARP,
        _light(look.lightness - earlier.lightness),
        colours_apart(look, earlier) > OTHER_COLOUR and Difference.COLOUR,
        _distance(facing(look), facing(earlier)),
        _turned(look, earlier) > OTHER_ANGLE and Difference.ANGLE,
    )
    return tuple(one for one in found if one)


def _light(brighter: float) -> Difference | None:
    if abs(brighter) <= DARKER:
        return None
    return Difference.DARKER if brighter < 0 else Difference.BRIGHTER


def colours_apart(look: Look, earlier: Look) -> float:
    return hypot(look.cast_a - earlier.cast_a, look.cast_b - earlier.cast_b)


def _distance(ours: float | None, theirs: float | None) -> Difference | None:
    if not ours or not theirs or 1 / OTHER_DISTANCE <= ours / theirs <= OTHER_DISTANCE:
        return None
    return Difference.CLOSER if ours > theirs else Difference.FURTHER


def facing(look: Look) -> float | None:
    """The distance of the eyes as it would be if the face looked into the camera."""
    if look.eyes is None or look.yaw is None or abs(look.yaw) > _MOST_TURNED:
        return None
    return look.eyes / cos(radians(look.yaw))


def _turned(look: Look, earlier: Look) -> float:
    """Degrees. Roll does not count: it is turned back when photos are laid over each other."""
    angles = ((look.yaw, earlier.yaw), (look.pitch, earlier.pitch))
    apart = (abs(a - b) for a, b in angles if a is not None and b is not None)
    return max(apart, default=0.0)


def _sentence(difference: Difference, view: str) -> str:
    return {
        Difference.LESS_SHARP: translate(
            "Look", "Less sharp than your last {view} photo; compare with care."
        ),
        Difference.DARKER: translate(
            "Look", "Darker than your last {view} photo; compare with care."
        ),
        Difference.BRIGHTER: translate(
            "Look", "Brighter than your last {view} photo; compare with care."
        ),
        Difference.COLOUR: translate(
            "Look",
            "The light has another colour than in your last {view} photo; compare with care.",
        ),
        Difference.CLOSER: translate(
            "Look", "Closer than your last {view} photo; compare with care."
        ),
        Difference.FURTHER: translate(
            "Look", "Further away than your last {view} photo; compare with care."
        ),
        Difference.ANGLE: translate(
            "Look", "Another angle than your last {view} photo; compare with care."
        ),
    }[difference].format(view=view)


def difference_name(difference: Difference) -> str:
    """For a list of what differs, beside a photo that is named there."""
    return {
        Difference.LESS_SHARP: translate("Look", "less sharp"),
        Difference.DARKER: translate("Look", "darker"),
        Difference.BRIGHTER: translate("Look", "brighter"),
        Difference.COLOUR: translate("Look", "light of another colour"),
        Difference.CLOSER: translate("Look", "closer"),
        Difference.FURTHER: translate("Look", "further away"),
        Difference.ANGLE: translate("Look", "another angle"),
    }[difference]
