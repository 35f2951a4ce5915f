"""What the library says to those who program, as the command says it to those who type."""

from __future__ import annotations

from quindex.errors import QuindexError

PLACES = {"run_options.first": "--replicates"}
HINTS = {
    "pass it in `extensions`": "the command knows no functions of yours; in Python, pass it in `extensions`",
    "pass the bytes that outcomes::to_bytes() returned": "give the outcomes.bin that quindex robustness --out wrote",
}


def in_a_shell(where: str, what: str, hint: str) -> str:
    """The message whose parts these are; what is not about Python stays as it is."""
    return str(QuindexError.about(PLACES.get(where, where), what, HINTS.get(hint, hint)))
