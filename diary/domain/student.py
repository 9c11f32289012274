"""Quantiles of Student's t distribution."""

from statistics import NormalDist


def t_quantile(probability: float, freedom: float) -> float:
    """The quantile for `freedom` ≥ 4 degrees, which need not be a whole number.

    Abramowitz and Stegun, "Handbook of Mathematical Functions" (1964), 26.7.5: with four terms it
    is within 0.001 of the tables at 4 degrees and closer above.
    """
    z = NormalDist().inv_cdf(probability)
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160,
    )
    return z + sum(term / freedom**power for power, term in enumerate(terms, start=1))
