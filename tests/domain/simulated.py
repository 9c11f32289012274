"""Simulated courses: daily scores whose true change from the first to the last week is known."""

import random
from datetime import date, timedelta
from statistics import fmean

from diary.domain.trend import Series, compare

START = date(2026, 10, 1)
DAYS = 54
TODAY = START + timedelta(DAYS - 1)
MISSING = {11, 12, 13, 37, 38}
"""Five days without an answer, the longest gap three, as in the sample diary."""

FROM, TO = 6.0, 4.0
"""A straight fall of two points over the course."""

SPREAD = 0.9
"""Standard deviation of the scores around their trend."""


def simulated_course(rng: random.Random, likeness: float) -> tuple[Series, float]:
    """Whole scores 0–10 around a falling line, AR(1) with lag-1 `likeness`; the true change."""
    deviation, scores, levels = rng.gauss(0, 1), [], {}
    for day in range(DAYS):
        level = FROM + (TO - FROM) * day / (DAYS - 1)
        if day not in MISSING:
            levels[day] = level
            score = min(max(round(level + SPREAD * deviation), 0), 10)
            scores.append((START + timedelta(day), float(score)))
        deviation = likeness * deviation + rng.gauss(0, (1 - likeness**2) ** 0.5)
    first = fmean(level for day, level in levels.items() if day < 7)
    last = fmean(level for day, level in levels.items() if day >= DAYS - 7)
    return scores, last - first


def coverage(likeness: float, courses: int, seed: int = 1) -> float:
    """Share of simulated courses whose true change lies within the 95 % range."""
    rng, held = random.Random(seed), 0
    for _ in range(courses):
        scores, change = simulated_course(rng, likeness)
        comparison = compare(scores, START, TODAY)
        assert comparison is not None
        assert comparison.low is not None
        assert comparison.high is not None
        held += comparison.low <= change <= comparison.high
    return held / courses
