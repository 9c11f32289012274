"""What is to be said about the diary's folder, in the order of its weight; nothing is blocked."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from diary.journal import Standing
from diary.ui.local import full_date
from diary.words import translate


class About(StrEnum):
    """What a remark is about; hiding one leaves the others."""

    READ_ONLY = "read only"
    MOVED = "moved"
    OLDER = "older"
    COPIES = "copies"
    SYNCED = "synced"
    LEFT_OPEN = "left open"


@dataclass(frozen=True, slots=True)
class Remark:
    """`link` leads to the page about the folder. One that was hidden with the same `token` stays
    hidden; without a token it cannot be hidden.
    """

    about: About
    text: str
    link: str = ""
    token: str = ""


def remarks(standing: Standing, seen: int, moved_from: Path | None) -> list[Remark]:
    """`seen` is the highest count of sessions this computer saw of this diary."""
    found = [
        _read_only(standing) if standing.read_only else None,
        _moved(standing, moved_from) if moved_from else None,
        _older(standing, seen) if standing.generation < seen else None,
        _copies(standing) if standing.copies else None,
        _synced(standing) if standing.service and not standing.read_only else None,
        _left_open(standing) if standing.service and standing.left_open_on else None,
    ]
    return [one for one in found if one is not None]


def _read_only(standing: Standing) -> Remark:
    said = translate("Remarks", "This diary can be read but not changed. {reason}")
    return Remark(About.READ_ONLY, said.format(reason=standing.read_only))


def _moved(standing: Standing, moved_from: Path) -> Remark:
    said = translate(
        "Remarks",
        "Your diary now lies in {new}. The folder {old} is as it was; changes go to the new one "
        "only.",
    )
    text = said.format(new=standing.folder, old=moved_from)
    return Remark(About.MOVED, text, token=str(standing.folder))


def _older(standing: Standing, seen: int) -> Remark:
    behind = seen - standing.generation
    lacks = (
        translate("Remarks", "It lacks what was written in 1 later session on this computer.")
        if behind == 1
        else translate(
            "Remarks", "It lacks what was written in %n later sessions on this computer.", behind
        )
    )
    parts = [translate("Remarks", "An older copy of this diary has come back."), lacks]
    if standing.last_day:
        last = translate("Remarks", "Its last day is {day}.")
        parts.append(last.format(day=full_date(standing.last_day)))
    parts.append(
        translate(
            "Remarks",
            "If you did not restore it yourself, look for the newer one before you write.",
        )
    )
    return Remark(About.OLDER, " ".join(parts), token=f"{standing.generation} {seen}")


def _copies(standing: Standing) -> Remark:
    count = len(standing.copies)
    if count == 1:
        text = translate("Remarks", "A second copy lies beside this diary.")
        link = translate("Remarks", "Look at it")
    else:
        text = translate("Remarks", "%n other copies lie beside this diary.", count)
        link = translate("Remarks", "Look at them")
    names = [f"{copy.path} {copy.changed.isoformat()}" for copy in standing.copies]
    return Remark(About.COPIES, text, link, _digest("\n".join(sorted(names))))


def _synced(standing: Standing) -> Remark:
    said = translate(
        "Remarks",
        "This diary lies in a folder that {service} copies while you write. A copy made in the "
        "middle of a change can be damaged.",
    )
    link = translate("Remarks", "Move it out")
    return Remark(About.SYNCED, said.format(service=standing.service), link, standing.service)


def _left_open(standing: Standing) -> Remark:
    said = translate(
        "Remarks",
        "The computer {host} has this diary open or did not close it. If both write, there will be "
        "two copies.",
    )
    host = standing.left_open_on
    return Remark(About.LEFT_OPEN, said.format(host=host), token=_digest(host))


def _digest(text: str) -> str:
    """What was hidden is told apart without names in the settings."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]
