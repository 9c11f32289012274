"""The lowest mood and the patient's words of that day."""

from diary.domain.day import Day
from diary.report.parts import Text
from diary.report.period import Period
from diary.report.wording import day_month, listed
from diary.words import translate

MOST_DATES = 3
"""More dates than this say less than their number."""

LONGEST_QUOTE = 280
"""Characters; about six lines, so that one note does not push the rest off the page."""


def mood_note(period: Period) -> Text | None:
    """Days one above the lowest are named too while there are few of them."""
    answered = [day for day in period.days if day.mood is not None]
    if not answered:
        return None
    lowest = _with_mood(answered, min(_mood(day) for day in answered))
    next_lowest = _with_mood(answered, _mood(lowest[0]) + 1)
    low = lowest + (next_lowest if 0 < len(next_lowest) <= MOST_DATES else [])
    sentences = [
        _lows(lowest, low[len(lowest) :]),
        *_since(low, answered[-1]),
        *_quote(low),
    ]
    return Text(translate("Report", "Mood note"), " ".join(sentences))


def _mood(day: Day) -> int:
    return day.mood or 0


def _with_mood(days: list[Day], score: int) -> list[Day]:
    return [day for day in days if day.mood == score]


def _lows(lowest: list[Day], next_lowest: list[Day]) -> str:
    said = translate("Report", "Lowest {score} of 10, {days}").format(
        score=lowest[0].mood, days=_on(lowest)
    )
    if next_lowest:
        said += "; " + translate("Report", "{score} {days}").format(
            score=next_lowest[0].mood, days=_on(next_lowest)
        )
    return f"{said}."


def _on(days: list[Day]) -> str:
    if len(days) > MOST_DATES:
        return translate("Report", "on {n} days, last on {date}").format(
            n=len(days), date=day_month(days[-1].on)
        )
    return translate("Report", "on {dates}").format(dates=listed([day_month(d.on) for d in days]))


def _since(low: list[Day], last_answered: Day) -> list[str]:
    if max(day.on for day in low) == last_answered.on:
        return []
    score = max(_mood(day) for day in low)
    return [translate("Report", "No answer of {score} or below since then.").format(score=score)]


def _quote(low: list[Day]) -> list[str]:
    """The note of the lowest day that has one."""
    written = next((day for day in low if day.note.strip()), None)
    if written is None:
        return []
    return [
        translate("Report", "Patient’s words, {date}: “{words}”").format(
            date=day_month(written.on), words=_shortened(" ".join(written.note.split()))
        )
    ]


def _shortened(words: str) -> str:
    if len(words) <= LONGEST_QUOTE:
        return words
    return words[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
