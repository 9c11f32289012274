"""The first week of the course beside the last, with what chance alone would explain.

Neighbouring days are alike, so a week holds less than seven independent answers. The scores are
taken as a trend plus a first-order autoregressive process, AR(1); the range of the difference
follows from that process's variance and lag-1 autocorrelation.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from operator import mul
from statistics import fmean

from diary.domain.course import BASELINE_DAYS
from diary.domain.smoothing import Series
from diary.domain.student import t_quantile

FEWEST_IN_A_WEEK = 4
"""A weekly mean of daily diaries holds with at least 4 of 7 days (Griffiths and others, 2022)."""

LEAST_DAYS_APART = 14
"""Between the middles of the two weeks, so that a whole week lies between them."""

FEWEST_FOR_A_RANGE = 28
"""With fewer answers the autocorrelation cannot be told from chance."""

TREND_PARAMETERS = 3
"""Level, slope and bend are taken out before the residuals are looked at.

On simulated 54-day courses a straight line leaves the range too wide where scores level off, and a
cubic leaves it too narrow where neighbouring days are very alike.
"""

ROUNDING = 1e-12
"""Residuals whose mean square is below this are zero but for rounding."""

HIGHEST_LIKENESS = 0.9
"""A higher lag-1 autocorrelation is a trend that was not taken out."""

LEAST_FREEDOM = 4.0
"""The t quantile is tabulated from here; with fewer degrees no range says anything."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Means of the two weeks, from how many answers, and last − first.

    `low` and `high` are the 95 % range of the difference, `None` under 28 answers.
    """

    first: float
    last: float
    first_n: int
    last_n: int
    difference: float
    low: float | None
    high: float | None


def compare(series: Series, start: date, today: date) -> Comparison | None:
    """The first 7 days from `start` against the last 7 to `today`, if there is enough of both."""
    week = timedelta(days=BASELINE_DAYS - 1)
    course = [(on, value) for on, value in series if start <= on <= today]
    first = [(on, value) for on, value in course if on <= start + week]
    last = [(on, value) for on, value in course if on >= today - week]
    if min(len(first), len(last)) < FEWEST_IN_A_WEEK:
        return None
    if (today - week - start).days < LEAST_DAYS_APART:
        return None
    before, now = (fmean(value for _, value in answers) for answers in (first, last))
    margin = _margin(course, len(first), len(last))
    return Comparison(
        first=before,
        last=now,
        first_n=len(first),
        last_n=len(last),
        difference=now - before,
        low=None if margin is None else now - before - margin,
        high=None if margin is None else now - before + margin,
    )


def _margin(course: Series, first_n: int, last_n: int) -> float | None:
    """Half of the 95 % range of the difference between the two weeks' means.

    `course` starts with the `first_n` answers of the first week and ends with the `last_n` of the
    last.
    """
    if len(course) < FEWEST_FOR_A_RANGE:
        return None
    days = [on.toordinal() for on, _ in course]
    basis = _trend_basis(days)
    residuals = _without([value for _, value in course], basis)
    likeness = _likeness(days, residuals)
    weights = [-1 / first_n] * first_n + [0.0] * (len(days) - first_n - last_n)
    weights += [1 / last_n] * last_n
    variance = _variance(days, residuals, basis, likeness) * _sum_variance(days, weights, likeness)
    freedom = _freedom(days, weights, likeness)
    return t_quantile(0.975, freedom) * math.sqrt(variance)


def _trend_basis(days: Sequence[int]) -> list[list[float]]:
    """Polynomials of growing degree over the days, made orthonormal (Gram–Schmidt)."""
    middle, half = fmean(days), (days[-1] - days[0]) / 2
    basis: list[list[float]] = []
    for degree in range(TREND_PARAMETERS):
        power = _without([((day - middle) / half) ** degree for day in days], basis)
        length = math.hypot(*power)
        basis.append([value / length for value in power])
    return basis


def _without(values: Sequence[float], basis: Sequence[Sequence[float]]) -> list[float]:
    """What is left of `values` once their part along each of the basis is taken out."""
    left = list(values)
    for direction in basis:
        along = sum(map(mul, left, direction))
        left = [value - along * part for value, part in zip(left, direction, strict=True)]
    return left


def _likeness(days: Sequence[int], residuals: Sequence[float]) -> float:
    """Lag-1 autocorrelation of the process behind the residuals, over neighbouring dates only.

    Residuals from k fitted parameters look less alike than the process by about (k + (k + 2)ρ)/n:
    Kendall (1954) and Marriott and Pope (1954), Biometrika 41, for k = 1, that is (1 + 3ρ)/n;
    Stine and Shaman (1989), Annals of Statistics 17, for a trend. Solved for ρ; never below 0, for
    good and bad days are not expected to take turns.
    """
    n, k = len(days), TREND_PARAMETERS
    neighbours = [
        residuals[i] * residuals[i + 1] for i, (a, b) in enumerate(pairwise(days)) if b - a == 1
    ]
    power = fmean(residual**2 for residual in residuals)
    if not neighbours or power < ROUNDING:
        return 0.0
    seen = fmean(neighbours) / power
    return min(max((seen + k / n) / (1 - (k + 2) / n), 0.0), HIGHEST_LIKENESS)


def _variance(
    days: Sequence[int],
    residuals: Sequence[float],
    basis: Sequence[Sequence[float]],
    likeness: float,
) -> float:
    """The process's variance: the residuals' squares over their expectation at variance 1.

    That is n − tr(H R) for the trend's hat matrix H and the AR(1) correlation matrix R.
    """
    taken_out = sum(_sum_variance(days, direction, likeness) for direction in basis)
    return sum(residual**2 for residual in residuals) / (len(days) - taken_out)


def _sum_variance(days: Sequence[int], weights: Sequence[float], likeness: float) -> float:
    """Variance of Σ wᵢ yᵢ for an AR(1) process of variance 1: Σᵢⱼ wᵢ wⱼ ρ^|dayᵢ − dayⱼ|."""
    total, earlier, previous = 0.0, 0.0, days[0]
    for day, weight in zip(days, weights, strict=True):
        earlier *= likeness ** (day - previous)
        total += weight * (weight + 2 * earlier)
        earlier += weight
        previous = day
    return total


def _freedom(days: Sequence[int], weights: Sequence[float], likeness: float) -> float:
    """Effective degrees of freedom of the estimated variance.

    Satterthwaite (1946), Biometrics Bulletin 2: 2 / Var(log variance). In terms of ρ and of the
    innovations' variance σ², which are nearly independent, the log variance is log σ² + log g(ρ),
    with Var(log σ²) = 2/(n − k − 1) and Var(ρ) = (1 − ρ²)/n (Bartlett, 1946).
    """
    n, step = len(days), 0.01

    def log_g(rho: float) -> float:
        return math.log(_sum_variance(days, weights, rho) / (1 - rho**2))

    slope = (log_g(likeness + step) - log_g(max(likeness - step, 0.0))) / (
        step + min(step, likeness)
    )
    uncertainty = 2 / (n - TREND_PARAMETERS - 1) + slope**2 * (1 - likeness**2) / n
    return max(2 / uncertainty, LEAST_FREEDOM)
