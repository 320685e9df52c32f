"""What came of a center's own questionnaire as HL7 FHIR R4: the answers, and the total."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]

SCORE_UNIT = {"unit": "score", "system": "http://unitsofmeasure.org", "code": "{score}"}
SURVEY = {
    "coding": [
        {
            "system": "http://terminology.hl7.org/CodeSystem/observation-category",
            "code": "survey",
        }
    ]
}


def response(instrument: Json, said: Json) -> Json:
    """The QuestionnaireResponse: groups and linkIds as the center's file has them.

    What was skipped, or is not asked after these answers, is left out.
    """
    answered: Json = {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": f"{instrument['url']}|{instrument['version']}",
        "status": "completed" if said["state"] == "finished" else "in-progress",
    }
    items: list[Json] = []
    by_id = {item["id"]: item for item in instrument["items"]}
    for item_id, place in said["answers"]:
        item = by_id[item_id]
        answer = item["options"][int(place)]["answer"]
        _inside(items, instrument["groups"], item["within"]).append(
            {"linkId": item["link"], "text": item["text"], "answer": [answer]}
        )
    return {**answered, "item": items} if items else answered


def _inside(items: list[Json], groups: Json, within: list[str]) -> list[Json]:
    """The list of items of the innermost group, which is made where it is missing.

    Items come in the file's order: a group that is there already is the last one.
    """
    for link in within:
        if not items or items[-1]["linkId"] != link:
            text = groups[link]
            items.append({"linkId": link, **({"text": text} if text else {}), "item": []})
        items = items[-1]["item"]
    return items


def observation(instrument: Json, said: Json, answered: str) -> Json:
    """The total as an Observation; `answered` is the name of the response that it comes from."""
    low, high = instrument["range"]
    cutoff = instrument["cutoff"]
    band = instrument["bands"][said["band"]]
    return {
        "resourceType": "Observation",
        "status": "final",
        "category": [SURVEY],
        "code": {"coding": instrument["code"], "text": f"{instrument['name']}: total"},
        "valueQuantity": _score(said["total"]),
        "interpretation": [{"text": band["name"]}],
        "referenceRange": [
            {"low": _score(low), "high": _score(high), "text": "Possible range of the total"},
            {
                "low": _score(cutoff["at"]),
                "text": f"Cut-off: {cutoff['at']} or higher. {cutoff['source']}",
            },
        ],
        "derivedFrom": [{"reference": answered}],
    }


def _score(value: int) -> Json:
    return {"value": value, **SCORE_UNIT}
