"""Pictures: what is drawn, in which order, and what is said about it in words. Their pixels are matplotlib's."""

from __future__ import annotations

import builtins
import io
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

matplotlib = pytest.importorskip("matplotlib")
matplotlib.use("Agg")

import matplotlib.pyplot as plt  # noqa: E402
from quindex import plot_bars, plot_style, plot_units  # noqa: E402
from quindex.errors import FileError, SpecError  # noqa: E402
from quindex.progress import Bar, callback  # noqa: E402


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    yield
    plt.close("all")


def spread(n: int, names: list[str] | None = None) -> plot_units.Spread:
    """Units in the order opposite to that of their ranks; the interval of the first one is the widest."""
    nominal = np.arange(n, 0, -1.0)
    width = np.linspace(3, 1, n)
    low, high = np.maximum(nominal - width, 1), np.minimum(nominal + width, n)
    units = names or [f"Unit {i}" for i in range(n)]
    return plot_units.Spread(units, nominal, np.maximum(low - 1, 1), low, nominal, high, np.minimum(high + 1, n), 0.9)


def labels(ax: Any) -> list[str]:
    return [t.get_text() for t in ax.get_yticklabels()]


def test_intervals_have_a_row_for_each_unit_the_best_first() -> None:
    s = spread(10)
    ax = plot_units.intervals(None, s, plot_units.in_order(s.nominal), "rank", "index: ranks")
    assert labels(ax) == [f"Unit {i}" for i in range(9, -1, -1)]
    everything, interval = ax.collections[:2]
    assert len(everything.get_segments()) == len(interval.get_segments()) == 10
    assert interval.get_segments()[0][:, 0].tolist() == [s.low[9], s.high[9]]
    nominal = ax.collections[3].get_offsets()
    assert nominal[:, 0].tolist() == list(range(1, 11))
    assert [t.get_text() for t in ax.get_legend().get_texts()] == [
        "lowest to highest",
        "90% interval",
        "median",
        "nominal",
    ]
    assert ax.get_ylim()[0] > ax.get_ylim()[1]
    assert ax.get_xlabel() == "rank"


def test_two_hundred_units_are_higher_and_thinner_labelled() -> None:
    few, many = spread(10), spread(200)
    one = plot_units.intervals(None, few, plot_units.in_order(few.nominal), "rank", "t")
    two = plot_units.intervals(None, many, plot_units.in_order(many.nominal), "rank", "t")
    heights = [ax.figure.get_size_inches()[1] for ax in (one, two)]
    assert heights[0] < 4 < heights[1] <= plot_style.TALLEST
    assert len(two.collections[1].get_segments()) == 200  # every unit is drawn
    assert len(labels(one)) == 10
    assert 50 <= len(labels(two)) < 200
    assert two.figure.get_size_inches()[1] * 0.8 / len(labels(two)) > 0.1  # inches for each label


def test_the_words_name_the_widest_and_the_narrowest() -> None:
    s = spread(10)
    ax = plot_units.intervals(None, s, plot_units.in_order(s.nominal), "rank", "index: ranks")
    assert ax.alt_text == (
        "index: ranks. A line for each of 10 units, the best at the top, with its rank. Widest 90% interval: "
        "Unit 3, 4.667 to 9.333 (nominal 7); narrowest 90% interval: Unit 9, 1 to 2 (nominal 1)."
    )
    assert ax.figure.alt_text == ax.alt_text


def test_units_without_a_rank_come_last() -> None:
    assert plot_units.in_order(np.array([2.0, np.nan, 1.0])) == [2, 0, 1]


