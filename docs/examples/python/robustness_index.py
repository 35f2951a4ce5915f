import pandas as pd
import quindex as qx

df = pd.read_csv("docs/examples/data/hdi_2022.csv", index_col="country").drop(columns="published_hdi")
df["le_error"], df["mys_error"] = 0.5, 0.2  # years: our guess, since nobody publishes them
result = qx.compute("docs/examples/data/hdi_index.json", df, errors={"le": "le_error", "mys": "mys_error"})

vary = {
    "prepare.0": {qx.step(qx.treat.LogShift(shift=0), only="gnipc"): 0.75, None: 0.25},
    "normalise": [qx.normalise.MinMax(low=1), qx.normalise.PercentileRank(low=1)],
    "aggregate": [qx.aggregate.GeometricMean(), qx.aggregate.ArithmeticMean()],
    "weights": qx.vary.Noise(spread=0.25),
    "data": qx.vary.CellErrors(),
}
r = result.robustness(vary, draws=2000, seed=7)
