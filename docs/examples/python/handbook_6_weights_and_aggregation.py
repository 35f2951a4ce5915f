import pandas as pd
import quindex as qx

# World Bank, Logistics Performance Index, CC BY 4.0; see tests/golden/data/lpi_2010_2012.
folder = "tests/golden/data/lpi_2010_2012"
parts = pd.read_csv(f"{folder}/inputs.csv").query("Year == 2012").set_index("Code").drop(columns="Year")
published = pd.read_csv(f"{folder}/published.csv").query("Year == 2012").set_index("Code")["lpi"]
names = list(parts.columns)

judged = qx.weigh.Ahp(criteria=names, comparisons=[
    [1, 1, 3, 2, 3, 5],
    [None, 1, 3, 2, 3, 4],
    [None, None, 1, 1, 1, 2],
    [None, None, None, 1, 2, 3],
    [None, None, None, None, 1, 2],
    [None, None, None, None, None, 1],
])
weights = pd.DataFrame({
    "as published": qx.weights(parts, method=qx.weigh.LpiPca()),
    "entropy": qx.weights(parts, method=qx.weigh.Entropy()),
    "AHP": qx.elicit.weights(judged, names).weights,
})
print(weights.round(3))
print("consistency ratio:", round(qx.elicit.consistency(judged.comparisons).ratio, 3))


def ranking(weighed, method):
    return qx.rank(parts, weights[weighed].to_dict(), method=method).to_frame().set_index("Code")


mean = ranking("as published", qx.aggregate.ArithmeticMean())
print("farthest from the published index:", (mean["score"] - published).abs().max().round(3))

# Scores that suit each country best; with bounds nobody ignores an indicator.
free = qx.frontier.benefit_of_the_doubt(parts, names)
bounded = qx.frontier.benefit_of_the_doubt(parts, names, shares=[(name, 0.1, 0.3) for name in names])
print("best with weights of their own:", [list(x.scores.index[x.scores["score"] > 1 - 1e-9]) for x in (free, bounded)])

ranks = pd.DataFrame({
    "mean": mean["rank"],
    "entropy": ranking("entropy", qx.aggregate.ArithmeticMean())["rank"],
    "geometric, AHP": ranking("AHP", qx.aggregate.GeometricMean())["rank"],
    "TOPSIS, AHP": ranking("AHP", qx.aggregate.Topsis())["rank"],
    "doubt": bounded.scores["score"].rank(ascending=False, method="min").astype(int),
})
print(ranks.loc[["SGP", "DEU", "CHN", "ZAF", "IND", "BRA"]].to_string())
