"""A slip in the FHIR file of a center's own questionnaire is named with its line and fix."""

from __future__ import annotations

import pytest

from site_config.questionnaire import instruments
from tests.questionnaire.instrument_files import (
    FHIR,
    drop_in,
    issues,
    item,
    known_to_the_schema,
    resource,
    write,
)


def test_conditions_of_an_item_and_of_its_group_both_hold(project):
    drop_in(project)
    (own,), _ = instruments.load(project)
    why = next(one for one in own["items"] if one["link"] == "why")
    assert why["when"] == [
        {"behavior": "all", "tests": [{"item": "3", "options": [1], "not": False}]},
        {
            "behavior": "all",
            "tests": [
                {"item": "4", "options": [0, 1, 2], "not": False},
                {"item": "4", "options": [0], "not": True},
            ],
        },
    ]


def option(fhir, link, place):
    return item(fhir, link)["answerOption"][place]


def no_score(fhir):
    del option(fhir, "walk", 1)["valueCoding"]["extension"]


def half_a_score(fhir):
    option(fhir, "walk", 1)["valueCoding"]["extension"][0]["valueDecimal"] = 0.5


def option_twice(fhir):
    item(fhir, "walk")["answerOption"].append(option(fhir, "walk", 0))


def link_twice(fhir):
    item(fhir, "rest")["linkId"] = "walk"


def an_open_text(fhir):
    item(fhir, "rest")["type"] = "text"


def repeats(fhir):
    item(fhir, "walk")["repeats"] = True


def value_set(fhir):
    del item(fhir, "walk")["answerOption"]
    item(fhir, "walk")["answerValueSet"] = "https://example.org/fhir/ValueSet/often"


def condition_on_nothing(fhir):
    item(fhir, "nights")["enableWhen"][0]["question"] = "later"


def condition_on_no_answer(fhir):
    item(fhir, "alone")["enableWhen"][0]["answerCoding"]["code"] = "nobody"


def condition_by_size(fhir):
    item(fhir, "alone")["enableWhen"][0]["operator"] = ">"


def conditions_without_behavior(fhir):
    del item(fhir, "alone")["enableBehavior"]


def half_translated(fhir):
    del item(fhir, "walk")["_text"]


def no_words(fhir):
    del item(fhir, "rest")["text"]


def no_address(fhir):
    del fhir["url"]


def below_a_question(fhir):
    item(fhir, "walk")["item"] = [{"linkId": "below", "type": "boolean", "text": "And?"}]


def beforehand(fhir):
    option(fhir, "walk", 0)
    item(fhir, "rest")["initial"] = [{"valueBoolean": True}]


def condition_on_display(fhir):
    item(fhir, "hint")["enableWhen"] = item(fhir, "nights")["enableWhen"]


def integers(fhir):
    item(fhir, "walk")["answerOption"] = [{"valueInteger": 1}, {"valueInteger": 2}]


WRONG_FILES = {
    no_score: "score of “Some days” of the item “walk” is missing",
    half_a_score: "score isn't one whole number",
    option_twice: "“Never” is there twice",
    link_twice: "linkId “walk” is there twice",
    an_open_text: "items of type “text” aren't supported",
    repeats: "more than one answer",
    value_set: "options from a value set",
    condition_on_nothing: "no earlier item “later”",
    condition_on_no_answer: "an answer that nobody can give",
    condition_by_size: "operator “>”",
    conditions_without_behavior: "how the conditions go together",
    half_translated: "no translation into “es”",
    no_words: "no `text`",
    no_address: "no `url`",
    below_a_question: "items below a question",
    beforehand: "given beforehand",
    condition_on_display: "`enableWhen` aren't supported",
    integers: "no coding",
}


@pytest.mark.parametrize(
    ("slip", "says"), WRONG_FILES.items(), ids=lambda v: getattr(v, "__name__", "")
)
def test_a_slip_in_the_fhir_file_is_named_with_its_line_and_fix(project, slip, says):
    fhir = resource()
    slip(fhir)
    write(project, fhir)
    known_to_the_schema(project)
    wrong = issues(project)
    found = [issue for issue in wrong if says in issue.what[0].lower() + issue.what[1:]]
    assert found, list(map(str, wrong))
    assert found[0].path.as_posix() == FHIR
    assert found[0].fix
    if slip is not no_address:
        assert found[0].line > 1


def test_the_line_is_that_of_the_option(project):
    fhir = resource()
    no_score(fhir)
    write(project, fhir)
    (found,) = issues(project)
    rows = (project / FHIR).read_text("utf-8").splitlines()
    below = "\n".join(rows[found.line - 1 : found.line + 5])
    assert '"code": "some"' in below
