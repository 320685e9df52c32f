"""Python's library: byte code of what the check uses, of this Pyodide alone."""

from __future__ import annotations

import zipfile

import pytest

from site_config.browser_runtime import stdlib
from site_config.browser_runtime.build_tools import changed
from site_config.core.issues import IssuesFound


def test_library_is_byte_code_of_what_the_check_uses(files):
    names = zipfile.ZipFile(files["stdlib"]).namelist()
    assert {"json/__init__.pyc", "dataclasses.pyc", "pyodide/__init__.pyc"} <= set(names)
    assert not [n for n in names if not n.endswith(".pyc")]
    assert not {"pyodide/webloop.pyc", "asyncio/base_events.pyc", "tarfile.pyc"} & set(names)


def test_another_library_is_refused(root, tmp_path):
    with zipfile.ZipFile(root / "node_modules/pyodide/python_stdlib.zip") as library:
        text = library.read("importlib/abc.py").decode()
    changes = stdlib.CHANGES["importlib/abc.py"]
    changed(tmp_path, text, changes)
    with pytest.raises(IssuesFound, match="0 times and not 1"):
        changed(tmp_path, text.replace("_resources_abc", "_others"), changes)
