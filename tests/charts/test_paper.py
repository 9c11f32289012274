from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from matplotlib import rcParams

from diary.charts.course_chart import Range, chart_of
from diary.charts.paper import alternative_text, trend_height, trend_svg
from diary.domain.day import Day
from tests.charts.charted import COURSE, START, answered, chart_until, on

SVG = "{http://www.w3.org/2000/svg}"


def texts(svg: bytes) -> list[str]:
    root = ET.fromstring(svg)  # noqa: S314 - drawn a moment ago
    return ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]


def test_the_same_diary_gives_the_same_bytes() -> None:
    assert trend_svg(chart_until(53), width_pt=398) == trend_svg(chart_until(53), width_pt=398)


def test_the_picture_has_the_size_that_was_asked_for() -> None:
    chart = chart_until(53)
    root = ET.fromstring(trend_svg(chart, width_pt=398))  # noqa: S314 - drawn a moment ago
    assert root.get("width") == "398pt"
    assert root.get("height") == f"{trend_height(chart):g}pt"


def test_words_stay_text_in_the_font_of_the_report() -> None:
    svg = trend_svg(chart_until(53), width_pt=398)
    assert {"month two", "0", "9", "1 Oct", "3 Dec"} <= set(texts(svg))
    assert b"DejaVu Sans" in svg


def test_a_question_without_answers_has_no_panel() -> None:
    everything = chart_until(53)
    moods = tuple(Day(day.on, mood=day.mood) for day in everything.days)
    only_mood = replace(everything, days=moods)
    assert trend_height(only_mood) < trend_height(everything)
    assert texts(trend_svg(only_mood, width_pt=398)).count("10") == 1


def test_a_long_course_names_fewer_weeks() -> None:
    named = texts(trend_svg(chart_until(299), width_pt=398))
    assert "8 Oct" not in named
    assert "26 Nov" in named


@pytest.mark.parametrize("day", [0, 5])
def test_a_short_diary_can_be_printed(day: int) -> None:
    assert "month two" in texts(trend_svg(chart_until(day), width_pt=398))


def test_drawing_leaves_matplotlib_as_it_was() -> None:
    before = dict(rcParams)
    trend_svg(chart_until(5), width_pt=398)
    assert dict(rcParams) == before


def test_the_trend_in_words_has_days_weeks_and_the_difference() -> None:
    days = [replace(day, acne=6 if day.on < on(7) else 4, mood=None) for day in answered(range(26))]
    chart = chart_of(days, COURSE, on(25), Range.WHOLE)
    said = alternative_text(chart)
    assert "Acne, 26 days, first week 6.0, last week 4.0, 2.0 lower." in said
    assert "Mood" not in said


def test_a_range_is_said_without_signs() -> None:
    said = alternative_text(chart_until(53))
    assert "(95% range" in said
    assert "−" not in said
    assert "-" not in said


def test_few_days_are_said_as_their_mean() -> None:
    assert alternative_text(chart_until(0)).startswith("Acne, 1 day, mean ")


def test_no_scores_are_said_plainly() -> None:
    assert alternative_text(chart_of([], COURSE, START, Range.WHOLE)) == "No scores yet."
