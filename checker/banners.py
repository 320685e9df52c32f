"""The banners: short notes that go along with any outcome, several at once.

Each entry says in words what its line of code does; the page "How the self-check decides" prints
the words. Their ids and order: `ids.BANNERS`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checker import ids, sign_groups
from checker.conditions import withdrawal_is_over, withdrawal_now

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.findings import Findings
    from checker.rules import Decision

IN_DANGER = {"emergency_now", "urgent_same_day"}
TRANSPORT = frozenset({"lc_reliable_transport", "lc_able_to_travel"})
WILLINGNESS = frozenset({"rd_some_willingness", "rd_willing_several_sessions"})
COST = frozenset({"x_uninsured", "in_cannot_afford_residential"})
SELF_HARM_OR_SUICIDE = sign_groups.THOUGHTS | {
    "x_past_self_harm",
    "x_past_attempt",
    "x_recent_suicide_attempt",
    "rd_cannot_stay_safe_between_sessions",
    "sf_active_suicidal",
    "sf_suicidal_plan_or_intent",
    "sf_life_threatening_self_harm",
    "x_attempt_last_week",
    "x_left_psychiatric_ward",
}
SAFETY_QUESTIONS = sign_groups.SAFETY_GATE - {sign_groups.IOP_NOT_ENOUGH}
"""What is asked about treatment counts for the result, and is no question about safety."""
IMAGES = "x_unwanted_harm_images"
RISING = frozenset({"mh_distress_rising", "pt_crises_between_sessions"})
AS_PRESCRIBED = frozenset({"x_sedatives_as_prescribed", "x_opioids_as_prescribed"})
OPIOIDS = frozenset({"x_uses_opioids", "x_opioids_last_30_days", "x_opioids_no_medication"})
ANY_OPIOID = OPIOIDS | {"x_opioids_as_prescribed", "x_opioid_medicine"}
MAY_HOLD_FENTANYL = frozenset(
    {"x_uses_stimulants", "x_uses_sedatives", "x_uses_other", "x_recent_overdose"}
)
TO_YOU = frozenset({sign_groups.HURT_BY_OTHER, "x_hurts_someone_close"})
PREGNANCY = sign_groups.PREGNANT | sign_groups.NEW_BABY | {"x_used_while_pregnant"}


class Banner(NamedTuple):
    """A banner, when it is shown in words, and when it is shown."""

    id: str
    when: str
    shown: Callable[[Decision], bool]


def _any(signs: frozenset[str]) -> Callable[[Decision], bool]:
    return lambda d: bool(d.findings.present & signs)


def _no(signs: frozenset[str]) -> Callable[[Decision], bool]:
    return lambda d: bool(d.findings.absent & signs)


def _stopping_is_a_risk(d: Decision) -> bool:
    f = d.findings
    used_again = sign_groups.USED_SINCE_DETOX in f.present and not withdrawal_is_over(f)
    stops = bool(withdrawal_now(f) or f.present & AS_PRESCRIBED) or used_again
    return stops or _daily_use_not_ruled_out(f)


def _daily_use_not_ruled_out(f: Findings) -> bool:
    """Alcohol or sedatives, and whether it's every day, or what stopping did, is left open."""
    used = f.present & sign_groups.HAVE_A_LAST_USE
    open_ = {sign_groups.DAILY_USE, *sign_groups.SEVERE_WITHDRAWAL} - f.answered
    return bool(used and open_) and not withdrawal_is_over(f)


def _violence(f: Findings) -> bool:
    """Someone gets hurt or may; an open question about that counts as "may".

    Home that isn't safe says nothing beside a clear no: it can be a street, or no place at all.
    """
    about_other = sign_groups.LOVED_ONE in f.present
    to_someone = {"x_violence_at_home"} | (TO_YOU if about_other else set())
    open_ = to_someone - f.answered
    checked = f.present & (to_someone | {sign_groups.HURT_BY_OTHER})
    return bool(open_ or checked)


def _mixing(f: Findings) -> bool:
    """The Vivitrol shot alone is medicine for opioid use, and no opioid; a pill on top is one."""
    shot = {sign_groups.OPIOID_MEDICINE} if sign_groups.VIVITROL in f.present else set()
    mixed = f.present & (ANY_OPIOID | {sign_groups.OPIOIDS_ONCE}) - shot
    opioids = mixed and f.present & sign_groups.ALCOHOL_OR_SEDATIVES
    return bool(opioids or (f.present & sign_groups.SEDATIVES and sign_groups.ALCOHOL in f.present))


def _after_a_break(f: Findings) -> bool:
    opioids = f.present & (OPIOIDS | {sign_groups.OPIOIDS_BEFORE})
    left = f.present & sign_groups.LEFT_INSTITUTION
    kratom_now = sign_groups.KRATOM in f.present
    paused = "x_uses_opioids" in f.present and sign_groups.OPIOIDS_NOW in f.absent
    paused = paused and not kratom_now
    ended = sign_groups.MEDICINE_ENDED in f.present
    return ended or bool(opioids and left) or (paused and "x_opioids_once" not in f.present)


def _steps_say_it(d: Decision) -> bool:
    """Medicine that ended: the steps of row 8 say what the body can take, and once is enough."""
    ended = sign_groups.MEDICINE_ENDED in d.findings.present
    return ended and d.outcome == "opioid_medicine_first"


def _pictures_in_steps(d: Decision) -> bool:
    """Pictures and a yes to "or might you": the steps of row 2 begin with the pictures."""
    present = d.findings.present
    may_be_more = present & {sign_groups.PSYCHOSIS, sign_groups.LOVED_ONE}
    hurts = "x_hurts_someone_close" in present and not may_be_more
    return hurts and d.outcome == "urgent_same_day"


