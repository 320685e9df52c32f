"""All rules together: on the site's own pages and data, on good texts, on one very bad article."""

from __future__ import annotations

import pytest

from site_config.linter.runner import RULES, check_site
from tests.linter import bad_texts
from tests.small_site import PAGE, ROOT


def test_the_content_has_no_errors(whole_project):
    found = check_site(ROOT, today=whole_project.today, release=True)
    assert [str(issue) for issue in found if issue.severity == "error"] == []


def test_every_page_but_the_tools_says_who_wrote_it_and_when(whole_project):
    unsigned = [name for name, page in whole_project.pages.items() if page.article is None]
    assert all("template" in whole_project.pages[name].meta for name in unsigned)
    assert len(whole_project.pages) - len(unsigned) >= 18


@pytest.mark.parametrize("body", bad_texts.GOOD, ids=lambda body: body[:40])
def test_a_good_text_gives_no_issue(pictures, body):
    pictures.page(body, sources="[hours]" if "[@hours]" in body else "[]")
    assert pictures.issues() == []


def test_the_small_site_itself_has_no_issue_but_the_unused(small):
    assert {issue.severity for issue in small.issues("")} == {"warning"}


def test_a_very_bad_article_gives_all_its_issues_at_once(pictures):
    # 988 and 911 both stand somewhere in all these texts, so that rule has nothing to say.
    silent = {*bad_texts.READABILITY, *bad_texts.CRISIS_SAFETY[:4]}
    silent |= {bad for bad in bad_texts.EMPTY_PARTS if bad.words == "no text"}
    texts = [bad for bad in bad_texts.ALL if bad.severity == "error" and bad not in silent]
    front = {
        "title": "Ok",
        "author": "nobody",
        "last_reviewed": "2026-02-30",
        "next_review": "2026-01-01",
        "sources": "[hourz]",
        "signs": "[sign_three]",
        "colour": "red",
    }
    pictures.page("\n\n".join(bad.body for bad in texts), **front)
    found = pictures.issues()
    text = "\n".join(f"{issue.what} {issue.fix}" for issue in found)
    assert [bad.words for bad in texts if bad.words not in text] == []
    lines = {issue.line for issue in found if issue.line <= len(front) + 4}
    assert lines == {2, 4, 5, 6, 7, 8, 9}
    assert len(found) >= len(texts)
    assert {issue.path.as_posix() for issue in found} == {f"content/{PAGE}"}


def test_every_issue_carries_the_id_of_a_rule(pictures):
    pictures.page("\n\n".join(bad.body for bad in bad_texts.ALL), author="nobody", colour="red")
    assert {issue.rule for issue in pictures.issues("")} <= {rule.id for rule in RULES}


def test_an_id_names_one_rule():
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids))
    assert all(rule.looks_for and rule.fix for rule in RULES)
