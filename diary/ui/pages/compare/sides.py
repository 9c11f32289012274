"""The two photos that are compared, and the ways to look at them."""

from enum import StrEnum


class Side(StrEnum):
    """A is the photo that stays as it was taken; B is laid over it."""

    A = "A"
    B = "B"


class Mode(StrEnum):
    SLIDER = "slider"
    SIDE_BY_SIDE = "side by side"
    OVERLAY = "overlay"
    BLINK = "blink"
