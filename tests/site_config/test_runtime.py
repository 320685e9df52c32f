"""The packaged runtime: what is in it, that it is whole, and that each build gives the same."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import random
import shutil
import subprocess
import zipfile
from typing import TYPE_CHECKING

import brotli
import pytest

from checker.page import result
from site_config.build.engine_data import compile_data
from site_config.build.faults import Faults
from site_config.build.runtime import package

if TYPE_CHECKING:
    from pathlib import Path

ROLES = {"worker", "wasm", "stdlib", "lock", "wheel"}
# What a visitor downloads, in brotli: room for words to grow, not for another library.
BUDGET = 3_250_000


@pytest.fixture(scope="module")
def manifest(root):
    compile_data(root)
    return package(root)


@pytest.fixture(scope="module")
def files(root, manifest):
    """The path of each role's file."""
    return {role: root / ".cache" / file["path"] for role, file in manifest["files"].items()}


@pytest.fixture
def copy_of_project(root, manifest, tmp_path):  # noqa: ARG001 (its data must be compiled)
    """The files that the runtime is made from, in a folder of their own."""

    def copy(name):
        target = tmp_path / name
        shutil.copytree(root / "checker", target / "checker")
        shutil.copy(root / "pyproject.toml", target)
        (target / "README.md").write_text("Read me.", "utf-8")
        (target / "node_modules").symlink_to(root / "node_modules")
        (target / ".cache").mkdir()
        (target / ".cache/compressed").symlink_to(root / ".cache/compressed")
        return target

    return copy


def walks(root: Path, count: int) -> list[str]:
    """Messages as a page sends them: random answers, always the same ones, and unreadable ones."""
    questions = json.loads((root / "checker/data.json").read_text("utf-8"))["questions"]
    dice = random.Random(7)  # noqa: S311 (answers, not secrets)
    messages = ["[]", '{"responses": 1}', '{"responses": {"?": []}}', "no JSON"]
    for _ in range(count):
        responses = {}
        for question in questions:
            options = [option["id"] for option in question["options"]]
            number = 1 if question["kind"] == "one" else dice.randint(0, len(options))
            responses[question["id"]] = dice.sample(options, number)
        messages.append(json.dumps({"responses": responses}))
    return messages


def test_manifest_names_every_file_by_its_hash(manifest, files):
    assert set(files) == ROLES
    for role, file in manifest["files"].items():
        content = files[role].read_bytes()
        assert len(content) == file["bytes"]
        digest = hashlib.sha256(content).digest()
        assert base64.b64encode(digest).decode() == file["sha256_b64"]
        assert digest.hex()[:16] in file["path"]


def test_lock_file_holds_only_our_wheel_with_its_hash(files):
    lock = json.loads(files["lock"].read_text("utf-8"))
    (entry,) = lock["packages"].values()
    assert entry["imports"] == ["checker"]
    assert entry["sha256"] == hashlib.sha256(files["wheel"].read_bytes()).hexdigest()
    assert files["wheel"].as_posix().endswith(entry["file_name"])


def test_wheel_is_byte_code_and_data_alone(files):
    assert files["wheel"].name.endswith("-cp313-none-any.whl")
    names = zipfile.ZipFile(files["wheel"]).namelist()
    assert {"checker/page.pyc", "checker/data.json"} <= set(names)
    assert not [n for n in names if n.endswith((".py", ".yml", ".js", ".css"))]


def test_nothing_else_is_shipped(root, files):
    shipped = {path for path in (root / ".cache/runtime").rglob("*") if path.is_file()}
    beside = [
        path.with_name(path.name + end) for path in files.values() for end in ("", ".br", ".gz")
    ]
    assert shipped == set(beside)


def test_compressed_copies_hold_the_same(files):
    for path in files.values():
        content = path.read_bytes()
        assert gzip.decompress(path.with_name(f"{path.name}.gz").read_bytes()) == content
        assert brotli.decompress(path.with_name(f"{path.name}.br").read_bytes()) == content


def test_download_stays_small(files):
    assert sum(p.with_name(f"{p.name}.br").stat().st_size for p in files.values()) < BUDGET


def test_worker_script_imports_nothing_and_names_no_host(files):
    script = files["worker"].read_text("utf-8")
    assert "https://" not in script
    assert "sourceMappingURL" not in script
    assert " import(" not in script


def test_shipped_check_decides_as_the_engine_does(root, manifest, tmp_path):
    """Also the guard for the cut standard library: a missing module would stop it."""
    messages = walks(root, 200)
    file = tmp_path / "messages"
    file.write_text("\n".join(messages), "utf-8")
    script = root / "tests/site_config/run_check.mjs"
    places = (root / "node_modules/pyodide", root / ".cache/runtime", json.dumps(manifest), file)
    done = subprocess.run(["node", script, *places], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout.splitlines() == [result(message) for message in messages]


def test_two_builds_are_the_same_bytes(copy_of_project):
    one, two = copy_of_project("one"), copy_of_project("two")
    assert package(one) == package(two)
    for path in (one / ".cache/runtime").rglob("*.*"):
        assert path.read_bytes() == (two / path.relative_to(one)).read_bytes()


def test_unchanged_project_is_not_built_again(copy_of_project):
    project = copy_of_project("one")
    first = package(project)
    (lock,) = (project / ".cache/runtime").glob("*.json")
    before = lock.stat().st_mtime_ns
    assert package(project) == first
    assert lock.stat().st_mtime_ns == before


def test_changed_engine_gives_another_wheel(copy_of_project):
    project = copy_of_project("one")
    first = package(project)["files"]
    with (project / "checker/rules.py").open("a") as rules:
        rules.write("\nCHANGED = 1\n")
    second = package(project)["files"]
    assert first["wheel"] != second["wheel"]
    assert first["wasm"] == second["wasm"]
    assert not (project / ".cache" / first["wheel"]["path"]).exists()


def test_failed_build_names_the_cause_and_keeps_the_last_good_one(copy_of_project):
    project = copy_of_project("one")
    first = package(project)["files"]
    (project / "checker/data.json").unlink()
    with pytest.raises(Faults, match=r"checker/data\.json"):
        package(project)
    assert all((project / ".cache" / file["path"]).exists() for file in first.values())
    left = {path.name for path in (project / ".cache").iterdir()}
    assert left == {
        "runtime.lock",
        "compressed",
        "runtime",
        "runtime.json",
    }


def test_another_pyodide_is_refused(root, copy_of_project):
    project = copy_of_project("one")
    (project / "node_modules").unlink()
    pyodide = project / "node_modules/pyodide"
    shutil.copytree(root / "node_modules/pyodide", pyodide)
    script = pyodide / "pyodide.asm.js"
    script.write_text(script.read_text("utf-8") + "\nimport('node:fs');\n", "utf-8")
    with pytest.raises(Faults, match=r"pyodide\.asm\.js.*12 times"):
        package(project)
