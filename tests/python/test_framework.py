"""Frameworks: trees of groups and indicators, as values."""

from __future__ import annotations

import pickle
from typing import Any

import numpy as np
import pytest
import quindex as qx
from conftest import says
from quindex import group, indicator

FULL = indicator(
    "ph",
    better=(6.5, 8.5),
    weight=2,
    name="pH",
    names={"zh": "酸碱度"},
    unit="1",
    target=7,
    goalposts=(0, 14),
)


def test_a_node_has_what_was_given() -> None:
    assert FULL.code == "ph"
    assert FULL.better == (6.5, 8.5)
    assert FULL.weight == 2.0
    assert FULL.name == "pH"
    assert FULL.names == {"zh": "酸碱度"}
    assert FULL.unit == "1"
    assert FULL.target == 7.0
    assert FULL.goalposts == (0.0, 14.0)
    assert not FULL.is_group


@pytest.mark.parametrize("better", ["high", "low", 7.0, (6.5, 8.5)])
def test_directions(better: Any) -> None:
    assert indicator("x", better=better).better == better


def test_a_tree_knows_its_nodes(tree: qx.Node) -> None:
    assert tree.codes == ["wellbeing", "income", "life", "pollution", "schooling"]
    assert tree.indicators == ["income", "pollution", "schooling"]
    assert tree["pollution"].better == "low"
    assert "life" in tree
    assert "death" not in tree
    assert [depth for _, depth in tree.walk()] == [0, 1, 1, 2, 2]


def test_texts_stand_for_indicators() -> None:
    assert group("a", ["x", "y"]) == group("a", [indicator("x"), indicator("y")])


def test_repr_evaluates_back(tree: qx.Node) -> None:
    for node in (tree, FULL, group("g", [FULL, tree], better="low", weight=0.5, target=3)):
        assert eval(repr(node), {"group": group, "indicator": indicator}) == node


def test_equal_nodes_hash_alike_and_pickle(tree: qx.Node) -> None:
    again = pickle.loads(pickle.dumps(tree))
    assert again == tree
    assert hash(again) == hash(tree)
    assert tree != group("wellbeing", ["income"])
    assert tree != "wellbeing"


def test_plain_data_gives_the_node_back(tree: qx.Node) -> None:
    assert qx.Node.from_data(tree.to_data()) == tree
    assert qx.Node.from_data(FULL.to_data()) == FULL


def test_replace(tree: qx.Node) -> None:
    assert FULL.replace(weight=3).weight == 3.0
    assert FULL.replace(target=None).target is None
    assert tree.replace(name="Life").children == tree.children


def test_nodes_never_change(tree: qx.Node) -> None:
    with pytest.raises(AttributeError, match="never changes"):
        tree.code = "x"  # type: ignore[misc]


def test_text_shows_the_tree(tree: qx.Node) -> None:
    assert str(tree) == ("wellbeing  Well-being\n├─ income\n└─ life\n   ├─ pollution ↓\n   └─ schooling")
    assert str(FULL) == "ph → (6.5, 8.5) × 2  pH (1)"


def test_html_is_escaped() -> None:
    assert group("a<b", ["x&y"])._repr_html_() == "<ul><li>a&lt;b</li><ul><li>x&amp;y</li></ul></ul>"


