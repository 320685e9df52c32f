"""The part of the decision table about signs: the groups that rules speak of, and every sign."""

from __future__ import annotations

from checker import banners, sign_groups
from checker.findings import CONTRADICTIONS, canonical
from checker.model import QUESTIONS, SIGNS, Sign
from checker.sign_words import SIGN_WORDS

WITH_FAINTING = (
    "A doctor first, with a pregnancy, a birth in the last year, an eating problem or drugs"
)
GATE = "Must be answered before anything favorable"

# Name in words, as the conditions of the outcomes use it, and the signs.
GROUPS: dict[str, frozenset[str]] = {
    "Danger to life now": sign_groups.EMERGENCY,
    "Cannot wait until tomorrow": sign_groups.URGENT,
    "Thoughts": sign_groups.THOUGHTS,
    "Quiet thoughts or self-harm": sign_groups.QUIET_THOUGHTS,
    "What makes thoughts a matter for today": sign_groups.HISTORY | {sign_groups.MEANS},
    "Protection (both must be answered yes)": sign_groups.PROTECTION,
    "Pregnant": sign_groups.PREGNANT,
    "A baby in the last year": sign_groups.NEW_BABY,
    "Withdrawal": sign_groups.WITHDRAWAL | {sign_groups.PRESCRIBED_STOPPED},
    "A seizure or delirium in an earlier withdrawal": sign_groups.PAST_SEVERE,
    "The first days after stopping": frozenset(
        {"x_last_within_3_days", "x_last_4_to_10_days", sign_groups.STOPPED}
    ),
    "Detox is finished": frozenset({sign_groups.DETOX_DONE}),
    "Daily use again since detox": frozenset({sign_groups.USED_SINCE_DETOX}),
    "More support first": sign_groups.HIGHER,
    "A doctor first": sign_groups.DOCTOR,
    WITH_FAINTING: frozenset({sign_groups.NEARLY_FAINTED}),
    "Kratom alone": frozenset({sign_groups.KRATOM}),
    "Opioids now": frozenset({sign_groups.OPIOIDS_NOW}),
    "A pain pill or two, after medicine that ended": frozenset({sign_groups.OPIOIDS_ONCE}),
    "Opioids before, and just out of an institution": sign_groups.LEFT_INSTITUTION
    | {sign_groups.OPIOIDS_BEFORE},
    "Medicine for opioid use": frozenset(
        {sign_groups.OPIOID_MEDICINE, sign_groups.MEDICINE_STOPPED, sign_groups.MEDICINE_ENDED}
    ),
    GATE: sign_groups.SAFETY_GATE,
    "Need: care now is not enough": sign_groups.CURRENT,
    "Need: risk": sign_groups.RISK,
    "Need: a recent step down": sign_groups.STEP_DOWN,
    "Need: past care": sign_groups.PAST,
    "Need: two problems at once": frozenset({sign_groups.CO_OCCURRING}),
    "Need: daily life": sign_groups.FUNCTION,
    "Need: other signs": sign_groups.NEED
    - sign_groups.CURRENT
    - sign_groups.RISK
    - sign_groups.STEP_DOWN
    - sign_groups.PAST
    - sign_groups.FUNCTION
    - {sign_groups.CO_OCCURRING},
    "In a program now": sign_groups.IN_PROGRAM,
    "Doing well": frozenset({sign_groups.STABLE, sign_groups.IOP_GOALS_MET}),
    "Weekly care helps": frozenset({sign_groups.WEEKLY_WORKS}),
    "Under 18": frozenset({sign_groups.UNDER_18}),
    "Someone else answers": frozenset({sign_groups.LOVED_ONE}),
    "Alcohol, drugs and prescribed medicines": sign_groups.USES
    | sign_groups.SEDATIVES
    | sign_groups.PRESCRIBED_PILLS,
    "Last drink or sedative": frozenset(sign_groups.LAST_USE),
    "Trouble at home": sign_groups.HOME_TROUBLE,
    "Support that may be missing (when answered no)": sign_groups.SUPPORT_WANTED,
}

