"""Scoring of a center's own questionnaire, by table; it never changes what the check says."""

from __future__ import annotations

import json
import shutil

import pytest
from fhir.resources.R4B.bundle import Bundle
from fhirpathpy import evaluate
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import browser_api, fhir, instruments
from checker.findings import InputError
from checker.model import EVERYONE, EXAMPLES
from site_config.questionnaire import instruments as files
from tests.checker.strategies import responses
from tests.questionnaire.instrument_files import NAME, drop_in, resource

WALK, DARK, REST, AWAKE, WHY, ALONE, IMPACT = map(str, range(1, 8))
CALM = "weekly_may_be_enough"


@pytest.fixture(scope="module")
def own(root, tmp_path_factory):
    """The made-up instrument as the build hands it to the engine."""
    project = tmp_path_factory.mktemp("own")
    (project / "content/_data").mkdir(parents=True)
    shutil.copy(root / "content/_data/crisis_lines.yml", project / "content/_data")
    (project / "node_modules").symlink_to(root / "node_modules")
    drop_in(project)
    ((one,), _) = files.load(project)
    return one


@pytest.fixture
def offered(own, monkeypatch):
    """A site that has the instrument."""
    monkeypatch.setattr(instruments, "INSTRUMENTS", [own])
    return own


# Answers as places of options; then state, total, the band's name, and how many are open.
TABLE = [
    ({}, "open", None, None, 4),
    ({WALK: 2, DARK: 0, REST: 0, IMPACT: 0}, "finished", 0, "few", 0),
    ({WALK: 2, DARK: 0, REST: 0}, "finished", 0, "few", 1),  # what is not scored may stay open
    ({WALK: 2, DARK: 0}, "unfinished", None, None, 2),
    ({IMPACT: 1}, "unfinished", None, None, 3),
    ({WALK: 0, DARK: 0, REST: 0}, "finished", 2, "few", 1),
    ({WALK: 0, DARK: 1, REST: 0}, "unfinished", None, None, 2),  # opened one more
    ({WALK: 0, DARK: 1, REST: 0, ALONE: 1}, "finished", 3, "few", 1),
    ({WALK: 0, DARK: 1, REST: 0, ALONE: 0}, "finished", 6, "some", 1),
    ({WALK: 2, DARK: 0, REST: 1, AWAKE: 0}, "finished", 2, "few", 1),  # awake: never asks no why
    ({WALK: 2, DARK: 0, REST: 1, AWAKE: 1}, "unfinished", None, None, 2),
    ({WALK: 2, DARK: 0, REST: 1, AWAKE: 1, WHY: 0}, "finished", 4, "few", 1),
    ({WALK: 1, DARK: 0, REST: 1, AWAKE: 1, WHY: 0}, "finished", 5, "some", 1),
    ({WALK: 0, DARK: 2, REST: 1, AWAKE: 2, WHY: 1, ALONE: 0}, "finished", 15, "many", 1),
    # answers to what is no longer asked count nowhere, and open nothing
    ({WALK: 2, DARK: 0, REST: 0, AWAKE: 2, WHY: 1, ALONE: 0}, "finished", 0, "few", 1),
    ({WALK: 2, DARK: 0, REST: 1, AWAKE: 0, WHY: 1}, "finished", 2, "few", 1),
]


@pytest.mark.parametrize("row", TABLE)
def test_the_total_is_the_sum_of_what_is_asked(own, row):
    answers, *wanted = row
    said = instruments.outcome_of(own, answers, CALM)
    band = None if said["band"] is None else own["bands"][said["band"]]["name"]
    assert [said["state"], said["total"], band, said["skipped"]] == wanted


@pytest.mark.parametrize(
    ("total", "outcome", "worth"),
    [
        (4, CALM, False),
        (5, CALM, True),
        (5, "maintain_step_down", True),
        (5, "stay_with_program", True),
        (5, "iop_assess", False),
        (5, "iop_supports_missing", False),
        (5, "not_enough_answers", False),
        (5, "opioid_medicine_first", False),
    ],
)
def test_from_the_cutoff_on_a_calm_result_adds_worth_an_assessment(own, total, outcome, worth):
    answers = {DARK: 0, REST: 1, AWAKE: 1, WHY: 0, WALK: 2 if total == 4 else 1}
    said = instruments.outcome_of(own, answers, outcome)
    assert (said["total"], said["worth"]) == (total, worth)


