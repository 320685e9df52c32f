"""From YAML to `checker/data.json`: what a slip in a file says, and what is never written."""

from __future__ import annotations

import json

import pytest

from checker import banners, findings, ids, model, rules, sign_groups
from site_config.core.issues import IssuesFound
from site_config.questionnaire import compiler


def test_good_files_give_what_the_engine_reads(engine_files, root):
    compiler.compile_data(engine_files)
    for name in ("checker/data.json", "checker/examples.json", "checker/sign_words.json"):
        made = json.loads((engine_files / name).read_text("utf-8"))
        assert made == json.loads((root / name).read_text("utf-8"))


def test_unchanged_files_are_not_written_again(engine_files):
    compiler.compile_data(engine_files)
    path = engine_files / "checker/data.json"
    before = path.stat().st_mtime_ns
    compiler.compile_data(engine_files)
    assert path.stat().st_mtime_ns == before
    assert [p.name for p in path.parent.iterdir() if p.suffix == ".tmp"] == []


def test_all_issues_of_all_files_come_at_once(issues_after):
    found = issues_after(
        ("questionnaire", "present: [mh_isolating]", "present: [mh_alone]"),
        ("questionnaire", "- {id: sleep,", "- {id: focus,"),
        ("questionnaire", "shown_if: {question: thoughts,", "shown_if: {question: ready,"),
        ("questionnaire", 'title: "Staying safe"', "title:"),
        ("outcomes", "- id: teen_route\n", "- id: teens\n"),
        ("examples", "- id: teen\n", "- id: plan\n"),
    )
    for says in (
        "the sign 'mh_alone' doesn't exist",
        "no answer can set the sign 'mh_isolating'",
        "duplicate option id 'focus'",
        "nobody can reach the question 'hold_urges'",
        "“title” of the screen 'staying_safe'",
        "the outcome 'teen_route' has no words",
        "duplicate example id 'plan'",
    ):
        assert sum(says in issue for issue in found) == 1, says


def test_a_missing_file_and_one_that_is_no_text_are_issues_together(engine_files):
    (engine_files / "checker/outcomes.yml").unlink()
    (engine_files / "checker/signs.yml").write_bytes(b"\xff")
    with pytest.raises(IssuesFound) as caught:
        compiler.compile_data(engine_files)
    assert sorted(issue.path.name for issue in caught.value.issues) == ["outcomes.yml", "signs.yml"]


def test_the_listed_ids_are_those_that_the_code_gives():
    assert tuple(rules.ROWS) == ids.OUTCOMES
    assert tuple(banner.id for banner in banners.BANNERS) == ids.BANNERS
    assert set(ids.WISHES) == sign_groups.HOME_TROUBLE | sign_groups.SUPPORT_WANTED | {
        sign_groups.STABLE,
        sign_groups.IOP_GOALS_MET,
    }
    named = {rule for rule, _, _ in findings.CONTRADICTIONS}
    noes = {findings.ALCOHOL_OR_NOT, findings.NO_USE_OR_USE}
    by_themselves = {
        *("doing_well_or_not", "willing_or_not"),
        *("last_use_or_again", "pregnant_use_or_not", "opioids_or_not"),
    }
    assert set(ids.CONFLICTS) == named | noes | by_themselves
    assert set(ids.RULES) == set(model.RULES)  # and each is reached: test_enumeration.py
