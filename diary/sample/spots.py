"""Red spots on the drawings: how many and how strong follows the day's acne score."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from random import Random

from PIL import Image, ImageDraw

from diary.domain.photo import View
from diary.domain.scales import HIGH
from diary.sample.drawing import MARGIN, Colour

HALO: Colour = (208, 120, 108)
RED: Colour = (186, 70, 78)
SHINE: Colour = (236, 190, 176)
MARK: Colour = (192, 134, 100)
"""What a spot leaves behind for a few weeks."""

APART = 1.9
"""Least distance between two spots, in their mean radii: each can be told from its neighbours."""

TRIES = 400
"""Places tried per region before it counts as full."""

LEVELS = 5
"""Strengths of a spot that can be told apart; each is drawn once."""

LEVELS_PER_SCORE = 1.3
"""How much stronger a spot looks when the score is one higher."""

MOVES = 0.8
"""By how much of a score a spot may come sooner or later than its turn."""

OVERSAMPLING = 4


@dataclass(frozen=True, slots=True)
class Region:
    """An ellipse of skin and how many spots it holds on the worst day."""

    x: float
    y: float
    across: float
    down: float
    spots: int


@dataclass(frozen=True, slots=True)
class Spot:
    """`turn` is the acne score from which it shows."""

    x: float
    y: float
    radius: int
    turn: float


REGIONS: dict[View, Sequence[Region]] = {
    View.FRONT: (
        Region(440, 320, 170, 80, 9),
        Region(316, 730, 66, 84, 15),
        Region(588, 730, 62, 84, 14),
        Region(446, 952, 88, 34, 7),
    ),
    View.LEFT: (
        Region(310, 380, 52, 66, 6),
        Region(428, 756, 104, 104, 20),
        Region(318, 926, 62, 38, 6),
    ),
    View.CHEST: (
        Region(450, 560, 180, 96, 16),
        Region(450, 730, 100, 60, 7),
        Region(118, 480, 40, 56, 3),
        Region(776, 470, 36, 56, 3),
    ),
    View.BACK: (
        Region(362, 470, 72, 130, 12),
        Region(540, 470, 72, 130, 12),
        Region(450, 760, 110, 80, 8),
        Region(118, 470, 40, 56, 4),
        Region(780, 470, 38, 56, 4),
    ),
}


def draw(sheet: Image.Image, view: View, *, acne: int, week: int) -> None:
    """Put the spots of a day on the sheet of a view, in place.

    Every week some spots go and others come.
    """
    moved = Random(f"{view} {week}")  # noqa: S311 - an invented face needs no secret
    for spot in _spots(view):
        strength = acne - spot.turn - moved.uniform(-MOVES, MOVES)
        level = max(0, min(LEVELS, round(LEVELS_PER_SCORE * strength + 1)))
        sprite = _sprite(spot.radius, level)
        corner = (round(spot.x) + MARGIN - sprite.width // 2, round(spot.y) + MARGIN)
        sheet.alpha_composite(sprite, (corner[0], corner[1] - sprite.height // 2))


@cache
def _spots(view: View) -> tuple[Spot, ...]:
    chance = Random(f"spots {view}")  # noqa: S311 - an invented face needs no secret
    return tuple(spot for region in REGIONS[view] for spot in _filled(region, chance))


def _filled(region: Region, chance: Random) -> Iterator[Spot]:
    """Spots spread over a region; the larger ones stay longest."""
    placed: list[Spot] = []
    for _ in range(TRIES):
        x, y = chance.uniform(-1, 1), chance.uniform(-1, 1)
        number = len(placed)
        radius = chance.randint(15, 19) if number % 6 == 0 else chance.randint(8, 13)
        turn = HIGH * (number + 0.5) / region.spots
        spot = Spot(region.x + x * region.across, region.y + y * region.down, radius, turn)
        if x * x + y * y <= 1 and all(_apart(spot, other) for other in placed):
            placed.append(spot)
            yield spot
        if len(placed) == region.spots:
            return


def _apart(one: Spot, other: Spot) -> bool:
    least = APART * (one.radius + other.radius) / 2
    return (one.x - other.x) ** 2 + (one.y - other.y) ** 2 >= least**2


@cache
def _sprite(radius: int, level: int) -> Image.Image:
    """One spot: a fading mark at level 0, raised and shining at the highest."""
    side = 4 * radius * OVERSAMPLING
    image = Image.new("RGBA", (side, side), (*HALO, 0))
    if level == 0:
        _disc(image, radius * 0.6, (*MARK, 150))
        return image.reduce(OVERSAMPLING)
    strength = level / LEVELS
    _disc(image, radius * (0.9 + 0.3 * strength), (*HALO, round(70 + 60 * strength)))
    _disc(image, radius * (0.7 + 0.2 * strength), (*HALO, round(120 + 80 * strength)))
    _disc(image, radius * (0.35 + 0.2 * strength), (*RED, round(150 + 90 * strength)))
    if level == LEVELS and radius >= 15:
        _disc(image, radius * 0.16, (*SHINE, 220))
    return image.reduce(OVERSAMPLING)


def _disc(image: Image.Image, radius: float, colour: tuple[int, int, int, int]) -> None:
    middle, reach = image.width / 2, radius * OVERSAMPLING
    box = (middle - reach, middle - reach, middle + reach, middle + reach)
    ImageDraw.Draw(image).ellipse(box, fill=colour)
