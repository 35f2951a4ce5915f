"""The demo: two published indices computed from their published inputs. Writes its results to demo-output/."""

from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pandas as pd
import quindex as qx

OUT = Path("demo-output")
PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>{title}</title>
<style>body {{ font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem }}
table {{ border-collapse: collapse }}
td, th {{ padding: .2rem .8rem; border-bottom: 1px solid #ddd; white-space: pre }}</style>
<h1>{title}</h1>
<p>{text}</p>
{table}
</html>
"""


def rounded(x: float, decimals: int) -> Decimal:
    """As publishers round: halves go up."""
    return Decimal(repr(float(x))).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def human_development() -> None:
    data = pd.read_csv("docs/examples/data/hdi_2022.csv", index_col="country")
    published = data.pop("published_hdi")
    spec = qx.presets.load("hdi_2010")
    result = qx.compute(spec, data)
    index = result.nodes[0]
    table = result.scores[[index, *result.contributions().columns]].copy()
    table.insert(0, "rank", result.ranks[index])
    table["published"] = published
    table = table.sort_values("rank")

    print(f"Human Development Index 2022: {len(data)} countries from the published inputs\n")
    print(f"{'':>4}  {'country':<20} {'HDI':>6} {'published':>9}  health  education  income")
    for country, row in table.iterrows():
        if 8 < row["rank"] <= len(table) - 4:
            continue
        if row["rank"] == len(table) - 3:
            print(f"{'…':>4}")
        score = rounded(row[index], 3)
        parts = "".join(f"{x:>{width}.3f}" for x, width in zip(row.iloc[2:5], (8, 11, 8), strict=True))
        bar = "█" * round(row[index] * 24)
        print(f"{row['rank']:>4.0f}  {country:<20} {score:>6} {row['published']:>9.3f}{parts}  {bar}")
    same = sum(rounded(x, 3) == rounded(y, 3) for x, y in zip(table[index], table["published"], strict=True))
    gap = (table[index] - table["published"]).abs().max()
    print(f"\n{same} of {len(table)} agree to all three published decimals;", end=" ")
    print(f"unrounded, the largest difference is {gap:.5f}.")
    print(f"\nHow one country gets its score\n\n{result.explain('China')}")

    result.scores.to_csv(OUT / "scores.csv")
    result.ranks.to_csv(OUT / "ranks.csv")
    result.contributions().to_csv(OUT / "contributions.csv")
    result.lineage.to_csv(OUT / "lineage.csv", index=False)
    qx.write_spec(spec, OUT / "spec.json")
    qx.write_spec(result.fitted.freeze(), OUT / "spec-frozen.json")
    unit = "China"
    text = f"How {unit} gets its score, from the raw values up. Made by quindex {qx.__version__}."
    page = PAGE.format(title=f"{unit}: HDI 2022", text=text, table=result.explain(unit)._repr_html_())
    (OUT / "explanation.html").write_text(page, encoding="utf-8")


def quality_competitiveness() -> None:
    data = pd.read_csv("docs/examples/data/qci_levels.csv", index_col="year")
    published = data.pop("published_qci")
    result = qx.compute(qx.presets.load("qci_from_level_scores"), data)
    print("\nManufacturing quality competitiveness index of China (QCI), from the scores of its two blocks\n")
    print("year  quality  capability    QCI  published  band (AQSIQ 2011)")
    for year, total in result.scores[result.nodes[0]].items():
        level, capability = data.loc[year]
        band = qx.presets.qci_band(total, scheme="aqsiq_2011")
        name = f"{band['name']}  {band['name_zh']}" if band else ""
        print(f"{year}  {level:>7.2f}  {capability:>10.2f}  {rounded(total, 2)}  {published[year]:>9.2f}  {name}")
    print("The blocks of 2006 are those of 2007 less the published changes.")
    print("Published by nobody: weights inside the blocks, thresholds, the curve between them.")


def main() -> None:
    OUT.mkdir(exist_ok=True)
    human_development()
    quality_competitiveness()
    print(f"\nIn {OUT}/: " + ", ".join(sorted(p.name for p in OUT.iterdir())))


if __name__ == "__main__":
    main()