# Groups whose signs a rule names as its reasons; a test holds every reason against this.
ANY_NEED = tuple(name for name in GROUPS if name.startswith("Need: "))
BODY = ("A doctor first", WITH_FAINTING)
NAMED_BY: dict[str, tuple[str, ...]] = {
    "emergency_sign": ("Danger to life now",),
    "emergency_new_mother": ("Cannot wait until tomorrow", "A baby in the last year"),
    "emergency_first_days": (
        "The first days after stopping",
        "A seizure or delirium in an earlier withdrawal",
    ),
    "emergency_unreal_withdrawal": (
        *("Cannot wait until tomorrow", "Withdrawal", "The first days after stopping"),
    ),
    "emergency_means": (
        *("Cannot wait until tomorrow", "Thoughts", "Protection (both must be answered yes)"),
        *("What makes thoughts a matter for today", "Someone else answers"),
    ),
    **dict.fromkeys(
        ("emergency_violence_means", "emergency_violence_self_harm"),
        ("Cannot wait until tomorrow", "Thoughts", "What makes thoughts a matter for today"),
    ),
    **dict.fromkeys(sign_groups.URGENT_RULES.values(), ("Cannot wait until tomorrow",)),
    "urgent_violence_by_teen": ("Cannot wait until tomorrow",),
    "ward_worse_after_attempt": (
        *("What makes thoughts a matter for today", "Need: other signs", "Need: daily life"),
    ),
    "urgent_pregnant_opioids": ("Pregnant", "Opioids now"),
    "urgent_pregnant_medicine": ("Pregnant", "Medicine for opioid use"),
    "urgent_withdrawal": ("Withdrawal", "The first days after stopping"),
    "home_unsafe_violence_open": ("Trouble at home",),
    "thoughts_means_open": ("Quiet thoughts or self-harm",),
    "thoughts_after_birth": ("Quiet thoughts or self-harm", "Pregnant", "A baby in the last year"),
    "thoughts_second_hand": ("Quiet thoughts or self-harm", "Someone else answers"),
    "urgent_fainting": (*BODY, "Pregnant", "Withdrawal"),
    "urgent_fainting_use": (
        *(*BODY, "Alcohol, drugs and prescribed medicines", "Opioids now"),
        "Medicine for opioid use",
    ),
    "thoughts_and_pain_pills": ("Thoughts", *BODY),
    "thoughts_and_medicine": ("Thoughts", "Medicine for opioid use"),
    "thoughts_and_opioids": ("Quiet thoughts or self-harm", "Opioids now"),
    "thoughts_and_drinking": ("Quiet thoughts or self-harm", "Withdrawal", "A doctor first"),
    "thoughts_and_daily_life": ("Quiet thoughts or self-harm", "More support first"),
    "thoughts_not_safe_no_call": (
        *("Thoughts", "Cannot wait until tomorrow", "Protection (both must be answered yes)"),
    ),
    "urgent_fainting_fall": BODY,
    "urgent_pregnant_withdrawal": ("Pregnant", "Withdrawal", *BODY),
    "thoughts_and_history": ("Thoughts", "What makes thoughts a matter for today"),
    "thoughts_and_means": (
        "Quiet thoughts or self-harm",
        "What makes thoughts a matter for today",
    ),
    "thoughts_without_protection": (
        "Quiet thoughts or self-harm",
        "Protection (both must be answered yes)",
    ),
    "used_since_detox": ("Daily use again since detox",),
    "withdrawal_risk": ("Withdrawal",),
    "severe_before_days_4_to_10": ("A seizure or delirium in an earlier withdrawal",),
    "severe_before_open": ("A seizure or delirium in an earlier withdrawal",),
    "severe_before_detox": ("A seizure or delirium in an earlier withdrawal",),
    "severe_before_daily": ("A seizure or delirium in an earlier withdrawal",),
    "stopped_against_advice": ("Withdrawal",),
    "severe_before_pills": ("A seizure or delirium in an earlier withdrawal",),
    "ghb_stopped": ("Withdrawal", "The first days after stopping"),
    "stopped_amount_open": ("The first days after stopping",),
    "daily_use": ("Withdrawal",),
    "pills_stopped": ("Withdrawal",),
    "needs_more_than_iop": ("More support first",),
    **dict.fromkeys(sign_groups.DOCTOR_RULES.values(), BODY),
    "doctor_pregnant_recent": ("Pregnant", "The first days after stopping"),
    "doctor_after_birth": ("A baby in the last year", "Need: other signs"),
    "under_18": ("Under 18",),
    "about_loved_one": ("Someone else answers",),
    "opioid_medicine_stopped": ("Medicine for opioid use",),
    "opioids_untreated": ("Opioids now",),
    "opioids_on_top": ("Opioids now",),
    "opioids_once_after_medicine": (
        *("A pain pill or two, after medicine that ended", "Medicine for opioid use"),
    ),
    "kratom_needs_more": ("Kratom alone", "Need: other signs"),
    "opioids_after_leaving": ("Opioids before, and just out of an institution",),
    "in_program": ("In a program now",),
    "doing_well": ("Doing well",),
    "support_missing": ("Trouble at home", "Support that may be missing (when answered no)"),
    "care_now_not_enough": ("Need: care now is not enough",),
    "risk_sign": ("Need: risk",),
    "step_down": ("Need: a recent step down",),
    "step_down_ward": ("Need: a recent step down",),
    "daily_use_ended": ("Withdrawal",),
    "daily_use_before": ("Withdrawal",),
    "past_or_both_and_more": ANY_NEED,
    "daily_life_and_more": ANY_NEED,
    "five_signs": ANY_NEED,
    "pills_and_alcohol": ("Alcohol, drugs and prescribed medicines",),
    "weekly_care_works": ("Weekly care helps",),
    "few_signs": ANY_NEED,
    "no_signs": ANY_NEED,
}

