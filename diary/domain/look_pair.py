"""What makes two photos hard to compare, said of A and B."""

from math import cos, hypot, radians

from diary.domain.look import (
    DARKER,
    LESS_SHARP,
    OTHER_ANGLE,
    OTHER_COLOUR,
    OTHER_DISTANCE,
    Look,
    remarks,
)
from diary.domain.photo import View
from diary.words import translate

MOST_TURNED = 60.0
"""Degrees of yaw beyond which the far eye is hidden and the distance of the eyes says nothing."""


def beside(a: Look | None, b: Look | None, view: View) -> tuple[str, ...]:
    """Each photo's own remarks, then how B differs from A; nothing of one that was not measured."""
    own = [
        translate("Look", "{letter}: {remark}").format(letter=letter, remark=remark)
        for letter, look in (("A", a), ("B", b))
        if look
        for remark in remarks(look, None, view)
    ]
    if a is None or b is None:
        return tuple(own)
    differences = (_light(a, b), _colour(a, b), _sharpness(a, b), _distance(a, b), _angle(a, b))
    return (*own, *(said for said in differences if said))


def _light(a: Look, b: Look) -> str:
    brighter = b.lightness - a.lightness
    if brighter < -DARKER:
        return translate("Look", "B is darker than A; compare with care.")
    if brighter > DARKER:
        return translate("Look", "B is brighter than A; compare with care.")
    return ""


def _colour(a: Look, b: Look) -> str:
    if hypot(b.cast_a - a.cast_a, b.cast_b - a.cast_b) <= OTHER_COLOUR:
        return ""
    return translate("Look", "The light of B has another colour than that of A; compare with care.")


def _sharpness(a: Look, b: Look) -> str:
    if a.sharpness - b.sharpness > LESS_SHARP:
        return translate("Look", "B is less sharp than A; compare with care.")
    if b.sharpness - a.sharpness > LESS_SHARP:
        return translate("Look", "A is less sharp than B; compare with care.")
    return ""


def _distance(a: Look, b: Look) -> str:
    theirs, ours = _facing(a), _facing(b)
    if not ours or not theirs:
        return ""
    if ours / theirs > OTHER_DISTANCE:
        return translate("Look", "B was taken from closer than A; compare with care.")
    if theirs / ours > OTHER_DISTANCE:
        return translate("Look", "B was taken from further away than A; compare with care.")
    return ""


def _facing(look: Look) -> float | None:
    """The distance of the eyes as it would be if the face looked into the camera."""
    if look.eyes is None or look.yaw is None or abs(look.yaw) > MOST_TURNED:
        return None
    return look.eyes / cos(radians(look.yaw))


def _angle(a: Look, b: Look) -> str:
    """Roll is turned back when faces are laid over each other, and what lays them over each other
    says how far they are turned to the side.
    """
    if a.pitch is None or b.pitch is None or abs(a.pitch - b.pitch) <= OTHER_ANGLE:
        return ""
    return translate("Look", "The head is tilted otherwise in B; compare with care.")
