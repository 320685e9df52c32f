"""Compressed copies beside the pages and their text files, for hosts that serve them as they are.

nginx and Caddy send what lies there. The page of the self-check shrinks to an eighth: without
this a phone on a slow network would wait two seconds more for its first question.
"""

from __future__ import annotations

import gzip
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import brotli

if TYPE_CHECKING:
    from pathlib import Path

TEXT = frozenset({".html", ".css", ".js", ".json", ".svg"})
APART = "runtime"
"""The folder that brings its own copies, made with more effort."""

QUALITY = 5
"""Of brotli's 11: two hundredths larger than 9, in a fifteenth of its time, at every build."""


def beside(site: Path) -> None:
    """Write NAME.br and NAME.gz beside each text file of the built site."""
    files = [path for path in sorted(site.rglob("*")) if path.suffix in TEXT]
    apart = site / APART
    with ThreadPoolExecutor() as pool:  # both libraries let other threads run meanwhile
        list(pool.map(_compress, (path for path in files if apart not in path.parents)))


def _compress(path: Path) -> None:
    content = path.read_bytes()
    path.with_name(f"{path.name}.br").write_bytes(brotli.compress(content, quality=QUALITY))
    path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(content, mtime=0))
