"""The responses as HL7 FHIR R4, for a clinic that can read them: a Questionnaire and its
QuestionnaireResponse in one Bundle. No outcome, no name, no date of birth, no time.
"""

from __future__ import annotations

import json
import uuid
from typing import Any

from checker.explain import say
from checker.model import QUESTIONS, SCREENS, VERSION, Option, Question
from checker.responses import Responses, chosen_options
from checker.translations import spoken

# A fixed name for each version of the questionnaire; it points to no server.
CANONICAL = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, f'iop-self-check/{VERSION}')}"

Json = dict[str, Any]


def bundle(responses: Responses, voice: str) -> Json:
    """A FHIR R4 Bundle of type collection with the Questionnaire and the QuestionnaireResponse."""
    answered = response(responses, voice)
    return {
        "resourceType": "Bundle",
        "type": "collection",
        "entry": [
            {"fullUrl": CANONICAL, "resource": questionnaire(voice)},
            {"fullUrl": _name_of(answered), "resource": answered},
        ],
    }


def _name_of(resource: Json) -> str:
    """A name made from the content: other answers never overwrite these where both are stored."""
    content = json.dumps(resource, sort_keys=True)
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, content)}"


def questionnaire(voice: str) -> Json:
    """The whole questionnaire as a FHIR R4 Questionnaire, one group a screen."""
    return {
        "resourceType": "Questionnaire",
        "language": spoken(),
        "url": CANONICAL,
        "version": VERSION,
        "status": "draft",
        "subjectType": ["Patient"],
        "item": [
            {
                "linkId": screen["id"],
                "type": "group",
                "text": say(screen["title"], voice),
                "item": [_item(QUESTIONS[name], voice) for name in screen["questions"]],
            }
            for screen in SCREENS
        ],
    }


def response(responses: Responses, voice: str) -> Json:
    """What was answered, as a FHIR R4 QuestionnaireResponse. A skipped question is left out."""
    groups = []
    for screen in SCREENS:
        items = []
        for name in screen["questions"]:
            question = QUESTIONS[name]
            if chosen := chosen_options(question, responses):
                answers = [{"valueCoding": _coding(option, voice)} for option in chosen]
                text = say(question.text, voice)
                items.append({"linkId": _link(question), "text": text, "answer": answers})
        if items:
            title = say(screen["title"], voice)
            groups.append({"linkId": screen["id"], "text": title, "item": items})
    answered: Json = {
        "resourceType": "QuestionnaireResponse",
        "language": spoken(),
        "questionnaire": f"{CANONICAL}|{VERSION}",
        "status": "completed",
    }
    return {**answered, "item": groups} if groups else answered  # FHIR has no empty lists


def _item(question: Question, voice: str) -> Json:
    item: Json = {
        "linkId": _link(question),
        "type": "choice",
        "text": say(question.text, voice),
        "repeats": question.kind == "many",
        "answerOption": [{"valueCoding": _coding(option, voice)} for option in question.options],
    }
    if question.shown_if:
        before = QUESTIONS[question.shown_if["question"]]
        item["enableBehavior"] = "any"
        item["enableWhen"] = [
            {
                "question": _link(before),
                "operator": "=",
                "answerCoding": _coding(option, voice),
            }
            for option in before.options
            if option.id in question.shown_if["options"]
        ]
    return item


def _link(question: Question) -> str:
    """A screen and its question may share an id; FHIR wants every linkId once."""
    return f"{question.screen}/{question.id}"


def _coding(option: Option, voice: str) -> Json:
    return {"code": option.id, "display": say(option.text, voice)}
