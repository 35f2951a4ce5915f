import pandas as pd
import quindex as qx

df = pd.DataFrame({"income": [40, 25, 60, None], "pollution": [12, 30, 45, 20],
                   "schooling": [11, 13, 9, 12]}, index=list("ABCD"))
spec = qx.Spec(
    qx.group("wellbeing", [
        qx.indicator("income"),
        qx.group("life", [qx.indicator("pollution", better="low"), qx.indicator("schooling")]),
    ]),
    prepare=[qx.impute.Median()],
    normalise=qx.normalise.MinMax(low=1),
    aggregate=qx.aggregate.GeometricMean(),
)
result = qx.compute(spec, df)
