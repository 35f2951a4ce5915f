import quindex as qx
from handbook import prepare, spec, tree, world

methods = {
    "mean": qx.impute.Mean(),
    "neighbours": qx.impute.NearestNeighbours(neighbours=5),
    "EM": qx.impute.ExpectationMaximisation(),
}
ready = qx.prepare(qx.Spec(tree, prepare=prepare), world)
for name, method in methods.items():
    quality = qx.impute_quality(tree, ready, method).set_index("indicator")
    print(f"{name:10}", quality.loc[["ineq_edu", "ineq_inc"], ["rmse", "willmott_d"]].round(2).to_dict("index"))

result = qx.compute(spec, world)
filled = result.changes[result.changes["method"] == "expectation_maximisation"]
print(filled.drop(columns="step").tail(4).round(2).to_string(index=False))

# Twenty tables, each from a sample of the countries: how far might a filled cell be off?
several = qx.impute_multiple(tree, ready, "expectation_maximisation", tables=20, seed=1)
for name in ("TKM", "NZL"):
    value, error = several.values.loc[name, "ineq_inc"], several.standard_errors.loc[name, "ineq_inc"]
    print(name, "income inequality", round(value, 1), "±", round(error, 1))
