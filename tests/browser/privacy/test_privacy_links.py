"""The headers that keep answers in must never keep a person from help."""

from __future__ import annotations

import pytest

from site_config.hosting import headers
from tests.browser.attack.sink import listen
from tests.server import serve

PAGE = """<!doctype html><html><head><title>a page</title></head><body>
<a id="listed" href="{listed}/page?a=b#c">a</a> <a id="moved" href="{listed}/moved">a</a>
<script type="application/json" id="runtime-manifest">{{}}</script></body></html>"""


@pytest.mark.parametrize("scheme", ["tel", "sms"])
@pytest.mark.promise("help_in_reach")
def test_every_call_and_text_goes_through_to_the_device(page, scheme):
    """A tap that the browser hands to the device is an aborted load; a refused one is none."""
    page.goto("/self-check/")
    links = page.locator(f"a[href^='{scheme}:']").all()
    assert links
    for link in links:
        with page.expect_event("requestfailed") as failed:
            link.evaluate("(one) => one.click()")
        assert failed.value.url == link.get_attribute("href")
        assert page.url.endswith("/self-check/")


@pytest.fixture
def guarded(browser, tmp_path, root):
    """A page with the self-check's headers that links to the sink, which it lists."""
    (tmp_path / "site_config").mkdir()
    (tmp_path / "site_config/hosting").symlink_to(root / "site_config/hosting")
    with listen() as sink:
        site = tmp_path / "site"
        site.mkdir()
        (site / "index.html").write_text(PAGE.format(listed=sink.address("listed")), "utf-8")
        headers.apply_policy(site, tmp_path)
        with serve(site) as address:
            context = browser.new_context()
            page = context.new_page()
            page.goto(address)
            yield page, sink
            context.close()


@pytest.mark.promise("help_in_reach", "not_told_from_where")
def test_a_listed_host_can_be_reached_and_is_not_told_from_where(guarded):
    page, sink = guarded
    page.click("#listed")
    page.wait_for_url("**/page?a=b#c")
    assert sink.referers == {"listed": ""}


def test_a_listed_host_may_send_a_person_on(guarded):
    page, sink = guarded
    page.click("#moved")
    page.wait_for_url(f"{sink.address('elsewhere')}/")


def test_a_host_that_is_not_listed_is_out_of_reach(guarded):
    page, sink = guarded
    other = sink.address("unlisted")
    page.evaluate("(to) => { setTimeout(() => { location.href = to; }) }", other)
    page.wait_for_url("chrome-error://**")
    assert "unlisted" not in sink.referers
