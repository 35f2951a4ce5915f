"""Methods whose papers print no table, on random tables beside derivations of their own in NumPy."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pandas as pd
import pytest
import quindex as qx

Matrix = np.ndarray


def table(seed: int, units: int = 40, columns: int = 4, gaps: float = 0.15) -> pd.DataFrame:
    """Columns that go together, on scales of their own, with gaps."""
    random = np.random.default_rng(seed)
    x = random.normal(size=(units, 1)) + 0.7 * random.normal(size=(units, columns))
    x[random.random(x.shape) < gaps] = np.nan
    x = x * random.uniform(1, 50, columns) + random.uniform(-5, 5, columns)
    return pd.DataFrame(x, index=[f"u{i:02}" for i in range(units)], columns=[f"c{j}" for j in range(columns)])


def filled(df: pd.DataFrame, step: object) -> Matrix:
    tree = qx.group("index", [qx.indicator(name) for name in df.columns])
    return qx.prepare(qx.Spec(tree, prepare=[step]), df).to_numpy()


def neighbours(x: Matrix, k: int) -> Matrix:
    out, sd = x.copy(), np.nanstd(x, axis=0)
    for i, j in np.argwhere(np.isnan(x)):
        near = []
        for other in np.flatnonzero(~np.isnan(x[:, j])):
            both = ~np.isnan(x[i]) & ~np.isnan(x[other])
            if both.any():
                near.append((np.mean(((x[i, both] - x[other, both]) / sd[both]) ** 2), x[other, j]))
        if near:
            out[i, j] = np.mean([value for _, value in sorted(near)[:k]])
    return out


def regressed(x: Matrix) -> Matrix:
    out, whole = x.copy(), x[~np.isnan(x).any(axis=1)]
    for i, j in np.argwhere(np.isnan(x)):
        known = ~np.isnan(x[i])
        slopes = np.linalg.lstsq(np.c_[np.ones(len(whole)), whole[:, known]], whole[:, j], rcond=None)[0]
        out[i, j] = np.r_[1, x[i, known]] @ slopes
    return out


def chained(x: Matrix, ridge: float) -> Matrix:
    gap, mean, sd = np.isnan(x), np.nanmean(x, axis=0), np.nanstd(x, axis=0)
    z = np.where(gap, 0, (x - mean) / sd)
    for _ in range(500):
        for j in range(z.shape[1]):
            others = np.c_[np.ones(len(z)), np.delete(z, j, axis=1)]
            a, y = others[~gap[:, j]], z[~gap[:, j], j]
            penalty = ridge * np.diag(a.T @ a)
            penalty[0] = 0
            z[gap[:, j], j] = others[gap[:, j]] @ np.linalg.solve(a.T @ a + np.diag(penalty), a.T @ y)
    return z * sd + mean


@pytest.mark.parametrize("seed", range(4))
def test_gaps_are_filled_as_derived(seed: int) -> None:
    df = table(seed)
    x = df.to_numpy()
    assert filled(df, qx.impute.Regression()) == pytest.approx(regressed(x), rel=1e-9, abs=1e-9, nan_ok=True)
    for ridge in (0.0, 0.1):
        step = qx.impute.Iterative(ridge=ridge, tolerance=1e-12, rounds=10000)
        assert filled(df, step) == pytest.approx(chained(x, ridge), rel=1e-7, abs=1e-7)


@pytest.mark.parametrize("seed", range(20, 28))  # in some of them the divisor of the deviation decides
def test_neighbours_are_those_over_common_indicators(seed: int) -> None:
    df = table(seed, units=12, gaps=0.3)
    for k in (1, 3):
        found = filled(df, qx.impute.NearestNeighbours(neighbours=k))
        assert found == pytest.approx(neighbours(df.to_numpy(), k), rel=1e-9, nan_ok=True)


def distance_p2(x: Matrix, types: list[int], weights: Matrix) -> Matrix:
    worst = np.where(np.array(types) > 0, x.min(axis=0), x.max(axis=0))
    far = np.abs(x - worst) / x.std(axis=0) * weights / weights.mean()
    order: list[int] = []
    distance = far.sum(axis=1)
    for _ in range(20):
        link = [abs(np.corrcoef(column, distance)[0, 1]) for column in far.T]
        ordered = list(np.argsort(np.negative(link), kind="stable"))
        if ordered == order:
            return distance
        order, new = ordered, np.ones(x.shape[1])
        for k, j in enumerate(order[1:], 1):
            before = np.c_[np.ones(len(x)), x[:, order[:k]]]
            rest = x[:, j] - before @ np.linalg.lstsq(before, x[:, j], rcond=None)[0]
            new[j] = rest.var() / x[:, j].var()
        distance = far @ new
    raise AssertionError("the order goes in a circle")


@pytest.mark.parametrize("seed", range(6))
def test_distance_p2_counts_what_is_new(seed: int) -> None:
    df = table(seed, units=12, gaps=0)
    types, weights = [1, -1, 1, -1], np.random.default_rng(seed).uniform(0.2, 1, 4)
    found = qx.rank(df, weights.tolist(), types, method=qx.aggregate.Dp2()).scores["score"]
    assert list(found) == pytest.approx(distance_p2(df.to_numpy(), types, weights), rel=1e-9)


def choquet(row: Matrix, weights: Matrix, interaction: dict[tuple[int, int], float]) -> float:
    """The integral with respect to the capacity, from its Möbius masses on children and pairs."""

    def capacity(of: set[int]) -> float:
        alone = sum(weights[i] - sum(v for pair, v in interaction.items() if i in pair) / 2 for i in of)
        return float(alone + sum(v for pair, v in interaction.items() if set(pair) <= of))

    order = np.argsort(row)
    steps = np.diff(np.r_[0, row[order]])
    return sum(step * capacity(set(order[k:].tolist())) for k, step in enumerate(steps))


@pytest.mark.parametrize("seed", range(4))
def test_choquet_is_the_integral_over_its_capacity(seed: int) -> None:
    random = np.random.default_rng(seed)
    x = np.round(random.uniform(0, 1, (8, 4)), 1 + seed % 2)  # with ties within rows
    weights = random.dirichlet(np.full(4, 20))
    interaction = dict(zip(combinations(range(4), 2), random.uniform(-0.1, 0.1, 6).tolist(), strict=True))
    df = pd.DataFrame(x, columns=list("abcd"))
    method = qx.aggregate.Choquet(interactions=list(interaction.values()))
    found = qx.rank(df, weights.tolist(), [1] * 4, method=method).scores["score"]
    assert list(found) == pytest.approx([choquet(row, weights, interaction) for row in x], rel=1e-12)


@pytest.mark.parametrize("seed", range(4))
def test_cilos_solves_its_equations(seed: int) -> None:
    random = np.random.default_rng(seed)
    x = np.round(random.uniform(1, 9, (9, 4)), seed % 2)  # with ties for the best where rounded to whole numbers
    types = np.array([1, -1, 1, -1])
    share = np.where(types > 0, x, x.min(axis=0) / x)
    share /= share.sum(axis=0)
    best = np.array([share[np.isclose(c, c.max())].mean(axis=0) for c in share.T])
    loss = 1 - best / np.diag(best)
    loss -= np.diag(loss.sum(axis=0))
    expected = np.linalg.lstsq(np.r_[loss, np.ones((1, 4))], np.r_[np.zeros(4), 1], rcond=None)[0]
    df = pd.DataFrame(x, columns=list("abcd"))
    found = qx.weights(df, types.tolist(), method=qx.weigh.Cilos())
    assert list(found.values()) == pytest.approx(expected, rel=1e-9)
