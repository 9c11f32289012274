"""The diary as one JSON document: every answer and what is known of each photo."""

import json
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from typing import TYPE_CHECKING

from diary.domain.day import Day
from diary.domain.diary import Diary

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

SCHEMA = "skin-diary/1"


def write_json(diary: Diary) -> bytes:
    """UTF-8 JSON with ISO dates; `null` is "not answered", days without an entry are left out.

    Photos in Recently deleted are left out with all that is known of them. Of the others, `looks`
    is how each was taken, as `Look` tells it; `marks` are spots that the patient marked, the same
    `spot` being the same place of the skin; `hand_points` are places that the patient said are the
    same on two photos, each pair first on `fixed_id`; `panels` are photos that the patient chose
    for the panels. Places are in parts of a photo's longer side, from its top left.

    Preferences stay behind: they hold the patient's name and contact.
    """
    content = {
        "schema": SCHEMA,
        "exported_on": diary.today.isoformat(),
        "course": _plain(diary.course),
        "days": [_plain(day) for day in diary.days],
        "photos": [_plain(photo) for photo in diary.photos],
        "looks": [
            {"photo_id": photo.id} | _values(diary.looks[photo.id])
            for photo in diary.photos
            if photo.id in diary.looks
        ],
        "marks": [_plain(mark) for mark in diary.marks],
        "hand_points": [_plain(pointed) for pointed in diary.points],
        "panels": [_plain(choice) for choice in diary.panels],
        "labs": [_plain(result) for result in diary.labs],
        "visits": [_plain(visit) for visit in diary.visits],
        "questions": [_plain(question) for question in diary.questions],
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def day_values(day: Day) -> dict[str, object]:
    """A day as JSON values, for whoever shows days to another program."""
    return _values(day)


def _plain(value: object) -> object:
    match value:
        case Enum():
            return value.value
        case date() | datetime() | time():
            return value.isoformat()
        case frozenset():
            return sorted(map(str, value))
        case tuple() | list():
            return [_plain(item) for item in value]
        case dict():
            return {str(key): _plain(item) for key, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return _values(value)
    return value


def _values(record: "DataclassInstance") -> dict[str, object]:
    return {field.name: _plain(getattr(record, field.name)) for field in fields(record)}
