"""Spec files: JSON, TOML and YAML, all the same value."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Mapping
from os import PathLike, fspath
from pathlib import Path
from typing import Any

from quindex import _core
from quindex.errors import FileError, SpecError, of_system
from quindex.framework import Node
from quindex.spec import Spec

SUFFIXES = (".json", ".toml", ".yaml", ".yml")
DEEPEST = 100
MOST_VALUES = 1_000_000  # of a YAML file, anchors replaced by what they stand for


def read_spec(path: str | PathLike[str], *, extensions: Mapping[str, Callable[..., Any]] | None = None) -> Spec:
    """The spec in a .json, .toml or .yaml file; `extensions` holds the functions of its custom methods."""
    return Spec.from_data(read_data(path), extensions)


def read_data(path: str | PathLike[str]) -> Any:
    """The plain data in a .json, .toml or .yaml file."""
    name = fspath(path)
    parse = _parser(name)
    text = read_text(name)
    try:
        return parse(text, name)
    except RecursionError:
        raise FileError.about(name, f"it is nested more than {DEEPEST} levels deep", "nest less") from None


def write_spec(spec: Spec, path: str | PathLike[str]) -> None:
    """Writes a spec to a .json, .toml or .yaml file. Of custom methods a file holds only the names."""
    write_data(spec.to_data(), path)


def write_data(data: Mapping[str, Any], path: str | PathLike[str]) -> None:
    """Writes plain data to a .json, .toml or .yaml file."""
    name = fspath(path)
    _parser(name)
    suffix = Path(name).suffix.lower()
    if suffix == ".toml":
        text = toml_text(data)
    elif suffix in (".yaml", ".yml"):
        text = _yaml_text(data)
    else:
        text = json.dumps(data, indent=2, ensure_ascii=False, allow_nan=False) + "\n"
    write_text(name, text)


def spec_of(spec: Any, extensions: Mapping[str, Callable[..., Any]] | None = None) -> Spec:
    """A spec out of what stands for one: a Spec, a framework, plain data, or the path of a file."""
    if isinstance(spec, Spec):
        return spec
    if isinstance(spec, Node):
        return Spec(spec)
    if isinstance(spec, Mapping):
        return Spec.from_data(spec, extensions)
    if isinstance(spec, str | PathLike):
        return read_spec(spec, extensions=extensions)
    hint = "give a Spec, a framework, plain data, or the path of a file"
    raise SpecError.about("spec", f"found a {type(spec).__name__}", hint, spec)


def read_text(name: str) -> str:
    """The text of a UTF-8 file, with or without a byte order mark."""
    try:
        return Path(name).read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as e:
        raise FileError.about(name, f"byte {e.start + 1} is not UTF-8", "save the file as UTF-8") from None
    except OSError as e:
        raise of_system(name, e) from None


def write_text(name: str, text: str) -> None:
    """Writes a UTF-8 file."""
    write_bytes(name, text.encode())


def write_bytes(name: str, data: bytes) -> None:
    """Writes a file. Raises FileError where that cannot be done."""
    try:
        Path(name).write_bytes(data)
    except OSError as e:
        raise of_system(name, e) from None


def _parser(name: str) -> Callable[[str, str], Any]:
    suffix = Path(name).suffix.lower()
    if suffix not in SUFFIXES:
        hint = _core.did_you_mean(suffix, list(SUFFIXES))
        raise FileError.about(name, f"unknown kind of spec file {suffix!r}", hint, suffix)
    return {".json": _core.parse_json, ".toml": _toml}.get(suffix, _yaml_data)


def _toml(text: str, name: str) -> Any:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as e:
        raise FileError.about(name, str(e)[:1].lower() + str(e)[1:], "write TOML") from None


def _yaml_data(text: str, name: str) -> Any:
    yaml = _yaml()
    try:
        data = yaml.safe_load(text)
    except yaml.YAMLError as e:
        mark = getattr(e, "problem_mark", None)
        place = f"{name}:{mark.line + 1}:{mark.column + 1}" if mark else name
        raise FileError.about(place, getattr(e, "problem", None) or "it is not YAML", "write YAML") from None
    _refuse_endless(data, name)
    return data


def _refuse_endless(data: Any, name: str) -> None:
    """Raises FileError where anchors that stand for one another make much of a short file, or never end."""
    left, inside = MOST_VALUES, [data]
    while inside and left > 0:
        one = inside.pop()
        left -= 1
        inside += one.values() if isinstance(one, Mapping) else one if isinstance(one, list | tuple) else ()
    if left == 0:
        hint = "use anchors (&) for single methods only, and never inside themselves"
        raise FileError.about(name, f"its anchors stand for more than {MOST_VALUES} values", hint)


def extra(module: str, package: str, group: str) -> Any:
    """An optional package. Raises FileError with the command that installs it."""
    import importlib

    try:
        return importlib.import_module(module)
    except ImportError:
        raise FileError.about(package, "it is not installed", f"pip install 'quindex[{group}]'") from None


def _yaml() -> Any:
    return extra("yaml", "PyYAML", "yaml")


def _yaml_text(data: Mapping[str, Any]) -> str:
    yaml = _yaml()

    class Dumper(yaml.SafeDumper):  # type: ignore[misc, name-defined]
        """Texts with characters that do not print are quoted, or YAML would take some for ends of lines."""

    def text(dumper: Any, value: str) -> Any:
        return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=None if value.isprintable() else '"')

    Dumper.add_representer(str, text)
    return str(yaml.dump(data, Dumper=Dumper, allow_unicode=True, sort_keys=False))


def toml_text(data: Mapping[str, Any]) -> str:
    """Plain data as TOML; None, which TOML does not have, is left out."""
    lines = [f"{toml_key(k)} = {toml_value(v)}" for k, v in data.items() if v is not None and k != "framework"]
    lines.append(f"framework = {toml_value(data['framework'])}" if "framework" in data else "")
    return "\n".join(lines).rstrip() + "\n"


def toml_key(key: str) -> str:
    """A key, in quotes where it needs them."""
    bare = key.isascii() and key.replace("_", "").replace("-", "").isalnum()
    return key if bare else toml_text_value(key)


def toml_value(value: Any) -> str:
    """A value on one line, except that lists of tables take a line for each."""
    if isinstance(value, Mapping):
        inner = ", ".join(f"{toml_key(k)} = {toml_value(v)}" for k, v in value.items() if v is not None)
        return "{" + inner + "}"
    if isinstance(value, list):
        if any(item is None for item in value):
            raise FileError.about("toml", "a list holds None, which TOML does not have", "write .json or .yaml", value)
        items = [toml_value(item) for item in value]
        if any(isinstance(item, Mapping) for item in value):
            return "[\n" + ",\n".join(items) + ",\n]"
        return "[" + ", ".join(items) + "]"
    return toml_text_value(value)


def toml_text_value(value: Any) -> str:
    """A text, number or truth value, as JSON writes them but for one character."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
