"""What all pictures share: colours that colour-blind readers tell apart, sizes, fonts with Chinese, texts in words.

matplotlib is imported when the first picture is drawn; `pip install 'quindex[plot]'` brings it.
"""

from __future__ import annotations

import html
import math
import unicodedata
import warnings
from collections import Counter
from collections.abc import Sequence
from os import PathLike, fspath
from pathlib import Path
from typing import Any

from quindex.errors import FileError, of_system
from quindex.files import extra
from quindex.show import width

# The palette of Okabe and Ito (2008).
BLUE, SKY, GREEN, ORANGE, VERMILION, PURPLE, BLACK = (
    "#0072B2",
    "#56B4E9",
    "#009E73",
    "#E69F00",
    "#D55E00",
    "#CC79A7",
    "#000000",
)
GREY = "#BBBBBB"
SHADES = "viridis"  # the same order of lightness for everyone, on paper too
CHINESE_FONTS = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "Microsoft YaHei",
    "PingFang SC",
    "Hiragino Sans GB",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "SimHei",
    "Heiti SC",
    "STHeiti",
    "Noto Sans CJK JP",  # what matplotlib sees of the file in which all of them are
    "Noto Serif CJK SC",
    "SimSun",
    "AR PL UMing CN",
    "Droid Sans Fallback",
    "Arial Unicode MS",
)
CHINESE_FILES = ("notosanscjk", "notosanssc", "notoserifcjk", "sourcehan", "wqy", "msyh", "simhei", "pingfang", "uming")
LINE = 0.22  # inches for a unit
LOWEST, TALLEST = 2.2, 16.0  # inches
LABEL = 0.135  # inches that a label needs
AS_WRITTEN: dict[str, Any] = {"parse_math": False}  # a name with two "$" is no formula
PLACE = 0.07  # inches of one place of a label
LONGEST_LABEL = 30  # places; Chinese characters take two


def axes(ax: Any, wide: float, high: float) -> Any:
    """The axes to draw on: the given ones, or those of a new figure."""
    if ax is not None:
        return ax
    pyplot = extra("matplotlib.pyplot", "matplotlib", "plot")
    return pyplot.subplots(figsize=(wide, high), layout="constrained")[1]


def height_for(n: int, line: float = LINE) -> float:
    """Inches for n lines: it grows with them, up to what one can still look at."""
    return min(max(1.1 + line * n, LOWEST), TALLEST)


def room_for(names: Sequence[str], usual: int) -> float:
    """Inches that labels need beyond those of so many places."""
    return PLACE * max(0, max((width(text) for text in labels_of(names)), default=0) - usual)


def has_chinese(texts: Sequence[str]) -> bool:
    """Is there a character that takes two places: Chinese, or of its neighbours?"""
    return any(unicodedata.east_asian_width(c) in "WF" for text in texts for c in text)


def family(texts: Sequence[str]) -> list[str]:
    """The fonts for some texts: the user's, and one that has Chinese characters where the texts do."""
    usual = list(extra("matplotlib", "matplotlib", "plot").rcParams["font.family"])
    if not has_chinese(texts):
        return usual
    found = _chinese_font() or _chinese_font(look_again=True)
    if found is None:
        what = "no font with Chinese characters is installed, so they are drawn as boxes; install Noto Sans CJK"
        warnings.warn(f"plot: {what}", UserWarning, stacklevel=4)
        return usual
    return [*usual, found]


def _chinese_font(*, look_again: bool = False) -> str | None:
    """A font with Chinese characters that matplotlib knows of; it may not know of those installed lately."""
    fonts = extra("matplotlib.font_manager", "matplotlib", "plot")
    if look_again:
        known = {font.fname for font in fonts.fontManager.ttflist}
        for path in fonts.findSystemFonts():
            if path not in known and Path(path).name.lower().startswith(CHINESE_FILES):
                fonts.fontManager.addfont(path)
    installed = {font.name for font in fonts.fontManager.ttflist}
    return next((name for name in CHINESE_FONTS if name in installed), None)


