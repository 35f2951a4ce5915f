"""What is raised: one root, five kinds, each naming the place, the offending value and the way out."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, Self

__all__ = ["DataError", "FileError", "FrameworkError", "NumericError", "QuindexError", "SpecError"]


class QuindexError(Exception):
    """The root of everything quindex raises; its text is "where: what; hint".

    where is a path into spec, framework, table or file, such as "normalise.high" or "indicators/gdp"; what
    says what is wrong, with the value; hint, which may be empty, says what would be right; value is the
    offending value where it is known.
    """

    def __init__(
        self, message: str = "", *, where: str = "", what: str = "", hint: str = "", value: Any = None
    ) -> None:
        super().__init__(message)
        self.where = where
        self.what = what or message
        self.hint = hint
        self.value = value

    @classmethod
    def about(cls, where: str, what: str, hint: str = "", value: Any = None) -> Self:
        """The error whose message is put together from its parts."""
        message = (f"{where}: " if where else "") + what + (f"; {hint}" if hint else "")
        return cls(message, where=where, what=what, hint=hint, value=value)


class SpecError(QuindexError, ValueError):
    """The recipe has to be changed."""


class FrameworkError(QuindexError, ValueError):
    """The tree of groups and indicators has to be changed."""


class DataError(QuindexError, ValueError):
    """The table has to be changed."""

    row: int | None = None  # of the user's table, where one cell is at fault


class NumericError(QuindexError, ArithmeticError):
    """The mathematics has no answer: the logarithm of zero, no convergence."""


class FileError(QuindexError, OSError):
    """The file has to be changed."""


def of_system(name: str, e: OSError) -> FileError:
    """The error of the operating system, as one about the file."""
    reason = os.strerror(e.errno) if e.errno else str(e)
    return FileError.about(name, reason.lower(), "")


def refuse_half_characters(data: Any, where: str, kind: type[QuindexError] = SpecError) -> None:
    """Raises an error for a text in plain data that has no form in UTF-8, which the core cannot take."""
    if isinstance(data, str) and not _is_text(data):
        hint = "it has half a character; read its file in the right encoding"
        raise kind.about(where, f"{data!a} is no text", hint, data)
    inner = data.items() if isinstance(data, Mapping) else enumerate(data) if isinstance(data, list | tuple) else ()
    for key, value in inner:
        refuse_half_characters(key, where, kind)
        refuse_half_characters(value, f"{where}.{key}" if where else str(key), kind)


def _is_text(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
