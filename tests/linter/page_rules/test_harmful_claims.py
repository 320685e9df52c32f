"""Advice that can kill, promises, praise, and results without a method."""

from __future__ import annotations

import pytest

from site_config.linter.page_rules import harmful_claims

OURS = {rule.id for rule in harmful_claims.RULES}


def found(small, body):
    small.page(f"One.\n\n{body}", sources="[hours]" if "[@hours]" in body else "[]")
    return [(issue.rule, issue.severity) for issue in small.issues() if issue.rule in OURS]


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("You can quit drinking cold turkey at home, no doctor needed.", "stopping-alone"),
        ("You can quit Xanax cold turkey.", "stopping-alone"),
        ("A home detox from alcohol takes a week.", "stopping-alone"),
        ("Detox at home with our tea and leave alcohol behind.", "stopping-alone"),
        ("Taper off Xanax on your own in a week.", "stopping-alone"),
        ("Be free for good.", "promising-claim"),
        ("Our program works for everyone.", "promising-claim"),
        ("Most plans pay all of it.", "promising-claim"),
        ("We accept all insurance.", "promising-claim"),
        ("It won't cost you a dime.", "promising-claim"),
        ("You will get your life back.", "promising-claim"),
        ("You'll be sober in weeks.", "promising-claim"),
        ("Recovery is certain here.", "promising-claim"),
        ("You will never relapse again.", "promising-claim"),
        ("Our team is second to none.", "promising-claim"),
        ("Rated 5 stars.", "promising-claim"),
        ("★★★★★", "promising-claim"),
        ("See before and after pictures.", "promising-claim"),
        ("A leading center for care.", "promising-claim"),
        ("72% of our patients stay sober. [@hours]", "own-outcomes"),
        ("Our completion rate is high.", "own-outcomes"),
    ],
)
def test_a_harmful_claim_is_an_error(small, body, rule):
    assert found(small, body) == [(rule, "error")]


@pytest.mark.parametrize(
    "body",
    [
        "Don't quit drinking cold turkey at home.",
        "Stopping alcohol on your own can be dangerous.",
        "What makes it harder to stop drinking alone?",
        "Stop by the front desk at home time.",
        "Alcohol is a leading cause of liver disease.",
        "A program that says “works for everyone” promises too much.",
        "Nobody can say that you will be sober in weeks.",
        "Your plan may pay for part of it.",
        "We asked 40 people six months later: 72% of our patients were well. [@hours]",
    ],
)
def test_a_warning_or_a_plain_fact_is_none(small, body):
    assert found(small, body) == []


def test_a_claim_may_be_allowed_and_advice_that_kills_may_not(small):
    entry = "- {{rule: {}, words: {}, reason: We want to say it like this.}}\n"
    small.write("site_config/allowed.yml", entry.format("promising-claim", "free for good"))
    assert found(small, "Be free for good.") == []
    small.write("site_config/allowed.yml", entry.format("stopping-alone", "quit alcohol alone"))
    assert found(small, "You can quit alcohol alone.") == [("stopping-alone", "error")]
