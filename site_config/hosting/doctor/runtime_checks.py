"""The files that the self-check loads: all there, whole, of the right type, packed and kept."""

from __future__ import annotations

import base64
import hashlib
import json
from typing import TYPE_CHECKING, Any

from site_config.hosting.doctor.report import Promise, broken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_config.hosting.doctor.http_client import Answer, Host
    from site_config.hosting.doctor.report import Broken

SCRIPT_TYPES = ("text/javascript", "application/javascript")
WORTH_PACKING = 1000
"""Bytes: a smaller file gains nothing."""

UPLOAD = "upload all of `site/` again, with its folder runtime/ whole, and leave files as they are"


def check(host: Host, page: Answer) -> Iterator[Broken]:
    """Find what keeps the self-check on `page` from starting, or makes it heavy."""
    manifest = page.document.find(id="runtime-manifest")
    if page.status != 200 or manifest is None:  # noqa: PLR2004
        issue = f"the self-check isn't there (status {page.status})"
        fix = (
            "give the address of the site's first page, its folder included "
            "(https://example.org/name/), and upload all of `site/`"
        )
        yield broken(Promise.STARTS, f"/{page.path}", issue, fix)
        return
    yield from _unpacked(page)
    for role, file in json.loads(manifest.get_text())["files"].items():
        yield from _file(role, file, host.ask(file["path"]))
    for script in page.document.select("script[type=module][src]"):
        path = host.path(host.full(page.path, str(script["src"])))
        if path is not None:
            yield from _module(host.ask(path))


def _file(role: str, file: dict[str, Any], answer: Answer) -> Iterator[Broken]:
    where = f"/{answer.path}"
    if answer.status != 200:  # noqa: PLR2004
        yield broken(Promise.STARTS, where, f"it is missing (status {answer.status})", UPLOAD)
        return
    digest = base64.b64encode(hashlib.sha256(answer.body).digest()).decode()
    if digest != file["sha256_b64"]:
        issue = f"it isn't the file that was built ({len(answer.body)} of {file['bytes']} bytes)"
        yield broken(Promise.STARTS, where, issue, UPLOAD)
    if role == "wasm" and answer.type != "application/wasm":
        issue = f"its type is {answer.type!r}, so no browser compiles it while it loads"
        yield broken(Promise.LIGHT, where, issue, "send .wasm as application/wasm")
    yield from _unpacked(answer)
    if "immutable" not in answer.headers.get("Cache-Control", ""):
        issue = "a phone loads it again at a later visit"
        fix = "send Cache-Control: public, max-age=31536000, immutable below /runtime/"
        yield broken(Promise.LIGHT, where, issue, fix)


def _unpacked(answer: Answer) -> Iterator[Broken]:
    if len(answer.body) > WORTH_PACKING and not answer.headers.get("Content-Encoding"):
        fix = "serve the .br or .gz copies next to the file, or turn on compression"
        yield broken(Promise.LIGHT, f"/{answer.path}", "it is sent uncompressed", fix)


def _module(answer: Answer) -> Iterator[Broken]:
    where = f"/{answer.path}"
    if answer.status != 200:  # noqa: PLR2004
        yield broken(Promise.STARTS, where, f"it is missing (status {answer.status})", UPLOAD)
    elif answer.type not in SCRIPT_TYPES:
        issue = f"its type is {answer.type!r}, so browsers refuse to run it"
        yield broken(Promise.STARTS, where, issue, "send .js as text/javascript")
