"""The verb that downloads what finds faces."""

import argparse

from diary.journal.face_finder import FaceFinder
from diary.verbs import Say
from diary.words import translate


def face_finder(_options: argparse.Namespace, say: Say) -> None:
    """Add it unless it is there."""
    finder = FaceFinder()
    if finder.is_there:
        say(translate("Verbs", "The face finder is there already."), {"added": False})
        return
    finder.add()
    say(translate("Verbs", "The face finder was added."), {"added": True})
