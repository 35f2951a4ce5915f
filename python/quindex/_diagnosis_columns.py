"""Diagnoses of columns: statistics, correlations, reliability, components, factors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from quindex import _core
from quindex._diagnosis import Diagnosis, columns_of
from quindex.plain_numbers import floats, number, whole_number


def statistics(
    data: Any,
    columns: Sequence[str] | None = None,
    *,
    unit: str | None = None,
    least_present: float = 0.65,
    least_non_zero: float = 0.5,
    least_distinct: float = 0.5,
    most_skewness: float = 2,
    most_kurtosis: float = 3.5,
) -> Any:
    """A row per column: counts, range, quantiles, mean, spread, shape, and flags where a limit is passed."""
    own = columns_of(data, columns, unit)
    limits = (
        number("statistics.least_present", least_present),
        number("statistics.least_non_zero", least_non_zero),
        number("statistics.least_distinct", least_distinct),
        number("statistics.most_skewness", most_skewness),
        number("statistics.most_kurtosis", most_kurtosis),
    )
    return own.native.plain(_core.diagnose_statistics(own.table, *limits))


def correlations(
    data: Any,
    columns: Sequence[str] | None = None,
    *,
    kind: str = "pearson",
    rows: str = "pairwise",
    level: float = 0.95,
    unit: str | None = None,
) -> Diagnosis:
    """Correlations of all columns: r, n (rows they rest on), p, low and high (ends of the interval), frames each.

    kind: "pearson", "spearman" or "kendall" (tau-b). rows: "pairwise" uses the rows of each pair, "complete"
    those without any gap. p is two-sided.
    """
    own = columns_of(data, columns, unit)
    found = _core.diagnose_correlations(own.table, kind, rows, number("correlations.level", level))
    native = own.by_column()
    frames = {name: native.matrix(own.columns, found[name]) for name in ("r", "n", "p", "low", "high")}
    return Diagnosis(f"{kind} correlations of {len(own.columns)} columns", {}, frames)


def flagged_pairs(
    data: Any,
    columns: Sequence[str] | None = None,
    *,
    kind: str = "pearson",
    rows: str = "pairwise",
    collinear: float = 0.92,
    negative: float = 0.0,
    significance: float = 0.05,
    unit: str | None = None,
) -> Any:
    """A row per pair that is nearly the same twice ("collinear") or that pulls against each other ("negative")."""
    own = columns_of(data, columns, unit)
    found = _core.diagnose_flagged_pairs(
        own.table,
        kind,
        rows,
        number("flagged_pairs.collinear", collinear),
        number("flagged_pairs.negative", negative),
        number("flagged_pairs.significance", significance),
    )
    return own.native.plain(found)


def links(
    data: Any,
    outside: Any,
    columns: Sequence[str] | None = None,
    *,
    outside_columns: Sequence[str] | None = None,
    kind: str = "pearson",
    level: float = 0.95,
    unit: str | None = None,
) -> Any:
    """A row per column and outside variable: their correlation over the units of both, matched by label."""
    own, other = columns_of(data, columns, unit), columns_of(outside, outside_columns, unit)
    found = _core.diagnose_links(own.table, other.table, kind, number("links.level", level))
    m = len(other.columns)
    return own.native.plain(
        {
            "column": [name for name in own.columns for _ in range(m)],
            "outside": other.columns * len(own.columns),
            **{name: found[name].ravel(order="C") for name in ("r", "n", "p", "low", "high")},
        }
    )


def reliability(
    data: Any,
    columns: Sequence[str] | None = None,
    *,
    rows: str = "complete",
    level: float = 0.95,
    omega_factors: int = 1,
    unit: str | None = None,
) -> Diagnosis:
    """Whether the columns measure one thing: Cronbach's alpha and kin.

    Numbers: n, alpha with Feldt's interval alpha_low and alpha_high, standardised_alpha, average_correlation,
    lambdas (Guttman's 1 to 6, for columns of equal variance), omega and omega_hierarchical (with 3 or more
    omega_factors). The frame items has a row per column: alpha if it is dropped, its correlation with the sum
    of the others, and what the others explain of it.
    """
    own = columns_of(data, columns, unit)
    level = number("reliability.level", level)
    found = _core.diagnose_reliability(own.table, rows, level, whole_number("reliability.omega_factors", omega_factors))
    items = own.native.plain(found.pop("items"))
    return Diagnosis(f"reliability of {len(own.columns)} columns", found, {"items": items})


def adequacy(
    data: Any, columns: Sequence[str] | None = None, *, rows: str = "complete", unit: str | None = None
) -> Diagnosis:
    """Whether the columns are fit for factor analysis: kmo (a frame by column, too), Bartlett's chi-square, df, p."""
    own = columns_of(data, columns, unit)
    found = _core.diagnose_adequacy(own.table, rows)
    by_column = own.native.plain({"column": own.columns, "kmo": found.pop("kmo_columns")})
    return Diagnosis(f"adequacy of {len(own.columns)} columns", found, {"columns": by_column})


