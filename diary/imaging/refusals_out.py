"""Why a photo cannot leave the diary as a copy, said to the patient."""

from diary.errors import PhotoRefused, ReadingStopped
from diary.words import translate


def damaged() -> PhotoRefused:
    return PhotoRefused(
        translate(
            "CopyOut",
            "No copy was made: this photo could not be read to its end. "
            "You can save it as the original.",
        )
    )


def too_large() -> PhotoRefused:
    return PhotoRefused(
        translate(
            "CopyOut",
            "No copy was made: this photo has more pixels than can be written anew here. "
            "You can save it as the original.",
        )
    )


def no_process() -> PhotoRefused:
    return PhotoRefused(
        translate(
            "CopyOut",
            "No copy was made: this computer has no room to read pictures at the moment. "
            "Close other programs, then try again.",
        )
    )


def stopped() -> ReadingStopped:
    return ReadingStopped(translate("CopyOut", "The copy was stopped. No copy was made."))
