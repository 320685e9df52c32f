"""Answers that lead to each of the eleven outcomes and bring up each of the sixteen banners.

Written from the outcome table, not from what the engine says: `because` names for each sign the
answer (question:option) that must be shown as the reason for the result.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.browser.walk import SAFE

# A use of substances with every question about danger in it answered.
USES = SAFE | {
    "substances": ["now"],
    "daily_use": ["not_daily"],
    "stopping": ["none"],
    "detox": ["no_detox"],
}


@dataclass(frozen=True)
class Case:
    """One way through the check: the answers given, and what must come of them."""

    outcome: str
    answers: dict[str, list[str]]
    because: dict[str, str]
    banners: set[str] = field(default_factory=set)


CASES = [
    Case(
        "emergency_now",
        {"who": ["me"], "danger_now": ["medical", "immediate_danger"], "thoughts": ["plan"]},
        {
            "x_medical_emergency_now": "danger_now:medical",
            "sf_immediate_danger": "danger_now:immediate_danger",
            "sf_suicidal_plan_or_intent": "thoughts:plan",
        },
        {"call_911"},
    ),
    Case(
        "urgent_same_day",
        SAFE
        | {
            "thoughts": ["better_off_dead"],
            "hold_urges": ["hold"],
            "reach_out": ["would_not_call"],
            "violence": ["yes"],
        },
        {
            "mh_passive_suicidal_thoughts": "thoughts:better_off_dead",
            "rd_can_reach_out": "reach_out:would_not_call",
            "x_violence_at_home": "violence:yes",
        },
        {"safety_box", "dv_box"},
    ),
    Case(
        "medical_withdrawal_first",
        USES
        | {
            "daily_use": ["daily"],
            "stopping": ["seizure", "mild"],
            "opioids": ["no_medicine"],
            "health": ["pregnant"],
        },
        {
            "x_daily_alcohol_or_sedatives": "daily_use:daily",
            "su_withdrawal_seizures": "stopping:seizure",
            "x_past_severe_withdrawal": "stopping:seizure",
        },
        {"do_not_stop_suddenly", "naloxone_medication", "pregnancy_box", "conflict_notice"},
    ),
    Case(
        "higher_level_first",
        SAFE | {"managing": ["watched"]},
        {
            "mh_needs_24h_supervision": "managing:watched",
            "su_cannot_take_part_in_daily_life": "managing:watched",
        },
    ),
    Case(
        "teen_route",
        SAFE | {"age": ["under_18"], "feelings": ["low", "sleep"]},
        {"x_under_18": "age:under_18"},
    ),
    Case(
        "loved_one_guidance",
        SAFE | {"who": ["them"], "feelings": ["anxious"]},
        {"x_about_loved_one": "who:them"},
        {"second_hand"},
    ),
    Case(
        "not_enough_answers",
        {name: given for name, given in SAFE.items() if name != "thoughts"},
        {},
        {"finish_safety"},
    ),
    Case(
        "maintain_step_down",
        SAFE | {"feelings": ["none"], "care_now": ["stable", "goals_met"], "care_before": ["none"]},
        {"x_stable_in_recovery": "care_now:stable", "x_done_with_iop_goals": "care_now:goals_met"},
    ),
    Case(
        "iop_supports_missing",
        USES
        | {
            "feelings": ["low"],
            "both": ["yes"],
            "care_now": ["still_using"],
            "home_people": ["chaotic"],
            "travel": ["well_enough"],
            "cost": ["uninsured"],
            "willing": ["not_now"],
            "group": ["not_group"],
        },
        {
            "pt_use_continues_in_therapy": "care_now:still_using",
            "mh_depression_interferes": "feelings:low",
            "mh_co_occurring": "both:yes",
            "lc_home_chaotic": "home_people:chaotic",
            "lc_reliable_transport": "travel:-ride",
            "rd_open_to_one_to_one_and_group": "group:not_group",
            "rd_some_willingness": "willing:not_now",
            "rd_willing_several_sessions": "willing:not_now",
        },
        {
            "dual_program",
            "sober_living",
            "transport_help",
            "group_concern",
            "readiness_box",
            "cost_help",
        },
    ),
    Case(
        "iop_assess",
        SAFE
        | {
            "thoughts": ["self_harm"],
            "hold_urges": ["hold"],
            "feelings": ["disrupts", "stress"],
            "care_now": ["same_or_worse"],
        },
        {
            "mh_self_harm_not_life_threatening": "thoughts:self_harm",
            "mh_symptoms_disrupt_life": "feelings:disrupts",
            "mh_stress_coping_hard": "feelings:stress",
            "pt_weekly_therapy_not_enough": "care_now:same_or_worse",
        },
        {"safety_box"},
    ),
    Case(
        "weekly_may_be_enough",
        SAFE | {"feelings": ["sleep"], "care_now": ["works"], "care_before": ["none"]},
        {"x_weekly_care_working": "care_now:works", "mh_sleep_affects_day": "feelings:sleep"},
    ),
]
"""Question `travel:-ride`: the box `ride` was left empty."""

BANNERS = {"crisis_988"}.union(*(case.banners for case in CASES))
