"""Only `reviewed_by` at the top of a page says that a clinician has read it."""

from __future__ import annotations

import pytest


def found(small, body):
    small.page(f"One.\n\n{body}")
    return [issue for issue in small.issues() if issue.rule == "review-claim"]


@pytest.mark.parametrize(
    "body",
    [
        "Medically reviewed by Dr. Tom Lee, MD, on November 3.",
        "*Clinically reviewed by our team.*",
        "Reviewed by Dr. Lee.",
        "This page was reviewed by a licensed clinician.",
        "Reviewed by Tom Lee, LCSW.",
        "Fact-checked by our medical team.",
        "Medical reviewer: Tom Lee.",
        "- Written by a doctor",
        "## Medically reviewed",
        "![Medically reviewed by Tom Lee](../assets/a.svg)",
        "> Doctor-approved.",
        "Revisado por el Dr. Lee.",
        "Revisado médicamente.",
    ],
)
def test_a_review_claimed_in_the_text_is_an_error(pictures, body):
    (issue,) = found(pictures, body)
    assert issue.severity == "error"
    assert "`reviewed_by`" in issue.fix


@pytest.mark.parametrize(
    "body",
    [
        "It has not been reviewed by a clinician.",
        "Each page stays a draft until it is reviewed by a doctor.",
        "Must the plan be reviewed by a nurse?",
        "A doctor reviews your plan each week.",
        "Your claim is reviewed by the insurer.",
    ],
)
def test_what_claims_no_review_is_fine(small, body):
    assert found(small, body) == []
