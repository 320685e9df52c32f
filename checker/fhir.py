"""The responses as HL7 FHIR R4, for a clinic that can read them: a Questionnaire and its
QuestionnaireResponse in one Bundle. No outcome, no name, no date of birth, no time.
"""

from __future__ import annotations

import json
import uuid
from typing import TYPE_CHECKING, Any

from checker import ids, instrument_fhir
from checker.explain import say
from checker.model import QUESTIONS, SCREENS, VERSION, Option, Question
from checker.responses import Responses, chosen_options
from checker.translations import spoken

if TYPE_CHECKING:
    from collections.abc import Iterable

# A fixed name for each version of the questionnaire; it points to no server.
CANONICAL = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, f'iop-self-check/{VERSION}')}"
EXCLUSIVE = "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive"

Json = dict[str, Any]


def bundle(responses: Responses, voice: str, taken: Iterable[tuple[Json, Json]] = ()) -> Json:
    """A FHIR R4 Bundle of type collection: the Questionnaire and a QuestionnaireResponse.

    Private answers (violence, and whether home is safe) are left out: see `whole_response`.
    `taken` are the center's own questionnaires with what came of each: those that have an answer
    add their QuestionnaireResponse and, when they are finished, an Observation with the total.
    """
    shared = {name: chosen for name, chosen in responses.items() if not _is_private(name)}
    found = [_entry(questionnaire(voice), CANONICAL), whole_response(shared, voice)]
    for instrument, said in taken:
        if said["answers"]:
            found.append(_entry(instrument_fhir.response(instrument, said)))
        if said["total"] is not None:
            answered = found[-1]["fullUrl"]
            found.append(_entry(instrument_fhir.observation(instrument, said, answered)))
    return {"resourceType": "Bundle", "type": "collection", "entry": found}


def _is_private(question: str) -> bool:
    screen = QUESTIONS[question].screen
    return screen == ids.PRIVATE_SCREEN or question in ids.PRIVATE_QUESTIONS


def _entry(resource: Json, name: str = "") -> Json:
    return {"fullUrl": name or _name_of(resource), "resource": resource}


def whole_response(responses: Responses, voice: str) -> Json:
    """The Bundle's second entry with every answer, for a person who wants the private ones in."""
    return _entry(response(responses, voice))


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
        "title": "Self-check about intensive outpatient care",
        "status": "draft",
        "subjectType": ["Patient"],
        "item": [_group(screen, voice) for screen in SCREENS],
    }


def _group(screen: Json, voice: str) -> Json:
    """A screen; where all its questions are for the same people, the condition is said once."""
    questions = [QUESTIONS[name] for name in screen["questions"]]
    audiences = {question.only_for for question in questions}
    shared = audiences.pop() if len(audiences) == 1 else ()
    return {
        "linkId": screen["id"],
        "type": "group",
        "text": say(screen["title"], voice),
        **_for_audience(shared, voice),
        "item": [_item(question, voice, alone=not shared) for question in questions],
    }


def _for_audience(only_for: tuple[str, ...], voice: str) -> Json:
    """Whom something is asked of, in the words of `enableWhen`: `responses.audience` turned round.

    "them" is who = them; "teen" is under 18 and not them; "me" is neither.
    """
    if not only_for:
        return {}
    them, teen = ("about/who", "who", "them"), ("about/age", "age", "under_18")
    behavior, tests = {
        ("me",): ("all", [(them, "!="), (teen, "!=")]),
        ("them",): ("all", [(them, "=")]),
        ("teen",): ("all", [(them, "!="), (teen, "=")]),
        ("me", "teen"): ("all", [(them, "!=")]),
        ("me", "them"): ("any", [(them, "="), (teen, "!=")]),
        ("teen", "them"): ("any", [(them, "="), (teen, "=")]),
    }[tuple(sorted(only_for))]
    return {
        "enableBehavior": behavior,
        "enableWhen": [
            {"question": link, "operator": operator, "answerCoding": _option(name, option, voice)}
            for (link, name, option), operator in tests
        ],
    }


def _option(question: str, option: str, voice: str) -> Json:
    return next(_coding(one, voice) for one in QUESTIONS[question].options if one.id == option)


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


def _item(question: Question, voice: str, *, alone: bool) -> Json:
    """A question; `alone` where its group doesn't say whom it is for."""
    item: Json = {
        "linkId": _link(question),
        "type": "choice",
        "text": say(question.text, voice),
        "repeats": question.kind == "many",
        "answerOption": [_answer_option(question, option, voice) for option in question.options],
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
    elif alone:
        item |= _for_audience(question.only_for, voice)
    return item


def _answer_option(question: Question, option: Option, voice: str) -> Json:
    """One option; "None of these" says in FHIR's words that it stands alone."""
    offered: Json = {"valueCoding": _coding(option, voice)}
    if question.kind == "many" and option.exclusive:
        offered["extension"] = [{"url": EXCLUSIVE, "valueBoolean": True}]
    return offered


def _link(question: Question) -> str:
    """A screen and its question may share an id; FHIR wants every linkId once."""
    return f"{question.screen}/{question.id}"


def _coding(option: Option, voice: str) -> Json:
    return {"code": option.id, "display": say(option.text, voice)}
