import pandas as pd
import quindex as qx
from handbook import spec, world
from quindex import diagnose

result = qx.compute(spec, world)
outside = pd.read_csv("tests/golden/data/hdi/published.csv").query("year == 2022").set_index("iso3")

links = diagnose.links(result, outside, ["fair", "education", "women"], outside_columns=["hdi", "ihdi", "gdi"])
print(links.drop(columns="p").round(2).to_string(index=False))

# An index that only repeats a known one adds nothing: where do they part?
both = result.ranks["fair"].to_frame().join(outside["hdi"])
both["hdi"] = both["hdi"].rank(ascending=False, method="min").astype(int)
found = diagnose.compare_ranks(both["hdi"], both["fair"])
print("Spearman", round(found.spearman, 3), " Kendall", round(found.kendall, 3))
print(both.assign(lost=both["fair"] - both["hdi"]).sort_values("lost").iloc[[0, 1, -2, -1]])
