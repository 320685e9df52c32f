"""The 107 signs by the part that design.md §4 gives them: written from the design, not from the
code, so that the two hold each other.
"""

from __future__ import annotations

ROLES: dict[str, str] = {
    # Danger. "gate": must be answered before anything favorable.
    "emergency": """
        sf_immediate_danger sf_suicidal_plan_or_intent sf_life_threatening_self_harm
        sf_active_suicidal sf_active_homicidal x_medical_emergency_now x_severe_withdrawal_now""",
    "urgent_gate": "x_recent_suicide_attempt x_psychosis_or_mania_now",
    "cannot_stay_safe": "rd_cannot_stay_safe_between_sessions",
    "urgent": "x_recent_overdose x_violence_at_home",
    "passive": "mh_passive_suicidal_thoughts",
    "holds_urges": "rd_can_hold_self_harm_urges",
    "reaches_out": "rd_can_reach_out",
    # Withdrawal and more support
    "severe_gate": "x_past_severe_withdrawal",
    "severe": """
        su_needs_24h_withdrawal_care su_severe_withdrawal_risk su_withdrawal_seizures
        su_delirium_tremens su_severe_vomiting_dehydration""",
    "daily": "x_daily_alcohol_or_sedatives",
    "mild": "su_withdrawal_mild_moderate su_past_withdrawal_uncomplicated",
    "detox": "su_detox_completed pt_recent_detox_completion",
    "again": "x_using_again_since_detox",
    "higher": """
        mh_needs_24h_supervision su_cannot_take_part_in_daily_life x_unstable_medical_condition
        x_iop_tried_not_enough""",
    # Who
    "minor": "x_under_18",
    "loved_one": "x_about_loved_one",
    # Need
    "current": """
        pt_weekly_therapy_not_enough pt_use_continues_in_therapy pt_symptoms_persist_in_therapy
        pt_crises_between_sessions""",
    "past": """
        pt_relapses_after_treatment pt_lost_gains_after_residential
        pt_past_treatment_too_short""",
    "residential": "pt_recent_residential_completion",
    "self_harm": "mh_self_harm_not_life_threatening",
    "both": "mh_co_occurring",
    "function": """
        mh_symptoms_disrupt_life mh_depression_interferes mh_anxiety_limits mh_mood_swings
        mh_self_care_slipping su_role_problems su_gives_up_activities su_use_despite_harm""",
    "plain": """
        pt_wants_gradual_step_down pt_needs_structure_accountability pt_skills_not_sticking
        pt_needs_time_for_prevention_skills
        mh_stress_coping_hard mh_concentration_decisions mh_sleep_affects_day mh_isolating
        mh_distress_rising
        su_needs_structure_to_stop su_stable_needs_ongoing_care su_tolerance_or_withdrawal
        su_hard_to_limit su_time_spent su_uses_to_cope su_substances_where_i_live
        su_frequent_triggers su_friends_use su_little_recovery_support
        su_needs_prevention_plan""",
    # Doing well, and support
    "stable": "x_stable_in_recovery",
    "goals_met": "x_done_with_iop_goals",
    "weekly_works": "x_weekly_care_working",
    "home_trouble": "lc_home_unsafe lc_home_chaotic lc_home_undermines_recovery",
    "support": """
        lc_safe_place_to_live lc_reliable_transport lc_able_to_travel
        rd_open_to_one_to_one_and_group rd_some_willingness rd_willing_several_sessions""",
    "substance_free": "lc_home_substance_free",
    # No part in the outcome
    "duties": """
        lc_must_work_or_study lc_caregiving lc_no_long_leave lc_keep_housing lc_pets_or_duties
        lc_main_earner""",
    "cost": "in_cannot_afford_residential x_uninsured",
    "notes": "x_pregnant x_opioids_no_medication",
    "strengths": """
        su_still_functions_with_support lc_supportive_people rd_knows_change_needed
        rd_will_practice_between rd_has_recovery_goals rd_has_craving_plan
        rd_has_emergency_contacts rd_willing_to_share rd_can_hear_others rd_accepts_feedback
        rd_sees_value_in_peers rd_keeps_confidence""",
    "not_need": "pt_misses_appointments",
}

SIGNS: dict[str, tuple[str, ...]] = {role: tuple(ids.split()) for role, ids in ROLES.items()}
ALL = tuple(sign for signs in SIGNS.values() for sign in signs)

GATE = frozenset(
    sign
    for role in ("emergency", "urgent_gate", "cannot_stay_safe", "passive", "daily", "severe_gate")
    for sign in SIGNS[role]
)
RED_FLAGS = frozenset(
    sign
    for role in (
        *("emergency", "urgent_gate", "cannot_stay_safe", "urgent"),
        *("severe_gate", "severe", "daily", "again", "higher", "home_trouble"),
    )
    for sign in SIGNS[role]
)
RED_FLAGS_FOR_TODAY = frozenset(
    sign
    for role in ("emergency", "urgent_gate", "cannot_stay_safe", "urgent")
    for sign in SIGNS[role]
)
FAVORABLE = frozenset(
    sign
    for role in (
        *("holds_urges", "reaches_out", "stable", "goals_met", "weekly_works", "support"),
        *("substance_free", "strengths", "mild"),
    )
    for sign in SIGNS[role]
)
# Need signs by section; `passive` and `detox` are need signs, too.
SECTIONS: dict[str, frozenset[str]] = {
    prefix: frozenset(
        sign
        for role in (
            *("current", "past", "residential", "self_harm", "both", "function", "plain"),
            *("passive", "detox"),
        )
        for sign in SIGNS[role]
        if sign.startswith(prefix) and sign != "pt_recent_detox_completion"
    )
    for prefix in ("pt_", "mh_", "su_")
}
NEED = frozenset().union(*SECTIONS.values())

# Answered no, these leave no safety question and no section open.
CLEAR = GATE | {"pt_skills_not_sticking", "mh_sleep_affects_day", "su_time_spent"}

OUTCOMES = (
    "emergency_now",
    "urgent_same_day",
    "medical_withdrawal_first",
    "higher_level_first",
    "teen_route",
    "loved_one_guidance",
    "not_enough_answers",
    "maintain_step_down",
    "iop_supports_missing",
    "iop_assess",
    "weekly_may_be_enough",
)
FIRST_FOUR = OUTCOMES[:4]
FAVORABLE_OUTCOMES = OUTCOMES[7:]
