"""Answers that lead to each of the fourteen outcomes and bring up each banner.

Most are made-up people of checker/examples.yml. What is written here comes from the outcome
table, not from what the engine says: `because` names for each sign the answer (question:option)
that must be shown as the reason for the result.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from checker.examples import EVERYONE
from tests.browser.walk import SAFE, example

# A use of substances with every question about danger in it answered.
USES = SAFE | {
    "substances": ["alcohol"],
    "last_use": ["days_3"],
    "stopped": ["no"],
    "daily_alcohol": ["not_daily"],
    "stopping": ["none"],
}


@dataclass(frozen=True)
class Case:
    """One way through the check: the answers given, and what must come of them."""

    name: str
    outcome: str
    answers: dict[str, list[str]]
    because: dict[str, str]
    banners: set[str] = field(default_factory=set)


BECAUSE = {
    "plan": {
        "sf_suicidal_plan_or_intent": "thoughts:plan",
        "sf_active_suicidal": "thoughts:plan",
    },
    "attempt_last_month": {"x_recent_suicide_attempt": "thoughts:attempt"},
    "faints_and_restricts": {
        "x_passed_out": "health:fainted",
        "x_eating_problem": "health:eating",
    },
    "choked_by_boyfriend": {"x_hurt_by_this_person": "violence_to_you:yes"},
    "unsafe_home": {"x_violence_at_home": "violence:yes"},
    "daily_drinking": {"x_daily_alcohol_or_sedatives": "daily_alcohol:daily"},
    "iop_not_enough": {"x_iop_tried_not_enough": "care_now:iop_not_enough"},
    "diabetes_alone": {"x_unstable_medical_condition": "health:unstable"},
    "teen": {"x_under_18": "age:under_18"},
    "worried_sister": {"x_about_loved_one": "who:them"},
    "out_of_jail": {
        "x_left_institution_30_days": "left:jail",
        "x_opioids_before": "opioids_before:yes",
    },
    "safety_skipped": {},
    "iop_week_six": {"x_in_iop_helping": "care_now:iop_helping"},
    "sober_after_seizure": {"x_stable_in_recovery": "care_now:stable"},
    "no_ride": {
        "lc_reliable_transport": "ride:no",
        "rd_open_to_one_to_one_and_group": "group:not_group",
        "pt_weekly_therapy_not_enough": "care_now:same_or_worse",
        "pt_symptoms_persist_in_therapy": "care_now:same_or_worse",
    },
    "both_at_once": {"mh_co_occurring": "both:yes", "mh_anxiety_limits": "feelings:anxious"},
    "steady_but": {
        "mh_depression_interferes": "feelings:low",
        "mh_anxiety_limits": "feelings:anxious",
        "mh_sleep_affects_day": "feelings:sleep",
    },
    "new_mother_pictures": {
        "x_unwanted_harm_images": "thoughts:unwanted_images",
        "mh_anxiety_limits": "feelings:anxious",
        "mh_sleep_affects_day": "feelings:sleep",
        "mh_stress_coping_hard": "feelings:stress",
    },
    "court_letter": {"su_role_problems": "use_effects:trouble"},
}
"""The reasons of made-up people of checker/examples.yml, by the id."""


def _case(name: str) -> Case:
    person = example(name)
    return Case(name, person["outcome"], person["answers"], BECAUSE[name], set(person["banners"]))


WAITING = Case(
    "waiting",
    "iop_supports_missing",
    EVERYONE
    | USES
    | {
        "safe_for_now": ["rising"],
        "substances": ["alcohol", "opioid_medicine"],
        "medicine_stopped": ["no"],
        "overdose": ["no"],
        "use_effects": ["none"],
        "use_around": ["none"],
        "both": ["no"],
        "feelings": ["low"],
        "care": ["before", "waiting"],
        "care_before": ["structure"],
        "home_safe": ["chaotic"],
        "willing": ["not_now"],
    },
    {
        "mh_distress_rising": "safe_for_now:rising",
        "mh_depression_interferes": "feelings:low",
        "pt_needs_structure_accountability": "care_before:structure",
        "lc_home_chaotic": "home_safe:chaotic",
        "rd_some_willingness": "willing:not_now",
        "rd_willing_several_sessions": "willing:not_now",
    },
    {
        *("mixing_box", "rising_box", "waiting_box", "sober_living", "readiness_box"),
        "naloxone_medication",
    },
)
"""Someone on a waiting list who is getting worse, is not sure, and has trouble at home."""

CASES = [*map(_case, BECAUSE), WAITING]

BANNERS = {"crisis_988"}.union(*(case.banners for case in CASES))
