"""The project installs the same everywhere: pinned, hashed, and with no host named."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import zipfile

import pytest
from packaging.requirements import Requirement

REQUIREMENTS = ("site", "dev", "audit")
HOST = re.compile(r"https?://|file:|--(extra-)?index-url|--find-links|--trusted-host")


def pins(text: str) -> list[str]:
    """Each requirement of a locked file, its hashes on the same line."""
    joined = text.replace("\\\n", " ")
    return [line for line in joined.splitlines() if line.strip() and line.lstrip()[0] != "#"]


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_every_requirement_has_one_version_and_hashes(root, name):
    lines = pins((root / f"requirements/{name}.txt").read_text())
    assert lines
    for line in lines:
        requirement = Requirement(line.partition("--hash")[0].strip())
        assert [s.operator for s in requirement.specifier] == ["=="], line
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", line), line


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_requirements_name_no_host(root, name):
    assert not HOST.search((root / f"requirements/{name}.txt").read_text())


def test_what_the_site_needs_has_the_same_version_in_tests(root):
    site, dev = (
        {line.split()[0] for line in pins((root / f"requirements/{name}.txt").read_text())}
        for name in ("site", "dev")
    )
    assert site <= dev


@pytest.mark.parametrize("folder", [".", "audit", "deploy"])
def test_node_packages_are_pinned_by_integrity_and_name_no_host(root, folder):
    wanted = json.loads((root / folder / "package.json").read_text())
    for version in {**wanted.get("dependencies", {}), **wanted["devDependencies"]}.values():
        assert re.fullmatch(r"\d+\.\d+\.\d+", version)
    packages = json.loads((root / folder / "package-lock.json").read_text())["packages"]
    for name, package in packages.items():
        assert "resolved" not in package, name
        assert not name or package["integrity"].startswith("sha512-"), name


def test_hooks_hold_no_logic(root):
    tree = ast.parse((root / "site_config/hooks.py").read_text("utf-8"))
    events = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    assert {event.name for event in events} >= {"on_config", "on_env", "on_post_build"}
    for event in events:
        assert len(event.body) <= 3, event.name
        names = {type(node) for node in ast.walk(event)}
        assert not names & {ast.For, ast.While, ast.Try, ast.With, ast.Lambda}, event.name


def test_wheel_carries_the_engine_and_its_data_only(root, tmp_path, built_site):  # noqa: ARG001
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", str(tmp_path)]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert "checker/data.json" in names
    inside = [name for name in names if ".dist-info/" not in name]
    assert all(
        re.fullmatch(r"checker/\w+\.py|checker/(?:data|words\.\w\w)\.json", name) for name in inside
    ), inside
