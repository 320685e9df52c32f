"""The file to take along: HL7 FHIR R4, valid against the published schema, and nothing more."""

from __future__ import annotations

import json

from fhir.resources.R4B.questionnaire import Questionnaire
from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse
from fhirpathpy import evaluate as fhirpath
from hypothesis import given, settings

from checker import fhir, ids
from checker.examples import EVERYONE
from checker.model import OUTCOMES, QUESTIONS
from checker.responses import shown
from scripts.random_cases import corpus, person
from tests.checker.fhir_schema import schema_issues
from tests.checker.strategies import responses


def resources(form, voice="me"):
    questionnaire, response = (entry["resource"] for entry in fhir.bundle(form, voice)["entry"])
    return questionnaire, response


def items(resource):
    """The questions in it, without the groups around them."""
    return [item for group in resource.get("item", []) for item in group["item"]]


def test_every_file_is_valid_against_the_published_schema(engine_data):
    people = list(corpus(person, 3, 30, engine_data))
    bundles = [fhir.bundle(form, voice) for form in people for voice in ("me", "them", "teen")]
    assert schema_issues([fhir.bundle({}, "me"), *bundles]) == [[]] * 91


def test_the_schema_would_find_a_issue():
    bundle = fhir.bundle(EVERYONE, "me")
    del bundle["entry"][1]["resource"]["status"]
    bundle["entry"][0]["resource"]["item"][0]["type"] = "picture"
    assert schema_issues([bundle])[0]


@settings(max_examples=60)
@given(responses())
def test_it_holds_what_was_answered_and_refers_to_the_questions(form):
    questionnaire, _ = resources(form)
    response = fhir.whole_response(form, "me")["resource"]
    known = {item["linkId"]: item for item in items(questionnaire)}
    answered = {item["linkId"].partition("/")[2]: item for item in items(response)}
    asked = {name for name, chosen in form.items() if chosen and shown(QUESTIONS[name], form)}
    assert set(answered) == asked
    for name, item in answered.items():
        codes = [answer["valueCoding"]["code"] for answer in item["answer"]]
        assert sorted(codes) == sorted(form[name])
        offered = [one["valueCoding"] for one in known[item["linkId"]]["answerOption"]]
        assert all(answer["valueCoding"] in offered for answer in item["answer"])


@settings(max_examples=60)
@given(responses())
def test_the_bundle_tells_nobody_whether_a_private_answer_was_given(form):
    private = {q.id for q in QUESTIONS.values() if q.screen == "violence"} | {"home_safe"}
    without = {name: chosen for name, chosen in form.items() if name not in private}
    assert fhir.bundle(form, "me") == fhir.bundle(without, "me")


def test_what_is_kept_private_is_still_asked_under_these_names():
    """A question that is renamed would go into the file without a word."""
    assert set(QUESTIONS) >= ids.PRIVATE_QUESTIONS
    assert ids.PRIVATE_SCREEN in {question.screen for question in QUESTIONS.values()}


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
    conditional = {
        item["linkId"].partition("/")[2]
        for group in questionnaire["item"]
        for item in group["item"]
        if "enableWhen" in item or "enableWhen" in group
    }
    wanted = {n for n, question in QUESTIONS.items() if question.shown_if or question.only_for}
    assert conditional == wanted


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


# --- the check itself, for programs that render a Questionnaire -----------------------------


def enabled(resource, form):
    """What a client of FHIR asks after these answers, by the rules of `enableWhen` alone."""
    given: dict[str, set[str]] = {}
    asked = set()

    def holds(item):
        tests = [
            (test["answerCoding"]["code"] in given.get(test["question"], set()))
            is (test["operator"] == "=")
            for test in item.get("enableWhen", [])
        ]
        return not tests or (all if item["enableBehavior"] == "all" else any)(tests)

    for group in resource["item"]:
        for item in group["item"] if holds(group) else []:
            if holds(item):
                name = item["linkId"].partition("/")[2]
                asked.add(name)
                given[item["linkId"]] = set(form.get(name, []))
    return asked


@settings(max_examples=200)
@given(responses())
def test_a_client_of_fhir_asks_what_the_form_asks(form):
    wanted = {name for name, question in QUESTIONS.items() if shown(question, form)}
    assert enabled(fhir.questionnaire("me"), form) == wanted


@settings(max_examples=40)
@given(responses())
def test_the_saved_response_names_the_questionnaire_and_fits_it(form):
    """By a real client: links and groups, kinds and codes, only what is asked."""
    published = Questionnaire.model_validate(fhir.questionnaire("me"))
    raw = fhir.response(form, "me")
    QuestionnaireResponse.model_validate(raw)
    assert raw["questionnaire"] == f"{published.url}|{published.version}"
    groups = {group.linkId: group for group in published.item}
    asked = enabled(fhir.questionnaire("me"), form)
    for group in raw.get("item", []):
        known = {item.linkId: item for item in groups[group["linkId"]].item}
        for item in group["item"]:
            offered = {one.valueCoding.code for one in known[item["linkId"]].answerOption}
            codes = [answer["valueCoding"]["code"] for answer in item["answer"]]
            assert set(codes) <= offered
            assert known[item["linkId"]].repeats or len(codes) == 1
            assert item["linkId"].partition("/")[2] in asked


def test_none_of_these_stands_alone():
    exclusive = fhirpath(
        fhir.questionnaire("me"),
        "Questionnaire.item.item.where(repeats = true).answerOption"
        f".where(extension.where(url = '{fhir.EXCLUSIVE}').exists()).valueCoding.code",
    )
    wanted = [
        option.id
        for question in QUESTIONS.values()
        for option in question.options
        if question.kind == "many" and option.exclusive
    ]
    assert exclusive == wanted
