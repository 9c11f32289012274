"""How a photo was taken: its light, colours, sharpness and angle, never what it shows.

The remarks say what makes two photos hard to compare. They judge the photo, not the person, and
nothing is corrected because of them.

The thresholds were found with two real portraits under simulated lamps, by other hands and from
other distances, each also with its skin made deep and very deep, and measured again on other
people's. The table and its figures: tests/benchmarks/test_look_thresholds.py. What is said of a
photo alone must not depend on how light the skin is, and what is said of two must be said of every
skin alike.
"""

from dataclasses import dataclass
from enum import StrEnum
from math import cos, radians

from diary.domain import skin_light
from diary.domain.photo import View, view_word
from diary.domain.skin_light import Light
from diary.words import translate

METER = "2"
"""Names the way of measuring: what another meter has measured is measured again."""

BLURRED = 0.35
"""Sharp faces have 0.64 to 0.74 whatever their skin; out of focus by 1.5 pixels of the 1024, 0.31
to 0.42, by 2, 0.24 to 0.34; a hand that moved by 8 pixels, 0.29 to 0.40. The grain of a dark room
hides a blur."""

LESS_SHARP = 0.15
"""Out of focus by one pixel costs 0.18 to 0.26; another light, size or JPEG quality at most 0.05,
a sensor's grain adds up to 0.08."""

DARK = 40.0
"""Of the brightest thousandth of a whole picture with a face. The whites of the eyes, teeth and
the gloss on the skin are in it, which are as bright on every face: very deep skin that fills the
picture has 64 and more in the light of a room. A seventh to a ninth of the light makes less of it
on all."""

DARK_BODY = 25.0
"""The same without a face, where skin may be all there is: cut to a cheek, deep skin has 31 and
more even against the light. Only a picture that is nearly black is said to be dark, then."""

DARKER = 0.45
"""In stops, of the light from the skin: 0.7 times the light makes 0.5 less, 1.4 times 0.5 more, on
every skin. A phone's own exposure varies by 0.85 to 1.18 times, which makes up to 0.28."""

OVEREXPOSED = 0.35
"""As taken at most 0.09, with 1.15 times the light 0.24. With 1.4 times it light skin has 0.44 and
0.46, brown skin 0.24, and deep skin, which still has its colour then, 0.02."""

CAST = 2.7
"""The logarithm of the light's red for its blue, a 15th as much of it: as taken 0.7 to 1.9, with
what cameras leave of a bulb of 2700 K at most 2.6, with all its colour 2.6 to 4.2. It is not deep
skin that has most: warm film and brown skin have."""

COLD = -0.1
"""The same with more blue than red, which no skin has; a grey picture has 0, as far as rounded."""

OTHER_COLOUR = 0.25
"""In logarithms of red and blue beside green. The same lamp, balanced anew, makes up to 0.13; a
bulb of 3500 K after daylight 0.28, of 2700 K 0.48, as phones balance it, and three times that as it
is: on every skin alike."""

OTHER_DISTANCE = 1.25
"""Ratio of the distances between the eyes: half an arm's length, from which on the lens itself
changes the face."""

OTHER_ANGLE = 10.0
"""Degrees from which two photos of a face show other parts of the skin. Modelled heads tilted 5°
further were measured 4 to 8° further, 15° as 11 to 19°; from the side 2 to 6° and 6 to 15°."""

_MOST_TURNED = 60.0
"""Degrees of yaw beyond which the far eye is hidden and the distance of the eyes says nothing."""


@dataclass(frozen=True, slots=True)
class Look:
    """Measured on the face, or on the middle of the picture where there is none.

    `sharpness` is 0 for no edge to 1; `lightness` and `brightest` are L* (0 to 100), of the median
    of the skin and of the brightest thousandth of the whole picture; `overexposed` is the share of
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
    if look.brightest >= (DARK_BODY if look.eyes is None else DARK):
        return ""
    return translate("Look", "Dark; spots and redness show less.")


def _glare(look: Look) -> str:
    if look.overexposed <= OVEREXPOSED:
        return ""
    return translate("Look", "Too much light in places; the skin’s own colour is lost there.")


def _cast(look: Look) -> str:
    if COLD <= skin_light.warmth(light_of(look)) <= CAST:
        return ""
    return translate("Look", "The light has coloured the skin; redness cannot be compared.")


def differences(look: Look, earlier: Look) -> tuple[Difference, ...]:
    """In what two photos of a view differ so that they are hard to compare."""
    found = (
        earlier.sharpness - look.sharpness > LESS_SHARP and Difference.LESS_SHARP,
        _light(stops_brighter(look, earlier)),
        colours_apart(look, earlier) > OTHER_COLOUR and Difference.COLOUR,
        _distance(facing(look), facing(earlier)),
        _turned(look, earlier) > OTHER_ANGLE and Difference.ANGLE,
    )
    return tuple(one for one in found if one)


def _light(brighter: float) -> Difference | None:
    if abs(brighter) <= DARKER:
        return None
    return Difference.DARKER if brighter < 0 else Difference.BRIGHTER


def light_of(look: Look) -> Light:
    """From the skin."""
    return skin_light.light_of(look.lightness, look.cast_a, look.cast_b)


def stops_brighter(look: Look, earlier: Look) -> float:
    """By how many times the light of `earlier` was doubled."""
    return skin_light.stops_brighter(light_of(look), light_of(earlier))


def colours_apart(look: Look, earlier: Look) -> float:
    """How much the colour of the light on the skin changed."""
    return skin_light.colours_apart(light_of(look), light_of(earlier))


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
