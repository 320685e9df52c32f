"""A center's own questionnaire as FHIR: what a clinic's programs read."""

from __future__ import annotations

import json

from fhir.resources.R4B.bundle import Bundle
from fhirpathpy import evaluate

from checker import fhir, instruments
from checker.examples import EVERYONE
from tests.checker.own_instrument import HIGH, WALK, ask, keys
from tests.questionnaire.instrument_files import resource


def test_the_bundle_is_read_by_a_real_client_and_holds_the_total(offered):
    bundle = ask(EVERYONE | keys(HIGH))["fhir"]
    read = Bundle.model_validate(bundle)
    kinds = [entry.resource.get_resource_type() for entry in read.entry]
    assert kinds == [
        "Questionnaire",
        "QuestionnaireResponse",
        "QuestionnaireResponse",
        "Observation",
    ]

    def path(expression):
        return evaluate(bundle, expression)

    observation = "Bundle.entry.resource.where(resourceType='Observation')"
    assert path(f"{observation}.valueQuantity.value") == [11]
    assert path(f"{observation}.code.coding.code") == ["SW-TOTAL"]
    assert path(f"{observation}.interpretation.text") == ["many"]
    assert path(f"{observation}.referenceRange.low.value") == [0, 5]
    assert path(f"{observation}.referenceRange.high.value") == [15]
    assert offered["cutoff"]["source"] in path(f"{observation}.referenceRange.text")[1]
    names = path("Bundle.entry.fullUrl")
    assert path(f"{observation}.derivedFrom.reference") == [names[2]]


def test_the_response_has_the_groups_links_and_codes_of_the_centers_file(offered):
    assert offered
    bundle = ask(EVERYONE | keys(HIGH))["fhir"]
    response = bundle["entry"][2]["resource"]
    theirs = resource()
    assert response["questionnaire"] == f"{theirs['url']}|{theirs['version']}"
    shape = [
        (one["linkId"], [inner["linkId"] for inner in one.get("item", [])])
        for one in response["item"]
    ]
    assert shape == [
        ("week", ["walk", "/dark.1"]),
        ("rest", []),
        ("nights", ["awake", "why"]),
        ("alone", []),
        ("impact", []),
    ]
    options = {
        json.dumps(option["valueCoding"]["code"])
        for group in theirs["item"]
        for one in (group.get("item") or [group])
        for option in one.get("answerOption", [])
    }
    given_codes = evaluate(response, "QuestionnaireResponse.descendants().answer.valueCoding.code")
    assert given_codes
    assert {json.dumps(code) for code in given_codes} <= options
    rest = next(one for one in response["item"] if one["linkId"] == "rest")
    assert rest["answer"] == [{"valueBoolean": False}]


def test_an_unfinished_one_is_in_progress_and_has_no_observation(offered):
    assert offered
    entries = ask(EVERYONE | keys({WALK: 0}))["fhir"]["entry"]
    assert [entry["resource"]["resourceType"] for entry in entries[2:]] == ["QuestionnaireResponse"]
    assert entries[2]["resource"]["status"] == "in-progress"


def test_two_people_with_other_answers_have_files_of_other_names(own):
    def names(answers):
        said = instruments.instrument_result(own, answers, "weekly_may_be_enough")
        return [entry["fullUrl"] for entry in fhir.bundle(EVERYONE, "me", [(own, said)])["entry"]]

    assert names(HIGH) == names(HIGH)
    assert names(HIGH)[2:] != names(HIGH | {WALK: 1})[2:]
