"""Answers that lead to each of the eleven results, in each voice that can reach it."""

from __future__ import annotations

from tests.browser import walk

TEEN = walk.SAFE | {"age": ["under_18"]}
THEM = walk.SAFE | {"who": ["them"]}

# Every section that speaks of need is answered, and none has any.
NO_NEED = walk.SAFE | {"feelings": ["none"], "care_now": ["none"], "care_before": ["none"]}
NEED = NO_NEED | {"care_now": ["same_or_worse"]}

# These hold for everyone, whoever answers.
FIRST_FOUR = {
    "emergency_now": {"danger_now": ["medical"]},
    "urgent_same_day": {"thoughts": ["attempt"]},
    "medical_withdrawal_first": {
        "substances": ["now"],
        "daily_use": ["daily"],
        "stopping": ["none"],
        "detox": ["no_detox"],
        "opioids": ["none"],
    },
    "higher_level_first": {"managing": ["watched"]},
}

JOURNEYS = {
    **{("me", outcome): walk.SAFE | more for outcome, more in FIRST_FOUR.items()},
    **{("teen", outcome): TEEN | more for outcome, more in FIRST_FOUR.items()},
    **{("them", outcome): THEM | more for outcome, more in FIRST_FOUR.items()},
    ("teen", "teen_route"): TEEN,
    ("them", "teen_route"): THEM | TEEN | {"who": ["them"]},
    ("them", "loved_one_guidance"): THEM,
    ("me", "not_enough_answers"): NO_NEED | {"thoughts": []},
    ("me", "maintain_step_down"): NO_NEED | {"care_now": ["stable"]},
    ("me", "iop_supports_missing"): NEED | {"home_safe": ["unsafe"]},
    ("me", "iop_assess"): NEED,
    ("me", "weekly_may_be_enough"): NO_NEED,
}
"""By voice and outcome. What is not here, the rules do not allow: see checker/rules.py."""
