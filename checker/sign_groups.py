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
        "x_attempt_last_week",
        "x_command_voices",
    }
)
PSYCHOSIS = "x_psychosis_or_mania_now"
# The rule of each sign that is a matter for today by itself: each has its own place to turn.
URGENT_RULES = {
    "rd_cannot_stay_safe_between_sessions": "urgent_not_safe",
    "x_recent_suicide_attempt": "urgent_attempt",
    "x_suicidal_thoughts_no_plan": "urgent_suicidal_thoughts",
    PSYCHOSIS: "urgent_unreal",
    "x_recent_overdose": "urgent_overdose",
    "x_violence_at_home": "urgent_violence",
    "x_hurt_by_this_person": "urgent_violence_to_you",
    "x_hurts_someone_close": "urgent_harm_to_someone",
    "x_cannot_keep_fluids": "urgent_fluids",
    "mh_needs_24h_supervision": "urgent_watched",
}
URGENT = frozenset(URGENT_RULES)
VIOLENCE = frozenset({"x_violence_at_home", "x_hurt_by_this_person", "x_hurts_someone_close"})

QUIET_THOUGHTS = frozenset({"mh_passive_suicidal_thoughts", "mh_self_harm_not_life_threatening"})
SUICIDAL = "x_suicidal_thoughts_no_plan"
THOUGHTS = QUIET_THOUGHTS | {SUICIDAL}
# Self-harm alone is none of them.
THOUGHTS_OF_DYING = frozenset(
    {
        *(SUICIDAL, "mh_passive_suicidal_thoughts"),
        *("sf_active_suicidal", "sf_suicidal_plan_or_intent"),
    }
)
# With any of the thoughts, one of these makes it a matter for today.
WARD = "x_left_psychiatric_ward"
HISTORY = frozenset({"x_past_attempt", WARD})
LOW = "mh_depression_interferes"
REACH_OUT = "rd_can_reach_out"
MEANS = "x_means_at_hand"  # an open answer is not a no: with quiet thoughts it is not ruled out
NOT_SAFE = "rd_cannot_stay_safe_between_sessions"
ATTEMPT = "x_recent_suicide_attempt"
LOVED_ONE = "x_about_loved_one"
UNDER_18 = "x_under_18"
HURT_BY_OTHER = "x_hurt_by_this_person"
HOME_UNSAFE = "lc_home_unsafe"
# Both must be answered yes before quiet thoughts alone are not a same-day matter.
PROTECTION = frozenset({"rd_can_hold_self_harm_urges", REACH_OUT})

# --- Pregnancy and birth: the sign of the first version said "either" ----------------------

PREGNANT = frozenset({"x_pregnant_now", "x_pregnant"})
NEW_BABY = frozenset({"x_baby_last_year", "x_pregnant"})

# --- Substances: facts, never need ---------------------------------------------------------

ALCOHOL = "x_uses_alcohol"
USES = frozenset(
    {
        ALCOHOL,
        "x_uses_sedatives",
        "x_uses_ghb",
        "x_uses_opioids",
        "x_uses_stimulants",
        "x_uses_cannabis",
        "x_uses_other",
    }
)
SEDATIVES = frozenset({"x_uses_sedatives", "x_uses_ghb", "x_sedatives_as_prescribed"})
ALCOHOL_OR_SEDATIVES = SEDATIVES | {ALCOHOL}
LONG_AGO = "x_last_over_30_days"
# Last drink or sedative, the most recent first: the most recent one counts.
LAST_USE = ("x_last_within_3_days", "x_last_4_to_10_days", "x_last_11_to_30_days", LONG_AGO)
WITHIN_10_DAYS = frozenset({"x_last_within_3_days", "x_last_4_to_10_days"})
HAVE_A_LAST_USE = frozenset({ALCOHOL, "x_uses_sedatives", "x_uses_ghb"})
STOPPED = "x_stopped_using"

# --- Withdrawal ------------------------------------------------------------------------------

PAST_SEVERE = frozenset(
    {"su_withdrawal_seizures", "su_delirium_tremens", "x_past_severe_withdrawal"}
)
SEVERE_WITHDRAWAL = PAST_SEVERE | {
    "su_needs_24h_withdrawal_care",
    "su_severe_withdrawal_risk",
    "su_severe_vomiting_dehydration",
}
NEEDS_WATCHED_CARE = "su_needs_24h_withdrawal_care"  # a doctor said so
DAILY_USE = "x_daily_alcohol_or_sedatives"
DAILY_GHB = "x_daily_ghb"  # its withdrawal starts within hours
DAILY = frozenset({DAILY_USE, DAILY_GHB})
PRESCRIBED_SEDATIVE = "x_sedatives_as_prescribed"  # counts once it has been stopped
PRESCRIBED_PILLS = frozenset({PRESCRIBED_SEDATIVE, "x_opioids_as_prescribed"})
PRESCRIBED = PRESCRIBED_PILLS | {"x_opioid_medicine"}
PRESCRIBED_STOPPED = "x_sedatives_rx_stopped"  # has no date: the last drink says nothing of it
WITHDRAWAL = SEVERE_WITHDRAWAL | DAILY | {PRESCRIBED_SEDATIVE}
DETOX_DONE = "su_detox_completed"
USED_SINCE_DETOX = "x_using_again_since_detox"

# --- More support, or a doctor, first -----------------------------------------------------

