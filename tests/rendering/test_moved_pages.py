"""A page stands at each earlier address, and leads on to where its page is now."""

from __future__ import annotations

import pytest
import yaml
from mkdocs.config import load_config
from mkdocs.structure.files import File, Files, InclusionLevel

from site_config.content_model.page import split_front
from site_config.rendering import moved_pages


@pytest.fixture
def published(small):
    """The Markdown of pages that are added, by their file."""

    def published(*names, level=InclusionLevel.INCLUDED):
        content = str(small.root / "content")
        config = load_config(None, site_name="A", docs_dir=content, plugins=[])
        config.plugins._current_plugin = "hooks"  # noqa: SLF001 (MkDocs does around each event)
        here = [
            File(name, config.docs_dir, "site", use_directory_urls=True, inclusion=level)
            for name in names
        ]
        files = Files(here)
        moved_pages.publish(files, config)
        return {file.src_uri: file.content_string for file in files if file not in here}

    return published


def test_it_names_the_page_and_the_way_and_is_not_searched(small, published):
    small.page("Words.", name="cost/plan.md", title="Your [new] plan", was="[pay/old-plan/]")
    ((name, text),) = published("cost/plan.md").items()
    front, body = split_front(text)
    assert name == "pay/old-plan.md"
    assert yaml.safe_load(front) == {
        "title": "This page has moved",
        "moved_to": "cost/plan/",
        "search": {"exclude": True},
    }
    assert r"[Your \[new\] plan](../cost/plan.md)" in body


def test_a_page_with_a_neutral_title_keeps_it_in_a_browser_s_history(small, published):
    small.page("Words.", name="cost/plan.md", was="[old/]", neutral="true")
    (text,) = published("cost/plan.md").values()
    assert yaml.safe_load(split_front(text)[0])["neutral"] is True


def test_what_moved_to_the_start_leads_there(small, published):
    small.page("Words.", name="index.md", was="[old/]")
    (text,) = published("index.md").values()
    assert yaml.safe_load(split_front(text)[0])["moved_to"] == ""


def test_an_address_that_a_page_has_is_left_to_it(small, published):
    small.page("Words.", name="cost/plan.md", was="[help/]")
    assert published("cost/plan.md", "help.md") == {}


@pytest.mark.parametrize("level", [InclusionLevel.EXCLUDED, InclusionLevel.DRAFT])
def test_nothing_leads_to_a_page_that_is_not_published(small, published, level):
    small.page("Words.", name="cost/plan.md", was="[old/]")
    assert published("cost/plan.md", level=level) == {}
