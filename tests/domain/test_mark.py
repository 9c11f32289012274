from datetime import date

import pytest

from diary.domain.mark import Contrast, Mark, Proposal, confirmed, counts, nearest, noise, put, seen
from diary.domain.regions import Region

CHIN = Mark("photo", "a", (0.5, 0.8), Region.CHIN)
NOSE = Mark("photo", "b", (0.5, 0.5), Region.NOSE)
GONE = Mark("photo", "c", (0.4, 0.8), Region.CHIN, gone=True)


def test_spots_that_are_gone_are_not_counted() -> None:
    assert counts([CHIN, GONE, NOSE]) == {Region.NOSE: 1, Region.CHIN: 1}
    assert seen([CHIN, GONE]) == (CHIN,)


def test_a_mark_takes_the_place_of_the_one_of_its_spot() -> None:
    moved = Mark("photo", "a", (0.6, 0.8), Region.JAW)
    assert put((CHIN, NOSE), moved) == (moved, NOSE)
    assert put((NOSE,), CHIN) == (NOSE, CHIN)


def test_a_confirmed_spot_keeps_its_name_and_its_part_of_the_face() -> None:
    assert confirmed("later", Proposal("a", (0.51, 0.79), Region.CHIN)) == Mark(
        "later", "a", (0.51, 0.79), Region.CHIN
    )


def test_the_nearest_spot_within_reach_is_meant() -> None:
    places = [("a", (0.5, 0.8)), ("b", (0.5, 0.82))]
    assert nearest(places, (0.5, 0.815), 0.02) == "b"
    assert nearest(places, (0.1, 0.1), 0.02) is None


def test_the_noise_is_what_relit_faces_gave() -> None:
    assert noise(1) == pytest.approx(3.9, abs=0.02)
    assert noise(12) == pytest.approx(2.5, abs=0.02)


def test_the_contrast_is_of_one_spot_or_the_mean_of_all() -> None:
    contrast = Contrast(date(2026, 11, 23), {"a": 20.0, "b": 10.0})
    assert (contrast.of("a"), contrast.of(None), contrast.of("c")) == (20.0, 15.0, None)
    assert contrast.noise(None) < contrast.noise("a")
