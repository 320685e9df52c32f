"""The doctor: silent about a good host; of a bad one it names the promise, place and fix."""

from __future__ import annotations

import subprocess
import sys

import pytest

from site_config.hosting.doctor import examine
from site_config.hosting.doctor.http_client import NoSite
from site_config.hosting.doctor.report import Promise
from tests.hosting.doctor.strange_host import host

HEADERS = {
    "Referrer-Policy": Promise.PRIVATE,
    "Permissions-Policy": Promise.PRIVATE,
    "Strict-Transport-Security": Promise.PRIVATE,
    "X-Content-Type-Options": Promise.PRIVATE,
    "X-DNS-Prefetch-Control": Promise.PRIVATE,
    "Cross-Origin-Opener-Policy": Promise.ALONE,
    "Cross-Origin-Resource-Policy": Promise.ALONE,
    "Connection-Allowlist": Promise.PRIVATE,
}
LATER = "public, max-age=86400"


def found(site, change=None, base="/"):
    with host(site, change, base) as address:
        return examine(address)


def broken(findings):
    return {finding.promise for finding in findings}


def without(name):
    return lambda _path, reply: reply.headers.pop(name, None)


def test_a_good_host_keeps_every_promise(built_site):
    assert found(built_site) == []


def test_the_shipped_recipes_keep_every_promise(server):
    assert examine(server) == []


@pytest.mark.parametrize(("name", "promise"), HEADERS.items())
def test_a_header_that_is_not_sent(built_site, name, promise):
    (finding,) = found(built_site, without(name))
    assert finding.promise is promise
    assert name in finding.issue.what
    assert "_headers" in finding.issue.fix


def test_a_host_that_sends_no_headers_of_ours(built_site):
    """As S3 alone does, or a plain file server."""

    def change(_path, reply):
        reply.headers = {"Content-Type": reply.headers["Content-Type"]}

    findings = found(built_site, change)
    assert broken(findings) == {Promise.PRIVATE, Promise.ALONE, Promise.LIGHT, Promise.CURRENT}
    told = " ".join(finding.issue.what for finding in findings)
    assert [name for name in (*HEADERS, "Content-Security-Policy") if name not in told] == []


def test_a_header_with_another_value(built_site):
    def change(_path, reply):
        reply.headers["Referrer-Policy"] = "unsafe-url"

    (finding,) = found(built_site, change)
    assert finding.promise is Promise.PRIVATE
    assert "unsafe-url" in finding.issue.what


def test_no_policy_in_the_headers(built_site):
    findings = found(built_site, without("Content-Security-Policy"))
    assert broken(findings) == {Promise.PRIVATE, Promise.ALONE}


@pytest.mark.parametrize(
    ("was", "now"),
    [("connect-src 'self'", "connect-src *"), ("form-action 'none'; ", "")],
)
def test_a_policy_in_the_headers_that_allows_more(built_site, was, now):
    def change(_path, reply):
        policy = reply.headers.get("Content-Security-Policy", "")
        reply.headers["Content-Security-Policy"] = policy.replace(was, now)

    assert broken(found(built_site, change)) == {Promise.PRIVATE}


def test_a_policy_in_the_headers_that_keeps_python_from_starting(built_site):
    def change(path, reply):
        if path == "/self-check/":
            policy = reply.headers["Content-Security-Policy"]
            reply.headers["Content-Security-Policy"] = policy.replace(" 'wasm-unsafe-eval'", "")

    (finding,) = found(built_site, change)
    assert finding.promise is Promise.STARTS
    assert finding.where == "/self-check/"
    assert "script-src" in finding.issue.what


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


@pytest.mark.parametrize("control", ["", "public", "must-revalidate", "max-age=soon"])
def test_a_page_of_which_nobody_says_how_long_to_keep_it(built_site, control):
    def change(path, reply):
        if path == "/help-now/":
            reply.headers["Cache-Control"] = control

    (finding,) = found(built_site, change)
    assert finding.promise is Promise.CURRENT
    assert finding.where == "/help-now/"
    assert "no-cache" in finding.issue.fix


@pytest.mark.parametrize("name", ["Set-Cookie", "NEL", "Report-To", "Reporting-Endpoints"])
def test_a_header_that_would_tell_on_the_visitor(built_site, name):
    def change(_path, reply):
        reply.headers[name] = "a=b"

    (finding,) = found(built_site, change)
    assert finding.promise is Promise.PRIVATE


@pytest.mark.parametrize(
    "put_in",
    [
        b"<script>track()</script>",
        b'<script src="https://elsewhere.example/a.js"></script>',
        b'<img src="//elsewhere.example/a.gif" alt="">',
    ],
)
def test_a_page_into_which_the_host_puts_something(built_site, put_in):
    def change(path, reply):
        if path == "/":
            reply.body = reply.body.replace(b"</body>", put_in + b"</body>")

    (finding,) = found(built_site, change)
    assert finding.promise is Promise.PRIVATE
    assert finding.where == "/"


def test_a_page_that_has_lost_its_policy(built_site):
    def change(path, reply):
        if path == "/help-now/":
            reply.body = reply.body.replace(b"http-equiv", b"data-was")

    (finding,) = found(built_site, change)
    assert finding.promise is Promise.PRIVATE
    assert finding.where == "/help-now/"


def test_a_site_below_a_name_that_was_built_for_none(built_site):
    findings = found(built_site, base="/name/")
    assert broken(findings) >= {Promise.HELP}
    outside = [finding for finding in findings if "outside of the site" in finding.issue.what]
    assert outside
    assert "site_url" in outside[0].issue.fix


def test_an_address_that_is_not_the_first_page(built_site):
    with host(built_site) as address, pytest.raises(NoSite, match="isn't the first page"):
        examine(f"{address}assets/")


def test_a_missing_page_that_gets_no_help(built_site):
    def change(_path, reply):
        if reply.status == 404:
            reply.body = b"<h1>Not found</h1>"

    findings = [f for f in found(built_site, change) if f.promise is Promise.HELP]
    assert "no crisis line" in findings[0].issue.what


def test_a_missing_page_that_looks_as_if_it_were_there(built_site):
    def change(_path, reply):
        reply.status = 200

    findings = [f for f in found(built_site, change) if f.promise is Promise.HELP]
    assert "not 404" in findings[0].issue.what


def test_a_page_that_was_not_uploaded(built_site):
    def change(path, reply):
        if path == "/help-now/":
            reply.status = 404

    findings = found(built_site, change)
    assert broken(findings) == {Promise.HELP}
    assert "/help-now/ answers 404" in findings[0].issue.what


def doctor(root, *arguments):
    command = [sys.executable, "-m", "site_config.hosting.doctor", *arguments]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)


def test_the_command_names_the_promise_the_place_and_the_fix(root, built_site):
    with host(built_site, without("Referrer-Policy")) as address:
        done = doctor(root, address)
    assert done.returncode == 1
    assert f"BROKEN  {Promise.PRIVATE}" in done.stdout
    assert f"HOLDS   {Promise.STARTS}" in done.stdout
    assert "Referrer-Policy" in done.stdout
    assert "Send the headers that the build wrote" in done.stdout


@pytest.mark.parametrize("address", ["example", "ftp://example.org/", "http://127.0.0.1:9/", ""])
def test_an_address_where_no_site_is_gets_one_line(root, address):
    done = doctor(root, address)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""
