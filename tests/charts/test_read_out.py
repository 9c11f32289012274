from dataclasses import replace

from diary.charts.course_chart import Range, chart_of
from diary.charts.read_out import cells, column_names, in_a_line, read_out, table
from diary.domain.day import Day, Dose, DoseState
from tests.charts.charted import COURSE, answered, chart_until, on


def test_a_day_is_said_in_one_line() -> None:
    days = [Day(on(0), acne=4, lips=5, skin=4, eyes=2, nose=3, mood=7)]
    days[0] = replace(days[0], dose=Dose(DoseState.TAKEN, 40))
    chart = chart_of(days, COURSE, on(1), Range.WHOLE)
    assert in_a_line(read_out(chart, on(0))) == (
        "1 Oct, day 1: acne 4, dryness 3.5, mood 7, dose 40 mg, 0.6 mg/kg so far"
    )


def test_unanswered_zero_and_skipped_are_three_different_things() -> None:
    days = [Day(on(0), acne=0, dose=Dose(DoseState.SKIPPED, 0)), Day(on(2), mood=5)]
    chart = chart_of(days, COURSE, on(2), Range.WHOLE)
    acne, dose = column_names().index("Acne"), column_names().index("Dose")
    rows = [cells(values) for values in table(chart)]
    assert [row[acne] for row in rows] == ["–", "–", "0"]
    assert [row[dose] for row in rows] == ["–", "–", "skipped"]


def test_the_table_has_every_day_in_view_up_to_today_newest_first() -> None:
    dates = [row.day.on for row in table(chart_until(53, view=Range.FOUR_WEEKS))]
    assert dates == [on(day) for day in range(53, 25, -1)]


def test_every_row_has_a_cell_for_each_column() -> None:
    assert {len(cells(row)) for row in table(chart_until(20))} == {len(column_names())}


def test_the_sum_counts_only_recorded_doses() -> None:
    chart = chart_of(answered([0, 1, 5]), COURSE, on(5), Range.WHOLE)
    assert read_out(chart, on(3)).so_far_mg == 80
    assert read_out(chart, on(5)).so_far_mg == 120


def test_without_a_weight_the_sum_is_in_mg() -> None:
    chart = chart_until(1, course=replace(COURSE, weights=()), missing=())
    assert in_a_line(read_out(chart, on(1))).endswith("dose 40 mg, 80 mg so far")


def test_a_day_before_the_first_dose_has_no_sum() -> None:
    chart = chart_of([Day(on(-2), acne=5)], COURSE, on(0), Range.WHOLE)
    values = read_out(chart, on(-2))
    assert (values.day_number, values.so_far_mg) == (-1, None)
    assert in_a_line(values) == "29 Sep, day −1: acne 5, dryness –, mood –, dose –"
