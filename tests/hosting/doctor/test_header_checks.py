"""Headers that a host must send, and those that it must not."""

from __future__ import annotations

import pytest

from site_config.hosting.doctor.report import Promise
from tests.hosting.doctor.examined import HEADERS, broken, found, without


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
