"""What makes two photos hard to compare, said of A and B."""

from diary.domain.look import (
    DARKER,
    LESS_SHARP,
    OTHER_ANGLE,
    OTHER_COLOUR,
    OTHER_DISTANCE,
    Look,
    colours_apart,
    facing,
    remarks,
    stops_brighter,
)
from diary.domain.photo import View
from diary.words import translate


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
    brighter = stops_brighter(b, a)
    if brighter < -DARKER:
        return translate("Look", "B is darker than A; compare with care.")
    if brighter > DARKER:
        return translate("Look", "B is brighter than A; compare with care.")
    return ""


def _colour(a: Look, b: Look) -> str:
    if colours_apart(a, b) <= OTHER_COLOUR:
        return ""
    return translate("Look", "The light of B has another colour than that of A; compare with care.")


def _sharpness(a: Look, b: Look) -> str:
    if a.sharpness - b.sharpness > LESS_SHARP:
        return translate("Look", "B is less sharp than A; compare with care.")
    if b.sharpness - a.sharpness > LESS_SHARP:
        return translate("Look", "A is less sharp than B; compare with care.")
    return ""


def _distance(a: Look, b: Look) -> str:
    theirs, ours = facing(a), facing(b)
    if not ours or not theirs:
        return ""
    if ours / theirs > OTHER_DISTANCE:
        return translate("Look", "B was taken from closer than A; compare with care.")
    if theirs / ours > OTHER_DISTANCE:
        return translate("Look", "B was taken from further away than A; compare with care.")
    return ""


def _angle(a: Look, b: Look) -> str:
    """Roll is turned back when faces are laid over each other, and what lays them over each other
    says how far they are turned to the side.
    """
    if a.pitch is None or b.pitch is None or abs(a.pitch - b.pitch) <= OTHER_ANGLE:
        return ""
    return translate("Look", "The head is tilted otherwise in B; compare with care.")
