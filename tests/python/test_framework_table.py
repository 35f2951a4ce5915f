"""A framework as a flat table: read from any frame, and written back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest
import quindex as qx
from conftest import says

CODES = ["wellbeing", "income", "life", "pollution", "schooling"]
COLUMNS: dict[str, Any] = {
    "parent": ["", "wellbeing", "wellbeing", "life", "life"],
    "weight": [1.0, 1.0, 3.0, 1.0, 2.0],
    "direction": ["high", "high", "", "low", "[6.5, 8.5]"],
    "unit": ["", "$", "", "µg/m³", "years"],
    "name_en": ["Well-being", "Income", "Life", "Pollution", "Schooling"],
    "name_zh": ["福祉", "收入", "生活", "污染", "教育"],
    "goalpost_low": [None, 100.0, None, None, None],
    "goalpost_high": [None, 75000.0, None, None, None],
    "target": [None, None, None, 10.0, None],
}
TREE = qx.group(
    "wellbeing",
    [
        qx.indicator("income", unit="$", names={"en": "Income", "zh": "收入"}, goalposts=(100, 75000)),
        qx.group(
            "life",
            [
                qx.indicator("pollution", better="low", unit="µg/m³", names={"en": "Pollution", "zh": "污染"}, target=10),
                qx.indicator("schooling", better=(6.5, 8.5), weight=2, unit="years", names={"en": "Schooling", "zh": "教育"}),
            ],
            weight=3,
            names={"en": "Life", "zh": "生活"},
        ),
    ],
    names={"en": "Well-being", "zh": "福祉"},
)  # fmt: skip


def renamed(frame: Any) -> Any:
    """The frame with its codes in a column `code`."""
    if isinstance(frame, pd.DataFrame):
        return frame.reset_index(names="code")
    if isinstance(frame, dict):
        return {"code": frame["country"], **{k: v for k, v in frame.items() if k != "country"}}
    return frame.rename({"country": "code"}) if hasattr(frame, "rename") else frame.rename_columns({"country": "code"})


def test_any_frame_is_read(frame: Callable[..., Any]) -> None:
    assert qx.framework_from_table(renamed(frame(CODES, COLUMNS))) == TREE


def test_rows_may_come_in_any_order() -> None:
    table = pd.DataFrame({"code": CODES, **COLUMNS}).iloc[[4, 0, 2, 1, 3]]
    assert sorted(qx.framework_from_table(table).codes) == sorted(CODES)


def test_writing_and_reading_gives_the_same(frame: Callable[..., Any]) -> None:
    table = qx.framework_to_table(TREE, like=frame(["x"], {"y": [1.0]}))
    assert type(table).__module__.split(".")[0] in ("pandas", "polars", "pyarrow", "quindex")
    assert qx.framework_from_table(table) == TREE


def test_spaces_around_codes_do_not_matter() -> None:
    table = {"code": [" a", "x "], "parent": ["", "a "]}
    assert qx.framework_from_table(table) == qx.group("a", ["x"])


def test_only_code_and_parent_are_needed() -> None:
    table = {"code": ["a", "x", "y"], "parent": ["", "a", "a"]}
    assert qx.framework_from_table(table) == qx.group("a", ["x", "y"])


@pytest.mark.parametrize(
    ("cell", "better"),
    [("high", "high"), ("low", "low"), ("+", "high"), ("-", "low"), ("正", "high"), ("负", "low"), (1, "high"), (-1, "low"),
     ("+1", "high"), ("1.0", "high"), ("-1.0", "low"), (1.0, "high"), ("−1", "low"), ("[1, 1]", (1.0, 1.0)),
     ("7", 7.0), (7.5, 7.5), ("[6.5, 8.5]", (6.5, 8.5))],
)  # fmt: skip
def test_directions(cell: Any, better: Any) -> None:
    table = {"code": ["a", "x"], "parent": ["", "a"], "direction": ["", cell]}
    assert qx.framework_from_table(table)["x"].better == better


@pytest.mark.parametrize(
    ("table", "text"),
    [
        ({"code": ["a"]}, "framework: there is no column 'parent'; a table of a framework has the columns code and parent"),
        ({"code": ["a", "x"], "parent": ["", "a"], "wieght": [1, 1]}, "framework: unknown column 'wieght'; did you mean 'weight'?"),
        ({"code": ["a", "x"], "parent": ["", "a"], "name_": ["", "X"]}, "framework: unknown column 'name_'; did you mean 'name'?"),
        ({"code": ["a", "x"], "parent": ["", "b"]}, "x: its parent 'b' has no row; there are 'a', 'x'"),
        ({"code": ["a", "b"], "parent": ["b", "a"]}, "framework: every row has a parent, so the rows run in a circle; leave the parent of the index empty"),
        ({"code": ["r", "x", "a", "b"], "parent": ["", "r", "b", "a"]}, "a: its parents run in a circle and never reach 'r'; mend the column 'parent'"),
        ({"code": ["a", "b"], "parent": ["", ""]}, "framework: two rows have no parent: 'a' and 'b'; only the index itself has none"),
        ({"code": ["a", "x", "x"], "parent": ["", "a", "a"]}, "x: the code stands in two rows; give every row a code of its own"),
        ({"code": ["a", None], "parent": ["", "a"]}, "framework: row 2 has no code; give every row one"),
        ({"code": ["a", "x"], "parent": ["", "a"], "weight": [1, "two"]}, "x.weight: found 'two'; expected a number"),
        ({"code": ["a", "x"], "parent": ["", "a"], "goalpost_low": [None, 1]}, "x.goalposts: one of the goalposts is missing; give both, or neither"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(table: dict[str, Any], text: str) -> None:
    with says(qx.FrameworkError, text):
        qx.framework_from_table(table)


@pytest.mark.parametrize("column", ["weight", "target"])
@pytest.mark.parametrize("cell", ["inf", "nan", "1e400", "1_0", True, float("inf"), b"1"])
def test_cells_that_are_no_finite_numbers_name_the_node(column: str, cell: Any) -> None:
    with says(qx.FrameworkError, f"x.{column}: found {cell!r}; expected a number"):
        qx.framework_from_table({"code": ["a", "x"], "parent": ["", "a"], column: [None, cell]})


def test_an_optimum_at_a_sign_survives_a_table() -> None:
    tree = qx.group("a", [qx.indicator("x", better=(1, 1)), qx.indicator("y", better=(-1, -1))])
    assert qx.framework_from_table(qx.framework_to_table(tree)) == tree


def test_a_misspelt_direction_names_the_node() -> None:
    with pytest.raises(qx.FrameworkError, match=r"^x.direction: unknown direction 'hihg'; did you mean 'high'\?"):
        qx.framework_from_table({"code": ["a", "x"], "parent": ["", "a"], "direction": ["", "hihg"]})
