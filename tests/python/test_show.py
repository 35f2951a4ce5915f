"""Tables as text and HTML, and tables without a frame library."""

from __future__ import annotations

import math

import numpy as np
import quindex as qx
from quindex.columns import label
from quindex.show import decimals, html_table, text_table, width


def test_texts_are_aligned_left_and_numbers_right() -> None:
    assert text_table(["unit", "x"], [["A", "Bee"], [1.0, 22.5]]) == "unit      x\nA      1.00\nBee   22.50"


def test_chinese_takes_two_places() -> None:
    assert width("浙江ab") == 6
    assert width("e\u0301") == 1
    assert text_table(["省"], [["浙江"]]) == "省\n浙江"


def test_missing_is_a_dot() -> None:
    assert text_table(["a", "b"], [[math.nan, 1.5], [None, "x"]]) == "    a  b\n    .  .\n1.500  x"


def test_decimals_show_about_four_digits() -> None:
    assert [decimals(x) for x in ([1, 2.0], [123.4], [12.3], [1.5], [0.1], [])] == [0, 1, 2, 3, 4, 0]


def test_html_is_escaped() -> None:
    assert "a&lt;b" in html_table(["a<b"], [["x"]])


def test_columns_print_as_a_table() -> None:
    table = qx.Columns({"unit": ["A", "B"], "x": np.array([1.0, math.nan])})
    assert repr(table) == "unit  x\nA     1\nB     ."
    assert len(table) == 2
    assert table.columns == ["unit", "x"]
    assert next(iter(table.rows())) == ("A", 1.0)
    assert table._repr_html_().count("<tr>") == 3
    long = qx.Columns({"x": list(range(50))})
    assert repr(long).endswith("\n… 30 more rows")
    assert repr(qx.Columns({"x": []})) == "Columns(['x']), no rows"


def test_labels() -> None:
    assert [label(x) for x in ("a", 1, 1.0, 1.5, ("a", 2), np.int64(3))] == [
        "a",
        "1",
        "1",
        "1.5",
        "a / 2",
        "3",
    ]
