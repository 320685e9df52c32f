"""Front matter comes into the editor's form, and means the same."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from site_config.content_model.front_matter import tidied
from tests.small_site import PAGE


def test_tidying_keeps_the_meaning_and_the_text(small):
    front = {
        "sources": "[hours]",
        "reviewed_by": "null",
        "description": '"Who: you, it\'s for you"',
    }
    small.page("Text.  \n\n\n- one", **front)
    file = small.root / "content" / PAGE
    before, after = file.read_text(), tidied(file.read_text(), file)
    old, new = (yaml.safe_load(text.split("---")[1]) for text in (before, after))
    assert {name: value for name, value in old.items() if value} == new
    assert after.split("---\n", 2)[2] == before.split("---\n", 2)[2]
    assert tidied(after, file) == after


@pytest.mark.parametrize("text", ["No front matter.", "---\na: [\n---\n", "---\na: 1\na: 2\n---\n"])
def test_tidying_leaves_alone_what_it_cannot_read(text):
    assert tidied(text, Path("a.md")) == text
