"""What `quindex new` writes: a small index that runs, to be changed."""

from __future__ import annotations

from pathlib import Path

from quindex.errors import FileError, of_system
from quindex.files import write_text

SPEC = """\
# An index as a file. `quindex check` lists what is wrong with it, `quindex run` computes it,
# `quindex schema` prints what may stand here.
quindex = 1
prepare = [
  { impute = { method = "median" } },
]
normalise = { method = "min_max", low = 0, high = 100 }
aggregate = { method = "arithmetic_mean" }
missing = "propagate"

[framework]
code = "wellbeing"
name = "Well-being"

[[framework.children]]
code = "income"
name = "Income per head"
unit = "thousand $"

[[framework.children]]
code = "life"
name = "Quality of life"

[[framework.children.children]]
code = "pollution"
name = "Fine particles"
unit = "µg/m³"
better = "low"

[[framework.children.children]]
code = "schooling"
name = "Years of schooling"
unit = "years"
weight = 2
"""
INDICATORS = """\
code,parent,weight,direction,unit,name_en,name_zh,goalpost_low,goalpost_high,target
wellbeing,,1,high,,Well-being,福祉,,,
income,wellbeing,1,high,thousand $,Income per head,人均收入,,,
life,wellbeing,1,high,,Quality of life,生活质量,,,
pollution,life,1,low,µg/m³,Fine particles,细颗粒物,0,60,10
schooling,life,2,high,years,Years of schooling,受教育年限,0,15,
"""
DATA = """\
unit,region,income,pollution,schooling
A,north,40,12,11
B,north,25,30,13
C,south,60,45,9
D,south,33,20,12
"""
FILES = {
    "spec.toml": (SPEC, "a spec"),
    "indicators.csv": (INDICATORS, "the same framework as a table; it runs, too"),
    "data.csv": (DATA, "units × indicators"),
}


def write_starter(folder: Path) -> list[tuple[str, str]]:
    """Writes the files; returns their names and what they are. Raises FileError rather than overwrite one."""
    for name in FILES:
        if (folder / name).exists():
            raise FileError.about(str(folder / name), "it is there already", "choose another folder")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as e:
        raise of_system(str(folder), e) from None
    for name, (text, _) in FILES.items():
        write_text(str(folder / name), text)
    return [(name, what) for name, (_, what) in FILES.items()]
