from dataclasses import replace

import pytest
from matplotlib.colors import to_rgba

from diary.charts.course import minimum_height
from diary.charts.course_chart import Range, chart_of
from diary.charts.palette import DARK, LIGHT, Palette
from diary.domain.course import Course
from diary.domain.day import Day, Dose, DoseState
from tests.charts.charted import (
    COURSE,
    MISSING,
    START,
    answered,
    chart_until,
    cut_off,
    dots,
    drawn,
    lines,
    on,
    overlapping,
    placed,
    words,
    xs,
    ys,
)

TODAY = 53


def test_a_missing_day_has_no_dot() -> None:
    _, axes = drawn(chart_until(TODAY))
    expected = [day for day in range(TODAY + 1) if day not in MISSING]
    assert dots(axes.acne) == dots(axes.dryness) == dots(axes.mood) == expected


def test_a_score_of_zero_is_a_dot_and_an_unanswered_one_is_none() -> None:
    days = [Day(on(0), acne=0), Day(on(1), mood=5), Day(on(2), acne=4)]
    _, axes = drawn(chart_of(days, COURSE, on(2), Range.WHOLE))
    assert dots(axes.acne) == [0, 2]


def test_two_missing_days_break_the_line_and_one_does_not() -> None:
    _, axes = drawn(chart_until(TODAY))
    stretches = [(xs(line)[0], xs(line)[-1]) for line in lines(axes.acne, "line")]
    assert stretches == [(0, 10), (14, 36), (39, TODAY)]


def test_nine_days_have_dots_and_no_line() -> None:
    _, axes = drawn(chart_until(8, missing=()))
    assert len(dots(axes.acne)) == 9
    assert lines(axes.acne, "line") == []


def test_nothing_is_drawn_after_today() -> None:
    later = answered(range(30))
    _, axes = drawn(chart_of(later, COURSE, on(20), Range.WHOLE))
    for panel in (axes.acne, axes.dryness, axes.mood, axes.dose):
        painted = [line for line in panel.get_lines() if not str(line.get_label()).startswith("_")]
        assert painted
        assert max(x for line in painted for x in xs(line)) == 20


def test_a_shorter_range_shows_its_own_days_on_the_same_line() -> None:
    _, whole = drawn(chart_until(TODAY))
    _, weeks = drawn(chart_until(TODAY, view=Range.FOUR_WEEKS))
    first = TODAY - 27
    assert dots(weeks.mood) == [day - first for day in dots(whole.mood) if day >= first]
    assert ys(lines(weeks.mood, "line")[-1])[-1] == pytest.approx(
        ys(lines(whole.mood, "line")[-1])[-1]
    )


def test_skipped_recorded_and_unrecorded_doses_look_different() -> None:
    days = answered([0, 1, 2, 3, 6, 7])
    days[3] = replace(days[3], dose=Dose(DoseState.SKIPPED, 0))
    figure, axes = drawn(chart_of(days, COURSE, on(7), Range.WHOLE))
    (skipped,) = lines(axes.dose, "skipped")
    assert xs(skipped) == [3]
    assert [xs(line)[0] for line in lines(axes.dose, "no record")] == [4]
    assert [xs(line)[0] for line in lines(axes.dose, "recorded")] == [0, 6]
    assert any("◇ skipped · dotted: no record" in text for text in words(figure))


def test_the_dose_ends_at_the_recorded_sum() -> None:
    figure, axes = drawn(chart_until(TODAY))
    last = ys(lines(axes.dose, "recorded")[-1])[-1]
    recorded = TODAY + 1 - len(MISSING)
    assert last == pytest.approx(recorded * 40 / 68)
    assert f"{recorded * 40 / 68:.0f}" in words(figure)


def test_without_a_weight_the_dose_is_in_mg_and_has_no_target() -> None:
    figure, axes = drawn(chart_until(10, course=replace(COURSE, weights=()), missing=()))
    assert ys(lines(axes.dose, "recorded")[-1])[-1] == 11 * 40
    assert any(text.startswith("mg recorded") for text in words(figure))
    assert not any("target" in text for text in words(figure))


def test_the_target_is_always_in_view_and_named_once() -> None:
    for today in (0, TODAY, 200, 230, 300):
        figure, axes = drawn(chart_until(today))
        assert axes.dose.get_ylim()[1] > 150
        assert sum("target 120–150 mg/kg" in text for text in words(figure)) == 1


