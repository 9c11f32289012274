import random
from datetime import date, timedelta

import numpy as np
import pytest

from diary.domain.trend import Series, SmoothPoint, smooth

START = date(2026, 10, 1)


def series_on(days: list[int], seed: int = 1) -> Series:
    rng = random.Random(seed)
    return [(START + timedelta(day), float(rng.randint(3, 7))) for day in days]


def points(segments: list[list[SmoothPoint]]) -> list[SmoothPoint]:
    return [point for segment in segments for point in segment]


def test_nine_answers_have_no_line_and_ten_have_one() -> None:
    assert smooth(series_on(list(range(9)))) == []
    assert len(smooth(series_on(list(range(10))))) == 1


def test_one_missing_day_does_not_break_the_line_and_is_crossed_by_it() -> None:
    segments = smooth(series_on([*range(8), *range(9, 20)]))
    assert [point.on for point in segments[0]] == [START + timedelta(day) for day in range(20)]
    assert len(segments) == 1


def test_two_missing_days_in_a_row_break_the_line() -> None:
    segments = smooth(series_on([*range(8), *range(10, 20)]))
    assert [(segment[0].on, segment[-1].on) for segment in segments] == [
        (START, START + timedelta(7)),
        (START + timedelta(10), START + timedelta(19)),
    ]


def test_the_line_never_leaves_the_days_that_were_answered() -> None:
    segments = smooth(series_on(list(range(5, 25))))
    assert (segments[0][0].on, segments[-1][-1].on) == (
        START + timedelta(5),
        START + timedelta(24),
    )


def test_scores_on_a_straight_line_are_kept_straight_up_to_both_ends() -> None:
    straight = [(START + timedelta(day), 2 + day / 10) for day in range(30)]
    assert [point.value for point in points(smooth(straight))] == pytest.approx(
        [score for _, score in straight]
    )


def test_line_and_band_stay_on_the_scale() -> None:
    steep = [(START + timedelta(day), 10.0 if day < 6 else 0.0) for day in range(20)]
    line = points(smooth(steep))
    assert all(0 <= p.low <= p.value <= p.high <= 10 for p in line)
    assert line[0].high == 10
    assert line[-1].low == 0


def test_the_line_is_weighted_least_squares_at_each_day() -> None:
    series = series_on([*range(12), *range(15, 40)])
    x = np.array([(on - START).days for on, _ in series], float)
    y = np.array([score for _, score in series])
    for point in points(smooth(series))[::5]:
        at = (point.on - START).days
        root_weights = np.exp(-(((x - at) / 6.5) ** 2) / 4)
        _, level = np.polyfit(x - at, y, 1, w=root_weights)
        assert point.value == pytest.approx(level, rel=1e-4)


def test_the_band_holds_a_straight_truth_on_about_95_of_100_days() -> None:
    rng, held = random.Random(2), []
    for _ in range(60):
        scores = [(START + timedelta(day), 5 + rng.gauss(0, 1)) for day in range(54)]
        held += [point.low <= 5 <= point.high for point in points(smooth(scores))[::9]]
    assert 0.90 < sum(held) / len(held) < 0.985


def test_answers_weeks_apart_have_no_line() -> None:
    assert smooth(series_on(list(range(0, 600, 50)))) == []


def test_a_lone_answer_far_from_the_others_keeps_its_own_value() -> None:
    segments = smooth([*series_on(list(range(20))), (START + timedelta(400), 9.0)])
    assert [point.value for point in segments[-1]] == pytest.approx([9.0])
