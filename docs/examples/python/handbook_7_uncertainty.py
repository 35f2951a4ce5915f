import quindex as qx
from handbook import spec, world

# Nobody publishes how sure these data are; half a year of life and a fifth of a year of schooling are our guess.
data = world.assign(le_error=0.5, mys_error=0.2)
result = qx.compute(spec, data, errors={"le": "le_error", "mys": "mys_error"})

design = qx.robustness.Design(
    {
        "prepare.3": [qx.step(qx.treat.LogShift(shift=0), only="gnipc"), None],
        "prepare.4": [qx.impute.ExpectationMaximisation(), qx.impute.NearestNeighbours(), qx.impute.Mean()],
        "normalise": [qx.normalise.MinMax(low=1), qx.normalise.PercentileRank(low=1)],
        "aggregate.except.fair": [qx.aggregate.GeometricMean(), qx.aggregate.ArithmeticMean()],
        "weights": qx.vary.Noise(spread=0.25),
        "data": qx.vary.CellErrors(),
    },
    draws=500,
    seed=2022,
)
r = qx.robustness.run(spec, data, design, errors={"le": "le_error", "mys": "mys_error"})
print(r)
print(r.summary()[["replicates", "failures", "mean_shift", "same_leader"]].round(2).to_string(index=False))

wide = r.intervals(0.9)
print((wide["high"] - wide["low"]).describe()[["min", "50%", "max"]].round(1).to_dict())
print(r.at_risk(10, 0.9).round(2).to_string(index=False))

found = r.drivers()
print(found.indices["pawn"].sort_values(ascending=False).head(4).round(2))
print("without influence:", round(found.dummy, 2))
