"""What reaches a score is summed in a fixed order, not by reductions whose bits depend on the processor."""

from __future__ import annotations

import tree

REDUCTIONS = (
    r"\.(?:sum|mean|norm|squaredNorm|prod|trace)\s*\(\s*\)|\.(?:dot|redux)\s*\("
    r"|\bstd::(?:reduce|transform_reduce|accumulate)\b"
)
IN_NUMPY = (
    r"\bnp\.(?:sum|mean|dot|nansum|nanmean|average|std|var|linalg|exp|log|power|sqrt)\b"
    r"|(?<!_core)\.(?:mean|std|rank)\("
)


def test_no_foreign_sums_above_numeric() -> None:
    below = ("include/quindex/numeric/", "src/numeric", "src/kernels")
    above = [p for p in tree.cpp("include", "src", "python") if not tree.name(p).startswith(below)]
    tree.none(tree.lines(above, REDUCTIONS, code_only=True), "scores are summed by numeric's own sums")


def test_faces_do_no_arithmetic() -> None:
    tree.none(tree.lines(tree.python("python/quindex"), IN_NUMPY), "arithmetic happens in the core")
