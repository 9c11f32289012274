"""Files that a phone puts beside its photos and that are left out without being read."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import TypeVar

from diary.words import translate

P = TypeVar("P", bound=PurePath)

_PICTURES = {".heic", ".heif", ".jpg", ".jpeg", ".png"}
"""Endings of the still of a Live Photo, also once it was converted."""

_FILM, _EDITS = ".mov", ".aae"


def sort_out(paths: Sequence[P]) -> tuple[list[P], tuple[str, ...]]:
    """The files to read, and what to say of those that belong to one of them.

    The film of a Live Photo and Apple's list of edits have the name and the folder of their photo.
    Without it among the files they are read, and refused for what they are.
    """
    stills = {_key(path): path for path in paths if path.suffix.lower() in _PICTURES}
    films = _beside(paths, stills, _FILM)
    edits = _beside(paths, stills, _EDITS)
    left_out = {*films, *edits}
    kept = [path for path in paths if path not in left_out]
    said = (_said_of_films(films, stills), _said_of_edits(edits))
    return kept, tuple(sentence for sentence in said if sentence)


def _key(path: PurePath) -> PurePath:
    return path.with_suffix("")


def _beside(paths: Sequence[P], stills: dict[PurePath, P], ending: str) -> list[P]:
    return [path for path in paths if path.suffix.lower() == ending and _key(path) in stills]


def _said_of_films(films: Sequence[P], stills: dict[PurePath, P]) -> str:
    if not films:
        return ""
    if len(films) > 1:
        return translate(
            "Companions",
            "The films of %n Live Photos were left out; only their stills are added.",
            len(films),
        )
    words = translate(
        "Companions",
        "“{film}” is the film of a Live Photo and was left out; only its still “{still}” is added.",
    )
    return words.format(film=films[0].name, still=stills[_key(films[0])].name)


def _said_of_edits(edits: Sequence[P]) -> str:
    if not edits:
        return ""
    if len(edits) > 1:
        return translate(
            "Companions",
            "%n lists of changes made on the phone (AAE) were left out; their photos are added "
            "as they were taken.",
            len(edits),
        )
    words = translate(
        "Companions",
        "“{name}” lists changes made on the phone and was left out; its photo is added as it was "
        "taken.",
    )
    return words.format(name=edits[0].name)
