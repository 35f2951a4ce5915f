import pandas as pd
import quindex as qx

df = pd.read_csv("docs/examples/data/qci_levels.csv", index_col="year")
result = qx.compute(qx.presets.load("qci_from_level_scores"), df)
for year, total in result.scores["qci"].items():
    published = df.loc[year, "published_qci"]
    band = qx.presets.qci_band(total, scheme="aqsiq_2011")
    print(year, "computed", round(total, 3), "published", published, "·", band["name"], band["name_zh"])
