"""The sixteen banners: short notes that stand on top of any outcome, several at once.

Each entry says in words what its line of code does; the page "How this check decides" prints
the words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checker import sign_groups

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.rules import Decision

IN_DANGER = {"emergency_now", "urgent_same_day"}
OPIOIDS = {"x_opioids_no_medication", "x_recent_overdose"}
TRANSPORT = {"lc_reliable_transport", "lc_able_to_travel"}
WILLINGNESS = {"rd_some_willingness", "rd_willing_several_sessions"}
COST = {"x_uninsured", "in_cannot_afford_residential"}
SAFETY_GATE = sign_groups.SAFETY_GATE
STOPPING = sign_groups.WITHDRAWAL | {sign_groups.USED_SINCE_DETOX}
WATCH = sign_groups.RISK | {
    "mh_distress_rising",
    "pt_crises_between_sessions",
    "x_recent_suicide_attempt",
    "rd_cannot_stay_safe_between_sessions",
}


class Banner(NamedTuple):
    """A banner, when it is shown in words, and when it is shown."""

    id: str
    when: str
    shown: Callable[[Decision], bool]


BANNERS = (
    Banner("call_911", "The result is danger to life now.", lambda d: d.outcome == "emergency_now"),
    Banner("crisis_988", "Always.", lambda _: True),
    Banner(
        "safety_box",
        "Thoughts of being better off dead, self-harm, rising distress, crises between visits, "
        "a recent attempt, or not being able to stay safe.",
        lambda d: bool(d.findings.present & WATCH),
    ),
    Banner(
        "dv_box",
        "Someone at home hurts or threatens the person, or they would rather not say.",
        lambda d: "x_violence_at_home" in d.findings.present | d.findings.declined,
    ),
    Banner(
        "finish_safety",
        "A safety question is open, and no result of danger stands above it.",
        lambda d: (
            bool(sign_groups.SAFETY_GATE - d.findings.answered) and d.outcome not in IN_DANGER
        ),
    ),
    Banner(
        "conflict_notice",
        "Two answers do not fit together.",
        lambda d: bool(d.conflicts),
    ),
    Banner(
        "do_not_stop_suddenly",
        "Any withdrawal sign, or daily use again since detox.",
        lambda d: bool(
            d.findings.present & (sign_groups.WITHDRAWAL | {sign_groups.USED_SINCE_DETOX})
        ),
    ),
    Banner(
        "naloxone_medication",
        "Opioids without medicine for it, or an overdose in the last 30 days.",
        lambda d: bool(d.findings.present & OPIOIDS),
    ),
    Banner(
        "pregnancy_box",
        "Pregnant, or gave birth in the last year.",
        lambda d: "x_pregnant" in d.findings.present,
    ),
    Banner(
        "second_hand",
        "The answers are about someone else.",
        lambda d: "x_about_loved_one" in d.findings.present,
    ),
    Banner(
        "dual_program",
        "A mental health problem and a substance problem at once.",
        lambda d: sign_groups.CO_OCCURRING in d.findings.present,
    ),
    Banner(
        "sober_living",
        "Home is unsafe, chaotic, or works against recovery.",
        lambda d: bool(d.findings.present & sign_groups.HOME_TROUBLE),
    ),
    Banner(
        "transport_help",
        "No ride to rely on, or not well enough to travel.",
        lambda d: bool(d.findings.absent & TRANSPORT),
    ),
    Banner(
        "group_concern",
        "Not open to a group.",
        lambda d: "rd_open_to_one_to_one_and_group" in d.findings.absent,
    ),
    Banner(
        "readiness_box",
        "Not willing, or not willing several times a week.",
        lambda d: bool(d.findings.absent & WILLINGNESS),
    ),
    Banner(
        "cost_help",
        "No insurance, or live-in care is out of reach.",
        lambda d: bool(d.findings.present & COST),
    ),
)


def banners(decision: Decision) -> list[str]:
    """Ids of the banners for this decision, in the order in which a page shows them."""
    return [banner.id for banner in BANNERS if banner.shown(decision)]
