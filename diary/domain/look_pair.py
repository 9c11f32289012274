"""What makes two photos hard to compare, said of A and B: the same differences as beside the last
photo of a view, in words that name both.
"""

from diary.domain.look import OTHER_ANGLE, Difference, Look, differences, remarks
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
    said = [_sentence(one) for one in differences(b, a) if _is_said_here(one, a, b)]
    if Difference.LESS_SHARP in differences(a, b):
        said.append(translate("Look", "A is less sharp than B; compare with care."))
    return (*own, *said)


def _is_said_here(difference: Difference, a: Look, b: Look) -> bool:
    """How far the faces are turned to the side is said by what lays them over each other."""
    if difference is not Difference.ANGLE:
        return True
    return a.pitch is not None and b.pitch is not None and abs(a.pitch - b.pitch) > OTHER_ANGLE


def _sentence(difference: Difference) -> str:
    return {
        Difference.LESS_SHARP: translate("Look", "B is less sharp than A; compare with care."),
        Difference.DARKER: translate("Look", "B is darker than A; compare with care."),
        Difference.BRIGHTER: translate("Look", "B is brighter than A; compare with care."),
        Difference.COLOUR: translate(
            "Look", "The light of B has another colour than that of A; compare with care."
        ),
        Difference.CLOSER: translate("Look", "B was taken from closer than A; compare with care."),
        Difference.FURTHER: translate(
            "Look", "B was taken from further away than A; compare with care."
        ),
        Difference.ANGLE: translate(
            "Look", "The head is tilted otherwise in B; compare with care."
        ),
    }[difference]
