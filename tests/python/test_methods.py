"""Laws that every method of every family keeps, by list; adding a method in C++ tests it here without an edit."""

from __future__ import annotations

import inspect
import pickle
from typing import Any

import pytest
import quindex as qx
from conftest import says
from quindex.methods import CATALOGUE, FAMILIES, Method, class_name, in_python

ALL = [cls for family in FAMILIES.values() for cls in family.values()]
IDS = [f"{cls.family}.{cls.__name__}" for cls in ALL]
each = pytest.mark.parametrize("cls", ALL, ids=IDS)


def double(x: Any, *_: Any) -> Any:
    return 2 * x


def sample(schema: dict[str, Any]) -> Any:
    """Some value for a parameter that has to be given."""
    if schema.get("type") == "array":
        return [[0.0, 0.0], [1.0, 1.0]] if schema["items"].get("type") == "array" else [1.0]
    return {"object": {"a": 1.0}, "string": "a"}.get(schema.get("type", ""), 1.0)


def default(cls: type[Method]) -> Method:
    """The method with its defaults, or with a sample where something has to be given."""
    if cls.is_custom:
        return cls(name="double", function=double)
    try:
        return cls()
    except qx.SpecError:
        field = cls.about["fields"][0]
        return cls(**{in_python(field["name"]): sample(field["schema"])})


def needed(cls: type[Method]) -> str | None:
    """The parameter that has to be given, if there is one."""
    try:
        cls(**({"function": double} if cls.is_custom else {}))
    except qx.SpecError:
        return in_python(cls.about["fields"][0]["name"])
    return None


def changed(cls: type[Method]) -> Method | None:
    """The method with one number changed to another that is allowed, if it has one."""
    for field in cls.about["fields"]:
        if field["schema"].get("type") == "number":
            for value in (field["default"] + 1, field["default"] / 2, field["default"] + 0.25):
                try:
                    made = default(cls).replace(**{in_python(field["name"]): value})
                except qx.SpecError:
                    continue
                if made != default(cls):
                    return made
    return None


@each
def test_repr_evaluates_back(cls: type[Method]) -> None:
    module = vars(getattr(qx, cls.family))
    for method in filter(None, [default(cls), changed(cls)]):
        assert eval(repr(method), {**module, "double": double}) == method


@each
def test_pickle_gives_the_same_value(cls: type[Method]) -> None:
    for method in filter(None, [default(cls), changed(cls)]):
        again = pickle.loads(pickle.dumps(method))
        assert again == method
        assert hash(again) == hash(method)
        assert type(again) is cls


@each
def test_equal_methods_hash_alike_and_others_differ(cls: type[Method]) -> None:
    assert default(cls) == default(cls)
    assert hash(default(cls)) == hash(default(cls))
    assert default(cls) != "min_max"
    if other := changed(cls):
        assert other != default(cls)


@each
def test_replace_changes_what_it_says(cls: type[Method]) -> None:
    other = changed(cls)
    if other is None:
        assert default(cls).replace() == default(cls)
        return
    parameters = {p: getattr(other, p) for p in inspect.signature(cls).parameters}
    assert default(cls).replace(**parameters) == other


@each
def test_the_signature_is_keyword_only_with_defaults(cls: type[Method]) -> None:
    parameters = inspect.signature(cls).parameters
    assert all(p.kind is inspect.Parameter.KEYWORD_ONLY for p in parameters.values())
    method, given = default(cls), needed(cls)
    for name, parameter in parameters.items():
        if not cls.is_custom and name != given:
            assert getattr(method, name) == parameter.default
        assert parameter.annotation is not inspect.Parameter.empty


@each
def test_the_docstring_says_it_all(cls: type[Method]) -> None:
    doc = cls.__doc__ or ""
    assert doc.startswith(cls.about["summary"])
    for field in cls.about["fields"]:
        assert f"{in_python(field['name'])}: {field['summary']}" in doc
        assert getattr(cls, in_python(field["name"])).__doc__ == field["summary"]
    for part in ("formula", "reference", "details"):
        assert cls.about[part] in doc
    for _, meaning in cls.about["claims"]:
        assert meaning in doc


@each
def test_methods_never_change(cls: type[Method]) -> None:
    with pytest.raises(AttributeError, match="never changes"):
        default(cls).low = 3  # type: ignore[attr-defined]
    with pytest.raises(AttributeError, match="never changes"):
        del default(cls).low  # type: ignore[attr-defined]


@each
def test_unknown_parameters_are_refused(cls: type[Method]) -> None:
    more = {"name": "double", "function": double} if cls.is_custom else {}
    with pytest.raises(qx.SpecError, match=f"^{cls.__name__}.zzz: {cls.about['name']} has no such parameter"):
        cls(zzz=1, **more)


