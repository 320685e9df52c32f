"""The files that Python needs: all there, as they were built, sent as browsers want them."""

from __future__ import annotations

import pytest

from site_config.hosting.doctor.report import Promise
from tests.hosting.doctor.examined import broken, found

LATER = "public, max-age=86400"


def test_webassembly_sent_as_something_else(built_site):
    def change(path, reply):
        if path.endswith(".wasm"):
            reply.headers["Content-Type"] = "application/octet-stream"

    (finding,) = found(built_site, change)
    assert finding.promise is Promise.LIGHT
    assert "application/octet-stream" in finding.issue.what
    assert "application/wasm" in finding.issue.fix


def test_a_script_sent_as_something_else(built_site):
    def change(path, reply):
        if path.endswith("selfcheck.js"):
            reply.headers["Content-Type"] = "text/plain"

    (finding,) = found(built_site, change)
    assert finding.promise is Promise.STARTS
    assert finding.where == "/assets/selfcheck/page/selfcheck.js"


@pytest.mark.parametrize("suffix", [".wasm", ".whl", ".zip"])
def test_a_runtime_file_that_is_missing(built_site, suffix):
    def change(path, reply):
        if path.endswith(suffix):
            reply.status = 404

    (finding,) = found(built_site, change)
    assert finding.promise is Promise.STARTS
    assert finding.where.endswith(suffix)
    assert "runtime/" in finding.issue.fix


def test_a_runtime_file_that_was_changed_on_the_way(built_site):
    def change(path, reply):
        if "/pyodide-lock" in path:
            reply.body = b"{}"

    (finding,) = found(built_site, change)
    assert finding.promise is Promise.STARTS
    assert "/runtime/pyodide-lock" in finding.where


def test_a_packed_file_that_cannot_be_unpacked(built_site):
    def change(path, reply):
        if path.endswith(".wasm"):
            reply.headers["Content-Encoding"] = "gzip"
            reply.packed = False

    (finding,) = found(built_site, change)
    assert finding.promise is Promise.STARTS
    assert finding.where.endswith(".wasm")


@pytest.mark.parametrize("end", [".wasm", "/self-check/"])
def test_what_is_sent_uncompressed(built_site, end):
    def change(path, reply):
        reply.packed = not path.endswith(end)

    (finding,) = found(built_site, change)
    assert finding.promise is Promise.LIGHT


def test_a_runtime_that_is_not_kept_and_pages_that_are(built_site):
    def change(_path, reply):
        reply.headers["Cache-Control"] = LATER

    assert broken(found(built_site, change)) == {Promise.LIGHT, Promise.CURRENT}
