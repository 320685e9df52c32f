"""Words of templates are held to what articles are held to."""

from __future__ import annotations

import pytest

from site_config.content_model.project import read_project
from site_config.linter.site_rules import template_text
from tests.small_site import ALLOWED, TODAY

HARD = "The continued participation in complementary activities is considerably facilitated"


TEMPLATE = "site_config/rendering/templates/start.html"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (f"<p>{HARD}.</p>", "School grade"),
        ("<button>Just start</button>", "just"),
        ("<p>An addict reads this.</p>", "addict"),
        ("<p>Call 555-010-0000.</p>", "555-010-0000"),
        ('<a href="mailto:b@example.org">Write to us</a>', "b@example.org"),
        ('<p>{{ voices("Read this.", "Some addicts.") }}</p>', "addict"),
    ],
)
def test_the_words_of_templates_are_held_to_the_house_rules(small, words, found):
    small.write(
        TEMPLATE, f"{{% if a %}}\n{{# An addict,\n here unseen #}}\n{words}\n{{% endif %}}\n"
    )
    issues = small.issues(TEMPLATE)
    assert [issue.line for issue in issues] == [4]
    assert found in issues[0].what
    assert issues[0].fix


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ('{{ _("Read this") }} {{ _("Then that?") }}', ["Read this.  Then that?"]),
        (
            '{% set steps = [_("Read \\"this\\"."), _("Then that.")] %}',
            ['Read "this".', "Then that."],
        ),
        ('{{ voices("Your team.", "Their team.") }}', ["Your team.", "Their team."]),
        ('{{ _("%(count)s steps left") }}', ["steps left."]),
        ("{{ center.name }} {# a note #}", []),
    ],
)
def test_what_jinja_says_is_read_and_what_it_does_is_not(small, code, said):
    small.write(TEMPLATE, code)
    (page,) = template_text.pages(read_project(small.root, TODAY))
    assert [" ".join(block.text.split()) for block in page.parts.blocks] == [
        " ".join(text.split()) for text in said
    ]


def test_a_hard_text_may_stay_with_a_reason(small):
    small.write(TEMPLATE, f"<p>{HARD}.</p>\n")
    reason = "A name that has no shorter form."
    small.write(ALLOWED, f"- {{rule: template-grade, words: {HARD}., reason: {reason}}}\n")
    assert small.issues(TEMPLATE) == []


def test_a_template_that_is_no_text_is_an_error(small):
    small.write(TEMPLATE, b"<p>Fine.</p>\n<p>Caf\xe9</p>\n")
    assert [(issue.line, issue.rule) for issue in small.errors(TEMPLATE)] == [(2, "template-file")]
