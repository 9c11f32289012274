"""Every text and outline can be told from its ground, computed as WCAG 2 does."""

import pytest

from diary.ui.tokens import DARK, LIGHT, TYPE, Tokens

TEXT_ON_GROUND = [
    *((text, ground) for text in ("text", "muted") for ground in ("bg", "surface", "rail", "sunk")),
    *(("text", soft) for soft in ("acne_soft", "dryness_soft", "mood_soft", "hover")),
    *(("on_accent", fill) for fill in ("accent", "accent_hover", "acne", "dryness", "mood")),
    *(
        ("accent_text", ground)
        for ground in ("soft", "surface", "bg", "hover", "sunk", "warn_fill")
    ),
    *(("danger", ground) for ground in ("bg", "surface", "hover")),
    ("warn_text", "warn_fill"),
    ("band_text", "band"),
]
SHAPE_ON_GROUND = [
    *(("border_field", ground) for ground in ("bg", "surface")),
    *(("accent", ground) for ground in ("bg", "surface", "rail", "sunk", "soft")),
    *((fill, "surface") for fill in ("acne", "dryness", "mood", "dose")),
    *((fill, "band") for fill in ("acne", "dryness", "mood", "dose")),
]


def luminance(color: str) -> float:
    channels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted([luminance(one), luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


def test_black_on_white_has_the_contrast_that_wcag_names() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_text_reads_on_its_ground(tokens: Tokens, text: str, ground: str) -> None:
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("shape", "ground"), SHAPE_ON_GROUND)
def test_outlines_and_marks_stand_out(tokens: Tokens, shape: str, ground: str) -> None:
    assert contrast(getattr(tokens, shape), getattr(tokens, ground)) >= 3


def test_no_text_is_smaller_than_twelve_pixels() -> None:
    assert min(role.size for role in TYPE.values()) >= 12
