"""Composite indices, from an indicator table to a published index.

A framework says which indicators make up an index; a spec adds the methods; computing it on a table gives a
result:

    tree = qx.group("wellbeing", [qx.indicator("income"), qx.indicator("pollution", better="low")])
    result = qx.compute(qx.Spec(tree, normalise=qx.normalise.MinMax(low=1)), df)
    result.scores, result.ranks, result.contributions(), result.lineage, result.explain("Oslo")
"""

from __future__ import annotations

try:
    from quindex import _core
except ImportError as e:
    raise ImportError(
        f"the compiled part of quindex cannot be loaded ({e}); build it: `pip install .` in the source folder"
    ) from e

from quindex import (
    aggregate,
    denominate,
    diagnose,
    draw,
    elicit,
    frontier,
    impute,
    missing,
    normalise,
    presets,
    screen,
    treat,
    vary,
    weigh,
)
from quindex.catalogue import catalogue
from quindex.columns import Columns
from quindex.errors import DataError, FileError, FrameworkError, NumericError, QuindexError, SpecError
from quindex.explanation import Explanation
from quindex.files import read_spec, write_spec
from quindex.fitted import Fitted
from quindex.framework import Node, group, indicator
from quindex.framework_table import framework_from_table, framework_to_table
from quindex.issues import Issue, Issues
from quindex.panel import PanelResult, growth
from quindex.preparing import (
    MultipleImputation,
    data_availability,
    flag_indicators,
    impute_multiple,
    impute_quality,
    prepare,
)
from quindex.ranking import Ranking, rank, weights
from quindex.recipe import Step, step
from quindex.result import Result
from quindex.run import compute, fit, validate
from quindex.spec import Spec

__version__: str = _core.__version__

__all__ = [
    "Columns",
    "DataError",
    "Explanation",
    "FileError",
    "Fitted",
    "FrameworkError",
    "Issue",
    "Issues",
    "MultipleImputation",
    "Node",
    "NumericError",
    "PanelResult",
    "QuindexError",
    "Ranking",
    "Result",
    "Spec",
    "SpecError",
    "Step",
    "__version__",
    "aggregate",
    "catalogue",
    "compute",
    "data_availability",
    "denominate",
    "diagnose",
    "draw",
    "elicit",
    "fit",
    "flag_indicators",
    "framework_from_table",
    "framework_to_table",
    "frontier",
    "group",
    "growth",
    "impute",
    "impute_multiple",
    "impute_quality",
    "indicator",
    "missing",
    "normalise",
    "prepare",
    "presets",
    "rank",
    "read_spec",
    "schema",
    "screen",
    "step",
    "treat",
    "validate",
    "vary",
    "weigh",
    "weights",
    "write_spec",
]


def schema() -> dict[str, object]:
    """JSON Schema (draft 2020-12) of spec files, for editors and validators."""
    return _core.schema()


def __dir__() -> list[str]:
    return __all__
