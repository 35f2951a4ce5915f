import pandas as pd
import quindex as qx

spec = qx.Spec(qx.group("wellbeing", [qx.indicator("income"), qx.indicator("schooling")]))
year_2015 = pd.DataFrame({"income": [40, 25, 60], "schooling": [11, 13, 9]}, index=["A", "B", "C"])
year_2016 = pd.DataFrame({"income": [44, 25, 66], "schooling": [11, 14, 9]}, index=["A", "B", "C"])

fitted = qx.fit(spec, year_2015)
print(fitted(year_2016).scores.round(1))

frozen = fitted.freeze()
print(frozen.normalise["income"].scale["map"])
same = qx.compute(frozen, year_2016).scores.equals(fitted(year_2016).scores)
print("the frozen spec gives the same scores:", same)
