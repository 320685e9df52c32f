"""The file to take along: HL7 FHIR R4, valid against the published schema, and nothing more."""

from __future__ import annotations

import json
import subprocess

import pytest
from hypothesis import given, settings

from checker import fhir
from checker.model import EVERYONE, OUTCOMES, QUESTIONS
from checker.responses import shown
from scripts.random_cases import corpus, person
from tests.checker.strategies import responses


def resources(form, voice="me"):
    questionnaire, response = (entry["resource"] for entry in fhir.bundle(form, voice)["entry"])
    return questionnaire, response


def items(resource):
    """The questions in it, without the groups around them."""
    return [item for group in resource.get("item", []) for item in group["item"]]


@pytest.fixture(scope="module")
def issues_of(root):
    """What the schema finds wrong in each of some resources."""

    def issues_of(found):
        command = ["node", str(root / "tests/checker/fhir_issues.mjs")]
        text = json.dumps(found)
        done = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
        return json.loads(done.stdout)

    return issues_of


def test_every_file_is_valid_against_the_published_schema(issues_of, engine_data):
    people = list(corpus(person, 3, 30, engine_data))
    bundles = [fhir.bundle(form, voice) for form in people for voice in ("me", "them", "teen")]
    assert issues_of([fhir.bundle({}, "me"), *bundles]) == [[]] * 91


def test_the_schema_would_find_a_issue(issues_of):
    bundle = fhir.bundle(EVERYONE, "me")
    del bundle["entry"][1]["resource"]["status"]
    bundle["entry"][0]["resource"]["item"][0]["type"] = "picture"
    assert issues_of([bundle])[0]


@settings(max_examples=60)
@given(responses())
def test_it_holds_what_was_answered_and_refers_to_the_questions(form):
    questionnaire, response = resources(form)
    known = {item["linkId"]: item for item in items(questionnaire)}
    answered = {item["linkId"].partition("/")[2]: item for item in items(response)}
    asked = {name for name, chosen in form.items() if chosen and shown(QUESTIONS[name], form)}
    assert set(answered) == asked
    for name, item in answered.items():
        codes = [answer["valueCoding"]["code"] for answer in item["answer"]]
        assert sorted(codes) == sorted(form[name])
        offered = known[item["linkId"]]["answerOption"]
        assert all({"valueCoding": a["valueCoding"]} in offered for a in item["answer"])


def test_every_link_is_unique_and_conditions_name_earlier_questions():
    questionnaire, _ = resources({})
    groups = [group["linkId"] for group in questionnaire["item"]]
    links = [item["linkId"] for item in items(questionnaire)]
    assert len({*groups, *links}) == len(groups) + len(links)
    for item in items(questionnaire):
        for condition in item.get("enableWhen", []):
            assert links.index(condition["question"]) < links.index(item["linkId"])
            offered = items(questionnaire)[links.index(condition["question"])]["answerOption"]
            assert {"valueCoding": condition["answerCoding"]} in offered


def test_what_a_form_asks_conditionally_the_file_asks_conditionally():
    questionnaire, _ = resources({})
    conditional = {i["linkId"].partition("/")[2] for i in items(questionnaire) if "enableWhen" in i}
    assert conditional == {name for name, question in QUESTIONS.items() if question.shown_if}


def test_the_response_names_the_questionnaire_and_no_person_time_or_outcome():
    questionnaire, response = resources(EVERYONE)
    assert response["questionnaire"] == f"{questionnaire['url']}|{questionnaire['version']}"
    assert set(response) == {"resourceType", "language", "questionnaire", "status", "item"}
    text = json.dumps(fhir.bundle(EVERYONE, "me"))
    assert not any(f'"{outcome}"' in text for outcome in OUTCOMES)


def test_a_loved_ones_file_speaks_of_them():
    questionnaire, _ = resources({}, "them")
    asked = {item["linkId"].partition("/")[2]: item["text"] for item in items(questionnaire)}
    assert asked["thoughts"] == QUESTIONS["thoughts"].text["them"]


def test_files_of_two_people_have_names_of_their_own():
    """Stored side by side, neither overwrites the other; the same answers keep the same name."""
    one, other = EVERYONE, EVERYONE | {"feelings": ["sleep"]}
    names = [
        [entry["fullUrl"] for entry in fhir.bundle(form, "me")["entry"]]
        for form in (one, other, one)
    ]
    assert names[0] == names[2]
    assert names[0][0] == names[1][0]
    assert names[0][1] != names[1][1]
