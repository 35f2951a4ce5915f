"""Errors carry their parts, are caught as what Python calls them, and survive being sent to another process."""

from __future__ import annotations

import pickle

import pytest
import quindex as qx

KINDS = [
    (qx.SpecError, ValueError),
    (qx.FrameworkError, ValueError),
    (qx.DataError, ValueError),
    (qx.NumericError, ArithmeticError),
    (qx.FileError, OSError),
]


@pytest.mark.parametrize(("kind", "python"), KINDS)
def test_every_kind_is_a_quindex_error_and_one_of_pythons(kind: type, python: type) -> None:
    assert issubclass(kind, qx.QuindexError)
    assert issubclass(kind, python)


@pytest.mark.parametrize(("kind", "_"), KINDS)
def test_the_text_is_where_what_hint(kind: type[qx.QuindexError], _: type) -> None:
    error = kind.about("a.b", "7 is wrong", "write 8", 7)
    assert str(error) == "a.b: 7 is wrong; write 8"
    assert (error.where, error.what, error.hint, error.value) == ("a.b", "7 is wrong", "write 8", 7)


@pytest.mark.parametrize(("kind", "_"), KINDS)
def test_errors_are_pickled_whole(kind: type[qx.QuindexError], _: type) -> None:
    again = pickle.loads(pickle.dumps(kind.about("a", "b", "c", 1)))
    assert type(again) is kind
    assert str(again) == "a: b; c"
    assert (again.where, again.what, again.hint, again.value) == ("a", "b", "c", 1)


def test_errors_of_the_core_name_place_value_and_way_out() -> None:
    with pytest.raises(qx.SpecError) as caught:
        qx.normalise.MinMax(hihg=3)
    assert caught.value.where == "MinMax.hihg"
    assert caught.value.what == "min_max has no such parameter"
    assert caught.value.hint == "did you mean 'high'?"
    assert caught.value.value == 3


def test_the_value_of_a_nested_place_is_found() -> None:
    data = {
        "quindex": 1,
        "framework": {"code": "a", "children": [{"code": "x"}]},
        "normalise": {"method": "min_max", "low": "one"},
    }
    with pytest.raises(qx.SpecError) as caught:
        qx.Spec.from_data(data)
    assert caught.value.where == "normalise.low"
    assert caught.value.value == "one"


def test_validate_lists_the_problems_of_the_spec_and_of_the_table() -> None:
    tree = qx.group("w", [qx.indicator("a"), qx.indicator("b"), qx.indicator("c")])
    spec = qx.Spec(tree, normalise={"zz": "rank"})
    data = {"unit": ["U", "V"], "a": [1.0, "x"]}
    assert [issue.where for issue in qx.validate(spec, data, unit="unit")] == [
        "normalise.except.zz",
        "indicators/b",
        "indicators/c",
        "indicators/a/V",
    ]
