import pandas as pd
import quindex as qx

df = pd.DataFrame({"income": [40, 25, 60, 33], "pollution": [12, 30, 45, 20],
                   "schooling": [11, 13, 9, 12]}, index=list("ABCD"))
tree = qx.group("wellbeing", [
    qx.indicator("income"),
    qx.group("life", [qx.indicator("pollution", better="low"), qx.indicator("schooling")]),
])
spec = qx.Spec(tree, normalise=qx.normalise.MinMax(low=1), aggregate=qx.aggregate.GeometricMean())
result = qx.compute(spec, df)
print(result.scores.round(1))
print(result.ranks["wellbeing"].astype(int))