@each
def test_plain_data_gives_the_method_back(cls: type[Method], tree: qx.Node) -> None:
    if cls.family in ("draw", "vary"):  # of designs, not of specs
        made = cls(**{in_python(k): v for k, v in default(cls).to_data().items() if k != "method"})
    elif cls.family in ("treat", "impute", "denominate"):
        made = qx.Spec(tree, prepare=[default(cls)]).prepare[0]
    else:
        made = getattr(qx.Spec(tree, **{cls.family: default(cls)}), cls.family)
    assert made == default(cls)


@each
def test_the_class_stands_in_its_module_and_is_named_after_the_method(cls: type[Method]) -> None:
    assert cls.__name__ == class_name(cls.about["name"])
    assert getattr(qx, cls.family).__dict__[cls.__name__] is cls
    assert cls.__name__ in getattr(qx, cls.family).__all__


def test_the_catalogue_has_the_families_in_the_order_of_computing() -> None:
    families = ["screen", "denominate", "treat", "impute", "normalise", "weigh", "aggregate", "missing"]
    families += ["draw", "vary"]
    assert [f["name"] for f in CATALOGUE] == families
    assert len(ALL) >= 170


def test_a_repr_shows_only_what_is_not_the_default() -> None:
    assert repr(qx.normalise.MinMax()) == "MinMax()"
    assert repr(qx.normalise.MinMax(low=1)) == "MinMax(low=1.0)"
    assert repr(qx.normalise.MinMax(low=1, high=10)) == "MinMax(low=1.0, high=10.0)"


def test_the_signature_of_min_max() -> None:
    assert str(inspect.signature(qx.normalise.MinMax)) == "(*, low: float = 0.0, high: float = 100.0)"


@pytest.mark.parametrize(
    ("make", "text"),
    [
        (lambda: qx.normalise.MinMax(hihg=1), "MinMax.hihg: min_max has no such parameter; did you mean 'high'?"),
        (lambda: qx.normalise.MinMax(method="z"), "MinMax.method: min_max has no such parameter"),
        (lambda: qx.normalise.MinMax(low="one"), "MinMax.low: found a text 'one'; expected a number"),
        (lambda: qx.normalise.MinMax(low=None), "MinMax.low: found nothing; expected a number"),
        (lambda: qx.normalise.MinMax(low=float("nan")), "MinMax.low: the number is nan; write a finite number, or leave it out"),
        (lambda: qx.normalise.MinMax(low=float("inf")), "MinMax.low: the number is inf; write a finite number, or leave it out"),
        (lambda: qx.normalise.MinMax(low=10**400), "MinMax.low: the number is too large; write a number below 1e308"),
        (lambda: qx.normalise.MinMax(low=object()), "MinMax.low: found a object; expected a number, a text, a truth value, a list or a dict"),
        (lambda: qx.normalise.MinMax(low=100), "MinMax: low (100) must be below high (100)"),
        (lambda: qx.missing.Renormalise(at_least=2), "Renormalise.at_least: 2 is outside [0, 1]"),
        (lambda: qx.weigh.Given(weights={"a": -1}), "Given.weights.a: -1 is below 0"),
        (lambda: qx.weigh.Given(weights={1: 1}), "Given.weights: a key is a int; keys are texts"),
        (lambda: qx.normalise.Custom(function=lambda x: x), "Custom.name: the function has no name; give it one: name='ours'"),
        (lambda: qx.normalise.Custom(name="ours"), "Custom.function: found None; write Custom(name='ours', function=ours)"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(make: Any, text: str) -> None:
    with says(qx.SpecError, text):
        make()


def test_positional_parameters_are_pythons_own_error() -> None:
    with pytest.raises(TypeError):
        qx.normalise.MinMax(1)  # type: ignore[call-arg]


def test_numbers_of_numpy_are_numbers() -> None:
    import numpy as np

    assert qx.normalise.MinMax(low=np.float32(1), high=np.int64(5)) == qx.normalise.MinMax(low=1, high=5)
    assert qx.weigh.Given(weights={"a": np.float64(0.5)}).weights == {"a": 0.5}


def test_custom_methods_compare_by_name_and_identity() -> None:
    first = qx.normalise.Custom(name="ours", function=double)
    assert first == qx.normalise.Custom(name="ours", function=double)
    assert first != qx.normalise.Custom(name="theirs", function=double)
    assert first != qx.normalise.Custom(name="ours", function=lambda x: x)
    assert qx.normalise.Custom(function=double).name == "double"
    assert repr(first) == "Custom(name='ours', function=double)"


def test_nested_values_are_plain_and_cannot_be_changed_from_outside() -> None:
    given = qx.weigh.Given(weights={"a": 1.0})
    given.weights["a"] = 7.0
    given.to_data()["weights"]["a"] = 7.0
    assert given.weights == {"a": 1.0}
