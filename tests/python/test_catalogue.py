"""The table of all methods."""

from __future__ import annotations

from types import ModuleType

import pandas as pd
import pytest
import quindex as qx


def test_every_method_is_there_with_all_that_is_known_of_it() -> None:
    table = pd.DataFrame(dict(qx.catalogue()))
    assert list(table.columns[:3]) == ["family", "method", "python"]
    for text in ("title", "summary", "formula", "reference"):
        assert (table[text].str.len() > 0).all()
    row = table.set_index("method").loc["power_mean"]
    assert row["python"] == "quindex.aggregate.PowerMean"
    assert row["parameters"] == "exponent: float (at least -10 and at most 10)"
    assert "monotone" in row["claims"]


def test_one_family_is_asked_for() -> None:
    assert set(qx.catalogue("weigh")["family"]) == {"weigh"}
    with pytest.raises(qx.SpecError, match=r"catalogue.family: there is no family 'weight'"):
        qx.catalogue("weight")


@pytest.mark.parametrize("module", [qx.frontier, qx.diagnose])
def test_every_function_of_a_module_is_there(module: ModuleType) -> None:
    family = module.__name__.removeprefix("quindex.")
    about = pd.DataFrame(dict(qx.catalogue(family))).set_index("method")
    functions = {name for name in module.__all__ if name[0].islower()}
    assert functions <= set(about.index)
    assert about["python"].isin([f"quindex.{family}.{n}" for n in functions] + ["quindex.impute_quality"]).all()
    for text in ("title", "summary", "formula", "reference"):
        assert (about[text].str.len() > 0).all()


def test_a_functions_parameters_are_those_of_its_signature() -> None:
    about = pd.DataFrame(dict(qx.catalogue("frontier"))).set_index("method")
    assert "replicates: int = 2000" in about["parameters"]["bootstrap"]
