"""What the tests of the packaged runtime share."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from site_config.browser_runtime.package import PYODIDE, package
from site_config.questionnaire.compiler import compile_data


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


@pytest.fixture
def pyodide(root, tmp_path):
    """A copy of Pyodide that a test may change."""
    return Path(shutil.copytree(root / PYODIDE, tmp_path / "node_modules/pyodide"))