IOP_NOT_ENOUGH = "x_iop_tried_not_enough"
CANNOT_MANAGE = "su_cannot_take_part_in_daily_life"
HIGHER = frozenset({CANNOT_MANAGE, IOP_NOT_ENOUGH})
DOCTOR_RULES = {
    "x_unstable_medical_condition": "doctor_health",
    "x_passed_out": "doctor_fainting",
    "x_eating_problem": "doctor_eating",
    "x_fall_or_head_injury": "doctor_fall",
    "x_used_while_pregnant": "doctor_pregnant_use",
    "x_alcohol_poisoning": "doctor_alcohol",
    "x_pain_pills_stopped": "doctor_pain_pills",
}
DOCTOR = frozenset(DOCTOR_RULES)
HEALTH_PROBLEM = "x_unstable_medical_condition"
STRAINS_THE_HEART = frozenset({"x_uses_stimulants", "x_uses_other"})
USED_PREGNANT = "x_used_while_pregnant"
# Beside one of these, weekly therapy is not named: a second, calmer door beside "see a doctor".
NEEDS_ITS_OWN_CARE = DOCTOR - {HEALTH_PROBLEM}
ALCOHOL_POISONING = "x_alcohol_poisoning"
PAIN_PILLS_STOPPED = "x_pain_pills_stopped"
FALL = "x_fall_or_head_injury"
PASSED_OUT = "x_passed_out"
NEARLY_FAINTED = "x_nearly_fainted"
# Passing out beside one of these may be an overdose, or the heart, until shown otherwise.
PASSING_OUT_IS_DANGER = frozenset(
    {
        *("x_opioids_last_30_days", "x_uses_opioids", "x_opioid_medicine"),
        *("x_opioids_as_prescribed", "x_uses_sedatives", "x_uses_stimulants", "x_uses_other"),
        *("x_uses_ghb", "x_opioid_medicine_ended"),
    }
)
EATING = "x_eating_problem"
NEARLY_FAINTING_BESIDE = STRAINS_THE_HEART | {EATING, "x_opioids_last_30_days"}

# --- Opioids -------------------------------------------------------------------------------

OPIOIDS_NOW = "x_opioids_last_30_days"
OPIOIDS_ONCE = "x_opioids_once"  # counts after medicine that ended: the body can take little
KRATOM = "x_kratom"  # kratom or the like and no other opioid in the last 30 days
NEEDS_MORE = "su_tolerance_or_withdrawal"
OPIOIDS_BEFORE = "x_opioids_before"
OPIOID_MEDICINE = "x_opioid_medicine"
MEDICINE_ENDED = "x_opioid_medicine_ended"  # tapered with a doctor: no gap, and no protection
VIVITROL = "x_vivitrol"  # blocks opioids and is none itself
MEDICINE_STOPPED = "x_opioid_medicine_stopped"  # ran out, stopped, or days or a shot missed
# Detox is the riskiest exit of all: the body can take little, and often there is no medicine.
LEFT_INSTITUTION = frozenset({"x_left_institution_30_days", DETOX_DONE})

# --- What must be answered before anything favorable is said ------------------------------

# Every single sign that can lead to rows 1 to 5 or 8, but violence: it may not be safe to answer.
# A follow-up that the form does not ask, because of an answer before it, counts as no.
SAFETY_GATE = (
    EMERGENCY
    | (URGENT - VIOLENCE)
    | QUIET_THOUGHTS
    | (WITHDRAWAL - {PRESCRIBED_SEDATIVE})
    | HIGHER
    | DOCTOR
    | {USED_SINCE_DETOX, OPIOIDS_NOW, MEDICINE_STOPPED}
)

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
# Signs of this check's own that belong to a section of the article.
ADDED_NEED = {
    "previous_treatment": frozenset({"x_left_psychiatric_ward"}),
    "mental_health": frozenset({"x_unwanted_harm_images"}),
    "substance_use": frozenset[str](),
}
NEED_BY_SECTION: dict[str, frozenset[str]] = {
    section: frozenset(
        sign.id
        for sign in SIGNS.values()
        if sign.section == section and sign.polarity == "toward_iop" and not sign.alias_of
    )
    - NOT_NEED
    | ADDED_NEED[section]
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
STEP_DOWN = frozenset({"pt_recent_residential_completion", DETOX_DONE, WARD})
RISK = QUIET_THOUGHTS
RISING = "mh_distress_rising"
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
# Use now; past treatment and what is around a person do not contradict "none in 12 months".
USE_NOW = frozenset(
    {
        "su_needs_structure_to_stop",
        "su_use_despite_harm",
        "su_tolerance_or_withdrawal",
        "su_hard_to_limit",
        "su_time_spent",
        "su_gives_up_activities",
        "su_role_problems",
        "su_uses_to_cope",
        "pt_use_continues_in_therapy",
    }
)
# The danger questions, and where someone has just been, are no answer on need.
SECTION_ANSWERS: dict[str, frozenset[str]] = {
    section: signs - QUIET_THOUGHTS - STEP_DOWN - {"x_unwanted_harm_images", RISING}
    for section, signs in NEED_BY_SECTION.items()
}

# --- In a program, doing well, and what support is missing ----------------------------------

IN_PROGRAM = frozenset({"x_in_iop_helping", "x_in_program_now"})
STABLE = "x_stable_in_recovery"
# A bad month does not fit with "doing well for months".
AGAINST_STABLE = frozenset(
    {
        *(RISING, DETOX_DONE, USED_SINCE_DETOX, OPIOIDS_NOW),
        *("x_left_psychiatric_ward", "x_recent_overdose"),
    }
)
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
