import pandas as pd
import quindex as qx
from handbook import every, spec, world

linear = spec.replace(aggregate=qx.aggregate.ArithmeticMean())
choices = {
    "min-max": qx.normalise.MinMax(low=1),
    "z-score": qx.normalise.ZScore(mean=50, sd=15),
    "rank": qx.normalise.Rank(),
    "share of best": qx.normalise.ShareOfBest(),
    "logistic": qx.normalise.Logistic(),
}
results = {name: qx.compute(linear.replace(normalise=method), world) for name, method in choices.items()}
ranks = pd.DataFrame({name: result.ranks["fair"] for name, result in results.items()})
print(ranks.sort_values("min-max").head(6).to_string())
print(ranks.corr()["min-max"].round(3).to_dict())

# Ends that stay where they were keep the scores of two years comparable.
earlier = every[every["year"] == 2012].set_index("iso3")
fixed = qx.fit(linear, world).freeze()
for name in ("CHN", "RWA"):
    then, now = qx.compute(fixed, earlier).scores.loc[name, "fair"], qx.compute(fixed, world).scores.loc[name, "fair"]
    print(name, "2012:", round(then, 1), " 2022:", round(now, 1))
