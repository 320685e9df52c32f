"""The form as HTML: whole before any script, escaped, and readable without a program."""

from __future__ import annotations

import copy

import pytest
from bs4 import BeautifulSoup

from checker import sign_groups
from site_config.core import yaml_source
from site_config.questionnaire.compiler import compiled
from site_config.rendering import selfcheck_form
from site_config.rendering.selfcheck_form import form_html, screens
from site_config.settings import shared_data
from site_config.settings.center import DEFAULT
from tests.checker import roles

WITH_PHONE = DEFAULT.model_copy(update={"phone": "(555) 010-0000"})
VOICES = ("me", "them", "teen")
NEED_LEVEL = {"A": 3, "B": 2, "C": 1, None: 0}


@pytest.fixture(scope="session")
def data(root):
    """The questionnaire as people wrote it."""
    names = ("signs", "questionnaire", "outcomes")
    signs, asked, said = (
        yaml_source.load_or_raise(root / f"checker/{name}.yml", root) for name in names
    )
    return compiled(signs["signs"], asked, said) | {
        "minutes": {"me": 5.0, "them": 3.0},
        "sources": {},
        "review": {"reviewer": None},
    }


@pytest.fixture(scope="session")
def lines(root):
    return shared_data.crisis_lines(root)


def parsed(data, lines, center=DEFAULT):
    return BeautifulSoup(form_html(data, lines, center), "lxml").form


@pytest.fixture(scope="session")
def form(data, lines):
    return parsed(data, lines)


def template(form, name):
    """The content of a template: a selector on the whole form does not look into it."""
    return next(t for t in form.find_all("template") if t.get("data-template") == name)


def everything(form):
    """Every element, those in templates too."""
    return [form, *form.find_all(lambda _: True)]


def test_every_question_and_option_is_there_in_order(form, data):
    fieldsets = form.select("section[data-step] > fieldset[data-question]")
    assert [f["data-question"] for f in fieldsets] == [
        name for screen in data["screens"] for name in screen["questions"]
    ]
    asked = {question["id"]: question for question in data["questions"]}
    for fieldset in fieldsets:
        question = asked[fieldset["data-question"]]
        inputs = fieldset.find_all("input", recursive=False)
        assert [(i["name"], i["value"]) for i in inputs] == [
            (question["id"], option["id"]) for option in question["options"]
        ]
        assert {i["type"] for i in inputs} == {"radio" if question["kind"] == "one" else "checkbox"}


def test_each_input_is_followed_by_its_own_label(form):
    inputs = form.find_all("input")
    assert len({i["id"] for i in inputs}) == len(inputs)
    for field in inputs:
        label = field.find_next_sibling()
        assert label.name == "label"
        assert label["for"] == field["id"]


def test_a_dangerous_answer_has_the_panel_among_its_later_siblings(form, data):
    dangers = {(q["id"], o["id"]) for q in data["questions"] for o in q["options"] if o["danger"]}
    assert dangers
    marked = form.select("input[data-danger]")
    assert {(i["name"], i["value"]) for i in marked} == dangers
    for field in marked:
        panel = field.find_next_sibling(attrs={"data-crisis": True})
        assert {"tel:911", "tel:988", "sms:988"} <= {a["href"] for a in panel.find_all("a")}


def test_every_outcome_and_banner_is_in_the_page_in_every_voice(form, data):
    for kind in ("outcome", "banner"):
        for entry in data[f"{kind}s"]:
            piece = template(form, f"{kind}-{entry['id']}")
            assert piece.select_one(f"[data-{kind}={entry['id']}]"), entry["id"]
            words = piece.get_text()
            said = [entry, *entry.get("variants", [])]
            titles = [
                titled[part] for titled in said for part in ("title", "lead") if part in titled
            ]
            texts = [t for part in ("text", "next_steps", "meaning") for t in entry.get(part, [])]
            for text in titles + texts:
                assert all(text[voice] in words for voice in VOICES if voice in text)


def test_nothing_in_the_form_could_send_or_run_anything(form):
    assert form["autocomplete"] == "off"
    assert {"button", "template", "section", "a"} <= {e.name for e in everything(form)}
    for element in everything(form):
        names = set(element.attrs)
        assert not names & {"action", "method", "formaction", "style", "ping", "src"}
        assert not [name for name in names if name.startswith("on")]
        assert element.name not in {"script", "style", "img", "iframe"}
    assert {button["type"] for button in form.find_all("button")} == {"button"}


def test_what_people_wrote_is_escaped(data, lines):
    wild = copy.deepcopy(data)
    evil = '<img src=x onerror="alert(1)">'
    wild["questions"][0]["text"] = {"me": evil, "them": evil}
    wild["questions"][0]["options"][0]["text"] = {"me": evil, "them": f"{evil} too"}
    wild["outcomes"][0]["title"] = {"me": evil, "them": evil}
    form = parsed(wild, lines, DEFAULT.model_copy(update={"name": evil}))
    assert "img" not in {element.name for element in everything(form)}
    assert evil in form.fieldset.legend.get_text()
    assert template(form, "outcome-emergency_now").h2.span.string == evil


