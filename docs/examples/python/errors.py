import pandas as pd
import quindex as qx

tree = qx.group("wellbeing", [qx.indicator("income"), qx.indicator("schooling")])
df = pd.DataFrame({"income": ["40", "n.a.", 60], "schooling": [11, 11, float("inf")]}, index=["A", "B", "C"])
for problem in qx.validate(tree, df):
    print(problem)

for write in (
    lambda: qx.Spec(tree, normalise="minmax"),
    lambda: qx.aggregate.PowerMean(exponent=99),
    lambda: qx.group("water", [qx.indicator("ph", goalposts=(9, 6))]),
    lambda: qx.compute(tree, df.drop(columns="income")),
):
    try:
        write()
    except qx.QuindexError as error:
        print(type(error).__name__, "·", error)
