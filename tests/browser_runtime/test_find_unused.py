"""The search for what no visitor needs finds what was removed."""

from __future__ import annotations

import json

from site_config.browser_runtime import find_unused, unused_parts
from site_config.browser_runtime.package import PYODIDE


def test_parts_are_what_a_new_search_finds(root, tmp_path):
    loaded = find_unused.loaded_modules(root, tmp_path)
    found = find_unused.find(root / PYODIDE, loaded, tmp_path)
    assert json.loads(json.dumps(found)) == json.loads(unused_parts.PARTS.read_text("utf-8"))