def test_acceptability_is_an_image_of_units_by_ranks() -> None:
    shares = np.array([[0.25, 0.75, 0.0], [0.75, 0.25, 0.0], [0.0, 0.0, 1.0]])
    nominal, ranks = np.array([2.0, 1.0, 3.0]), np.array([1.0, 2.0, 3.0])
    ax = plot_units.acceptability(None, ["a", "b", "c"], nominal, ranks, shares, "index: acceptability")
    cells = ax.images[0].get_array()
    assert cells.filled(-1).tolist() == [[0.75, 0.25, -1], [0.25, 0.75, -1], [-1, -1, 1.0]]
    assert labels(ax) == ["b", "a", "c"]
    assert [t.get_text() for t in ax.get_xticklabels()] == ["1", "2", "3"]
    assert sorted(t.get_text() for t in ax.texts) == ["100", "25", "25", "75", "75"]
    assert ax.images[0].get_cmap().name == "viridis_r"
    assert "Most often first: b, in 75% of replicates." in ax.alt_text
    assert len(ax.figure.axes) == 2  # and the scale


def test_shared_ranks_have_columns_of_their_own() -> None:
    shares = np.full((3, 5), 0.2)
    ax = plot_units.acceptability(None, ["a", "b", "c"], np.array([1.0, 2, 3]), np.arange(1, 3.5, 0.5), shares, "t")
    assert ax.get_xticks().tolist() == [0.0, 2.0, 4.0]


def test_pairs_leave_the_diagonal_out() -> None:
    beats = np.array([[0.5, 0.4, 0.9], [0.6, 0.5, 0.8], [0.1, 0.2, 0.5]])
    ax = plot_units.pairs(None, ["a", "b", "c"], np.array([1.0, 2.0, 3.0]), beats, "pairs")
    cells = ax.images[0].get_array()
    assert np.ma.getmaskarray(cells).tolist() == np.eye(3, dtype=bool).tolist()
    assert cells[0, 1] == 0.4
    assert labels(ax) == [t.get_text() for t in ax.get_xticklabels()] == ["a", "b", "c"]
    assert "Closest neighbours: a was ahead of b in 40%." in ax.alt_text


@pytest.mark.filterwarnings("ignore:.*no font with Chinese", "ignore:Glyph")  # boxes need as much room
@pytest.mark.parametrize("n", [2, 10])
@pytest.mark.parametrize("name", ["{}", "A unit of a very long name {}", "呼伦贝尔市海拉尔区的第{}个"])
def test_pairs_have_room_for_long_labels(n: int, name: str) -> None:
    names = [name.format(i) for i in range(n)]
    title = "A composite index of many things: who is ahead of whom in 10,000 replicates"
    ax = plot_units.pairs(None, names, np.arange(1.0, n + 1), np.full((n, n), 0.5), title)
    ax.figure.canvas.draw()
    assert ax.get_window_extent().height / ax.figure.dpi >= n * plot_style.LABEL
    assert (ax._left_title.get_window_extent().max <= ax.figure.bbox.max + 1).all()


def test_a_name_is_no_formula() -> None:
    names = ["US$ 1 to US$ 2", r"$\nothing$", "b"]
    pairs = plot_units.pairs(None, names, np.array([1.0, 2.0, 3.0]), np.full((3, 3), 0.5), "costs in $ or US$: pairs")
    for ax in (pairs, plot_bars.sensitivity(None, names, {"first": plot_bars.Bars(np.ones(3))}, names[1])):
        ax.figure.canvas.draw()
        assert not any(text.get_parse_math() for text in [*ax.get_yticklabels(), ax._left_title])
    assert not any(text.get_parse_math() for text in pairs.get_xticklabels())


def test_shifts_are_shares_that_add_up() -> None:
    shifts = np.array([0.0, 0.5, 0.5, 1.0, np.nan])
    ax = plot_bars.shift(None, shifts, "index: shift")
    assert sum(p.get_height() for p in ax.patches) == pytest.approx(1.0)
    assert [t.get_text() for t in ax.get_legend().get_texts()] == ["median 0.5", "95% are below 0.925"]
    assert "by 0.5 places in the median" in ax.alt_text
    assert [p.get_x() + p.get_width() / 2 for p in ax.patches] == [0.0, 0.5, 1.0]  # one for each value
    many = plot_bars.shift(None, np.linspace(0, 1, 1000) ** 2, "many")
    assert 5 < len(many.patches) <= plot_bars.MOST_BINS
    assert sum(p.get_height() for p in many.patches) == pytest.approx(1.0)
    assert len(plot_bars.shift(None, np.array([np.nan]), "none").patches) == 0


