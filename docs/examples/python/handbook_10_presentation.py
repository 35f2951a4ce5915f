from pathlib import Path

import quindex as qx
from handbook import spec, world

result = qx.compute(spec, world)
print(result)
print(result.to_frame()[["iso3", "fair", "fair_rank"]].head(3).round(1).to_string(index=False))

folder = Path("build/handbook")
folder.mkdir(parents=True, exist_ok=True)
result.to_file(folder / "fair.csv")  # or .xlsx, with a sheet for each kind of result, or .parquet
(folder / "fair.html").write_text(result._repr_html_(), encoding="utf-8")  # what a notebook shows

# What others need to compute the same: the spec with its numbers, and the fingerprint of the data.
qx.write_spec(result.fitted.freeze(), folder / "fair.json")
again = qx.compute(qx.read_spec(folder / "fair.json"), world)
print("the same scores from the published spec:", again.scores.equals(result.scores))
print("data:", result.digest[:16])
