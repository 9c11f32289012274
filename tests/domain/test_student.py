import pytest

from diary.domain.student import t_quantile

PRINTED = [(4, 2.776), (5, 2.571), (6, 2.447), (8, 2.306), (10, 2.228), (20, 2.086), (60, 2.000)]
"""Two-sided 95 % points as printed in textbooks, e.g. Snedecor and Cochran (1989), table A4."""


@pytest.mark.parametrize(("freedom", "printed"), PRINTED)
def test_quantiles_agree_with_the_printed_table(freedom: int, printed: float) -> None:
    assert t_quantile(0.975, freedom) == pytest.approx(printed, abs=0.001)


def test_the_lower_quantile_mirrors_the_upper() -> None:
    assert t_quantile(0.025, 7.5) == pytest.approx(-t_quantile(0.975, 7.5))
