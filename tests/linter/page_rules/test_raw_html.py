"""Tags that vanish, tags that stay open, and Markdown in HTML that stays as it was typed."""

from __future__ import annotations

import pytest

from site_config.linter.page_rules import raw_html
from tests.linter import bad_texts


@pytest.mark.parametrize("bad", bad_texts.RAW_HTML, ids=lambda bad: bad.body[:40])
def test_a_bad_text_gives_its_one_issue(gives_one_issue, bad):
    gives_one_issue(bad, raw_html.RULES)


@pytest.mark.parametrize(
    "body",
    [
        "H<sub>2</sub>O<br>and <em>more</em>.",
        '<div class="checklist" markdown>\n\n- **one**\n\n</div>',
        "<div markdown>\n<div markdown>\n\n**One**\n\n</div>\n</div>",
        "<ul>\n<li>one\n<li>two\n</ul>",
        "<!-- a note for Anna with a <NAME> in it -->\n\nWords.",
        "`<NAME>` stands for a name.",
        "One < two and three > two.",
    ],
)
def test_sound_html_gives_none(small, body):
    small.page(body)
    assert [issue for issue in small.issues() if issue.rule == "html-tag"] == []
