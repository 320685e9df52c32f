"""`make addresses`: the list of published addresses only grows."""

from __future__ import annotations

from site_config.authoring.published import add_addresses
from site_config.settings.published_addresses import published
from tests.small_site import PAGE, TODAY


def test_new_pages_are_added_and_none_is_ever_taken_out(small):
    assert add_addresses(small.root, TODAY) == ["help/", "understand/page/"]
    assert add_addresses(small.root, TODAY) == []
    (small.root / "content" / PAGE).unlink()
    small.page("Words.", name="cost/plan.md")
    small.page("Home.", name="index.md")
    assert add_addresses(small.root, TODAY) == ["cost/plan/"]
    assert set(published(small.root)) == {"cost/plan/", "help/", "understand/page/"}
