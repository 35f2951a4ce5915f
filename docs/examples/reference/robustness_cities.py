import os
from pathlib import Path

import pandas as pd
import quindex as qx

# Nanjing Normal University; the data cannot be passed on.
folder = Path(os.environ["QUINDEX_REFERENCE"]) / "indices/yangtze41_2024"
cities = pd.read_csv(folder / "inputs.csv", index_col="city")
codes = list(cities.columns)
hidden = [[(i * len(codes) + j) % 29 == 28 for j in range(len(codes))] for i in range(len(cities))]
cities = cities.mask(pd.DataFrame(hidden, cities.index, codes)).assign(rounding=0.005 / 3**0.5)

files = "tests/golden/data/robustness/yangtze41_2024"
errors = dict.fromkeys(codes, "rounding")
r = qx.robustness.run(f"{files}_spec.json", cities, f"{files}_design.json", errors=errors)
print(", ".join(f"{name}: {method.about['name']}" for name, method in r.design.factors.items()))
print(r)
print(r.summary()[["replicates", "failures", "mean_shift", "same_leader"]].round(2).to_string(index=False))
print("in doubt among the first ten:", ", ".join(r.at_risk(10, 0.9)["unit"]))
found = r.drivers()
print(found.indices["pawn"].nlargest(3).round(2).to_dict(), "without influence:", round(found.dummy, 2))
