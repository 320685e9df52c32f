"""Built-in modules that are taken out: gone for Python, and taken out of this Pyodide alone."""

from __future__ import annotations

import dis
import json
import marshal
import subprocess
import zipfile
from pathlib import Path

import pytest

from site_config.browser_runtime import unused_parts, worker_bundle
from site_config.browser_runtime.package import PYODIDE, package
from site_config.browser_runtime.wasm_file import Wasm
from site_config.core.issues import IssuesFound
from site_config.questionnaire.compiler import compile_data
from tests.browser_runtime.placed_data import placed_data

PARTS = json.loads(unused_parts.PARTS.read_text("utf-8"))
HEADER_OF_BYTE_CODE = 16

TRY_EACH = """
import importlib, json, sys
def outcome(name):
    try:
        importlib.import_module(name)
    except ImportError as error:
        return type(error).__name__
    return "imported"
answer = json.dumps({
    "removed": {name: outcome(name) for name in NAMES},
    "builtin": list(sys.builtin_module_names),
    "loaded": sorted(sys.modules),
})
"""

# What would read a table that is gone: the interpreter has to say so, and not answer from zeros.
ASK_FOR_TABLES = r"""
import json
def outcome(ask):
    try:
        return repr(ask())
    except Exception as error:
        return type(error).__name__
answer = json.dumps([
    outcome(lambda: b"\xb0\xa1".decode("gb2312")),
    outcome(lambda: "\u4e00".encode("shift_jis")),
    outcome(lambda: "x\u2028".encode("ascii", "namereplace")),
    outcome(lambda: eval("'\\N{BULLET}'")),
    outcome(lambda: "\u00c5ngstr\u00f6m STRASSE".casefold().title()),
    outcome(lambda: "\u0130\u0131".lower().isidentifier()),
])
"""


@pytest.fixture(scope="module")
def shipped(root):
    """The runtime's files by role."""
    compile_data(root)
    files = package(root)["files"]
    return {role: root / ".cache" / file["path"] for role, file in files.items()}


@pytest.fixture(scope="module")
def python(root, shipped, tmp_path_factory):
    """Runs a program in the shipped Python, under Node, and gives its `answer`."""
    pyodide = root / PYODIDE
    core = worker_bundle.core(root, pyodide, root / ".cache/core")
    script = Path(__file__).with_name("use_python.mjs")
    files = [pyodide.resolve(), core.resolve(), shipped["stdlib"], shipped["wheel"]]

    def answer(program):
        path = tmp_path_factory.mktemp("program") / "program.py"
        path.write_text(program, "utf-8")
        command = ["node", script, *files, path]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr[-500:]
        return json.loads(done.stdout)

    return answer


def test_every_removed_module_is_refused_at_import_and_not_listed(python):
    told = python(TRY_EACH.replace("NAMES", repr(PARTS["modules"])))
    assert told["removed"] == dict.fromkeys(PARTS["modules"], "ModuleNotFoundError")
    assert not set(PARTS["modules"]) & set(told["builtin"])
    assert {"unicodedata", "_codecs_jp", "_decimal", "pyexpat"} <= set(PARTS["modules"])


def test_what_needs_a_removed_table_fails_and_what_does_not_is_as_ever(python):
    *refused, titled, lowered = python(ASK_FOR_TABLES)
    assert refused[:2] == ["LookupError", "LookupError"]
    assert refused[3] == "SyntaxError"
    assert "Error" in refused[2]
    assert titled == repr("\u00c5ngstr\u00f6m STRASSE".casefold().title())
    assert lowered == repr("\u0130\u0131".lower().isidentifier())


def imported_names(code):
    """Every module that byte code names in an import, also inside its functions."""
    for step in dis.get_instructions(code):
        if step.opname == "IMPORT_NAME":
            yield step.argval
    for constant in code.co_consts:
        if hasattr(constant, "co_code"):
            yield from imported_names(constant)


def test_no_line_of_the_check_imports_a_removed_module(shipped):
    """For all answers, not only for those that a test gives."""
    with zipfile.ZipFile(shipped["wheel"]) as wheel:
        codes = [
            marshal.loads(wheel.read(name)[HEADER_OF_BYTE_CODE:])  # noqa: S302 (our own)
            for name in wheel.namelist()
            if name.endswith(".pyc") and not name.endswith(("cli.pyc", "__main__.pyc"))
        ]
    named_ = {name.partition(".")[0] for code in codes for name in imported_names(code)}
    assert "json" in named_
    assert not named_ & set(PARTS["modules"])


def test_the_data_of_removed_modules_is_not_shipped(shipped):
    pieces = placed_data(Wasm.parse(shipped["wasm"].read_bytes()))
    assert len(pieces) > 1
    for region in PARTS["regions"]:
        start = unused_parts.MEMORY_BASE + region["at"]
        inside = [
            content[max(0, start - at) : max(0, start + region["bytes"] - at)]
            for at, content in pieces
        ]
        assert not any(map(any, inside))
    assert sum(region["bytes"] for region in PARTS["regions"]) > 1_400_000


def test_memory_holds_the_same_as_before_but_for_what_was_removed(root, shipped, tmp_path):
    path = root / PYODIDE / worker_bundle.WASM
    relocated = unused_parts.relocate(path, Wasm.parse(path.read_bytes()), tmp_path)
    expected = bytearray(relocated.data)
    for region in PARTS["regions"]:
        expected[region["at"] : region["at"] + region["bytes"]] = bytes(region["bytes"])
    memory = bytearray(len(expected))
    for at, content in placed_data(Wasm.parse(shipped["wasm"].read_bytes())):
        start = at - unused_parts.MEMORY_BASE
        memory[start : start + len(content)] = content
    names = len(unused_parts.entries(relocated.data, PARTS["list"])) * unused_parts.ENTRY
    for data in (expected, memory):
        data[PARTS["list"] : PARTS["list"] + names] = bytes(names)
    assert memory == expected


def test_another_pyodide_stops_the_build_and_says_what_to_run(pyodide, tmp_path):
    path = pyodide / worker_bundle.WASM
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    with pytest.raises(IssuesFound, match=r"not the file of Pyodide 0\.29\.5.*find_unused"):
        unused_parts.remove(path, tmp_path)


@pytest.mark.parametrize("name", ["at", "bytes", "sha256"])
def test_region_that_is_not_what_was_found_stops_the_build(root, tmp_path, monkeypatch, name):
    parts = json.loads(json.dumps(PARTS))
    region = parts["regions"][3]
    region[name] = "0" * 64 if name == "sha256" else region[name] + 1
    changed = tmp_path / "parts.json"
    changed.write_text(json.dumps(parts), "utf-8")
    monkeypatch.setattr(unused_parts, "PARTS", changed)
    with pytest.raises(IssuesFound, match=r"is not what was found there.*find_unused"):
        unused_parts.remove(root / PYODIDE / worker_bundle.WASM, tmp_path)
