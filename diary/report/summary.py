"""What a report says, in finished words: page by page, only what was recorded."""

from collections.abc import Mapping

from diary.domain.diary import Diary
from diary.domain.panels import Shot
from diary.domain.visits import VisitKind
from diary.report.blood_tests import blood_tests
from diary.report.facts import facts
from diary.report.mood_note import mood_note
from diary.report.options import ReportOptions, Section
from diary.report.parts import Block, DailyNotes, DatedNote, Numbered, Summary, Text
from diary.report.period import Period, period_of
from diary.report.photo_page import photo_page
from diary.report.side_effects import care, side_effects
from diary.report.since_visit import next_appointment, since_visit
from diary.report.spots import spots
from diary.report.trend import trend
from diary.report.wording import day_month, full_date, full_span, listed
from diary.words import translate


def summarise(
    diary: Diary, options: ReportOptions, shots: Mapping[str, Shot] | None = None
) -> Summary:
    """A part without data, or ticked off, is left out.

    `shots` are the pictures of the photo page by photo, which says what was done to them.
    """
    period = period_of(diary, options)
    since = since_visit(diary, period)
    return Summary(
        title=translate("Report", "Isotretinoin course summary"),
        person=_person(diary),
        period=_period(diary, period),
        prepared=_prepared(diary),
        facts=facts(diary, period, with_plan=since is None),
        trend=trend(period) if Section.TREND in options.sections else None,
        blocks=_blocks(diary, options.sections, period, since),
        photos=photo_page(diary, options, shots or {}),
        daily_notes=_daily_notes(period) if Section.DAILY_NOTES in options.sections else None,
        footer=translate(
            "Report",
            "Recorded by the patient in Skin Diary. Scores are the patient’s own, "
            "not a medical assessment.",
        ),
        page_of=translate("Report", "{page} of {pages}"),
    )


def _person(diary: Diary) -> str:
    preferences = diary.preferences
    born = (
        translate("Report", "born {date}").format(date=full_date(preferences.born))
        if preferences.born
        else ""
    )
    return " · ".join(filter(None, (preferences.name.strip(), born)))


def _period(diary: Diary, period: Period) -> str:
    dates = full_span(period.first, period.last)
    first, last = diary.course.day_number(period.first), diary.course.day_number(period.last)
    if first < 1:
        return dates
    if first == last:
        return translate("Report", "{dates}, day {n}").format(dates=dates, n=first)
    return translate("Report", "{dates}, day {first}–{last}").format(
        dates=dates, first=first, last=last
    )


def _prepared(diary: Diary) -> str:
    visit, today = next_appointment(diary), full_date(diary.today)
    if visit is None:
        return translate("Report", "Prepared {today}").format(today=today)
    return translate("Report", "Prepared {today} for the appointment on {date}").format(
        today=today, date=day_month(visit.on)
    )


def _blocks(
    diary: Diary, sections: frozenset[Section], period: Period, since: Text | None
) -> tuple[Block, ...]:
    in_order = (
        side_effects(period) if Section.SIDE_EFFECTS in sections else None,
        blood_tests(diary, period) if Section.LABS in sections else None,
        care(period) if Section.CARE in sections else None,
        spots(period) if Section.COUNTS in sections else None,
        since,
        mood_note(period) if Section.MOOD_NOTE in sections else None,
        _questions(diary) if Section.QUESTIONS in sections else None,
        _pregnancy_tests(diary, period) if Section.PREGNANCY_TEST in sections else None,
    )
    return tuple(block for block in in_order if block)


def _questions(diary: Diary) -> Numbered | None:
    asked = tuple(question.text for question in diary.questions if question.in_report)
    return Numbered(translate("Report", "Patient’s questions"), asked) if asked else None


def _pregnancy_tests(diary: Diary, period: Period) -> Text | None:
    """Dates that the patient entered; the diary holds no results."""
    dates = sorted(
        visit.on
        for visit in diary.visits
        if visit.kind is VisitKind.PREGNANCY_TEST and visit.on >= period.first
    )
    if not dates:
        return None
    return Text(
        translate("Report", "Pregnancy test dates"), listed([full_date(on) for on in dates]) + "."
    )


def _daily_notes(period: Period) -> DailyNotes | None:
    notes = tuple(
        DatedNote(full_date(day.on), day.note.strip()) for day in period.days if day.note.strip()
    )
    return DailyNotes(translate("Report", "Daily notes"), notes) if notes else None
