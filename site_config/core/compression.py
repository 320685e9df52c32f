"""Precompressed .br and .gz files for static hosts.

nginx and Caddy send them as they are. The page of the self-check shrinks to an eighth: without
them a phone on a slow network would wait two seconds more for its first question.
"""

from __future__ import annotations

import gzip
import hashlib
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import brotli

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

TEXT = frozenset({".html", ".css", ".js", ".json", ".svg"})
PACKED_APART = "runtime"
"""The folder whose files are compressed by `compress_once`, with more effort."""

QUICK = 5
"""Brotli quality for pages: 2 % larger than quality 9, in a fifteenth of its time."""
BEST = 11
"""Brotli quality for the runtime, which changes only with Pyodide or with our code."""


def compress_pages(site: Path) -> None:
    """Write NAME.br and NAME.gz beside each text file of the built site."""
    apart = site / PACKED_APART
    files = [path for path in sorted(site.rglob("*")) if path.suffix in TEXT]
    with ThreadPoolExecutor() as pool:  # both libraries release the interpreter lock
        list(pool.map(_compress_page, (path for path in files if apart not in path.parents)))


def compress_once(files: Iterable[Path], cache: Path) -> None:
    """Write NAME.br and NAME.gz beside each file, as small as they get.

    The brotli of the WebAssembly takes 20 seconds, so each result is kept in `cache` under the
    hash of its content.
    """
    cache.mkdir(parents=True, exist_ok=True)
    for path in files:
        content = path.read_bytes()
        _write(path, _best_brotli(content, cache), gzip.compress(content, 9, mtime=0))


def _compress_page(path: Path) -> None:
    content = path.read_bytes()
    _write(path, brotli.compress(content, quality=QUICK), gzip.compress(content, mtime=0))


def _write(path: Path, brotli_bytes: bytes, gzip_bytes: bytes) -> None:
    path.with_name(f"{path.name}.br").write_bytes(brotli_bytes)
    path.with_name(f"{path.name}.gz").write_bytes(gzip_bytes)


def _best_brotli(content: bytes, cache: Path) -> bytes:
    kept = cache / f"{hashlib.sha256(content).hexdigest()}.br"
    if kept.exists():
        return kept.read_bytes()
    packed: bytes = brotli.compress(content, quality=BEST, lgwin=24)
    draft = kept.with_suffix(".tmp")
    draft.write_bytes(packed)
    draft.replace(kept)
    return packed
