"""Which tiles of the gallery are made ready before they are seen."""

from diary.ui.pages.photos.placement import Measures, Placement

TALL = Placement(
    [100],
    Measures(
        width=100,
        columns=1,
        side=100,
        tile_height=90,
        row_gap=10,
        column_gap=0,
        heading=0,
        section_gap=0,
        lead=0,
    ),
)
"""A tile for each hundred pixels."""


def test_tiles_that_scrolling_goes_towards_come_first_and_from_near_to_far() -> None:
    down = TALL.near(2000, 400, down=True)
    up = TALL.near(2000, 400, down=False)
    seen = TALL.tiles_between(2000, 2400)
    assert down[0] == seen.stop
    assert up[0] == seen.start - 1
    ahead, behind = [n for n in down if n >= seen.stop], [n for n in down if n < seen.start]
    assert down == sorted(ahead) + sorted(behind, reverse=True)
    assert len(ahead) > 3 * len(behind) > 0


def test_nothing_is_wanted_beyond_the_ends() -> None:
    assert min(TALL.near(0, 400, down=False)) >= 0
    assert max(TALL.near(9600, 400, down=True), default=0) < 100