def variance_inflation(
    data: Any, columns: Sequence[str] | None = None, *, rows: str = "complete", unit: str | None = None
) -> Any:
    """A row per column: its variance inflation factor."""
    own = columns_of(data, columns, unit)
    found = _core.diagnose_variance_inflation(own.table, rows)
    return own.native.plain({"column": own.columns, "variance_inflation": found})


def components(
    data: Any,
    columns: Sequence[str] | None = None,
    *,
    rows: str = "complete",
    replicates: int = 100,
    quantile: float = 0.95,
    seed: int = 1,
    unit: str | None = None,
) -> Diagnosis:
    """Principal components of the standardised columns, and how many are more than chance (parallel analysis).

    Numbers: n, above_one (Kaiser's rule), retained (parallel analysis; replicates=0 leaves it out). Frames:
    eigenvalues with their shares and those of random numbers; loadings and vectors, a row per column.
    """
    own = columns_of(data, columns, unit)
    replicates, seed = whole_number("components.replicates", replicates), whole_number("components.seed", seed)
    quantile = number("components.quantile", quantile)
    found = _core.diagnose_components(own.table, rows, replicates, quantile, seed)
    names = [f"PC{k + 1}" for k in range(len(own.columns))]
    curve = {name: found[name] for name in ("eigenvalues", "share", "cumulative", "random_mean", "random_quantile")}
    curve = {name: x for name, x in curve.items() if len(x)}
    curve["eigenvalue"] = curve.pop("eigenvalues")
    native = own.by_column()
    frames = {
        "eigenvalues": own.native.plain({"component": names, "eigenvalue": curve.pop("eigenvalue"), **curve}),
        "loadings": native.matrix(names, found["loadings"]),
        "vectors": native.matrix(names, found["vectors"]),
    }
    numbers = {name: found[name] for name in ("n", "above_one", "retained")}
    return Diagnosis(f"components of {len(own.columns)} columns", numbers, frames)


def factors(
    data: Any,
    columns: Sequence[str] | None = None,
    *,
    factors: int = 0,
    extraction: str = "minres",
    rotation: str = "varimax",
    power: float = 4,
    gamma: float = 0,
    rows: str = "complete",
    seed: int = 1,
    unit: str | None = None,
) -> Diagnosis:
    """Factor analysis; 0 factors means as many as parallel analysis retains.

    extraction: "minres" or "maximum_likelihood" (with chi_square, df, p). rotation: "none", "varimax", "promax"
    (to a power) or "oblimin" (with its gamma). Frames: loadings (the pattern), structure, correlations (of the
    factors), columns (communality and uniqueness), variance (what each factor explains).
    """
    own = columns_of(data, columns, unit)
    factors, seed = whole_number("factors.factors", factors), whole_number("factors.seed", seed)
    power, gamma = number("factors.power", power), number("factors.gamma", gamma)
    found = _core.diagnose_factors(own.table, factors, extraction, rotation, power, gamma, rows, seed)
    names = [f"F{k + 1}" for k in range(len(found["variance"]))]
    native, between = own.by_column(), own.native.labelled("factor", names)
    by_column = np.column_stack([found["communality"], found["uniqueness"]])
    by_factor = np.column_stack([found["variance"], found["share"]])
    frames = {
        "loadings": native.matrix(names, found["loadings"]),
        "structure": native.matrix(names, found["structure"]),
        "correlations": between.matrix(names, found["correlations"]),
        "columns": native.matrix(["communality", "uniqueness"], by_column),
        "variance": between.matrix(["variance", "share"], by_factor),
    }
    numbers = {name: found[name] for name in ("n", "residual", "chi_square", "df", "p", "without_error")}
    return Diagnosis(f"{len(names)} factors of {len(own.columns)} columns", numbers, frames)


def disparity(amounts: Sequence[float], sizes: Sequence[float]) -> float:
    """The weighted coefficient of variation of amounts per head (差异系数); 0 when all have the same."""
    return _core.diagnose_disparity(floats("disparity.amounts", amounts), floats("disparity.sizes", sizes))