@pytest.mark.parametrize(
    ("signs", "least"),
    [
        (sign_groups.EMERGENCY, "A"),
        (
            (
                sign_groups.URGENT
                | sign_groups.QUIET_THOUGHTS
                | (sign_groups.WITHDRAWAL - {sign_groups.PRESCRIBED_SEDATIVE})
                | {sign_groups.STOPPED}  # without which prescribed pills are no risk
                | sign_groups.HIGHER
                | sign_groups.DOCTOR
                | {sign_groups.OPIOIDS_NOW}
            ),
            "B",
        ),
        ({sign_groups.USED_SINCE_DETOX}, "B"),
        (sign_groups.NEED, "C"),
    ],
)
def test_the_letters_are_never_calmer_than_the_rules(data, lines, signs, least):
    by_id = {line["id"]: line for line in lines}
    options = [
        option
        for screen in screens(data, by_id)
        for question in screen["questions"]
        for option in question["options"]
        if signs & set(option["present"])
    ]
    assert options
    calm = [o["id"] for o in options if NEED_LEVEL[o["mark"]] < NEED_LEVEL[least]]
    assert calm == []


def callers(form, outcome):
    """The links to the center's own number in one result."""
    return template(form, f"outcome-{outcome}").select("a[href='tel:5550100000']")


def test_the_centers_number_never_stands_alone(data, lines):
    assert callers(parsed(data, lines), "iop_assess") == []
    called = callers(parsed(data, lines, WITH_PHONE), "iop_assess")
    assert called
    for link in called:
        beside = link.find_parent("ul").find_all("a")
        assert any("findtreatment" in other["href"] for other in beside)


def test_without_a_neutral_site_there_is_no_button_to_leave(data, lines):
    assert parsed(data, lines).select("[data-action=leave]")
    assert not parsed(data, lines, DEFAULT.model_copy(update={"leave_url": None})).select(
        "[data-action=leave]"
    )


def test_the_page_about_privacy_calls_the_button_to_leave_by_its_name(form, root):
    name = form.select_one("[data-action=leave]").get_text()
    assert f'Use "{name}"' in (root / "content/about/privacy.md").read_text("utf-8")


def test_a_line_that_no_one_has_checked_is_not_named(data, lines):
    fewer = [line for line in lines if line["id"] != "dv_hotline"]
    number = next(line["call"] for line in lines if line["id"] == "dv_hotline")
    assert number in str(parsed(data, lines))
    assert number not in str(parsed(data, fewer))


def test_results_say_that_they_are_a_draft_until_a_clinician_has_signed(data, lines):
    signed = data | {"review": {"reviewer": {"name": "Someone", "credential": "LCSW"}}}
    sheets = [f"outcome-{outcome['id']}" for outcome in data["outcomes"]] + ["sheet"]
    for form, says in ((parsed(data, lines), True), (parsed(signed, lines), False)):
        assert {bool(template(form, name).select("[data-review]")) for name in sheets} == {says}


def test_a_number_is_read_as_people_read_it(form):
    named = template(form, "banner-pregnancy_box").select("a[href='sms:18338526262']")
    assert named
    assert all("1-833-852-6262" in str(link) for link in named)


def test_the_name_beside_988_does_not_repeat_the_number(form):
    beside = template(form, "banner-crisis_988").select("a[href='tel:988'] span")
    assert beside
    assert not [words for words in beside if "988" in str(words)]


TO_STAY_WITH_PROGRAM = roles.OUTCOMES[: roles.OUTCOMES.index("stay_with_program") + 1]


@pytest.mark.parametrize("outcome", TO_STAY_WITH_PROGRAM)
def test_beside_danger_the_center_does_not_advertise(data, lines, outcome):
    assert callers(parsed(data, lines, WITH_PHONE), outcome) == []


def test_a_step_that_a_rule_on_violence_brings_is_kept_from_paper(form, data):
    rules = {rule["id"] for rule in data["rules"] if "violence" in rule["id"]}
    assert rules
    for outcome in data["outcomes"]:
        steps = template(form, f"outcome-{outcome['id']}").select(".next-steps > li")
        for step, shown in zip(outcome["next_steps"], steps, strict=True):
            if rules & {*step.get("if_rule", ())}:
                assert shown.has_attr("data-private"), shown.get_text()


def test_what_speaks_of_the_page_itself_is_marked_to_stay_off_paper(form, data):
    for outcome in data["outcomes"]:
        shown = template(form, f"outcome-{outcome['id']}").select(".next-steps > li")
        marked = [step.has_attr("data-screen-only") for step in shown]
        assert marked == [step.get("screen_only", False) for step in outcome["next_steps"]]
        assert outcome["id"] not in {"urgent_same_day", "teen_route"} or any(marked)


def test_where_to_ask_names_the_countys_own_line_where_the_state_has_one(data, lines):
    fact = {"text": "Here, the [1-800-555-0100](tel:18005550100) line answers.", "source": "x"}
    nearby = selfcheck_form.local_help({"la_help_line": fact, "another": fact})
    speak = {"en": selfcheck_form.Spoken(str, None, nearby)}
    assert form_html(data, lines, DEFAULT, speak=speak).count('href="tel:18005550100"') == 13
    assert "555-0100" not in form_html(data, lines, DEFAULT)


def test_new_voices_get_the_team_that_the_state_has_and_no_other_step_does(data, lines):
    fact = {"text": "A team comes: [1-800-555-0100](tel:18005550100).", "source": "x"}
    told = selfcheck_form.step_facts({"la_team": fact, "another": fact})
    speak = {"en": selfcheck_form.Spoken(str, step_facts=told)}
    form = BeautifulSoup(form_html(data, lines, DEFAULT, speak=speak), "lxml")
    links = form.find_all("a", href="tel:18005550100")
    steps = [str(link.find_parent("li")) for link in links]
    assert [step for step in steps if "No ride?" not in step] == []
    assert len(steps) == 1
    assert "555-0100" not in form_html(data, lines, DEFAULT)
