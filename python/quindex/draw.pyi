"""How likely each value of a number that is not known is. Written by `python -m quindex._stubs`; not to be edited."""

from collections.abc import Callable
from typing import Any, Literal, Self

from quindex.methods import Method

__all__ = [
    "Beta",
    "Empirical",
    "Lognormal",
    "Normal",
    "Triangular",
    "Uniform",
]


class Uniform(Method):
    """Every value between two ends is as likely as any other.

    Parameters
    ----------
    low: The lowest value.
    high: The highest value.

    Formula: F^{-1}(u) = a + u (b - a)

    The mean is the middle, the standard deviation the width divided by the root of 12. What is usually taken
    when no more is known than the two ends. Where the number has to be whole it is rounded, which gives the
    two ends half the chance of the others: use the ends 0.5 below and above, or `options`.

    Reference: Johnson, Kotz and Balakrishnan (1995), Continuous Univariate Distributions, volume 2, chapter
    26"""

    def __init__(self, *, low: float = 0.0, high: float = 1.0) -> None: ...
    def replace(self, *, low: float = ..., high: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def low(self) -> float:
        """The lowest value."""
    @property
    def high(self) -> float:
        """The highest value."""


class Normal(Method):
    """Normal around a mean, cut off at a lowest and a highest value where there are any.

    Parameters
    ----------
    mean: The mean, before anything is cut off.
    sd: The standard deviation, before anything is cut off. (above 0)
    low: The lowest value; none when left out.
    high: The highest value; none when left out.

    Formula: F^{-1}(u) = \\mu + \\sigma\\,\\Phi^{-1}(\\Phi(\\alpha) + u\\,(\\Phi(\\beta) -
    \\Phi(\\alpha))),\\quad
    \\alpha = (a - \\mu)/\\sigma,\\ \\beta = (b - \\mu)/\\sigma

    What is cut off is spread over what is left in proportion, not piled up at the ends; with ends, mean and
    standard deviation are those before the cut. Without ends the coordinates there are reach 8.2 standard
    deviations, so a parameter with a range needs them. Far in a tail the last bits of a truncated number may
    differ between machines.

    Reference: Johnson, Kotz and Balakrishnan (1994), Continuous Univariate Distributions, volume 1, section
    13.10"""

    def __init__(self, *, mean: float = 0.0, sd: float = 1.0, low: float | None = None, high: float | None = None) -> None: ...
    def replace(self, *, mean: float = ..., sd: float = ..., low: float | None = ..., high: float | None = ...) -> Self: ...  # type: ignore[override]
    @property
    def mean(self) -> float:
        """The mean, before anything is cut off."""
    @property
    def sd(self) -> float:
        """The standard deviation, before anything is cut off."""
    @property
    def low(self) -> float | None:
        """The lowest value; none when left out."""
    @property
    def high(self) -> float | None:
        """The highest value; none when left out."""


class Triangular(Method):
    """Most likely at one value, ever less so towards two ends.

    Parameters
    ----------
    low: The lowest value.
    mode: The most likely value.
    high: The highest value.

    Formula: F^{-1}(u) = a + \\sqrt{u (b - a)(c - a)} \\text{ up to } u = \\tfrac{c - a}{b - a},\\quad
    b - \\sqrt{(1 - u)(b - a)(b - c)} \\text{ beyond}

    The mean is (low + mode + high) / 3. For experts who can say what is likeliest and what is hardly
    possible. The mode may be one of the ends.

    Reference: Kotz and van Dorp (2004), Beyond Beta: Other Continuous Families of Distributions, chapter 1"""

    def __init__(self, *, low: float = 0.0, mode: float = 0.5, high: float = 1.0) -> None: ...
    def replace(self, *, low: float = ..., mode: float = ..., high: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def low(self) -> float:
        """The lowest value."""
    @property
    def mode(self) -> float:
        """The most likely value."""
    @property
    def high(self) -> float:
        """The highest value."""


class Beta(Method):
    """Between two ends, in the shape that two parameters give.

    Parameters
    ----------
    alpha: How much is pulled towards the highest value. (at least 0.001 and at most 1e+06)
    beta: How much is pulled towards the lowest value. (at least 0.001 and at most 1e+06)
    low: The lowest value.
    high: The highest value.

    Formula: F^{-1}(u) = a + (b - a)\\, I^{-1}_u(\\alpha, \\beta)

    The mean is low + (high - low) alpha / (alpha + beta). Both 1 is uniform, both 2 a hill in the middle,
    both below 1 heaps at the ends. A least, a likeliest and a greatest value m (PERT) are alpha = 1 + 4 (m -
    low) / (high - low) and beta = 6 - alpha. The last bits may differ between machines.

    Reference: Johnson, Kotz and Balakrishnan (1995), Continuous Univariate Distributions, volume 2, chapter
    25"""

    def __init__(self, *, alpha: float = 2.0, beta: float = 2.0, low: float = 0.0, high: float = 1.0) -> None: ...
    def replace(self, *, alpha: float = ..., beta: float = ..., low: float = ..., high: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def alpha(self) -> float:
        """How much is pulled towards the highest value."""
    @property
    def beta(self) -> float:
        """How much is pulled towards the lowest value."""
    @property
    def low(self) -> float:
        """The lowest value."""
    @property
    def high(self) -> float:
        """The highest value."""


class Lognormal(Method):
    """A positive number whose logarithm is normal.

    Parameters
    ----------
    log_mean: The mean of the logarithm. (at least -100 and at most 100)
    log_sd: The standard deviation of the logarithm. (at least 1e-09 and at most 10)

    Formula: F^{-1}(u) = \\exp(\\mu + \\sigma\\,\\Phi^{-1}(u))

    The median is exp(log_mean), the mean exp(log_mean + log_sd^2 / 2). For factors that may be twice as high
    as easily as half as high: log_sd = ln(2) / 1.96 puts 95 % between a half and twice the median.

    Reference: Johnson, Kotz and Balakrishnan (1994), Continuous Univariate Distributions, volume 1, chapter
    14"""

    def __init__(self, *, log_mean: float = 0.0, log_sd: float = 1.0) -> None: ...
    def replace(self, *, log_mean: float = ..., log_sd: float = ...) -> Self: ...  # type: ignore[override]
    @property
    def log_mean(self) -> float:
        """The mean of the logarithm."""
    @property
    def log_sd(self) -> float:
        """The standard deviation of the logarithm."""


class Empirical(Method):
    """One of the values that were seen, each with its probability.

    Parameters
    ----------
    values: The values, ascending.
    probabilities: Of each value, summing to 1; empty for equal ones. (at least 0 and at most 1)

    Formula: F^{-1}(u) = \\min\\{x_k : p_1 + \\dots + p_k \\ge u\\}

    Values ascend, and may stand there several times; nothing is drawn between them. Without probabilities all
    are equally likely, so that a sample can be given as it is, sorted.

    Reference: Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapter 4"""

    def __init__(self, *, values: tuple[float, ...] = (0.0, 1.0), probabilities: tuple[float, ...] = ()) -> None: ...
    def replace(self, *, values: tuple[float, ...] = ..., probabilities: tuple[float, ...] = ...) -> Self: ...  # type: ignore[override]
    @property
    def values(self) -> tuple[float, ...]:
        """The values, ascending."""
    @property
    def probabilities(self) -> tuple[float, ...]:
        """Of each value, summing to 1; empty for equal ones."""
