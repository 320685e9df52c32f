"""What a page says of the center's own papers and contracts has to be in center.yml."""

from __future__ import annotations

import pytest

from tests.linter import bad_texts
from tests.small_site import FILES

CENTER = "site_config/center.yml"
SAYS = (
    "accreditation: [The Joint Commission, CARF]\n"
    "insurance: [Blue Shield of California]\nlicense_body: Department of Health Care Services\n"
)


@pytest.mark.parametrize("bad", bad_texts.OWN_FACTS, ids=lambda bad: bad.body[:40])
def test_a_claim_without_the_fact_is_an_error(small, bad):
    line = small.page(bad.body)
    found = small.issues()
    assert [(issue.rule, issue.line) for issue in found] == [("own-facts", line)]
    assert CENTER in found[0].fix


@pytest.mark.parametrize(
    "body",
    [
        "We're accredited by the Joint Commission.",
        "Our CARF-accredited center.",
        "We're in network with Blue Shield.",
        "We're licensed by the Department of Health Care Services.",
    ],
)
def test_with_the_fact_it_may_stay(small, body):
    small.write(CENTER, FILES[CENTER] + SAYS)
    small.page(body)
    assert small.issues() == []


@pytest.mark.parametrize(
    "body", ["We're in network with Aetna.", "We're in network with most plans."]
)
def test_another_plan_is_no_proof(small, body):
    small.write(CENTER, FILES[CENTER] + SAYS)
    small.page(body)
    assert [issue.rule for issue in small.issues()] == ["own-facts"]
