"""What a host does to the pages themselves, and where there is none."""

from __future__ import annotations

import pytest

from site_config.hosting.doctor.report import Promise
from tests.hosting.doctor.examined import broken, found


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
