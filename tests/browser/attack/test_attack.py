"""The site under attack: what code of an attacker could send out, and what not.

See assault.py for how it is found out, and site_config/hosting/README.md for what is open where.
"""

from __future__ import annotations

import re

import pytest

from tests.browser.attack.assault import Probe, assault

NO_HEADERS = {"popup-own-file", "opener-message", "framed-message"}


@pytest.fixture(scope="module")
def noted(root):
    """What the note for hosts says is open: a set of channels for each of its three lists."""
    note = (root / "site_config/hosting/README.md").read_text("utf-8")
    parts = re.findall(r"^### (.+?)\n(.+?)(?=^#)", note, re.MULTILINE | re.DOTALL)
    return [set(re.findall(r"`([a-z-]+)`", text)) for _, text in parts]


@pytest.fixture(scope="module")
def findings(  # noqa: PLR0913, PLR0917 (fixtures)
    browser, chromium_path, built_site, root, noted, tmp_path_factory
):
    """What got out, in one run of a browser over all hosts and contexts."""
    folder = tmp_path_factory.mktemp("assault")

    def is_open(probe):
        return probe.channel in said_open(noted, probe.host, probe.context)

    return assault(browser.browser_type, chromium_path, built_site, root, folder, is_open)


def test_without_a_policy_every_probe_gets_out(findings):
    """The control: a probe that never arrives would prove nothing."""
    kept = {probe for probe in findings.tried - findings.escaped if probe.host == "bare"}
    assert kept == set()
    assert len({probe for probe in findings.tried if probe.host == "bare"}) > 150


@pytest.mark.parametrize("host", ["headers", "meta"])
@pytest.mark.parametrize("context", ["worker", "python"])
@pytest.mark.promise("no_way_out")
def test_nothing_gets_out_of_the_worker(findings, host, context):
    assert findings.open_channels(host, context) == set()
    assert any((probe.host, probe.context) == (host, context) for probe in findings.tried)


@pytest.mark.parametrize("context", ["self-check", "frame", "outside"])
@pytest.mark.promise("second_wall")
def test_headers_leave_open_what_the_note_says_of_the_self_check(findings, noted, context):
    assert findings.open_channels("headers", context) == tried(findings, noted[0], context)


def test_headers_leave_open_what_the_note_says_of_other_pages(findings, noted):
    assert findings.open_channels("headers", "article") == noted[1]


@pytest.mark.parametrize("context", ["self-check", "article", "frame", "outside"])
@pytest.mark.promise("second_wall")
def test_a_page_alone_leaves_open_what_the_note_says(findings, noted, context):
    assert noted[2] == NO_HEADERS
    assert findings.open_channels("meta", context) == tried(findings, noted[1] | noted[2], context)


@pytest.mark.promise("not_told_from_where")
def test_no_request_tells_which_page_it_came_from(findings):
    """A file that is no page, on a host without headers, tells the site's name; none tells more."""
    own = {name: where for name, where in findings.referers.items() if "127.0.0.1" in where}
    assert any(name.startswith("bare--") for name in own)
    told = {name for name in own if not name.startswith("bare--")}
    assert {name.rpartition("--")[2] for name in told} <= {"popup-own-file"}
    assert not [where for where in own.values() if "self-check" in where]


def said_open(noted, host, context):
    """The channels that the note says are open there; the control is looked at apart."""
    own, other, without_headers = noted
    if host == "bare" or context in {"worker", "python"}:
        return set()
    if host == "meta":
        return other | without_headers
    return other if context == "article" else own


def tried(findings, channels, context):
    """Those of the channels that the context has: a frame cannot leave, for one."""
    return {name for name in channels if Probe("bare", context, name) in findings.tried}
