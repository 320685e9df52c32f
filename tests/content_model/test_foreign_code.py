"""Pasted code is one problem, and no part of the page's text."""

from __future__ import annotations

import pytest

from site_config.content_model.foreign_code import without_foreign_code

PIXEL = """\
<!-- Meta Pixel Code -->
<script>
!function(f,b,e,v,n,t,s){n.version='2.0';t.src=v}(window, document,'script',
'https://connect.facebook.net/en_US/fbevents.js');
fbq('init', '1234567890123456');

fbq('track', 'PageView');
</script>
<noscript><img height="1" width="1" style="display:none"
src="https://www.facebook.com/tr?id=1234567890123456&ev=PageView&noscript=1"
/></noscript>
<!-- End Meta Pixel Code -->"""
TAG_MANAGER = """\
<!-- Google tag (gtag.js) -->
<script async src="https://www.googletagmanager.com/gtag/js?id=G-1"></script>

<script>
window.dataLayer = window.dataLayer || [];
</script>"""


@pytest.mark.parametrize(
    ("code", "what", "lines"),
    [
        (PIXEL, "reports visitors to Facebook", "lines 3 to 14"),
        (TAG_MANAGER, "reports visitors to Google", "lines 3 to 8"),
        (
            '<noscript><iframe src="https://www.googletagmanager.com/ns.html?id=1"></iframe></noscript>',
            "reports visitors to Google",
            "line 3",
        ),
        ("<!-- End Meta Pixel Code -->", "reports visitors to Facebook", "line 3"),
        ('<script src="x.js"></script>', "would run in the visitor's browser", "line 3"),
        (
            '<iframe width="560" src="https://www.youtube.com/embed/a">\n</iframe>',
            "shows www.youtube.com inside the page",
            "lines 3 to 4",
        ),
        ('<form action="https://a.example">\n<input name="a">\n</form>', "form", "lines 3 to 5"),
        ("<STYLE>\np {}\n</STYLE>", "changes the look", "lines 3 to 5"),
    ],
)  # fmt: skip
def test_a_stretch_of_code_is_one_problem_with_all_its_lines(code, what, lines):
    text, (found,) = without_foreign_code(f"One.\n\n{code}\n\nTwo.\n")
    assert what in found.what
    assert found.fix.startswith(f"Delete all of it, {lines}. ")
    assert found.line == 3
    rows = text.split("\n")
    assert rows.index("Two.") == code.count("\n") + 4
    assert [row for row in rows if row] == ["One.", "Two."]


def test_two_stretches_with_words_between_are_two():
    _text, found = without_foreign_code(f"{PIXEL}\n\nWords.\n\n{TAG_MANAGER}\n")
    assert [one.line for one in found] == [1, 16]


@pytest.mark.parametrize(
    "text",
    [
        "Words, and 3 < 5.",
        "```html\n<script>a</script>\n```",
        "Write `<iframe src=x></iframe>` there.",
        "<!-- Anna, should we say a word about Google Analytics on this page? -->",
        "<!-- crisis-lines -->",
        "<script> that is never closed",
        '<div class="checklist" markdown>\n\n- a\n\n</div>',
    ],
)
def test_other_text_stays_as_it_is(text):
    assert without_foreign_code(text) == (text, [])


def test_a_page_with_a_pixel_has_one_issue(small):
    first = small.page(f"One.\n\n{PIXEL}\n\nTwo.")
    ((line, rule, severity),) = [(i.line, i.rule, i.severity) for i in small.issues()]
    assert (line, rule, severity) == (first + 2, "outside-resource", "error")
    small.page("One.\n\nTwo.")
    assert small.issues() == []