def shortened(text: str) -> str:
    """A label that is not too long: without its middle, since long names often differ at their ends."""
    if width(text) <= LONGEST_LABEL:
        return text
    head = _fitting(text, LONGEST_LABEL // 2)
    tail = _fitting(text[::-1], LONGEST_LABEL - 1 - width(head))[::-1]
    return f"{head}…{tail}"


def _fitting(text: str, places: int) -> str:
    """As much of the beginning as fits."""
    out = ""
    for c in text:
        if width(out + c) > places:
            break
        out += c
    return out


def labels_of(names: Sequence[str]) -> list[str]:
    """Labels that are not too long; those that would be alike stay whole."""
    texts = [shortened(name) for name in names]
    times = Counter(texts)
    return [text if times[text] == 1 else name for text, name in zip(texts, names, strict=True)]


def label_rows(ax: Any, names: Sequence[str], fonts: Sequence[str]) -> None:
    """Names the rows 0, 1, … from top to bottom; only every second or third when there is no place for all."""
    step = thinned(len(names), axes_inches(ax)[1])
    places = range(0, len(names), step)
    size = 9 if step == 1 and len(names) < 60 else 7
    texts = labels_of(names)
    ax.set_yticks(list(places), [texts[i] for i in places], fontfamily=list(fonts), fontsize=size, **AS_WRITTEN)
    ax.set_ylim(len(names) - 0.5, -0.5)


def label_columns(ax: Any, names: Sequence[str], fonts: Sequence[str]) -> None:
    """Names the columns 0, 1, … from left to right, upright."""
    step = thinned(len(names), axes_inches(ax)[0])
    places = range(0, len(names), step)
    own = labels_of(names)
    texts = [own[i] for i in places]
    size = 9 if step == 1 and len(names) < 30 else 7
    turned = 0 if all(len(text) <= 3 for text in texts) else 90
    ax.set_xticks(list(places), texts, fontfamily=list(fonts), fontsize=size, rotation=turned, **AS_WRITTEN)
    ax.set_xlim(-0.5, len(names) - 0.5)


def label_ranks(ax: Any, n: int, first: int = 1, apart: float = 1.0) -> None:
    """Names ranks from left to right: 1, and every fifth, tenth or so; `first` is where rank 1 stands."""
    room = axes_inches(ax)[0] / (0.09 * (len(str(n)) + 1))
    step = next((s for s in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000) if n / s <= room), max(1, n // 5))
    ranks = list(range(1, n + 1, step)) if step <= 2 else [1, *range(step, n + 1, step)]
    ax.set_xticks([(r - 1) * apart + first for r in ranks], [str(r) for r in ranks], fontsize=8)
    ax.set_xlim(first - 0.5, (n - 1) * apart + first + 0.5)


def thinned(n: int, inches: float) -> int:
    """Every how manyth label has a place of its own."""
    return max(1, math.ceil(n * LABEL / max(inches, LABEL)))


def axes_inches(ax: Any) -> tuple[float, float]:
    """About how wide and high the axes are."""
    wide, high = ax.figure.get_size_inches()
    box = ax.get_position()
    return float(box.width * wide), float(box.height * high)


def finish(ax: Any, title: str, words: str, fonts: Sequence[str], above: float = 6.0) -> Any:
    """Gives the axes a title and their alternative text; the figure's is that of all its axes together."""
    ax.set_title(title, loc="left", fontsize=11, fontfamily=list(fonts), pad=above, wrap=True, **AS_WRITTEN)
    for side in ("top", "right"):
        ax.spines[side].set_visible(False)
    ax.alt_text = words
    texts = [own for other in ax.figure.axes if (own := getattr(other, "alt_text", ""))]
    ax.figure.alt_text = "\n".join(texts)
    return ax


def save_picture(ax: Any, path: str | PathLike[str], *, dots_per_inch: int = 150) -> None:
    """Writes the figure of some axes (.svg, .png, .pdf) with its alternative text, and without a date."""
    name = fspath(path)
    figure, kind = ax.figure, Path(name).suffix.lower().removeprefix(".")
    words = getattr(figure, "alt_text", "")
    title = ax.get_title(loc="left")
    metadata: dict[str, dict[str, Any]] = {
        "svg": {"Title": title, "Description": words, "Date": None},
        "png": {"Title": title, "Description": words},
        "pdf": {"Title": title, "Subject": words, "CreationDate": None},
    }
    if kind not in metadata:
        raise FileError.about(name, f"unknown kind of picture {kind!r}", "write .svg, .png or .pdf", kind)
    with extra("matplotlib", "matplotlib", "plot").rc_context({"svg.hashsalt": "quindex"}):
        try:
            figure.savefig(name, dpi=dots_per_inch, metadata=metadata[kind])
        except OSError as e:
            raise of_system(name, e) from None
    if kind == "svg":
        _name_image(Path(name), words)


def _name_image(path: Path, words: str) -> None:
    """What screen readers look for in a picture of vectors."""
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("<svg ", f'<svg role="img" aria-label="{html.escape(words)}" ', 1), encoding="utf-8")
