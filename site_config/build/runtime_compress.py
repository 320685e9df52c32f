"""Compressed copies beside files, for hosts that serve them as they are."""

from __future__ import annotations

import gzip
import hashlib
from typing import TYPE_CHECKING

import brotli

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def beside(files: Iterable[Path], cache: Path) -> None:
    """Write NAME.br and NAME.gz beside each file.

    The brotli of the WebAssembly takes 20 seconds, so what was made once is kept in `cache`
    by the hash of its content.
    """
    cache.mkdir(parents=True, exist_ok=True)
    for path in files:
        content = path.read_bytes()
        path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(content, 9, mtime=0))
        path.with_name(f"{path.name}.br").write_bytes(_brotli(content, cache))


def _brotli(content: bytes, cache: Path) -> bytes:
    kept = cache / f"{hashlib.sha256(content).hexdigest()}.br"
    if kept.exists():
        return kept.read_bytes()
    packed: bytes = brotli.compress(content, quality=11, lgwin=24)
    draft = kept.with_suffix(".tmp")
    draft.write_bytes(packed)
    draft.replace(kept)
    return packed