def test_bars_have_intervals_and_the_most_important_factor_first() -> None:
    first = plot_bars.Bars(np.array([0.1, 0.6]), np.array([0.05, 0.5]), np.array([0.15, 0.7]))
    total = plot_bars.Bars(np.array([0.2, 0.8]), np.array([0.1, 0.7]), np.array([0.3, 0.9]))
    ax = plot_bars.sensitivity(None, ["weights", "normalise"], {"first": first, "total": total}, "index")
    assert labels(ax) == ["normalise", "weights"]
    assert [p.get_width() for p in ax.patches] == [0.6, 0.1, 0.8, 0.2]
    assert [c.get_segments()[0][:, 0].tolist() for c in ax.collections] == [[0.5, 0.7], [0.7, 0.9]]
    assert len({p.get_fc() for p in ax.patches}) == 2
    assert len({p.get_hatch() for p in ax.patches}) == 2  # told apart without colours
    assert ax.alt_text.endswith("The most important is normalise: first 0.6, total 0.8.")


def test_a_picture_may_be_drawn_on_axes_of_ones_own() -> None:
    figure, (left, right) = plt.subplots(1, 2)
    assert plot_bars.shift(left, np.array([0.0, 1.0]), "one") is left
    s = spread(3)
    assert plot_units.intervals(right, s, [2, 1, 0], "rank", "two") is right
    assert figure.alt_text == f"{left.alt_text}\n{right.alt_text}"


def test_chinese_labels_have_a_font_that_has_them() -> None:
    names = ["上海市", "南京市", "无锡市"]
    font = plot_style._chinese_font(look_again=True)
    if font is None:
        with pytest.warns(UserWarning, match=r"^plot: no font with Chinese characters is installed"):
            plot_style.family(names)
        return
    ax = plot_units.intervals(None, spread(3, names), [2, 1, 0], "rank", "指数")
    assert labels(ax) == names[::-1]
    assert all(
        font in t.get_fontfamily() for t in [*ax.get_yticklabels(), ax.title] if plot_style.has_chinese([t.get_text()])
    )
    with warnings.catch_warnings():  # matplotlib warns of a glyph that is missing
        warnings.simplefilter("error")
        ax.figure.savefig(io.BytesIO(), format="png")


def test_no_chinese_font_is_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plot_style, "CHINESE_FONTS", ("No such font",))
    with pytest.warns(UserWarning, match="no font with Chinese characters is installed, so they are drawn as boxes"):
        plot_style.family(["上海市"])
    assert plot_style.family(["Oslo"]) == matplotlib.rcParams["font.family"]


def test_long_labels_are_shortened() -> None:
    assert plot_style.shortened("x" * 30) == "x" * 30
    assert plot_style.shortened("x" * 16 + "y" * 15) == "x" * 15 + "…" + "y" * 14
    assert plot_style.shortened("指" * 8 + "数" * 8) == "指" * 7 + "…" + "数" * 7


def test_shortened_labels_stay_different() -> None:
    provinces = [f"A district with a very long name, number {i}" for i in range(12)]
    s = spread(12, provinces)
    ax = plot_units.intervals(None, s, plot_units.in_order(s.nominal), "rank", "t")
    assert len(set(labels(ax))) == 12
    assert all(len(text) <= plot_style.LONGEST_LABEL for text in labels(ax))
    inside = ["A district with a " + c + " long name, the others" for c in "xyz"]
    assert plot_style.labels_of(inside) == inside  # whole, where they differ in the middle


