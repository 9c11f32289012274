"""The diary as one JSON document: every answer and what is known of each photo."""

import json
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum

from diary.domain.day import Day
from diary.domain.diary import Diary

SCHEMA = "skin-diary/1"


def write_json(diary: Diary) -> bytes:
    """UTF-8 JSON with ISO dates; `null` is "not answered", days without an entry are left out.

    Preferences stay behind: they hold the patient's name and contact.
    """
    content = {
        "schema": SCHEMA,
        "exported_on": diary.today.isoformat(),
        "course": _plain(diary.course),
        "days": [_plain(day) for day in diary.days],
        "photos": [_plain(photo) for photo in diary.photos],
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
    return {field.name: _plain(getattr(day, field.name)) for field in fields(day)}


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
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value