def test_by_site_names_four_lines_and_the_mean_none() -> None:
    sites = ["Lips", "Skin", "Eyes", "Nose"]
    mean, _ = drawn(chart_until(TODAY))
    figure, axes = drawn(chart_until(TODAY, by_site=True))
    assert not set(sites) & set(words(mean))
    assert [text for text in words(figure) if text in sites] == sites
    ends = [ys(line)[-1] for line in lines(axes.dryness, "line") if xs(line)[-1] == TODAY]
    heights = {text: -place for text, place in placed(figure).items() if text in sites}
    assert sorted(sites, key=lambda site: ends[sites.index(site)]) == sorted(
        sites, key=lambda site: heights[site]
    )


def test_month_two_is_named_while_it_is_in_view() -> None:
    label = "Month two — results typically start to show"
    assert label in words(drawn(chart_until(0))[0])
    assert label in words(drawn(chart_until(300))[0])
    assert label not in words(drawn(chart_until(300, view=Range.FOUR_WEEKS))[0])


def test_a_diary_without_entries_has_empty_panels() -> None:
    figure, axes = drawn(chart_of([], Course(START), START, Range.WHOLE))
    assert dots(axes.acne) == []
    assert {"Acne", "Dryness", "Mood", "Dose so far", "today"} <= set(words(figure))


@pytest.mark.parametrize(
    ("day", "view"),
    [
        *((day, Range.WHOLE) for day in (0, 1, 6, 7, 48, 49, 50, 53, 120, 300)),
        *((day, Range.THREE_MONTHS) for day in (0, 91, 230)),
        *((day, Range.FOUR_WEEKS) for day in (0, 27, 28, 53)),
    ],
)
def test_no_two_words_touch_on_any_day(day: int, view: Range) -> None:
    figure, _ = drawn(chart_until(day, view=view, by_site=bool(day % 2)), toggle_width=172)
    assert overlapping(figure) == []
    assert cut_off(figure) == []


@pytest.mark.parametrize(
    ("width", "text_px", "day"),
    [
        (420, 12, TODAY),
        (420, 24, TODAY),
        (420, 24, 4),
        (752, 24, 300),
        (1600, 12, 4),
        (1600, 18, 53),
    ],
)
def test_no_two_words_touch_at_any_size(width: int, text_px: int, day: int) -> None:
    height = int(minimum_height(text_px)) + 1
    chart = chart_until(day, by_site=width > 420)
    figure, _ = drawn(chart, width=width, height=height, text_px=text_px)
    assert overlapping(figure) == []
    assert cut_off(figure) == []


def test_the_photo_strip_is_free_of_words_and_44_pixels_high() -> None:
    figure, axes = drawn(chart_until(TODAY))
    strip = axes.photo_strip
    assert strip.height == 44
    tops = [figure.bbox.height - text.get_window_extent().y0 for text in figure.texts]
    assert not any(strip.top < bottom < strip.bottom for bottom in tops)


def test_the_toggle_has_room_beside_the_dryness_heading() -> None:
    _, axes = drawn(chart_until(TODAY), width=420, toggle_width=200)
    assert axes.headings["dryness"].right + 200 <= 420
    assert axes.headings["dryness"].middle < axes.panels["dryness"].top


def test_a_date_and_its_place_are_found_from_each_other() -> None:
    _, axes = drawn(chart_until(TODAY))
    assert axes.x_of(START) == axes.panels["acne"].left
    assert axes.date_at(axes.x_of(on(17)) + 2) == on(17)
    assert axes.date_at(-50) == START
    assert axes.date_at(5000) == on(63)


def test_a_sharper_screen_moves_nothing() -> None:
    usual = drawn(chart_until(TODAY))[1]
    figure, sharp = drawn(chart_until(TODAY), pixel_ratio=2)
    assert figure.bbox.width == 2 * 752
    assert sharp.panels == usual.panels
    assert overlapping(figure) == []


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_the_chart_wears_the_colours_it_is_given(palette: Palette) -> None:
    figure, axes = drawn(chart_until(TODAY), palette=palette)
    assert lines(axes.acne, "line")[0].get_color() == palette.acne
    assert lines(axes.mood, "line")[0].get_color() == palette.mood
    assert figure.get_facecolor() == pytest.approx(to_rgba(palette.surface))


def test_an_unknown_font_is_replaced_without_a_warning(caplog: pytest.LogCaptureFixture) -> None:
    figure, _ = drawn(chart_until(3), font=".No Such Font")
    assert overlapping(figure) == []
    assert [record for record in caplog.records if record.levelname == "WARNING"] == []
