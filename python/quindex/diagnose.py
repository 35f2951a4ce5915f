"""Questions to ask of indicators and scores before an index is published.

Every function takes a frame (pandas, polars, pyarrow, a dict of columns) with a column per indicator, or a
result, whose scores it then looks at, and gives frames of the same library back. `columns` says which columns
of a frame or which nodes of a result; without it all columns but the units' labels, or all indicators.
"""

from __future__ import annotations

from quindex._diagnosis import Diagnosis
from quindex._diagnosis_columns import (
    adequacy,
    components,
    correlations,
    disparity,
    factors,
    flagged_pairs,
    links,
    reliability,
    statistics,
    variance_inflation,
)
from quindex._diagnosis_scores import (
    cluster_column,
    clusters,
    compare,
    compare_ranks,
    coupling,
    importance,
    k_means,
    levels,
    obstacles,
)

__all__ = [
    "Diagnosis",
    "adequacy",
    "cluster_column",
    "clusters",
    "compare",
    "compare_ranks",
    "components",
    "correlations",
    "coupling",
    "disparity",
    "factors",
    "flagged_pairs",
    "importance",
    "k_means",
    "levels",
    "links",
    "obstacles",
    "reliability",
    "statistics",
    "variance_inflation",
]


def __dir__() -> list[str]:
    return __all__
