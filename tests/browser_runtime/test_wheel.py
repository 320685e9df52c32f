"""The engine's wheel: byte code and data alone, entered with its hash."""

from __future__ import annotations

import hashlib
import json
import zipfile


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
