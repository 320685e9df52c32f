"""The packaged runtime: what is in it, that it is whole, and that each build gives the same."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
import shutil
import subprocess
import zipfile

import brotli
import pytest

from site_config.browser_runtime import stdlib, worker_bundle
from site_config.browser_runtime.build_tools import changed
from site_config.browser_runtime.package import package
from site_config.core.issues import IssuesFound
from site_config.questionnaire.compiler import compile_data

ROLES = {"worker", "wasm", "stdlib", "lock", "wheel"}
# What a visitor downloads, in brotli: room for words to grow, not for another library.
BUDGET = 1_700_000


@pytest.fixture(scope="module")
def manifest(root):
    compile_data(root)
    return package(root)


@pytest.fixture(scope="module")
def files(root, manifest):
    """The path of each role's file."""
    return {role: root / ".cache" / file["path"] for role, file in manifest["files"].items()}


@pytest.fixture(scope="module")
def project(root, manifest, tmp_path_factory):  # noqa: ARG001 (its data must be compiled)
    """The files that the runtime is made from, in a folder of their own, built once more.

    The slow brotli copies are shared; all else is made again.
    """
    target = tmp_path_factory.mktemp("project")
    shutil.copytree(root / "checker", target / "checker")
    shutil.copy(root / "pyproject.toml", target)
    (target / "node_modules").symlink_to(root / "node_modules")
    (target / ".cache").mkdir()
    (target / ".cache/compressed").symlink_to(root / ".cache/compressed")
    package(target)
    return target


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
    assert {"checker/browser_api.pyc", "checker/data.json"} <= set(names)
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


def test_worker_script_carries_nothing_for_screens_or_sound(files):
    script = files["worker"].read_text("utf-8")
    assert "MEMFS" in script
    assert not [name for name in ("SDL_Init", "glDraw", "alSource") if name in script]


def test_module_hands_out_only_what_the_script_names(files):
    script = "const m = new WebAssembly.Module(require('fs').readFileSync(process.argv[1]));"
    script += "console.log(JSON.stringify(WebAssembly.Module.exports(m).map((e) => e.name)))"
    done = subprocess.run(["node", "-e", script, files["wasm"]], capture_output=True, check=True)
    words = set(re.findall(r"\w+", files["worker"].read_text("utf-8")))
    exported = set(json.loads(done.stdout))
    assert "malloc" in exported
    assert exported <= words


def test_library_is_byte_code_of_what_the_check_uses(files):
    names = zipfile.ZipFile(files["stdlib"]).namelist()
    assert {"json/__init__.pyc", "dataclasses.pyc", "pyodide/__init__.pyc"} <= set(names)
    assert not [n for n in names if not n.endswith(".pyc")]
    assert not {"pyodide/webloop.pyc", "asyncio/base_events.pyc", "tarfile.pyc"} & set(names)


def test_two_builds_are_the_same_bytes(root, manifest, project):
    assert package(project) == manifest
    for path in (root / ".cache/runtime").rglob("*.*"):
        again = project / path.relative_to(root)
        assert path.read_bytes() == again.read_bytes()


def test_unchanged_project_is_not_built_again(project):
    (lock,) = (project / ".cache/runtime").glob("*.json")
    before = lock.stat().st_mtime_ns
    package(project)
    assert lock.stat().st_mtime_ns == before


def test_failed_build_names_the_cause_and_keeps_the_last_good_one(project):
    kept = package(project)["files"]
    data = project / "checker/data.json"
    content = data.read_bytes()
    data.unlink()
    with pytest.raises(IssuesFound, match=r"checker/data\.json"):
        package(project)
    data.write_bytes(content)
    assert all((project / ".cache" / file["path"]).exists() for file in kept.values())
    left = {path.name for path in (project / ".cache").iterdir()}
    assert left == {"runtime.lock", "compressed", "core", "runtime", "runtime.json"}


@pytest.mark.parametrize("name", ["pyodide.js", "pyodide.asm.js"])
def test_another_pyodide_is_refused(root, project, tmp_path, name):
    pyodide = tmp_path / "node_modules/pyodide"
    shutil.copytree(root / "node_modules/pyodide", pyodide)
    with (pyodide / name).open("a") as script:
        script.write("\nimport('node:fs');\n")
    with pytest.raises(IssuesFound, match=rf"{re.escape(name)}.*times and not"):
        worker_bundle.core(project, pyodide, tmp_path / "core")


def test_another_library_is_refused(root, tmp_path):
    with zipfile.ZipFile(root / "node_modules/pyodide/python_stdlib.zip") as library:
        text = library.read("importlib/abc.py").decode()
    changes = stdlib.CHANGES["importlib/abc.py"]
    changed(tmp_path, text, changes)
    with pytest.raises(IssuesFound, match="0 times and not 1"):
        changed(tmp_path, text.replace("_resources_abc", "_others"), changes)


def test_changed_engine_gives_another_wheel(project):
    first = package(project)["files"]
    with (project / "checker/rules.py").open("a") as rules:
        rules.write("\nCHANGED = 1\n")
    second = package(project)["files"]
    assert first["wheel"] != second["wheel"]
    assert first["wasm"] == second["wasm"]
    assert not (project / ".cache" / first["wheel"]["path"]).exists()
