import pandas as pd
import quindex as qx

df = pd.DataFrame({
    "town": ["A", "B", "C", "A", "B", "C"],
    "year": [2015, 2015, 2015, 2016, 2016, 2016],
    "income": [40, 25, 60, 44, 25, 66],
    "schooling": [11, 13, 9, 11, 14, 9],
})
spec = qx.Spec(qx.group("wellbeing", [qx.indicator("income"), qx.indicator("schooling")]))
panel = qx.compute(spec, df, unit="town", period="year", base=2015)
print(panel["2016"].scores.round(1))

moved = panel.growth()
print(moved[moved["node"] == "wellbeing"].round(2).to_string(index=False))