def test_one_of_something_is_not_many() -> None:
    one = spread(1)
    assert "A line for each of 1 unit, " in plot_units.intervals(None, one, [0], "rank", "t").alt_text
    bars = plot_bars.Bars(np.array([0.5]), np.array([0.4]), np.array([0.6]))
    assert plot_bars.sensitivity(None, ["a"], {"first": bars}, "t").alt_text.startswith("t. Bars for 1 factor. ")


def test_intervals_of_pawn_are_explained() -> None:
    bars = plot_bars.Bars(np.array([0.04]), np.array([0.05]), np.array([0.08]))
    words = "Intervals are of resampled distances, which are larger: where there is little influence, they often lie "
    assert plot_bars.sensitivity(None, ["a"], {"pawn": bars}, "t").alt_text.endswith(f"{words}above the index.")
    assert words not in plot_bars.sensitivity(None, ["a"], {"first": bars}, "t").alt_text


@pytest.mark.parametrize("kind", ["svg", "png", "pdf"])
def test_files_carry_the_words(kind: str, tmp_path: Path) -> None:
    files = [tmp_path / f"{i}.{kind}" for i in (1, 2)]
    for file in files:
        ax = plot_bars.shift(None, np.array([0.0, 1.0]), "index: shift <1>")
        plot_style.save_picture(ax, file)
    assert files[0].read_bytes() == files[1].read_bytes()  # no date
    if kind == "svg":
        text = files[0].read_text(encoding="utf-8")
        assert 'role="img" aria-label="index: shift &lt;1&gt;. How often' in text
    elif kind == "png":
        from PIL import Image

        assert Image.open(files[0]).text["Description"] == ax.alt_text


def test_an_unknown_kind_of_picture_is_refused(tmp_path: Path) -> None:
    ax = plot_bars.shift(None, np.array([0.0, 1.0]), "t")
    with pytest.raises(FileError, match=r"unknown kind of picture 'bmp'; write .svg, .png or .pdf$"):
        plot_style.save_picture(ax, tmp_path / "a.bmp")
    with pytest.raises(FileError, match="no such file or directory"):
        plot_style.save_picture(ax, tmp_path / "nowhere" / "a.png")


def test_without_matplotlib_the_error_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def refusing(name: str, *rest: Any, **more: Any) -> Any:
        if name.startswith("matplotlib"):
            raise ImportError(name)
        return real(name, *rest, **more)

    import importlib

    monkeypatch.setattr(importlib, "import_module", lambda name: refusing(name))
    with pytest.raises(FileError) as found:
        plot_bars.shift(None, np.array([0.0]), "t")
    assert str(found.value) == "matplotlib: it is not installed; pip install 'quindex[plot]'"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_the_bar_grows_on_a_terminal() -> None:
    stream = Terminal()
    bar = Bar(stream)
    bar._last = -1.0
    assert bar(250, 1000) is True
    bar(1000, 1000)
    shown = stream.getvalue().split("\r")[1:]
    assert shown[0].startswith("[########......................] 250 of 1,000 replicates, ")
    assert shown[1].startswith("[##############################] 1,000 of 1,000 replicates, ")
    assert shown[1].endswith(" s\n") or shown[1].rstrip().endswith(" s")


def test_elsewhere_there_are_at_most_ten_lines() -> None:
    stream = io.StringIO()
    bar = Bar(stream)
    for done in range(1, 1001):
        bar(done, 1000)
    lines = stream.getvalue().splitlines()
    assert len(lines) == 10
    assert "100 of 1,000" in lines[0]
    assert "1,000 of 1,000" in lines[-1]


def test_a_function_of_ones_own_is_told() -> None:
    assert callback(False) is None
    with pytest.raises(SpecError, match=r"^progress: found 'yes'; give True for a bar, or a function"):
        callback("yes")  # type: ignore[arg-type]
    assert isinstance(callback(True), Bar)
    own = lambda done, of: None  # noqa: E731
    assert callback(own) is own
