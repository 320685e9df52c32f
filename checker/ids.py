"""The ids that the code in `checker/` gives, so that its words can be checked before it is run.

`checker/` reads `data.json`, which is made after these checks; hence this list. A test holds it
against the code.
"""

from __future__ import annotations

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
BANNERS = (
    "call_911",
    "crisis_988",
    "safety_box",
    "dv_box",
    "finish_safety",
    "conflict_notice",
    "do_not_stop_suddenly",
    "naloxone_medication",
    "pregnancy_box",
    "second_hand",
    "dual_program",
    "sober_living",
    "transport_help",
    "group_concern",
    "readiness_box",
    "cost_help",
)
RULES = (
    "emergency_sign",
    "urgent_sign",
    "thoughts_without_protection",
    "used_since_detox",
    "withdrawal_risk",
    "needs_more_than_iop",
    "under_18",
    "about_loved_one",
    "doing_well",
    "support_missing",
    "care_now_not_enough",
    "risk_sign",
    "step_down",
    "past_or_both_and_more",
    "daily_life_and_more",
    "five_signs",
    "weekly_care_works",
    "few_signs",
    "no_signs",
)
WISHES = (
    "lc_home_unsafe",
    "lc_safe_place_to_live",
    "lc_home_chaotic",
    "lc_home_undermines_recovery",
    "lc_reliable_transport",
    "lc_able_to_travel",
    "rd_open_to_one_to_one_and_group",
    "rd_some_willingness",
    "rd_willing_several_sessions",
    "x_stable_in_recovery",
    "x_done_with_iop_goals",
)
CONFLICTS = (
    "home_safe_or_not",
    "home_free_of_substances_or_not",
    "withdrawal_mild_or_severe",
    "urges_held_or_not",
    "weekly_care_works_or_not",
    "doing_well_or_not",
    "willing_or_not",
)
SAID = {
    "outcomes": OUTCOMES,
    "banners": BANNERS,
    "rules": RULES,
    "wishes": WISHES,
    "conflicts": CONFLICTS,
}

ROUTING = frozenset(
    {"x_under_18", "x_pregnant", "x_opioids_no_medication", "x_uninsured", "x_about_loved_one"}
)
"""Signs that are `info` in signs.yml, and yet route or add a banner."""
