import pandas as pd
import quindex as qx
from quindex import diagnose

df = pd.read_csv("docs/examples/data/hdi_2022.csv", index_col="country").drop(columns="published_hdi")
print(diagnose.statistics(df)[["column", "present", "mean", "skewness", "kurtosis", "has_outliers"]].round(2))

found = diagnose.correlations(df)
print(found.r.round(2))
print(diagnose.flagged_pairs(df, collinear=0.83).round(3))

alpha = diagnose.reliability(df)
print(round(alpha.standardised_alpha, 3), round(alpha.omega, 3))
parts = diagnose.components(df)
print(parts.retained, parts.eigenvalues["eigenvalue"].round(2).tolist())

tree = qx.group("hdi", [
    qx.indicator("le"),
    qx.group("education", [qx.indicator("eys"), qx.indicator("mys")]),
    qx.indicator("gnipc"),
])
linear = qx.compute(qx.Spec(tree, normalise=qx.normalise.MinMax(low=1)), df)
geometric = qx.compute(linear.spec.replace(aggregate=qx.aggregate.GeometricMean()), df)
print(diagnose.importance(linear)[["part", "weight", "share", "is_silent"]].round(2))

moved = diagnose.compare(linear, geometric)
print(moved)
print(moved.units.set_index("unit")["why"]["Norway"])
ranks = diagnose.compare_ranks(linear.ranks["hdi"], geometric.ranks["hdi"])
print(round(ranks.kendall, 3), round(ranks.ws, 3))
