"""From YAML to `checker/data.json`: what a slip in a file says, and what is never written."""

from __future__ import annotations

import copy
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import banners, findings, ids, model, rules, sign_groups
from site_config.core import yaml_source
from site_config.core.issues import IssuesFound
from site_config.questionnaire import compiler, consistency

ROOT = Path(__file__).parents[2]
FILES = ("signs", "questionnaire", "outcomes", "examples")
READ = {
    name: yaml_source.read(ROOT / f"checker/{name}.yml", Path(f"checker/{name}.yml"))
    for name in FILES
}


@pytest.fixture
def project(root, tmp_path):
    """A copy of the files that the engine's data are made from."""
    for name in (*(f"checker/{n}.yml" for n in FILES), "content/_data"):
        target = tmp_path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if (root / name).is_dir() else shutil.copy)(root / name, target)
    return tmp_path


@pytest.fixture
def issues_after(project):
    """Replace text in files; give the issues as lines, and see that nothing was written."""

    def change(*changes):
        for name, old, new in changes:
            path = project / f"checker/{name}.yml"
            text = path.read_text("utf-8")
            assert old in text
            path.write_text(text.replace(old, new, 1), "utf-8")
        with pytest.raises(IssuesFound) as caught:
            compiler.compile_data(project)
        assert not (project / "checker/data.json").exists()
        return [str(issue) for issue in caught.value.issues]

    return change


def test_good_files_give_what_the_engine_reads(project, root):
    compiler.compile_data(project)
    made = json.loads((project / "checker/data.json").read_text("utf-8"))
    assert made == json.loads((root / "checker/data.json").read_text("utf-8"))


def test_unchanged_files_are_not_written_again(project):
    compiler.compile_data(project)
    path = project / "checker/data.json"
    before = path.stat().st_mtime_ns
    compiler.compile_data(project)
    assert path.stat().st_mtime_ns == before
    assert [p.name for p in path.parent.iterdir() if p.suffix == ".tmp"] == []


SLIPS = [  # file, what stands there, what somebody writes instead, what the issue says, its line
    ("questionnaire", "present: [mh_sleep_affects_day]", "present: [mh_sleep]", "'mh_sleep'", "+"),
    ("questionnaire", "- {id: sleep,", "- {id: focus,", "duplicate option id 'focus'", "+"),
    (
        "questionnaire",
        "- id: hold_urges",
        "- id: thoughts",
        "duplicate question id 'thoughts'",
        "+",
    ),
    ("questionnaire", "- id: danger\n", "- id: about\n", "duplicate screen id 'about'", "+"),
    ("questionnaire", "  - id: danger\n", "  - ids: danger\n", "“screens.id” is missing", "+"),
    ("questionnaire", "{question: thoughts,", "{question: feelings,", "nobody can reach", "-3"),
    (
        "questionnaire",
        "[no_plan, better_off_dead, attempt, self_harm]",
        "[sad]",
        "the option 'sad'",
        "-3",
    ),
    (
        "questionnaire",
        'title: "Staying safe"',
        "title:",
        "“title” of the screen 'staying_safe'",
        "+",
    ),
    ("questionnaire", "kind: one", "kind: two", "“kind: two” of the question 'who'", "+"),
    (
        "questionnaire",
        "kind: one",
        "kinds: one",
        "“kinds” of the question 'who' isn't a setting we know",
        "+",
    ),
    ("questionnaire", "danger: urgent", "danger: high", "of the option 'no_plan'", "+"),
    ("questionnaire", "only_for: [them]", "only_for: [they]", "of the question", "+"),
    ("outcomes", "lines: [emergency_911]", "lines: emergency_911", "`lines` must be a list", "-3"),
    ("questionnaire", "- {id: me,", "- {id: none,", "is kept for the fixed options", "+"),
    ("questionnaire", "- {id: me,", "- {id: yes,", "“id: True” of the option True", "+"),
    (
        "questionnaire",
        '{me: "How old are you?"',
        '{you: "How old are you?"',
        "`me` is missing",
        "+",
    ),
    ("outcomes", "- id: teen_route\n", "- id: teens\n", "the outcome 'teen_route' has no", "1"),
    ("outcomes", "- id: teen_route\n", "- id: teens\n", "the rules know no outcome 'teens'", "+"),
    ("outcomes", "- id: dv_box", "- id: safety_box", "duplicate banner id 'safety_box'", "+"),
    (
        "outcomes",
        'why: "You checked none',
        'wy: "You checked none',
        "“why” of the rule 'no_signs' is missing",
        "+",
    ),
    ("outcomes", "outcome: teen_route", "outcome: teens", "'under_18' leads to no outcome", "+"),
    ("outcomes", 'text: ["If anyone', 'text: [], note: ["If anyone', "“text” of the banner", "+"),
    (  # a step with a number to call, or with words about danger, is never folded away
        "outcomes",
        "        lines: [line_211]\n",
        "        lines: [line_211]\n        later: true\n",
        "this one has numbers to call: take `later` out",
        "-2",
    ),
    (
        "outcomes",
        "Ask what comes after detox, so",
        "Call 911 for a seizure, so",
        "this one says “911”: take `later` out",
        "+",
    ),
    (
        "outcomes",
        "Ask what comes after detox, so",
        "Keep naloxone at home, so",
        "this one says “naloxone”: take `later` out",
        "+",
    ),
    ("outcomes", "        later: true", "        later: false", "`later` can only be true", "-3"),
    ("outcomes", "page: start/work.md", "page: [start/work.md]", "`page` must be one file", "-3"),
    ("examples", "feelings: [sleep, stress]", "feelings: [sad]", "no option 'sad'", "+"),
    ("examples", "feelings: [sleep, stress]", "mood: [sad]", "there is no question 'mood'", "+"),
    ("examples", "- id: teen\n", "- id: plan\n", "duplicate example id 'plan'", "+"),
    ("signs", "alias_of: su_detox_completed", "alias_of: su_detox", "'su_detox'", "+"),
    ("signs", "id: lc_home_chaotic,", "id: lc_home_unsafe,", "duplicate sign id", "+"),
    ("signs", "safety: watch", "safety: maybe", "“safety: maybe” of the sign", "+"),
]


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip[3][:40])
def test_a_slip_is_named_with_its_file_and_line_and_a_fix(project, issues_after, slip):
    name, old, new, says, line = slip
    before = (project / f"checker/{name}.yml").read_text("utf-8").partition(old)[0]
    expected = 1 if line == "1" else before.count("\n") + 1 + int(line.strip("+") or 0)
    found = [issue for issue in issues_after((name, old, new)) if says in issue]
    assert len(found) == 1
    where, fix = found[0].split(": ", maxsplit=1)
    assert where == f"checker/{name}.yml:{expected}"
    assert fix.count(". ") >= 1


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


