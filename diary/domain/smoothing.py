"""A smooth line through daily scores: local linear regression with a Gaussian kernel.

Fan and Gijbels, "Local Polynomial Modelling and Its Applications" (1996), chapter 3, for the line;
Loader, "Local Regression and Likelihood" (1999), sections 2.3 and 9.1, for its band.
"""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from operator import mul
from statistics import NormalDist

from diary.domain.scales import HIGH, LOW

Series = Sequence[tuple[date, float]]
"""Answered days only, oldest first."""

FEWEST = 10
"""Below this the line would follow single days."""

WIDTH_DAYS = 6.5
"""Standard deviation of the kernel: a line that shows weeks and leaves single days to the dots."""

LONGEST_STEP = 2
"""Answers this many days apart have one missing day between them; a wider gap breaks the line."""

LEAST_FREEDOM = 1.0
"""With less freedom in the residuals the line passes through every dot and has no band."""

REACH_DAYS = 33
"""Answers five widths away weigh under 0.00001 and are left out, which keeps a year quick."""

Z_95 = NormalDist().inv_cdf(0.975)


@dataclass(frozen=True, slots=True)
class SmoothPoint:
    """The line on one day and the ends of its 95 % band, all within 0–10."""

    on: date
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class _Fit:
    """The line on one day, Σ lᵢ yᵢ, in Loader's terms.

    `influence` is what an answer on that very day adds per point, `variance` is Σ lᵢ².
    """

    value: float
    influence: float
    variance: float


def smooth(series: Series) -> list[list[SmoothPoint]]:
    """The line as unbroken segments, a point for every calendar day in them.

    Empty under 10 answers, or when they lie so far apart that there is nothing to smooth. The band
    is pointwise: line ± 1.96 σ √Σ lᵢ².
    """
    if len(series) < FEWEST:
        return []
    days = [on.toordinal() for on, _ in series]
    scores = [value for _, value in series]
    segments = [
        {day: _fit(day, days, scores) for day in range(first, last + 1)}
        for first, last in _unbroken(days)
    ]
    by_day = {day: fit for segment in segments for day, fit in segment.items()}
    sigma = _residual_deviation(scores, [by_day[day] for day in days])
    if sigma is None:
        return []
    return [[_point(day, fit, sigma) for day, fit in segment.items()] for segment in segments]


def _unbroken(days: Sequence[int]) -> list[tuple[int, int]]:
    """First and last day of each stretch without two missing days in a row."""
    breaks = [i for i in range(1, len(days)) if days[i] - days[i - 1] > LONGEST_STEP]
    starts, ends = [0, *breaks], [*breaks, len(days)]
    return [(days[start], days[end - 1]) for start, end in zip(starts, ends, strict=True)]


def _fit(day: int, days: Sequence[int], scores: Sequence[float]) -> _Fit:
    """Weighted least squares around `day`.

    Written around the weighted mean of the days, so that a lone answer far from all others gives
    its own value instead of dividing by zero.
    """
    start, end = bisect_left(days, day - REACH_DAYS), bisect_right(days, day + REACH_DAYS)
    offsets = [other - day for other in days[start:end]]
    kernel = [math.exp(-((offset / WIDTH_DAYS) ** 2) / 2) for offset in offsets]
    total = sum(kernel)
    middle = _dot(kernel, offsets) / total
    spread = _dot(kernel, ((offset - middle) ** 2 for offset in offsets)) / total
    slope = -middle / spread if spread else 0.0
    weights = [
        k / total * (1 + slope * (offset - middle))
        for k, offset in zip(kernel, offsets, strict=True)
    ]
    return _Fit(
        value=_dot(weights, scores[start:end]),
        influence=(1 - slope * middle) / total,
        variance=_dot(weights, weights),
    )


def _residual_deviation(scores: Sequence[float], fits: Sequence[_Fit]) -> float | None:
    """σ: the residuals' squares over n − 2 tr(L) + tr(LLᵀ) degrees of freedom."""
    squares = sum((score - fit.value) ** 2 for score, fit in zip(scores, fits, strict=True))
    freedom = sum(1 - 2 * fit.influence + fit.variance for fit in fits)
    return math.sqrt(squares / freedom) if freedom >= LEAST_FREEDOM else None


def _point(day: int, fit: _Fit, sigma: float) -> SmoothPoint:
    margin = Z_95 * sigma * math.sqrt(fit.variance)
    return SmoothPoint(
        on=date.fromordinal(day),
        value=_clip(fit.value),
        low=_clip(fit.value - margin),
        high=_clip(fit.value + margin),
    )


def _dot(left: Iterable[float], right: Iterable[float]) -> float:
    return sum(map(mul, left, right), 0.0)


def _clip(value: float) -> float:
    return min(max(value, float(LOW)), float(HIGH))