# Part of every sign that no condition names, but that still does something.
ASIDE: dict[str, frozenset[str]] = {
    "can contradict other answers": frozenset(favorable for _, favorable, _ in CONTRADICTIONS),
    "brings a note, never changes the result": frozenset(
        {
            *("x_opioids_no_medication", "x_opioids_as_prescribed"),
            *("x_vivitrol", "x_tapering", "x_sedatives_rx_tapering"),
            "x_watched_for_years",
            "x_past_self_harm",
            *("x_waiting_for_care", "x_asked_by_court"),
            *banners.COST,
        }
    ),
}

NO_PART = "no part in the result"

SECTIONS = {
    "previous_treatment": "Care before",
    "mental_health": "Mental health",
    "substance_use": "Substance use",
    "life_circumstances": "Home, work and family",
    "insurance": "Money",
    "readiness": "Being ready",
    "added": "Added for safety, not in the source article",
}


def groups() -> str:
    """Each group with the signs in it."""
    lines = ["## The groups of signs that the conditions speak of"]
    for name, signs in GROUPS.items():
        lines += ["", f"**{name}**", ""]
        lines += [f"- {SIGN_WORDS[sign].text} (`{sign}`)" for sign in sorted(signs)]
    return "\n".join(lines)


def named_by(rule: str) -> str:
    """The groups whose signs a rule names, in words."""
    names = NAMED_BY[rule]
    return "all groups of need" if names == ANY_NEED else " and ".join(f"“{n}”" for n in names)


def every_sign() -> str:
    """Every sign that an answer can set: its source line, its part, and where it is asked."""
    lines = [
        "## Every sign",
        "",
        "“Line” is the line of the source article; a dash means that the sign was added.",
    ]
    asked = {
        sign: ", ".join(f"`{q.id}`" for q in QUESTIONS.values() if sign in q.signs)
        for q in QUESTIONS.values()
        for sign in q.signs
    }
    for section, title in SECTIONS.items():
        rows = [s for s in SIGNS.values() if s.section == section and canonical(s.id) in asked]
        lines += ["", f"### {title}", "", "| Sign | Line | Part | Asked in |"]
        lines += ["| --- | --- | --- | --- |", *(_row(sign, asked) for sign in rows)]
        added = [sign.id for sign in rows if not SIGN_WORDS[sign.id].source_line]
        reasons = [f"- `{sign}`: {SIGN_WORDS[sign].why}" for sign in added]
        lines += ["", "Why these were added:", "", *reasons] if reasons else []
    return "\n".join(lines)


def _row(sign: Sign, asked: dict[str, str]) -> str:
    line = str(SIGN_WORDS[sign.id].source_line or "–")
    known = canonical(sign.id)
    part = "; ".join([GATE] * (known in sign_groups.SAFETY_GATE) + parts(known)) or NO_PART
    where = asked[known] if known == sign.id else f"as `{known}`"
    return f"| {SIGN_WORDS[sign.id].text} (`{sign.id}`) | {line} | {part} | {where} |"


def parts(sign: str) -> list[str]:
    """The groups that this sign stands in, the safety gate apart."""
    named = {name: signs for name, signs in (GROUPS | ASIDE).items() if name != GATE}
    return [name for name, signs in named.items() if sign in signs]