def _overdose_is_a_risk(f: Findings) -> bool:
    left_with_opioids = sign_groups.OPIOIDS_BEFORE in f.present and bool(
        f.present & sign_groups.LEFT_INSTITUTION
    )
    medicine = {
        sign_groups.OPIOID_MEDICINE,
        sign_groups.MEDICINE_STOPPED,
        sign_groups.MEDICINE_ENDED,
    }
    return bool(f.present & (OPIOIDS | MAY_HOLD_FENTANYL | medicine)) or left_with_opioids


def _sober_living(f: Findings) -> bool:
    no_use = f.absent >= sign_groups.USES
    return bool(f.present & sign_groups.HOME_TROUBLE) and not no_use


_CONDITIONS: dict[str, tuple[str, Callable[[Decision], bool]]] = {
    "call_911": ("The result is danger to life now.", lambda d: d.outcome == "emergency_now"),
    "crisis_988": ("Always.", lambda _: True),
    "safety_box": (
        (
            "Thoughts of suicide or of being better off dead, self-harm or an attempt, now or in "
            "the past, not being sure to stay safe, or just out of a psychiatric ward. Not where "
            "the result is danger to life now: its own steps say more."
        ),
        lambda d: d.outcome != "emergency_now" and bool(d.findings.present & SELF_HARM_OR_SUICIDE),
    ),
    "rising_box": (
        "Rising distress or crises between visits, and none of what the note on thoughts is for.",
        lambda d: bool(
            d.findings.present & RISING and not d.findings.present & SELF_HARM_OR_SUICIDE
        ),
    ),
    "dv_box": (
        "Violence is checked or left open.",
        lambda d: _violence(d.findings),
    ),
    "finish_safety": (
        "A safety question is open, and no result of danger stands above it.",
        lambda d: bool(SAFETY_QUESTIONS - d.findings.answered) and d.outcome not in IN_DANGER,
    ),
    "conflict_notice": ("Two answers do not fit together.", lambda d: bool(d.conflicts)),
    "do_not_stop_suddenly": (
        (
            "Withdrawal that is not over, daily use again since detox, sedatives or opioids every "
            "day as prescribed, or alcohol or sedatives and a question on stopping left open."
        ),
        _stopping_is_a_risk,
    ),
    "past_withdrawal": (
        "A seizure or delirium in an earlier withdrawal, and withdrawal is over.",
        lambda d: (
            bool(d.findings.present & sign_groups.PAST_SEVERE) and not withdrawal_now(d.findings)
        ),
    ),
    "naloxone_medication": (
        (
            "Any opioid other than as prescribed, or medicine for opioid use; stimulants or "
            "street pills; sedatives not as prescribed; an overdose; just out of an institution, "
            "with opioids before. Not where the result is medicine for opioid use: its own steps "
            "say so."
        ),
        lambda d: d.outcome != "opioid_medicine_first" and _overdose_is_a_risk(d.findings),
    ),
    "mixing_box": (
        (
            "Two of these: opioids or medicine for opioid use (not the Vivitrol shot), alcohol, "
            "sedatives."
        ),
        lambda d: _mixing(d.findings),
    ),
    "lower_tolerance": (
        (
            "Opioids, and just out of jail, a hospital, detox or treatment, or a break from use; "
            "or medicine for opioid use that ended with a doctor, unless the result is that "
            "medicine: then its own steps say so."
        ),
        lambda d: _after_a_break(d.findings) and not _steps_say_it(d),
    ),
    "pregnancy_box": ("Pregnant, or a baby in the last year.", _any(PREGNANCY)),
    "unwanted_thoughts": (
        (
            "Scary pictures of harm that the person does not want. Not beside a yes to hurting "
            "someone close, in row 2, from the person: there the first step says it."
        ),
        lambda d: IMAGES in d.findings.present and not _pictures_in_steps(d),
    ),
    "eating_care": ("An eating problem.", _any(frozenset({sign_groups.EATING}))),
    "second_hand": (
        "The answers are about someone else.",
        _any(frozenset({sign_groups.LOVED_ONE})),
    ),
    "court_letter": (
        "A court, an employer, a school or an agency asked for this.",
        _any(frozenset({"x_asked_by_court"})),
    ),
    "waiting_box": ("On a waiting list for care.", _any(frozenset({"x_waiting_for_care"}))),
    "dual_program": (
        "A mental health problem and a substance problem at once.",
        _any(frozenset({sign_groups.CO_OCCURRING})),
    ),
    "sober_living": (
        "Trouble at home, unless no alcohol or drugs are used.",
        lambda d: _sober_living(d.findings),
    ),
    "housing_help": (
        "Home is not safe, or there is no steady place to live.",
        _any(frozenset({"lc_home_unsafe"})),
    ),
    "transport_help": ("No ride to count on, or not well enough to travel.", _no(TRANSPORT)),
    "group_concern": (
        "Not open to a group.",
        _no(frozenset({"rd_open_to_one_to_one_and_group"})),
    ),
    "readiness_box": ("Not willing, or not willing several times a week.", _no(WILLINGNESS)),
    "cost_help": ("No insurance, or residential treatment is out of reach.", _any(COST)),
}
BANNERS = tuple(Banner(name, *_CONDITIONS[name]) for name in ids.BANNERS)


def banners(decision: Decision) -> list[str]:
    """Ids of the banners for this decision, in the order in which a page shows them."""
    return [banner.id for banner in BANNERS if banner.shown(decision)]
