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


@pytest.mark.parametrize(
    ("body", "tags"),
    [
        ("One.\n\nA <span>word</span>.", "<span> came"),
        ("One.\n\nA<br/>B&nbsp;C", "<br> &nbsp; came"),
        ("One.\n\n<H2>Words</H2>", "<h2> came"),
        ("One.\n\n<!-- wp:paragraph -->", "<!-- wp:paragraph --> came"),
    ],
)
def test_pasted_tags_of_a_line_are_one_warning(small, body, tags):
    first = small.page(body)
    found = [issue for issue in small.issues() if issue.rule == "pasted-html"]
    assert [(issue.line - first, issue.severity) for issue in found] == [(2, "warning")]
    assert tags in found[0].what


@pytest.mark.parametrize(
    "body",
    [
        '<div class="checklist" markdown>\n\n- a\n\n</div>',
        "Write `<b>` there.\n\n```\n<span>\n```",
        '<a href="../help.md">How help works</a>',
        "<!-- A note on <b> to a colleague -->",
    ],
)
def test_other_html_and_typed_code_are_not(small, body):
    small.page(body)
    assert "pasted-html" not in {issue.rule for issue in small.issues()}
