"""The named groups of signs that the rules speak of. Nothing here decides anything.

Each group is written out, so that a clinician can read it against `signs.yml`.
Why a sign is in a group, or is not: `docs/decisions/`.
"""

from __future__ import annotations

from checker.model import SIGNS

# --- Danger -----------------------------------------------------------------------------

EMERGENCY = frozenset(
    {
        "sf_immediate_danger",
        "sf_suicidal_plan_or_intent",
        "sf_life_threatening_self_harm",
        "sf_active_suicidal",
        "sf_active_homicidal",
        "x_medical_emergency_now",
        "x_severe_withdrawal_now",
    }
)

URGENT = frozenset(
    {
        "rd_cannot_stay_safe_between_sessions",
        "x_recent_suicide_attempt",
        "x_psychosis_or_mania_now",
        "x_recent_overdose",
        "x_violence_at_home",
    }
)

PASSIVE_THOUGHTS = "mh_passive_suicidal_thoughts"
# Both must be answered yes before passive thoughts alone are not a same-day matter.
PROTECTION = frozenset({"rd_can_hold_self_harm_urges", "rd_can_reach_out"})

# --- A medical check, or more support, first --------------------------------------------

SEVERE_WITHDRAWAL = frozenset(
    {
        "su_needs_24h_withdrawal_care",
        "su_severe_withdrawal_risk",
        "su_withdrawal_seizures",
        "su_delirium_tremens",
        "su_severe_vomiting_dehydration",
        "x_past_severe_withdrawal",
    }
)
DAILY_USE = "x_daily_alcohol_or_sedatives"
WITHDRAWAL = SEVERE_WITHDRAWAL | {DAILY_USE}
DETOX_DONE = "su_detox_completed"
USED_SINCE_DETOX = "x_using_again_since_detox"

HIGHER = frozenset(
    {
        "mh_needs_24h_supervision",
        "su_cannot_take_part_in_daily_life",
        "x_unstable_medical_condition",
        "x_iop_tried_not_enough",
    }
)

# --- What must be answered before anything favorable is said ------------------------------

SAFETY_GATE = EMERGENCY | {
    "rd_cannot_stay_safe_between_sessions",
    "x_recent_suicide_attempt",
    "x_psychosis_or_mania_now",
    PASSIVE_THOUGHTS,
    DAILY_USE,
    "x_past_severe_withdrawal",
}

# --- Need -------------------------------------------------------------------------------

NEED_SECTIONS = ("previous_treatment", "mental_health", "substance_use")

# A missed appointment may be a missing ride; mild withdrawal is not a need in itself.
NOT_NEED = frozenset(
    {
        "pt_misses_appointments",
        "su_withdrawal_mild_moderate",
        "su_past_withdrawal_uncomplicated",
    }
)

NEED_BY_SECTION: dict[str, frozenset[str]] = {
    section: frozenset(
        sign.id
        for sign in SIGNS.values()
        if sign.section == section and sign.polarity == "toward_iop" and not sign.alias_of
    )
    - NOT_NEED
    for section in NEED_SECTIONS
}
NEED = frozenset().union(*NEED_BY_SECTION.values())

CURRENT = frozenset(
    {
        "pt_weekly_therapy_not_enough",
        "pt_use_continues_in_therapy",
        "pt_symptoms_persist_in_therapy",
        "pt_crises_between_sessions",
    }
)
PAST = frozenset(
    {
        "pt_relapses_after_treatment",
        "pt_lost_gains_after_residential",
        "pt_past_treatment_too_short",
    }
)
STEP_DOWN = frozenset({"pt_recent_residential_completion", DETOX_DONE})
RISK = frozenset({PASSIVE_THOUGHTS, "mh_self_harm_not_life_threatening"})
FUNCTION = frozenset(
    {
        "mh_symptoms_disrupt_life",
        "mh_depression_interferes",
        "mh_anxiety_limits",
        "mh_mood_swings",
        "mh_self_care_slipping",
        "su_role_problems",
        "su_gives_up_activities",
        "su_use_despite_harm",
    }
)
CO_OCCURRING = "mh_co_occurring"

# --- Doing well, and what support is missing ----------------------------------------------

STABLE = "x_stable_in_recovery"
NEED_AGAINST_STABLE = 3  # this many need signs do not fit with "doing well for months"
IOP_GOALS_MET = "x_done_with_iop_goals"
WEEKLY_WORKS = "x_weekly_care_working"

HOME_TROUBLE = frozenset({"lc_home_unsafe", "lc_home_chaotic", "lc_home_undermines_recovery"})
SOME_WILLINGNESS = "rd_some_willingness"
WILLING_SEVERAL = "rd_willing_several_sessions"
SUPPORT_WANTED = frozenset(
    {
        "lc_safe_place_to_live",
        "lc_reliable_transport",
        "lc_able_to_travel",
        "rd_open_to_one_to_one_and_group",
        SOME_WILLINGNESS,
        WILLING_SEVERAL,
    }
)
