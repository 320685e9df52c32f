"""A person who says no to every safety question and to one sign of need of each section."""

from checker import sign_groups
from checker.evaluate import assess

GATE_NO = sorted(sign_groups.SAFETY_GATE)
# One need sign of each section answered with no.
SECTIONS_NO = ["pt_skills_not_sticking", "mh_sleep_affects_day", "su_time_spent"]
CLEAR = [*GATE_NO, *SECTIONS_NO]
PROTECTED = ("rd_can_hold_self_harm_urges", "rd_can_reach_out")


def outcome(present, absent):
    """The outcome of these signs; where one is on both sides, it is there."""
    given = {"present": present, "absent": [sign for sign in absent if sign not in present]}
    return assess(given)["outcome"]


def because_by_rule(present, absent):
    """Each rule that led to the outcome, with the signs that it names."""
    found: dict[str, list[str]] = {}
    for reason in assess({"present": present, "absent": absent})["because"]:
        found.setdefault(reason["rule"], []).append(reason["sign"])
    return found
