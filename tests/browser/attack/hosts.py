"""The built site behind three kinds of host, with what an attacker's code would bring along."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import shutil
import zipfile
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from lxml import html

from site_config.browser_runtime.stdlib import NAME, write_whole
from tests.server import serve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WHOLE_LIBRARY = "whole_stdlib.zip"

SERVICE_WORKER = """
addEventListener('install', (event) => event.waitUntil(
    fetch(location.search.slice(1), {mode: 'no-cors'}).then(() => Promise.reject())));
"""

# In place of the check: runs whatever Python text it is asked.
SLIPPED_IN = """
import json

def result(text):
    said = {}
    try:
        exec(json.loads(text)["responses"]["code"][0], said)
        return json.dumps({"outcome": "ran", "said": repr(said.get("said"))})
    except BaseException as error:
        return json.dumps({"outcome": "raised", "said": repr(error)})
"""


@contextmanager
def hosts(site: Path, root: Path, folder: Path) -> Iterator[dict[str, str]]:
    """Serve the site three times; the hosts' addresses by name.

    headers: a host that sends the site's headers; meta: one that sends none, so that only the
    tags in the pages hold; bare: the control, with neither headers nor tags.
    """
    with ExitStack() as stack:
        yield {
            name: stack.enter_context(serve(_copy(site, root, folder / name, name)))
            for name in ("headers", "meta", "bare")
        }


def _copy(site: Path, root: Path, target: Path, name: str) -> Path:
    shutil.copytree(site, target, copy_function=os.link)
    (target / "attack-service-worker.js").write_text(SERVICE_WORKER, "utf-8")
    slip_in(target, root)
    if name != "headers":
        (target / "_headers").unlink()
    if name == "bare":
        for page in target.rglob("*.html"):
            bare = _without_policy(page.read_bytes())
            page.unlink()  # it is a hard link into the built site
            page.write_bytes(bare)
    return target


def _without_policy(page: bytes) -> bytes:
    """A page with the tags taken out that hold the policy."""
    tree = html.document_fromstring(page)
    for tag in tree.xpath("//meta[@http-equiv='Content-Security-Policy' or @name='referrer']"):
        tag.drop_tree()
    return bytes(html.tostring(tree, doctype="<!doctype html>"))


def manifest_of(site: Path) -> dict[str, dict[str, dict[str, str | int]]]:
    """The runtime's manifest as the self-check's page carries it."""
    tree = html.document_fromstring((site / "self-check/index.html").read_bytes())
    manifest: dict[str, dict[str, dict[str, str | int]]] = json.loads(
        tree.xpath("string(//script[@id='runtime-manifest'])")
    )
    return manifest


def slip_in(site: Path, root: Path, engine: str = SLIPPED_IN) -> None:
    """Put a runtime beside the real one whose Python is the attacker's, with all hashes in order.

    It has the whole standard library, so that what holds is the seal and not a missing module;
    and the files of Pyodide as they come from npm, for the control.
    """
    folder = site / "attack-runtime"
    shutil.copytree(root / "node_modules/pyodide", folder, copy_function=os.link)
    write_whole(folder / NAME, folder / WHOLE_LIBRARY)
    manifest = manifest_of(site)
    lock = json.loads((site / str(manifest["files"]["lock"]["path"])).read_text("utf-8"))
    (entry,) = lock["packages"].values()
    wheel = folder / "checker-0.1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("checker/__init__.py", "")
        archive.writestr("checker/browser_api.py", engine)
    entry["sha256"] = hashlib.sha256(wheel.read_bytes()).hexdigest()
    (folder / "lock.json").write_text(json.dumps(lock), "utf-8")
    for role, name in {
        "wheel": wheel.name,
        "lock": "lock.json",
        "stdlib": WHOLE_LIBRARY,
    }.items():
        content = (folder / name).read_bytes()
        manifest["files"][role] = {
            "path": f"attack-runtime/{name}",
            "bytes": len(content),
            "sha256_b64": base64.b64encode(hashlib.sha256(content).digest()).decode(),
        }
    (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")
