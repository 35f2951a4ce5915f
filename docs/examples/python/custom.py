import pandas as pd
import quindex as qx


def above_median(values, node):
    """1 where a value is at or above the median, else 0."""
    middle = sorted(values)[len(values) // 2]
    return [float(x >= middle) for x in values]


df = pd.DataFrame({"income": [40, 25, 60], "schooling": [11, 13, 9]}, index=["A", "B", "C"])
spec = qx.Spec(
    qx.group("wellbeing", [qx.indicator("income"), qx.indicator("schooling")]),
    normalise=qx.normalise.Custom(function=above_median),
)
print(qx.compute(spec, df).scores)
