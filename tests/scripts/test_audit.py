"""The audit's verdict: what has no reason to stand, and what scores too low, is named."""

from __future__ import annotations

import pytest
import yaml

from scripts import audit
from scripts.audit_tools import Complaint


@pytest.fixture
def reasons(root):
    return yaml.safe_load((root / "audit/explained.yml").read_text("utf-8"))


DRAWING = "Elements must meet contrast at #main > article > figure > svg > text:nth-child(1)"


@pytest.mark.parametrize(
    ("rule", "text", "stands"),
    [
        ("color-contrast, not decided", DRAWING, True),
        ("color-contrast", DRAWING, False),
        ("color-contrast, not decided", "Elements must meet contrast at #main > p", False),
        ("image-alt", DRAWING, False),
    ],
)
def test_only_what_axe_leaves_open_in_drawings_may_stand(reasons, rule, text, stands):
    complaint = Complaint("pa11y", "/right-for-me/", rule, text)
    assert audit.unexplained([complaint], reasons) == ([] if stands else [complaint])


@pytest.mark.parametrize(
    ("page", "category", "score", "low"),
    [
        ("article", "seo", 95, False),
        ("article", "seo", 94, True),
        ("self-check, start", "seo", 94, True),
        ("search", "seo", 60, False),
        ("search", "seo", 59, True),
        ("search", "accessibility", 94, True),
    ],
)
def test_a_low_score_is_named_unless_a_reason_sets_another_floor(
    reasons, page, category, score, low
):
    named = [f"{page}: {category} {score}"] if low else []
    assert audit.too_low({page: {category: score}}, reasons) == named


def test_every_floor_is_that_of_a_page_in_the_audit(reasons):
    assert {one["page"] for one in reasons["scores"]} <= set(audit.PAGES)


def test_every_page_of_the_audit_is_in_the_content(root):
    content = root / "content"
    for page in audit.PAGES.values():
        name = page.strip("/")
        assert (content / f"{name}.md").is_file() or (content / name / "index.md").is_file(), page


def test_the_report_counts_what_each_reason_lets_stand(reasons):
    complaint = Complaint("pa11y", "/right-for-me/", "color-contrast, not decided", DRAWING)
    counted = [line.split(" × ")[0] for line in audit.explained([complaint] * 2, reasons)]
    assert sorted(set(counted)) == ["2", "No more"]
    assert counted.count("2") == 1
