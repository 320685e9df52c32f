"""Answers that lead to each of the fourteen results, in each voice that can reach it."""

from __future__ import annotations

from checker.examples import EXAMPLES
from tests.browser.walk import SAFE, TEEN, THEM, example

# These hold for everyone, whoever answers.
FIRST_FIVE = {
    "emergency_now": {"danger_now": ["medical"]},
    "urgent_same_day": {"thoughts": ["attempt"]},
    "medical_withdrawal_first": {
        "substances": ["alcohol"],
        "last_use": ["days_3"],
        "stopped": ["no"],
        "daily_alcohol": ["daily"],
        "stopping": ["none"],
    },
    "higher_level_first": {"managing": ["cannot"]},
    "doctor_first": {"health": ["unstable"]},
}

ABOUT_OTHERS = {"teen_route", "loved_one_guidance"}
ADULTS = {
    ("me", made_up["outcome"]): example(made_up["id"])["answers"]
    for made_up in EXAMPLES
    if made_up["outcome"] not in {*FIRST_FIVE, *ABOUT_OTHERS}
}

JOURNEYS = {
    **{("me", outcome): SAFE | more for outcome, more in FIRST_FIVE.items()},
    **{("teen", outcome): TEEN | more for outcome, more in FIRST_FIVE.items()},
    **{("them", outcome): THEM | more for outcome, more in FIRST_FIVE.items()},
    ("teen", "teen_route"): TEEN,
    ("them", "teen_route"): THEM | {"age": ["under_18"]},
    ("them", "loved_one_guidance"): THEM,
    **ADULTS,
}
"""By voice and outcome. What is not here, the rules do not allow: see checker/rules.py."""