@pytest.mark.parametrize(
    ("answers", "danger"),
    [
        ({DARK: 1}, False),
        ({DARK: 2}, True),
        ({DARK: 1, ALONE: 0}, True),
        ({DARK: 1, ALONE: 1}, False),
        ({DARK: 0, ALONE: 0}, False),  # not asked any more
    ],
)
def test_a_safety_answer_is_known_before_the_end(own, answers, danger):
    said = instruments.outcome_of(own, answers, CALM)
    assert said["state"] == "unfinished"
    assert said["danger"] is danger


def keys(answers):
    return {f"{NAME}/{item}": [str(place)] for item, place in answers.items()}


@pytest.mark.parametrize(
    "wrong",
    [
        {"other/1": ["0"]},
        {f"{NAME}/99": ["0"]},
        {f"{NAME}/1": ["9"]},
        {f"{NAME}/1": ["-1"]},
        {f"{NAME}/1": ["0", "1"]},
        {f"{NAME}/1": [0]},
        {f"{NAME}/1": "0"},
        {f"{NAME}/": ["0"]},
    ],
)
def test_what_is_no_answer_is_refused(own, wrong):
    with pytest.raises(InputError):
        instruments.read_answers(wrong, [own])
    said = json.loads(browser_api.result(json.dumps({"responses": wrong})))
    assert set(said) == {"error"}


def ask(form):
    return json.loads(browser_api.result(json.dumps({"responses": form})))


SCORES = st.dictionaries(st.sampled_from(list("1234567")), st.integers(0, 1))
ADDED = ("instruments", "fhir")


@settings(max_examples=60)
@given(form=responses(), answers=SCORES)
def test_it_never_changes_what_the_check_says(own, form, answers):
    without = ask(form)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(instruments, "INSTRUMENTS", [own])
        beside = ask(form | keys(answers))
    assert {n: v for n, v in beside.items() if n not in ADDED} == {
        n: v for n, v in without.items() if n not in ADDED
    }
    assert beside["fhir"]["entry"][:2] == without["fhir"]["entry"]
    taken = beside["audience"] == "me" and beside["outcome"] in instruments.OFFERED_AFTER
    assert ("instruments" in beside) == taken


def test_without_an_instrument_nothing_is_added():
    assert "instruments" not in ask(EVERYONE)
    assert len(ask(EVERYONE)["fhir"]["entry"]) == 2


HIGH = {WALK: 0, DARK: 1, REST: 1, AWAKE: 2, WHY: 1, ALONE: 1, IMPACT: 1}


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


def test_rows_1_to_7_and_others_than_adults_for_themselves_have_none(offered):
    assert offered
    for made_up in EXAMPLES:
        said = ask(EVERYONE | made_up["answers"] | keys(HIGH))
        wanted = said["audience"] == "me" and said["outcome"] in instruments.OFFERED_AFTER
        assert ("instruments" in said) == wanted
        assert len(said["fhir"]["entry"]) == (4 if wanted else 2)


def test_two_people_with_other_answers_have_files_of_other_names(own):
    def names(answers):
        said = instruments.outcome_of(own, answers, CALM)
        return [entry["fullUrl"] for entry in fhir.bundle(EVERYONE, "me", [(own, said)])["entry"]]

    assert names(HIGH) == names(HIGH)
    assert names(HIGH)[2:] != names(HIGH | {WALK: 1})[2:]


def chain():
    """Three items; each of the last two is asked only after the first option of the one before."""
    before = [None, "1", "2"]
    return [
        {
            "id": str(number),
            "scored": True,
            "options": [{"score": 1, "danger": False}, {"score": 0, "danger": False}],
            "when": [
                {"behavior": "all", "tests": [{"item": other, "options": [0], "not": False}]}
                for other in [before[number - 1]]
                if other
            ],
        }
        for number in (1, 2, 3)
    ]


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ({"1": 0, "2": 0, "3": 0}, ["1", "2", "3"]),
        ({"1": 0, "2": 1, "3": 0}, ["1", "2"]),
        ({"1": 1, "2": 0, "3": 0}, ["1"]),
        ({"2": 0, "3": 0}, ["1"]),
    ],
)
def test_an_answer_that_is_no_longer_asked_for_opens_no_other(answers, asked):
    own = {"items": chain()}
    assert [item["id"] for item, _ in instruments.counted(own, answers)] == asked
