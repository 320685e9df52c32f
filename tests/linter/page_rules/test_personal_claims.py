"""Praise by clients, signed quotes, and sentences that tell the reader what illness they have."""

from __future__ import annotations

import pytest

from site_config.linter.page_rules import personal_claims

OURS = {rule.id for rule in personal_claims.RULES}


def found(small, body):
    small.page(f"One.\n\n{body}")
    return [(issue.rule, issue.severity) for issue in small.issues() if issue.rule in OURS]


@pytest.mark.parametrize(
    "body",
    [
        "Read our success stories.",
        "Our patients say it changed them.",
        "“This place saved my life,” says Anna.",
        "I owe this place my life.",
        "“It turned my life around.”",
        "“I was lost, and they found me,” says Anna, 34.",
        "“I was lost, and they found me.” Anna K.",
        "“I was lost, and they found me.” Anna Kent, a former client.",
        "“I was lost,” a former patient said.",
        "> “I was lost. Then I came here.”\n>\n> Anna K., former client",
        "> I was lost. Then I came here.\n>\n> — Anna, 34",
        "“I\u00a0was lost, and they found me.”\u00a0Anna\u00a0K.",
    ],
)
def test_a_testimonial_is_an_error(small, body):
    assert found(small, body) == [("testimonial", "error")]


@pytest.mark.parametrize(
    "body",
    [
        "Be careful if a program shows you testimonials: never choose by them.",
        "Ask: “Can I talk to a former client?”",
        "Say: “I need help.” A former client may answer the phone.",
        "You can say: “I have an appointment.” Your boss can't ask more.",
        "> I've been here for a while.\n>\n> That is what some people say.",
        "“I can't do Mondays.” Say which days work.",
    ],
)
def test_a_sentence_to_say_is_no_testimonial(small, body):
    assert found(small, body) == []


@pytest.mark.parametrize(
    "body",
    [
        "You have depression.",
        "You're clearly bipolar.",
        "You suffer from an anxiety disorder.",
        "If you drink each day, you have an alcohol use disorder.",
        "You’ve got PTSD.",
    ],
)
def test_a_diagnosis_is_an_error(small, body):
    assert found(small, body) == [("diagnosis", "error")]


@pytest.mark.parametrize(
    "body",
    [
        "If you have depression, say so.",
        "A doctor can tell whether you have depression.",
        "Do you have depression?",
        "You may have depression.",
        "It doesn't mean that you have depression.",
        "Say: “You have depression, and I'm worried.”",
        "It helps when you are depressed.",
        "You have a right to ask.",
    ],
)
def test_what_leaves_it_open_is_no_diagnosis(small, body):
    assert found(small, body) == []


def test_both_may_be_allowed_with_a_reason(small):
    entry = "- {{rule: {}, words: {}, reason: We want to say it like this.}}\n"
    allowed = entry.format("testimonial", "success stories")
    small.write("site_config/allowed.yml", allowed + entry.format("diagnosis", "you have PTSD"))
    assert found(small, "Read our success stories. Then you have PTSD.") == []
