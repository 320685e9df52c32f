"""The worker's script: nothing that it does not need, of this Pyodide alone."""

from __future__ import annotations

import re
import shutil

import pytest

from site_config.browser_runtime import worker_bundle
from site_config.core.issues import IssuesFound


def test_worker_script_imports_nothing_and_names_no_host(files):
    script = files["worker"].read_text("utf-8")
    assert "https://" not in script
    assert "sourceMappingURL" not in script
    assert " import(" not in script


def test_worker_script_carries_nothing_for_screens_or_sound(files):
    script = files["worker"].read_text("utf-8")
    assert "MEMFS" in script
    assert not [name for name in ("SDL_Init", "glDraw", "alSource") if name in script]


@pytest.mark.parametrize("name", ["pyodide.js", "pyodide.asm.js"])
def test_another_pyodide_is_refused(root, project, tmp_path, name):
    pyodide = tmp_path / "node_modules/pyodide"
    shutil.copytree(root / "node_modules/pyodide", pyodide)
    with (pyodide / name).open("a") as script:
        script.write("\nimport('node:fs');\n")
    with pytest.raises(IssuesFound, match=rf"{re.escape(name)}.*times and not"):
        worker_bundle.core(project, pyodide, tmp_path / "core")


@pytest.mark.parametrize("name", ["__memory_base", "__table_base"])
def test_script_that_puts_the_module_elsewhere_stops_the_build(root, pyodide, tmp_path, name):
    path = pyodide / worker_bundle.EMSCRIPTEN
    text = path.read_text("utf-8")
    place = text.index(f"{name}=new WebAssembly.Global")
    path.write_text(text[:place] + text[place:].replace("false},1", "false},2", 1), "utf-8")
    with pytest.raises(IssuesFound, match="0 times and not 1"):
        worker_bundle.core(root, pyodide, tmp_path / "core")
