"""Spec files: the same value from JSON, TOML and YAML; malformed ones are named with their place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import quindex as qx
from conftest import says
from hypothesis import HealthCheck, given, settings
from quindex.files import read_data, write_data
from quindex.methods import FAMILIES
from test_methods import default
from test_spec import full, ours, specs

SUFFIXES = ["json", "toml", "yaml"]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_writing_and_reading_gives_the_same(tree: qx.Node, tmp_path: Path, suffix: str) -> None:
    for spec in (qx.Spec(tree), full(tree)):
        path = tmp_path / f"spec.{suffix}"
        qx.write_spec(spec, path)
        assert qx.read_spec(path) == spec
        assert qx.read_spec(str(path)) == spec


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(spec=specs())
def test_any_spec_survives_a_file(tmp_path: Path, suffix: str, spec: qx.Spec) -> None:
    path = tmp_path / f"spec.{suffix}"
    qx.write_spec(spec, path)
    assert qx.read_spec(path) == spec


@pytest.mark.parametrize("suffix", [".JSON", ".Toml", ".YAML", ".YML"])
def test_suffixes_may_be_in_capitals(tree: qx.Node, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    qx.write_spec(qx.Spec(tree), path)
    assert qx.read_spec(path) == qx.Spec(tree)
    assert path.read_text("utf-8").startswith({".JSON": "{", ".Toml": "quindex = 1"}.get(suffix, "quindex: 1"))


def test_toml_has_no_place_for_none_in_a_list(tmp_path: Path) -> None:
    design = qx.robustness.Design({"publish": [None, "min_max"]})
    with says(qx.FileError, "toml: a list holds None, which TOML does not have; write .json or .yaml"):
        write_data(design.to_data(), tmp_path / "a.toml")
    for suffix in (".json", ".yaml"):
        write_data(design.to_data(), tmp_path / f"a{suffix}")
        assert qx.robustness.Design.from_data(read_data(tmp_path / f"a{suffix}")) == design


def test_custom_methods_come_back_with_their_functions(tree: qx.Node, tmp_path: Path) -> None:
    spec = qx.Spec(tree, normalise=qx.normalise.Custom(name="ours", function=ours))
    qx.write_spec(spec, tmp_path / "spec.json")
    assert qx.read_spec(tmp_path / "spec.json", extensions={"ours": ours}) == spec
    with says(qx.SpecError, "normalise.method: 'ours' is custom; pass it in `extensions`"):
        qx.read_spec(tmp_path / "spec.json")


@pytest.mark.parametrize(
    ("extensions", "text"),
    [
        ([ours], "extensions: found a list; give functions by their names: {'ours': ours}"),
        ({"ours": 5}, "extensions.ours: found 5; give a function"),
    ],
)
def test_extensions_are_functions_by_name(tree: qx.Node, extensions: Any, text: str) -> None:
    with says(qx.SpecError, text):
        qx.Spec.from_data(qx.Spec(tree).to_data(), extensions)


def test_the_schema_accepts_every_default_and_every_written_spec(tree: qx.Node) -> None:
    validator = jsonschema.Draft202012Validator(qx.schema())
    validator.check_schema(qx.schema())
    for spec in (qx.Spec(tree), full(tree)):
        validator.validate(spec.to_data())
    for family, classes in FAMILIES.items():
        for cls in classes.values():
            if cls.is_custom or family in ("treat", "impute", "denominate", "draw", "vary"):
                continue
            validator.validate(qx.Spec(tree, **{family: default(cls)}).to_data())


def test_the_schema_refuses_what_the_reader_refuses(tree: qx.Node) -> None:
    validator = jsonschema.Draft202012Validator(qx.schema())
    data = qx.Spec(tree).to_data()
    for wrong in (
        {"normalise": {"method": "minmax"}},
        {"normalise": {"method": "min_max", "hihg": 1}},
        {"ties": "first"},
        {"framework": {"code": "a", "children": [{"code": "x", "better": -1}]}},
    ):
        assert not validator.is_valid({**data, **wrong})
        with pytest.raises((qx.SpecError, qx.FrameworkError)):
            qx.Spec.from_data({**data, **wrong})


OK = {"quindex": 1, "framework": {"code": "a", "children": [{"code": "x"}]}}


def write(path: Path, text: str | bytes) -> str:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(path)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", ""),
        ("{", ""),
        ('{"quindex": 1,}', ""),
        ('{"quindex": NaN}', ""),
        ('{"quindex": 1, "quindex": 1}', "quindex"),
        ("// no\n{}", ""),
        ("[" * 100_000 + "]" * 100_000, ""),
        ('{"quindex": 1e999}', ""),
        ("{}\0", ""),
        (b"\xff\xfe{\0}\0", ""),
    ],
    ids=["empty", "open", "comma", "nan", "twice", "comment", "deep", "huge", "nul", "utf16"],
)
def test_malformed_json_is_named_with_its_file(tmp_path: Path, text: str | bytes, what: str) -> None:
    name = write(tmp_path / "spec.json", text)
    with pytest.raises(qx.FileError) as caught:
        qx.read_spec(name)
    assert str(caught.value).startswith(name)
    assert what in str(caught.value)


@pytest.mark.parametrize(
    ("change", "text"),
    [
        ({"quindex": 2}, f"quindex: the file has schema 2; this version ({qx.__version__}) reads schema 1"),
        ({"quindex": None}, "quindex: found nothing; expected a number"),
        ({"framework": None}, "framework: found nothing; expected an object with the key 'code'"),
        ({"weights": {}}, "weights: a spec has no such key; did you mean 'weigh'?"),
    ],
)
def test_a_file_of_another_kind(tmp_path: Path, change: dict[str, Any], text: str) -> None:
    name = write(tmp_path / "spec.json", json.dumps({**OK, **change}))
    with says(qx.SpecError, text):
        qx.read_spec(name)


def test_a_byte_order_mark_does_not_matter(tmp_path: Path) -> None:
    name = write(tmp_path / "spec.json", b"\xef\xbb\xbf" + json.dumps(OK).encode())
    assert qx.read_spec(name) == qx.Spec.from_data(OK)


def test_other_encodings_toml_and_yaml_that_are_none(tmp_path: Path) -> None:
    name = write(tmp_path / "a.json", '{"名": 1}'.encode("gb18030"))
    with says(qx.FileError, f"{name}: byte 3 is not UTF-8; save the file as UTF-8"):
        qx.read_spec(name)
    name = write(tmp_path / "a.toml", "quindex == 1")
    with pytest.raises(qx.FileError, match=r"a.toml: .*line 1"):
        qx.read_spec(name)
    name = write(tmp_path / "a.yaml", "quindex: [1")
    with pytest.raises(qx.FileError, match=r"a.yaml:1:\d+: "):
        qx.read_spec(name)
    name = write(tmp_path / "b.yaml", "quindex: !!python/object:os.system 1")
    with pytest.raises(qx.FileError, match=r"b.yaml:1:10: "):
        qx.read_spec(name)


@pytest.mark.parametrize("last", ["*h", "*i"], ids=["bomb", "circle"])
def test_yaml_whose_anchors_stand_for_one_another(tmp_path: Path, last: str) -> None:
    lines = ["a: &a [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]"]
    lines += [f"{c}: &{c} [{', '.join([f'*{before}'] * 10)}]" for before, c in zip("abcdefg", "bcdefgh", strict=True)]
    name = write(tmp_path / "a.yaml", "\n".join([*lines, f"i: &i [{last}]"]))
    hint = "use anchors (&) for single methods only, and never inside themselves"
    with says(qx.FileError, f"{name}: its anchors stand for more than 1000000 values; {hint}"):
        qx.read_spec(name)


def test_yaml_may_have_anchors(tmp_path: Path) -> None:
    text = "quindex: 1\nframework: {code: a, children: [{code: x}]}\nnormalise: &one {method: rank}\npublish: *one\n"
    spec = qx.read_spec(write(tmp_path / "a.yaml", text))
    assert spec.publish == spec.normalise == qx.normalise.Rank()


def test_unknown_suffixes_and_missing_files(tmp_path: Path) -> None:
    with says(qx.FileError, "spec.jsn: unknown kind of spec file '.jsn'; did you mean '.json'?"):
        qx.read_spec("spec.jsn")
    name = str(tmp_path / "none.json")
    with says(qx.FileError, f"{name}: no such file or directory"):
        qx.read_spec(name)
    with says(qx.FileError, f"{tmp_path}/no/a.json: no such file or directory"):
        qx.write_spec(qx.Spec.from_data(OK), f"{tmp_path}/no/a.json")


def test_a_spec_is_a_path_a_dict_a_framework_or_a_spec(tmp_path: Path, df: Any, tree: qx.Node) -> None:
    spec = qx.Spec(tree)
    qx.write_spec(spec, tmp_path / "a.toml")
    for same in (spec, tree, spec.to_data(), tmp_path / "a.toml", str(tmp_path / "a.toml")):
        assert qx.compute(same, df).spec == spec
    with says(qx.SpecError, "spec: found a int; give a Spec, a framework, plain data, or the path of a file"):
        qx.compute(3, df)  # type: ignore[arg-type]
