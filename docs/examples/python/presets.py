import pandas as pd
import quindex as qx

df = pd.read_csv("docs/examples/data/hdi_2022.csv", index_col="country")
spec = qx.presets.load("hdi_2010")
print(spec)

scores = qx.compute(spec, df).scores["hdi"]
print("as published:", (scores.round(3) == df["published_hdi"]).sum(), "of", len(df))