def test_a_screen_too_many_is_a_issue(project, issues_after):
    text = (project / "checker/questionnaire.yml").read_text("utf-8")
    last = text[text.index("  - id: bring\n") :].replace("- id: ", "- id: more_")
    found = issues_after(("questionnaire", text[-200:], text[-200:] + "\n" + last))
    assert any("there are 17 screens" in issue for issue in found)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("signs: [\n", 2),
        ("a: 1\na: 2\n", 2),
        ("a:\n\t- b\n", 2),
        ("a: 1\n? [b]\n: 2\n", 2),
        ("a: &a [*a]\n", 1),
        ("a: !!python/name:os.system x\n", 1),
        ("a: \x00\n", 1),
    ],
)
def test_what_is_not_yaml_is_a_issue_with_its_line(tmp_path, text, line):
    (tmp_path / "some.yml").write_text(text, "utf-8")
    with pytest.raises(IssuesFound) as caught:
        yaml_source.load_or_raise(tmp_path / "some.yml", tmp_path)
    assert {(f.path.name, f.line) for f in caught.value.issues} == {("some.yml", line)}


def test_a_missing_file_and_one_that_is_no_text_are_issues_together(project):
    (project / "checker/outcomes.yml").unlink()
    (project / "checker/signs.yml").write_bytes(b"\xff")
    with pytest.raises(IssuesFound) as caught:
        compiler.compile_data(project)
    assert sorted(issue.path.name for issue in caught.value.issues) == ["outcomes.yml", "signs.yml"]


RAW: st.SearchStrategy[Any] = st.sampled_from(
    [None, "", "text", 0, True, [], ["a"], [{}], {}, {"a": 1}, {"id": []}]
)


def places(node, path=()):
    """Every place in nested data."""
    yield path
    if isinstance(node, dict | list):
        for key, value in node.items() if isinstance(node, dict) else enumerate(node):
            yield from places(value, (*path, key))


PLACES = {name: [path for path in places(file.data) if path] for name, file in READ.items()}


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.data())
def test_no_form_of_the_files_makes_the_checks_stumble(data):
    """Whatever stands in place of any part: a list of issues with lines, never a traceback."""
    read = copy.deepcopy(READ)
    name = data.draw(st.sampled_from(FILES))
    *above, key = data.draw(st.sampled_from(PLACES[name]))
    node = read[name].data
    for step in above:
        node = node[step]
    node[key] = data.draw(RAW)
    issues = consistency.check(*read.values())
    assert all(issue.line >= 1 and issue.fix for issue in issues)
    if not issues:
        data = {name: file.data for name, file in read.items()}
        compiler.compiled(data["signs"]["signs"], data["questionnaire"], data["outcomes"])


@pytest.mark.parametrize("raw", [None, "", 7, [], [1], {"screens": None}, {"screens": [None]}])
def test_a_file_that_is_something_else_is_a_issue(raw):
    for name in FILES:
        assert consistency.check(*(READ | {name: yaml_source.Located(raw)}).values())


def test_the_listed_ids_are_those_that_the_code_gives():
    assert tuple(rules.ROWS) == ids.OUTCOMES
    assert tuple(banner.id for banner in banners.BANNERS) == ids.BANNERS
    assert set(ids.WISHES) == sign_groups.HOME_TROUBLE | sign_groups.SUPPORT_WANTED | {
        sign_groups.STABLE,
        sign_groups.IOP_GOALS_MET,
    }
    named = {rule for rule, _, _ in findings.CONTRADICTIONS}
    assert set(ids.CONFLICTS) == named | {*("doing_well_or_not", "willing_or_not", "no_use_or_use")}
    assert set(ids.RULES) == set(model.RULES)  # and each is reached: test_enumeration.py
