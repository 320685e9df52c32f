"""The self-check as a FHIR Questionnaire in several languages, and in the built site."""

from __future__ import annotations

import json

from checker import fhir
from site_config.questionnaire import check_as_fhir
from site_config.questionnaire.instrument_texts import translations
from tests.checker.fhir_schema import schema_issues


def test_the_resource_alone_is_valid_and_can_hold_two_languages():
    spanish = check_as_fhir.with_translations(
        fhir.questionnaire("me"), {"es": lambda words: f"{words} (es)"}
    )
    assert schema_issues([fhir.questionnaire("me"), spanish]) == [[], []]
    group = spanish["item"][0]["item"][0]
    assert translations(group, "text") == {"es": f"{group['text']} (es)"}
    coding = group["answerOption"][0]["valueCoding"]
    assert translations(coding, "display") == {"es": f"{coding['display']} (es)"}


def test_a_built_site_has_it(built_site):
    found = json.loads((built_site / check_as_fhir.ADDRESS).read_text("utf-8"))
    assert found == fhir.questionnaire("me")


def test_what_nobody_reads_is_not_translated():
    part = {
        "text": "How old?",
        "code": "How old?",
        "enableWhen": [{"answerCoding": {"display": "Yes"}}],
        "item": [{"text": "Why?"}],
    }
    said = check_as_fhir.with_translations(part, {"es": str.upper})
    assert translations(said, "text") == {"es": "HOW OLD?"}
    assert translations(said["item"][0], "text") == {"es": "WHY?"}
    assert (said["code"], said["enableWhen"]) == (part["code"], part["enableWhen"])
    assert check_as_fhir.with_translations(part, {}) == part
