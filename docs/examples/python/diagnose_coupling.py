import pandas as pd
from quindex import diagnose

systems = pd.DataFrame({"economy": [0.32, 0.48, 0.71], "ecology": [0.29, 0.52, 0.55]}, index=[2008, 2012, 2016])
print(diagnose.coupling(systems)[["coupling", "development", "coordination", "name", "name_zh"]].round(3))
print(diagnose.coupling(systems, form="modified")["coupling"].round(3).tolist())

stars = diagnose.cluster_column([71, 83, 64, 90, 88, 52, 69, 77, 95, 58], k=3)
print(stars.groups, stars.cuts)

plan = pd.DataFrame({"water": [0.9, 0.4], "air": [0.6, 0.8], "soil": [0.7, 0.2]}, index=["north", "south"])
blocked = diagnose.obstacles(plan, weights={"water": 2, "air": 1, "soil": 1})
print(blocked.degree.round(3))
print(blocked.sum["sum"].round(3).tolist())
