"""What the page gets for a made-up person."""

from __future__ import annotations

import json

from checker.browser_api import result
from checker.examples import EVERYONE
from checker.model import BANNERS, OUTCOMES, QUESTIONS
from checker.responses import shown

NO = {
    "hold_urges": "hold",
    "reach_out": "would_call",
    "means": "no",
    "used_pregnant": "no",
    "last_use": "days_3",
    "stopped": "no",
    "daily_alcohol": "not_daily",
    "daily_pills": "not_daily",
    "daily_ghb": "not_daily",
    "medicine_stopped": "no",
    "opioids_recent": "none_lately",
    "opioids_before": "no",
    "detox_since": "not_daily",
    "care_now": "works",
}
"""The follow-ups that a person with nothing more to say answers like this; all else "no"."""


def explained(**answers):
    """The page's answer for someone who is well but for these answers."""
    return json.loads(result(json.dumps({"responses": EVERYONE | answers})))


def answer(given):
    """The result of a person who answers every question asked, and beside these the calm way."""
    answers = {}
    for question in QUESTIONS.values():
        if shown(question, answers):
            chosen = given.get(question.id) or EVERYONE.get(question.id)
            options = {option.id for option in question.options}
            calm = NO.get(question.id) or ("no" if "no" in options else "none")
            answers[question.id] = chosen or [calm]
    return json.loads(result(json.dumps({"responses": answers})))


def words(said, places, voice):
    return [said[place].get(voice) or said[place]["me"] for place in places]


def everything(found):
    """The title, lead, steps (beside it, too) and notes that this person reads, in order."""
    voice, own = found["audience"], OUTCOMES[found["outcome"]]
    head = own if found["variant"] is None else own["variants"][found["variant"]]
    texts = [head[part].get(voice) or head[part]["me"] for part in ("title", "lead")]
    texts += words(own["next_steps"], found["steps"], voice)
    for name, places in found["also_steps"].items():
        texts += words(OUTCOMES[name]["next_steps"], places, voice)
    for name, places in found["banner_texts"].items():
        texts += words(BANNERS[name]["text"], places, voice)
    return texts
