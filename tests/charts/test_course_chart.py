from datetime import date

from diary.charts.course_chart import Range, chart_of
from diary.domain.course import Course
from diary.domain.day import Day
from tests.charts.charted import COURSE, START, chart_until, on


def view(day: int, shown: Range = Range.WHOLE) -> tuple[date, date]:
    chart = chart_until(day, view=shown)
    return chart.first, chart.last


def test_the_whole_course_ends_with_the_week_after_month_two_or_after_today() -> None:
    assert view(0) == (START, on(63))
    assert view(53) == (START, on(63))
    assert view(300) == (START, on(43 * 7))


def test_four_weeks_and_three_months_end_today() -> None:
    assert view(53, Range.FOUR_WEEKS) == (on(26), on(53))
    assert view(120, Range.THREE_MONTHS) == (on(30), on(120))


def test_a_short_range_starts_with_the_course_while_the_course_is_shorter() -> None:
    assert view(4, Range.FOUR_WEEKS) == (START, on(27))


def test_answers_before_the_first_dose_are_in_view() -> None:
    chart = chart_of([Day(on(-3), acne=5)], COURSE, START, Range.WHOLE)
    assert chart.first == on(-7)


def test_a_course_that_has_not_started_yet_shows_today() -> None:
    chart = chart_of([], Course(on(10)), START, Range.WHOLE)
    assert chart.first <= START <= chart.last
    assert chart.doses == ()


def test_answers_after_today_are_left_out() -> None:
    chart = chart_of([Day(START, acne=5), Day(on(1), acne=6)], COURSE, START, Range.WHOLE)
    assert [day.on for day in chart.days] == [START]
