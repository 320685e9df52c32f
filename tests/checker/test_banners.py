"""Each sign brings its own banners to a result, whatever the outcome is."""

from __future__ import annotations

import pytest

from checker.banners import banners
from checker.findings import Findings
from checker.rules import decide
from tests.checker import roles

BROUGHT_BY = {  # banner: the signs that bring it
    "call_911": set(roles.SIGNS["emergency"]),
    "safety_box": {
        "mh_passive_suicidal_thoughts",
        "mh_self_harm_not_life_threatening",
        "mh_distress_rising",
        "pt_crises_between_sessions",
        "x_recent_suicide_attempt",
        "rd_cannot_stay_safe_between_sessions",
    },
    "dv_box": {"x_violence_at_home"},
    "do_not_stop_suddenly": {
        sign for role in ("severe", "severe_gate", "daily", "again") for sign in roles.SIGNS[role]
    },
    "naloxone_medication": {"x_opioids_no_medication", "x_recent_overdose"},
    "pregnancy_box": {"x_pregnant"},
    "second_hand": {"x_about_loved_one"},
    "dual_program": {"mh_co_occurring"},
    "sober_living": {"lc_home_unsafe", "lc_home_chaotic", "lc_home_undermines_recovery"},
    "cost_help": {"x_uninsured", "in_cannot_afford_residential"},
}
BROUGHT_BY_A_NO = {
    "transport_help": {"lc_reliable_transport", "lc_able_to_travel"},
    "group_concern": {"rd_open_to_one_to_one_and_group"},
    "readiness_box": {"rd_some_willingness", "rd_willing_several_sessions"},
}


@pytest.mark.parametrize("sign", roles.ALL)
def test_each_sign_alone_brings_its_banners_and_no_other(sign):
    present = Findings(frozenset({sign}), roles.CLEAR - {sign})
    denied = Findings(frozenset(), roles.CLEAR | {sign})
    yes = {banner for banner, signs in BROUGHT_BY.items() if sign in signs}
    no = {banner for banner, signs in BROUGHT_BY_A_NO.items() if sign in signs}
    assert set(banners(decide(present))) == yes | {"crisis_988"}
    assert set(banners(decide(denied))) - {"finish_safety"} == no | {"crisis_988"}