@pytest.mark.parametrize(
    ("make", "text"),
    [
        (lambda: indicator("a", better="hihg"), "framework.a.better: unknown direction 'hihg'; did you mean 'high'? (or an optimal point 7, or an optimal interval [6.5, 8.5])"),
        (lambda: indicator("a", better=(8, 6)), "framework.a.better: the optimal interval [8, 6] is reversed; write the lower end first"),
        (lambda: group("a", []), "a: the group has no children; add an indicator or remove the group"),
        (lambda: group("a", ["x", "x"]), "x: the code stands twice in the framework; give every node a code of its own"),
        (lambda: group("a", ["a"]), "a: the code stands twice in the framework; give every node a code of its own"),
        (lambda: group("a", [""]), "framework: a node has an empty code; give every node a code"),
        (lambda: group("a", [indicator("x", weight=-1)]), "x: the weight -1 is not a number of 0 or more; weights are relative to the siblings'"),
        (lambda: group("a", [indicator("x", weight=0)]), "a: the weights of all children are 0; give at least one child a positive weight"),
        (lambda: group("a", [indicator("x", goalposts=(5, 1))]), "x: the goalposts [5, 1] are reversed; write the smaller value first; better='low' turns the direction"),
        (lambda: group("a", [indicator("x", goalposts=(5, 5))]), "x: the goalposts [5, 5] are equal; write the smaller value first; better='low' turns the direction"),
        (lambda: group("a", ["x"], better=7), "a: a group cannot have an optimal interval; give it to the indicators"),
        (lambda: group("a", "x"), "framework.a.children: found 'x'; write a list of nodes"),
        (lambda: group("a", [3]), "framework.a.children: found 3; write indicator(...), group(...) or the code of an indicator"),
        (lambda: group("a", ["x"])["y"], "a: there is no node 'y' below it; there are 'a', 'x'"),
        (lambda: group("a", ["x"]).replace(wieght=2), "a.wieght: a node has no such option; did you mean 'weight'?"),
        (lambda: qx.Node.from_data({"kode": "a"}), "framework: the key 'code' is missing; give every node a code"),
        (lambda: qx.Node.from_data({"code": "a", "wieght": 2}), "framework.a.wieght: a node has no such key; did you mean 'weight'?"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(make: Any, text: str) -> None:
    with says(qx.FrameworkError, text):
        make()


@pytest.mark.parametrize(
    ("make", "text"),
    [
        (lambda: indicator("a", weight=float("nan")), "framework.a.weight: the number is nan; write a finite number, or leave it out"),
        (lambda: indicator("a", weight="two"), "framework.a.weight: found a text 'two'; expected a number"),
        (lambda: indicator("a", goalposts=(1, 2, 3)), "framework.a.goalposts: found a list of 3; expected a list of two numbers"),
        (lambda: indicator("a", names=["x"]), "framework.a.names: found a list; expected an object"),
        (lambda: indicator(3), "framework.code: found a number 3; expected a text"),
    ],
)  # fmt: skip
def test_options_of_the_wrong_kind(make: Any, text: str) -> None:
    with says(qx.SpecError, text):
        make()


def test_a_tree_nested_too_deeply() -> None:
    data: dict[str, Any] = {"code": "x"}
    for i in range(70):
        data = {"code": f"g{i}", "children": [data]}
    with pytest.raises(qx.FrameworkError, match="g4: the node is more than 64 levels below the index"):
        qx.Node.from_data(data)
    deeper: Any = "x"
    for i in range(64):
        deeper = qx.group(f"g{i}", [deeper])
    with pytest.raises(qx.FrameworkError, match="x: the node is more than 64 levels below the index"):
        qx.group("g64", [deeper])


@pytest.mark.parametrize(("number", "word"), [(1, "high"), (-1, "low"), (1.0, "high"), (np.float64(-1), "low")])
def test_signs_are_no_directions(number: float, word: str) -> None:
    n = int(number)
    text = f"x.better: {n} may be a sign or an optimum; write '{word}', or ({n}, {n}) for an optimum at {n}"
    for make in (qx.indicator, lambda code, better: qx.group(code, ["y"], better=better)):
        with says(qx.FrameworkError, f"framework.{text}"):
            make("x", better=number)
    with says(qx.FrameworkError, text):
        qx.indicator("x").replace(better=number)


def test_an_optimum_at_a_sign_is_an_interval_of_one_point() -> None:
    node = qx.indicator("x", better=(1, 1))
    assert node.better == (1.0, 1.0)
    assert repr(node) == "indicator('x', better=(1.0, 1.0))"
    assert node.replace(weight=2).better == (1.0, 1.0)
    assert qx.Node.from_data(node.to_data()) == node
    assert qx.Node.from_data({"code": "x", "better": [1, 1]}) == node


@pytest.mark.parametrize(("number", "word"), [(1, "high"), (-1, "low")])
def test_signs_are_no_directions_in_plain_data_either(number: int, word: str) -> None:
    n = number
    text = f"{n} may be a sign or an optimum; write '{word}', or [{n}, {n}] for an optimum at {n}"
    with says(qx.FrameworkError, f"framework.x.better: {text}"):
        qx.Node.from_data({"code": "x", "better": number})
    tree = {"code": "w", "children": [{"code": "x", "better": number}]}
    with says(qx.FrameworkError, f"framework.w.x.better: {text}"):
        qx.Spec.from_data({"quindex": 1, "framework": tree})


@pytest.mark.parametrize(
    ("options", "place"),
    [
        ({"weight": float("nan")}, "weight"),
        ({"target": float("nan")}, "target"),
        ({"better": (float("nan"), 1)}, "better.0"),
        ({"goalposts": (float("nan"), 1)}, "goalposts.0"),
    ],
)
def test_numbers_that_are_none_name_the_node(options: dict[str, Any], place: str) -> None:
    with says(
        qx.SpecError, f"framework.x.{place}: the number is nan; write a finite number, or leave it out"
    ) as caught:
        qx.indicator("x", **options)
    assert caught.value.value is next(iter(options.values()))


def test_a_node_is_no_list_of_nodes() -> None:
    with pytest.raises(TypeError, match="'Node' object is not iterable"):
        list(qx.group("a", ["x"]))  # type: ignore[call-overload]


@pytest.mark.parametrize("children", [None, 5, "x", {"x": 1}, {"x"}, qx.indicator("x")])
def test_children_that_are_no_list(children: Any) -> None:
    with says(qx.FrameworkError, f"framework.a.children: found {children!r}; write a list of nodes"):
        qx.group("a", children)


@pytest.mark.parametrize(
    ("place", "options"),
    [("code", {"code": "a\ud800"}), ("name", {"name": "a\ud800"}), ("names.zh", {"names": {"zh": "a\ud800"}})],
)
def test_half_a_character_is_no_text(place: str, options: dict[str, Any]) -> None:
    hint = "it has half a character; read its file in the right encoding"
    with says(qx.SpecError, f"framework.{place}: 'a\\ud800' is no text; {hint}"):
        qx.indicator(**{"code": "x", **options})
    tree = {"code": "w", "children": [{"code": "x", **options}]}
    with says(qx.SpecError, f"framework.children.0.{place}: 'a\\ud800' is no text; {hint}"):
        qx.Spec.from_data({"quindex": 1, "framework": tree})


def test_replaced_children_are_read_and_checked_like_first_ones() -> None:
    tree = qx.group("a", ["x", "y"])
    assert tree.replace(children=["x", "z"]) == qx.group("a", ["x", "z"])
    with says(qx.FrameworkError, "framework.a.children: found 5; write a list of nodes"):
        tree.replace(children=5)
    with says(qx.FrameworkError, "x: the code stands twice in the framework; give every node a code of its own"):
        tree.replace(children=["x", "x"])
    with says(qx.FrameworkError, "x: the code stands twice in the framework; give every node a code of its own"):
        tree.replace(code="x")


def test_a_node_that_is_not_there() -> None:
    with pytest.raises(qx.FrameworkError, match=r"^a: there is no node 5 below it; "):
        qx.group("a", ["x"])[5]  # type: ignore[index]


def test_zeros_of_either_sign_hash_alike() -> None:
    assert qx.indicator("a", weight=-0.0) == qx.indicator("a", weight=0.0)
    assert hash(qx.indicator("a", weight=-0.0)) == hash(qx.indicator("a", weight=0.0))
    assert hash(qx.normalise.MinMax(low=-0.0)) == hash(qx.normalise.MinMax(low=0.0))
