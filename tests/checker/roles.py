"""The deciding signs by the part that the second outcome table gives them.

Written from the table (docs/how-the-rules-are-proved.md), not from the code, so that the two hold
each other.
"""

from __future__ import annotations

ROLES: dict[str, str] = {
    # Danger
    "emergency": """
        sf_immediate_danger sf_suicidal_plan_or_intent sf_life_threatening_self_harm
        sf_active_suicidal sf_active_homicidal x_medical_emergency_now x_severe_withdrawal_now
        x_attempt_last_week x_command_voices""",
    "urgent": """
        x_recent_suicide_attempt x_suicidal_thoughts_no_plan x_recent_overdose
        x_cannot_keep_fluids""",
    "psychosis": "x_psychosis_or_mania_now",
    "cannot_stay_safe": "rd_cannot_stay_safe_between_sessions",
    "violence": "x_violence_at_home x_hurt_by_this_person x_hurts_someone_close",
    "quiet": "mh_passive_suicidal_thoughts mh_self_harm_not_life_threatening",
    "history": "x_past_attempt",
    "ward": "x_left_psychiatric_ward",
    "means": "x_means_at_hand",
    "holds_urges": "rd_can_hold_self_harm_urges",
    "reaches_out": "rd_can_reach_out",
    # Body
    "pregnant": "x_pregnant_now",
    "baby": "x_baby_last_year",
    "passed_out": "x_passed_out",
    "eating": "x_eating_problem",
    "nearly_fainted": "x_nearly_fainted",
    "doctor": """
        x_unstable_medical_condition x_fall_or_head_injury x_used_while_pregnant
        x_alcohol_poisoning x_pain_pills_stopped""",
    # Substances and withdrawal
    "alcohol": "x_uses_alcohol",
    "sedatives": "x_uses_sedatives x_uses_ghb",
    "other_use": "x_uses_opioids x_uses_stimulants x_uses_cannabis x_uses_other",
    "prescribed": "x_sedatives_as_prescribed",
    "ran_out": "x_sedatives_rx_stopped",
    "last": """
        x_last_within_3_days x_last_4_to_10_days x_last_11_to_30_days x_last_over_30_days""",
    "stopped": "x_stopped_using",
    "past_severe": "x_past_severe_withdrawal su_withdrawal_seizures su_delirium_tremens",
    "severe": """
        su_needs_24h_withdrawal_care su_severe_withdrawal_risk su_severe_vomiting_dehydration""",
    "daily": "x_daily_alcohol_or_sedatives x_daily_ghb",
    "mild": "su_withdrawal_mild_moderate su_past_withdrawal_uncomplicated",
    "detox": "su_detox_completed pt_recent_detox_completion",
    "again": "x_using_again_since_detox",
    # Opioids
    "opioids_now": "x_opioids_last_30_days",
    "opioids_before": "x_opioids_before",
    "once": "x_opioids_once",
    "kratom": "x_kratom",
    "left": "x_left_institution_30_days",
    "opioid_medicine": "x_opioid_medicine",
    "medicine_stopped": "x_opioid_medicine_stopped",
    "medicine_ended": "x_opioid_medicine_ended",
    # More support, and who
    "higher": "su_cannot_take_part_in_daily_life x_iop_tried_not_enough",
    "watched": "mh_needs_24h_supervision",
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
    "both": "mh_co_occurring",
    "function": """
        mh_symptoms_disrupt_life mh_anxiety_limits mh_mood_swings
        mh_self_care_slipping su_role_problems su_gives_up_activities su_use_despite_harm""",
    "low": "mh_depression_interferes",  # of daily life, too; and a danger out of a ward
    "rising": "mh_distress_rising",
    "images": "x_unwanted_harm_images",
    "plain": """
        pt_wants_gradual_step_down pt_needs_structure_accountability pt_skills_not_sticking
        pt_needs_time_for_prevention_skills
        mh_stress_coping_hard mh_concentration_decisions mh_sleep_affects_day mh_isolating
        su_needs_structure_to_stop su_stable_needs_ongoing_care su_tolerance_or_withdrawal
        su_hard_to_limit su_time_spent su_uses_to_cope su_substances_where_i_live
        su_frequent_triggers su_friends_use su_little_recovery_support
        su_needs_prevention_plan""",
    # In a program, doing well, and support
    "in_program": "x_in_iop_helping x_in_program_now",
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
    "notes": """
        x_opioids_as_prescribed x_past_self_harm x_stable_psychosis
        x_waiting_for_care x_asked_by_court x_vivitrol x_tapering x_sedatives_rx_tapering
        x_watched_for_years""",
    "old_inputs": "x_pregnant x_opioids_no_medication",
    "strengths": """
        su_still_functions_with_support lc_supportive_people rd_knows_change_needed
        rd_will_practice_between rd_has_recovery_goals rd_has_craving_plan
        rd_has_emergency_contacts rd_willing_to_share rd_can_hear_others rd_accepts_feedback
        rd_sees_value_in_peers rd_keeps_confidence""",
    "not_need": "pt_misses_appointments",
}

SIGNS: dict[str, tuple[str, ...]] = {role: tuple(ids.split()) for role, ids in ROLES.items()}
ALL = tuple(sign for signs in SIGNS.values() for sign in signs)


def of(*roles: str) -> frozenset[str]:
    """Every sign of these parts."""
    return frozenset(sign for role in roles for sign in SIGNS[role])


GATE = of(
    *("emergency", "urgent", "psychosis", "cannot_stay_safe", "quiet", "passed_out", "eating"),
    *("doctor", "past_severe", "severe", "daily", "again", "opioids_now", "higher", "watched"),
    "medicine_stopped",
)
RED_FLAGS_FOR_TODAY = of(
    *("emergency", "urgent", "psychosis", "cannot_stay_safe", "violence", "watched"),
)
RED_FLAGS = RED_FLAGS_FOR_TODAY | of(
    *("past_severe", "severe", "daily", "again", "higher", "watched", "doctor", "passed_out"),
    *("eating", "nearly_fainted", "pregnant", "baby", "means", "history", "opioids_now"),
    *("opioids_before", "once", "left", "home_trouble", "medicine_stopped", "ran_out"),
)
FAVORABLE = of(
    *("holds_urges", "reaches_out", "in_program", "stable", "goals_met", "weekly_works"),
    *("support", "substance_free", "strengths", "mild", "opioid_medicine"),
)
NEED_PARTS = (
    *("current", "past", "residential", "ward", "both", "function", "low", "rising", "images"),
    "plain",
    *("quiet", "detox"),
)
# Need signs by section; two of them are this check's own.
SECTION_OF = {"x_unwanted_harm_images": "mh_", "x_left_psychiatric_ward": "pt_"}
SECTIONS: dict[str, frozenset[str]] = {
    prefix: frozenset(
        sign
        for sign in of(*NEED_PARTS) - {"pt_recent_detox_completion"}
        if SECTION_OF.get(sign, sign[:3]) == prefix
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
    "doctor_first",
    "teen_route",
    "loved_one_guidance",
    "opioid_medicine_first",
    "not_enough_answers",
    "stay_with_program",
    "maintain_step_down",
    "iop_supports_missing",
    "iop_assess",
    "weekly_may_be_enough",
)
FIRST_FIVE = OUTCOMES[:5]
DANGER_ROWS = (*FIRST_FIVE, "opioid_medicine_first")
FAVORABLE_OUTCOMES = OUTCOMES[9:]
