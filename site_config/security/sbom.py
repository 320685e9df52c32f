"""The bill of materials: what the site ships and what built it, in CycloneDX's JSON.

Whoever has to answer "is that issue in our site?" reads `dist/bill.cdx.json`. It holds no date,
so that two builds from the same files write the same bill.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import tomllib
from pathlib import Path
from typing import Any

from site_config.browser_runtime.wheel import PLATFORM

OUT = Path("dist/bill.cdx.json")

CODE = frozenset({".js", ".wasm", ".zip", ".whl", ".woff2"})
"""What a visitor's browser runs or draws letters with; pages are text, and need no bill."""

SHIPPED = frozenset({"pyodide", "minisearch"})
"""Packages of which something reaches the visitor; the others are tools of the build."""

Component = dict[str, Any]


def write(site: Path, root: Path) -> None:
    """Write the bill for a built site."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    bill = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": "site",
                "name": "iop-resource-site",
                "version": project["version"],
            }
        },
        "components": [*_files(site), *_npm(root), _python(), *_pypi(root)],
    }
    (root / OUT).parent.mkdir(exist_ok=True)
    (root / OUT).write_text(json.dumps(bill, indent=1) + "\n", "utf-8")


def _files(site: Path) -> list[Component]:
    """Each shipped file of code, with its hash as anyone can compute it from the site."""
    return [
        {
            "type": "file",
            "bom-ref": f"file:{(name := path.relative_to(site).as_posix())}",
            "name": name,
            "scope": "required",
            "hashes": [_hash("SHA-256", hashlib.sha256(path.read_bytes()).hexdigest())],
        }
        for path in sorted(site.rglob("*"))
        if path.suffix in CODE
    ]


def _npm(root: Path) -> list[Component]:
    """The packages of package-lock.json but those that only tests use."""
    locked = json.loads((root / "package-lock.json").read_text("utf-8"))["packages"]
    return [
        _package("npm", path.removeprefix("node_modules/"), entry["version"])
        | {
            "hashes": [_hash("SHA-512", base64.b64decode(entry["integrity"][7:]).hex())],
            "licenses": [{"license": {"id": entry["license"]}}],
        }
        for path, entry in locked.items()
        if path and not entry.get("dev")
    ]


def _python() -> Component:
    """Python itself, which is inside Pyodide's WebAssembly."""
    component = _package("generic", "cpython", PLATFORM["python"])
    return component | {"scope": "required", "licenses": [{"license": {"id": "Python-2.0"}}]}


def _pypi(root: Path) -> list[Component]:
    """The pinned packages that build the site."""
    pinned = (root / "requirements/site.txt").read_text("utf-8")
    return [
        _package("pypi", name, version)
        for name, version in re.findall(r"^([\w.-]+)==([^\s;\\]+)", pinned, re.MULTILINE)
    ]


def _package(kind: str, name: str, version: str) -> Component:
    address = f"pkg:{kind}/{name.replace('@', '%40')}@{version}"
    scope = "required" if name in SHIPPED else "excluded"
    return {
        "type": "library",
        "bom-ref": address,
        "name": name,
        "version": version,
        "scope": scope,
        "purl": address,
    }


def _hash(algorithm: str, digest: str) -> dict[str, str]:
    return {"alg": algorithm, "content": digest}
