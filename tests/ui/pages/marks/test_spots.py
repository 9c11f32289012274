"""The spots of a photo as they are gone through and moved."""

from diary.domain.mark import Mark, Proposal
from diary.domain.regions import Region
from diary.ui.pages.marks.spots import Spots


def spots() -> Spots:
    """Two marks, and one proposed between them."""
    shown = Spots()
    high, low = (0.5, 0.1), (0.5, 0.9)
    marks = [Mark("photo", name, at, Region.CHIN) for name, at in (("low", low), ("high", high))]
    shown.show(marks, [Proposal("middle", (0.2, 0.5), Region.CHIN)])
    return shown


def test_spots_are_gone_through_from_top_to_bottom_and_around() -> None:
    shown = spots()
    for by, names in ((1, ["high", "middle", "low", "high"]), (-1, ["low", "middle"])):
        for name in names:
            shown.chosen = shown.after(by)
            assert shown.chosen == name
    assert Spots().after(1) == ""


def test_a_spot_that_is_no_more_is_not_selected() -> None:
    shown = spots()
    shown.chosen = "middle"
    shown.show([Mark("photo", "middle", (0.2, 0.5), Region.CHIN)], [])
    assert shown.chosen == "middle"
    shown.show([], [])
    assert shown.chosen == ""


def test_the_nearest_spot_within_reach_is_meant() -> None:
    shown = spots()
    assert shown.near((0.5, 0.2), 0.2) == "high"
    assert shown.near((0.5, 0.5), 0.2) == ""
    shown.carry("middle", (0.5, 0.5))
    assert shown.near((0.5, 0.5), 0.2) == "middle"
