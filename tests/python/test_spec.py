"""Specs: values that compare, hash, print, pickle and turn into plain data and back."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
import quindex as qx
from conftest import says
from hypothesis import given, settings
from hypothesis import strategies as st
from quindex import aggregate, impute, missing, normalise, treat, weigh

NAMES = {name: getattr(qx, name) for name in qx.__all__}


def ours(x: Any) -> Any:
    return x / 10


def full(tree: qx.Node) -> qx.Spec:
    return qx.Spec(
        tree,
        prepare=[
            qx.step(treat.Winsorise(), only=["income"]),
            impute.Median(),
            qx.step(impute.Mean(), but=["life"]),
        ],
        normalise={"*": normalise.MinMax(low=1), "life": normalise.ZScore(), "income": normalise.Identity()},
        weigh={"*": weigh.Equal(), "life": weigh.Given(weights={"pollution": 1, "schooling": 2})},
        aggregate={"*": aggregate.GeometricMean(), "level:2": aggregate.ArithmeticMean()},
        missing=missing.Renormalise(at_least=0.5),
        ties="average",
        rank_decimals=3,
        publish=normalise.MinMax(low=0, high=1),
    )


def test_the_defaults(tree: qx.Node) -> None:
    spec = qx.Spec(tree)
    assert spec.framework == tree
    assert spec.prepare == ()
    assert spec.normalise == normalise.MinMax()
    assert spec.weigh == weigh.Given()
    assert spec.aggregate == aggregate.ArithmeticMean()
    assert spec.missing == missing.Propagate()
    assert spec.ties == "best"
    assert spec.rank_decimals is None
    assert spec.publish is None


def test_a_spec_has_what_was_given(tree: qx.Node) -> None:
    spec = full(tree)
    assert spec.prepare == (
        qx.Step(treat.Winsorise(), ("income",), ()),
        impute.Median(),
        qx.Step(impute.Mean(), (), ("life",)),
    )
    assert spec.normalise == {
        "*": normalise.MinMax(low=1),
        "life": normalise.ZScore(),
        "income": normalise.Identity(),
    }
    assert spec.aggregate == {"*": aggregate.GeometricMean(), "level:2": aggregate.ArithmeticMean()}
    assert spec.publish == normalise.MinMax(low=0, high=1)
    assert (spec.ties, spec.rank_decimals) == ("average", 3)


@pytest.mark.parametrize(
    "method", [normalise.ZScore(), normalise.ZScore, "z_score", {"method": "z_score"}, {"*": "z_score"}, {"*": normalise.ZScore()}]
)  # fmt: skip
def test_a_method_may_be_written_in_several_ways(tree: qx.Node, method: Any) -> None:
    assert qx.Spec(tree, normalise=method) == qx.Spec(tree, normalise=normalise.ZScore())


def test_exceptions_without_a_star_are_exceptions_to_the_default(tree: qx.Node) -> None:
    spec = qx.Spec(tree, normalise={"income": "z_score"})
    assert spec.normalise == {"*": normalise.MinMax(), "income": normalise.ZScore()}


@pytest.mark.parametrize("step", [impute.Median(), impute.Median, {"method": "median"}, {"impute": "median"}, "median"])
def test_a_step_may_be_written_in_several_ways(tree: qx.Node, step: Any) -> None:
    assert qx.Spec(tree, prepare=[step]).prepare == (impute.Median(),)


def test_one_step_needs_no_list(tree: qx.Node) -> None:
    assert qx.Spec(tree, prepare=impute.Median()).prepare == (impute.Median(),)


def test_repr_evaluates_back(tree: qx.Node) -> None:
    for spec in (qx.Spec(tree), full(tree), qx.Spec(tree, prepare=[impute.Mean()])):
        assert eval(repr(spec), NAMES) == spec
    assert repr(qx.Spec(qx.group("a", ["x"]))) == "Spec(group('a', [indicator('x')]))"
    shown = qx.Spec(qx.group("a", ["x"]), normalise=normalise.MinMax(low=1), prepare=[impute.Mean()])
    assert repr(shown) == (
        "Spec(group('a', [indicator('x')]), prepare=(impute.Mean(),), normalise=normalise.MinMax(low=1.0))"
    )


def test_equal_specs_hash_alike_and_pickle(tree: qx.Node) -> None:
    for spec in (qx.Spec(tree), full(tree), qx.Spec(tree, normalise=normalise.Custom(function=ours))):
        again = pickle.loads(pickle.dumps(spec))
        assert again == spec
        assert hash(again) == hash(spec)
    assert qx.Spec(tree) != full(tree)
    assert qx.Spec(tree) != "spec"


def test_plain_data_gives_the_spec_back(tree: qx.Node) -> None:
    for spec in (qx.Spec(tree), full(tree)):
        assert qx.Spec.from_data(spec.to_data()) == spec
    assert full(tree).to_data()["version"] == qx.__version__


def test_replace(tree: qx.Node) -> None:
    assert full(tree).replace(ties="best").ties == "best"
    assert full(tree).replace(ties="best").publish == full(tree).publish
    assert full(tree).replace() == full(tree)
    with says(qx.SpecError, "Spec.normalse: a spec has no such key; did you mean 'normalise'?"):
        full(tree).replace(normalse="z_score")


def test_specs_never_change(tree: qx.Node) -> None:
    with pytest.raises(AttributeError, match="never changes"):
        qx.Spec(tree).ties = "worst"  # type: ignore[misc]


def test_custom_methods_keep_their_functions(tree: qx.Node) -> None:
    spec = qx.Spec(tree, normalise={"*": "min_max", "income": normalise.Custom(name="ours", function=ours)})
    assert spec.normalise == {"*": normalise.MinMax(), "income": normalise.Custom(name="ours", function=ours)}
    assert spec != qx.Spec(tree, normalise={"income": normalise.Custom(name="ours", function=lambda x: x)})
    data = spec.to_data()
    assert qx.Spec.from_data(data, extensions={"ours": ours}) == spec
    with says(qx.SpecError, "normalise.except.income.method: 'ours' is custom; pass it in `extensions`"):
        qx.Spec.from_data(data)


def test_two_functions_of_one_name(tree: qx.Node) -> None:
    one, two = (normalise.Custom(name="ours", function=lambda x: x) for _ in range(2))
    with says(qx.SpecError, "normalise: two custom functions are called 'ours'; give each a name of its own"):
        qx.Spec(tree, normalise={"*": one, "income": two})


def test_html_shows_framework_and_choices(tree: qx.Node) -> None:
    html = full(tree)._repr_html_()
    assert "<li>wellbeing" in html
    assert "<th>normalise</th>" in html
    assert str(qx.Spec(tree)).startswith("wellbeing")


@pytest.mark.parametrize(
    ("options", "text"),
    [
        ({"normalise": "minmax"}, "normalise.method: unknown method 'minmax'; did you mean 'min_max'?"),
        ({"normalise": {"method": "min_max", "hihg": 2}}, "normalise.hihg: min_max has no such parameter; did you mean 'high'?"),
        ({"normalise": {"low": 3}}, "normalise.except.low: found 3; expected a method of quindex.normalise, its name, or a dict with the key 'method'"),
        ({"normalise": 3}, "normalise: found 3; expected a method of quindex.normalise, its name, or a dict with the key 'method'"),
        ({"normalise": aggregate.Sum()}, "normalise: Sum() is a method to aggregate; choose one of quindex.normalise"),
        ({"normalise": {"income": "minmax"}}, "normalise.except.income.method: unknown method 'minmax'; did you mean 'min_max'?"),
        ({"aggregate": {"method": "power_mean", "exponent": "x"}}, "aggregate.exponent: found a text 'x'; expected a number"),
        ({"prepare": ["medain"]}, "prepare.0: unknown method 'medain'; did you mean 'median'?"),
        ({"prepare": ["winsorise", 3]}, "prepare.1: unknown method 3; write a treatment or an imputation"),
        ({"prepare": [normalise.MinMax()]}, "prepare.0: MinMax() is a method to normalise; choose one of quindex.treat, quindex.impute or quindex.denominate"),
        ({"prepare": [{"impute": "mean", "onyl": ["x"]}]}, "prepare.0.onyl: a preparation step has no such key; did you mean 'only'?"),
        ({"prepare": [{"only": ["x"]}]}, "prepare.0: there is no method; give one of 'treat', 'impute' and 'denominate'"),
        ({"ties": "first"}, "ties: unknown choice 'first'; did you mean 'worst'?"),
        ({"rank_decimals": 99}, "rank_decimals: 99 is outside [0, 15]"),
        ({"rank_decimals": 1.5}, "rank_decimals: 1.5 is not a whole number; expected a whole number"),
        ({"prepare": None}, "prepare: found None; write a list of treatments and imputations in their order; [] for none"),
        ({"prepare": 5}, "prepare: found 5; write a list of treatments and imputations in their order; [] for none"),
        ({"missing": {"*": "zero", "life": "propagate"}}, "missing: found {'*': 'zero', 'life': 'propagate'}; give one policy for the whole index, such as missing.Renormalise(at_least=0.5)"),
        ({"missing": "skip"}, "missing.method: unknown method 'skip'; there are 'propagate', 'renormalise', 'zero', 'group_mean'"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(tree: qx.Node, options: dict[str, Any], text: str) -> None:
    with says(qx.SpecError, text):
        qx.Spec(tree, **options)


@pytest.mark.parametrize(
    ("options", "text"),
    [
        ({"only": 5}, "step.only: found 5; give codes of indicators or groups"),
        ({"but": ["x", 5]}, "step.but: found 5; give codes of indicators or groups"),
        ({"only": qx.group("life", ["x"])}, "step.only: found 'life' as a node; give codes of indicators or groups"),
    ],
)
def test_a_step_is_for_codes(options: dict[str, Any], text: str) -> None:
    with says(qx.SpecError, text):
        qx.step(impute.Median(), **options)


def test_a_spec_needs_a_framework() -> None:
    with says(
        qx.SpecError,
        "framework: found a list; write qx.group(...), or qx.framework_from_table(...) of a table",
    ):
        qx.Spec([1])  # type: ignore[arg-type]


numbers = st.floats(-1e6, 1e6)
ranges = st.tuples(numbers, numbers).filter(lambda p: p[0] < p[1])
normalisers = st.one_of(
    ranges.map(lambda p: normalise.MinMax(low=p[0], high=p[1])),
    st.just(normalise.ZScore()),
    st.just(normalise.Identity()),
)
aggregators = st.one_of(
    st.floats(-10, 10).map(lambda p: aggregate.PowerMean(exponent=p)),
    st.just(aggregate.Minimum()),
    st.just("median"),
)
words = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=8)


@st.composite
def trees(draw: Any) -> qx.Node:
    codes = draw(st.lists(words, min_size=3, max_size=8, unique=True))
    leaves = [
        qx.indicator(
            code,
            better=draw(st.sampled_from(["high", "low", 7.0, (6.5, 8.5)])),
            weight=draw(st.floats(0.001, 1e6)),
            name=draw(st.text(max_size=5)),
        )
        for code in codes[2:]
    ]
    return qx.group(codes[0], [qx.group(codes[1], leaves)])


@st.composite
def specs(draw: Any) -> qx.Spec:
    tree = draw(trees())
    keys = draw(st.lists(st.sampled_from(tree.codes), max_size=2, unique=True))
    return qx.Spec(
        tree,
        prepare=draw(st.lists(st.sampled_from([impute.Mean(), impute.Median(), treat.Winsorise()]), max_size=2)),
        normalise={"*": draw(normalisers), **{key: draw(normalisers) for key in keys}},
        aggregate=draw(aggregators),
        ties=draw(st.sampled_from(["best", "worst", "average", "dense", "ordinal"])),
        rank_decimals=draw(st.none() | st.integers(0, 15)),
        publish=draw(st.none() | normalisers),
    )


@settings(max_examples=25, deadline=None)
@given(specs())
def test_any_spec_survives_data_repr_and_pickle(spec: qx.Spec) -> None:
    assert qx.Spec.from_data(spec.to_data()) == spec
    assert eval(repr(spec), NAMES) == spec
    assert pickle.loads(pickle.dumps(spec)) == spec
