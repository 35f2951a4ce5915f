import pandas as pd
import polars as pl
import quindex as qx

spec = qx.Spec(qx.group("wellbeing", [qx.indicator("income"), qx.indicator("schooling")]))

pandas_frame = pd.DataFrame({"income": [40, 25, None], "schooling": [11, 13, 9]}, index=["A", "B", "C"])
pandas_frame.index.name = "town"
print(qx.compute(spec, pandas_frame).scores)

polars_frame = pl.DataFrame({"town": ["A", "B", "C"], "income": [40, 25, None], "schooling": [11, 13, 9]})
print(qx.compute(spec, polars_frame, unit="town").scores)
