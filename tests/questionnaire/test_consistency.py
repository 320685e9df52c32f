"""The parts of the four files fit together; whatever stands in them, the checks say where."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_config.core import yaml_source
from site_config.questionnaire import compiler, consistency
from tests.questionnaire.engine_yaml import FILES, READ

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
    ("questionnaire", "- {id: me,", "- {id: yes,", "“id” of the option True is read as yes", "+"),
    (
        "questionnaire",
        '{me: "How old are you?"',
        '{you: "How old are you?"',
        "`me` is missing",
        "+",
    ),
    ("questionnaire", "none_paper: Said", "# Said", "“None of these” alone", "+25"),
    ("outcomes", "- id: teen_route\n", "- id: teens\n", "the outcome 'teen_route' has no", "1"),
    ("outcomes", "- id: teen_route\n", "- id: teens\n", "the rules know no outcome 'teens'", "+"),
    ("outcomes", "- id: dv_box", "- id: safety_box", "duplicate banner id 'safety_box'", "+"),
    (
        "outcomes",
        'why: "None of these',
        'wy: "None of these',
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
    ("outcomes", "        later: true", "        later: false", "`later` can only be true", "-4"),
    ("outcomes", "page: start/work.md", "page: [start/work.md]", "`page` must be one file", "-3"),
    ("examples", "feelings: [sleep, stress]", "feelings: [sad]", "no option 'sad'", "+"),
    ("examples", "feelings: [sleep, stress]", "mood: [sad]", "there is no question 'mood'", "+"),
    ("examples", "- id: teen\n", "- id: plan\n", "duplicate example id 'plan'", "+"),
    ("signs", "alias_of: su_detox_completed", "alias_of: su_detox", "'su_detox'", "+"),
    ("signs", "id: lc_home_chaotic,", "id: lc_home_unsafe,", "duplicate sign id", "+"),
    ("signs", "safety: watch", "safety: maybe", "“safety: maybe” of the sign", "+"),
]


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip[3][:40])
def test_a_slip_is_named_with_its_file_and_line_and_a_fix(engine_files, issues_after, slip):
    name, old, new, says, line = slip
    before = (engine_files / f"checker/{name}.yml").read_text("utf-8").partition(old)[0]
    expected = 1 if line == "1" else before.count("\n") + 1 + int(line.strip("+") or 0)
    found = [issue for issue in issues_after((name, old, new)) if says in issue]
    assert len(found) == 1
    where, fix = found[0].split(": ", maxsplit=1)
    assert where == f"checker/{name}.yml:{expected}"
    assert fix.count(". ") >= 1


def test_a_screen_too_many_is_a_issue(engine_files, issues_after):
    text = (engine_files / "checker/questionnaire.yml").read_text("utf-8")
    last = text[text.index("  - id: bring\n") :].replace("- id: ", "- id: more_")
    found = issues_after(("questionnaire", text[-200:], text[-200:] + "\n" + last))
    assert any("there are 17 screens" in issue for issue in found)


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
