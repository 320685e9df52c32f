"""Compressed copies hold what the file holds."""

from __future__ import annotations

import gzip

import brotli
import pytest

from site_config.core.compression import compress_once, compress_pages

WORDS = b"One more word. " * 400


@pytest.fixture
def site(tmp_path):
    for name in ("index.html", "a/page.js", "a/picture.webp", "runtime/worker.js"):
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_bytes(WORDS)
    return tmp_path / "site"


def unpacked(file):
    packed = [file.with_name(f"{file.name}.{end}") for end in ("br", "gz")]
    assert all(len(one.read_bytes()) < len(WORDS) / 10 for one in packed)
    return brotli.decompress(packed[0].read_bytes()), gzip.decompress(packed[1].read_bytes())


def test_text_gets_its_copies_and_all_else_none(site):
    compress_pages(site)
    assert {file.name for file in site.rglob("*.br")} == {"index.html.br", "page.js.br"}
    for name in ("index.html", "a/page.js"):
        assert unpacked(site / name) == (WORDS, WORDS)


def test_a_second_time_the_kept_copy_is_used_and_only_for_the_same_content(site, tmp_path):
    worker, cache = site / "runtime/worker.js", tmp_path / "cache"
    compress_once([worker], cache)
    assert unpacked(worker) == (WORDS, WORDS)
    (kept,) = cache.iterdir()
    kept.write_bytes(b"kept")
    compress_once([worker], cache)
    assert worker.with_name("worker.js.br").read_bytes() == b"kept"
    worker.write_bytes(WORDS[:-1])
    compress_once([worker], cache)
    assert unpacked(worker) == (WORDS[:-1], WORDS[:-1])


def test_the_same_content_gives_the_same_bytes(site, tmp_path):
    """A host sees at a new release which files did not change."""
    copies = []
    for _ in range(2):
        compress_once([site / "runtime/worker.js"], tmp_path / "cache")
        copies.append((site / "runtime/worker.js.gz").read_bytes())
    assert copies[0] == copies[1]
