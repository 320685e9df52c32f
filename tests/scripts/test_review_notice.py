"""Which pages no named clinician has signed."""

from __future__ import annotations

import pytest

from scripts.review_notice import unreviewed

REVIEWER = "reviewer: {name: R. Example, credential: LCSW}\n"
SIGNED = {"reviewed_by": "R. Example"}


@pytest.fixture
def listed(small):
    """The pages that must say that they are drafts; those that are built are given."""

    def listed(people, *built):
        small.write("content/_data/people.yml", f"{people}authors: {{}}\n")
        for name in built:
            (small.root / "site" / name).mkdir(parents=True, exist_ok=True)
        return sorted(unreviewed(small.root))

    return listed


@pytest.mark.parametrize(
    ("people", "front", "unsigned"),
    [
        ("reviewer: null\n", {}, True),
        ("reviewer: null\n", SIGNED, True),  # a name that nobody has confirmed
        (REVIEWER, {}, True),
        (REVIEWER, SIGNED, False),
        (REVIEWER, {"last_reviewed": None}, False),  # a tool, no article
    ],
)
def test_a_page_is_a_draft_until_its_reviewer_signs_it(small, listed, people, front, unsigned):
    small.page("Words.", name="cost/plan.md", **front)
    assert ("cost/plan/" in listed(people, "cost/plan")) is unsigned


def test_pages_that_are_not_built_are_not_asked_for(small, listed):
    small.page("Words.", name="cost/index.md")
    assert listed(REVIEWER, "cost") == ["cost/"]
