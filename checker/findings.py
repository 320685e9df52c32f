"""What is known about a person: signs present, signs absent, and all else unanswered.

Unanswered is never "no". Two answers that contradict each other are settled here, once,
toward the riskier reading, so that every rule sees the same findings.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from checker import sign_groups
from checker.model import SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterable


# Answers that do not fit together: the rule, the favorable sign, and the riskier ones that count.
CONTRADICTIONS: tuple[tuple[str, str, frozenset[str]], ...] = (
    ("home_safe_or_not", "lc_safe_place_to_live", frozenset({"lc_home_unsafe"})),
    (
        "home_free_of_substances_or_not",
        "lc_home_substance_free",
        frozenset({"su_substances_where_i_live", "lc_home_undermines_recovery"}),
    ),
    ("withdrawal_mild_or_severe", "su_withdrawal_mild_moderate", sign_groups.SEVERE_WITHDRAWAL),
    (
        "withdrawal_mild_or_severe",
        "su_past_withdrawal_uncomplicated",
        sign_groups.SEVERE_WITHDRAWAL,
    ),
    (
        "urges_held_or_not",
        "rd_can_hold_self_harm_urges",
        frozenset({"rd_cannot_stay_safe_between_sessions"}),
    ),
    ("weekly_care_works_or_not", sign_groups.WEEKLY_WORKS, sign_groups.CURRENT),
    ("program_helps_or_not", "x_in_iop_helping", frozenset({sign_groups.IOP_NOT_ENOUGH})),
    (
        "goals_met_or_not",
        sign_groups.IOP_GOALS_MET,
        frozenset({"x_in_program_now", sign_groups.IOP_NOT_ENOUGH}),
    ),
)

# The sign that is asked in place of another one (`alias_of`).
ASKED_AS = {sign: known.alias_of for sign, known in SIGNS.items() if known.alias_of}
ALIASES = frozenset(ASKED_AS)

NO_USE_OR_USE = "no_use_or_use"
# The noes that rest on "no alcohol or drugs in the last 12 months".
SUBSTANCE_NOES = (sign_groups.WITHDRAWAL - {sign_groups.PRESCRIBED_SEDATIVE}) | {
    sign_groups.USED_SINCE_DETOX,
    sign_groups.OPIOIDS_NOW,
    sign_groups.MEDICINE_STOPPED,
    sign_groups.PRESCRIBED_STOPPED,
    *("x_recent_overdose", "x_alcohol_poisoning", sign_groups.PAIN_PILLS_STOPPED),
}

ALCOHOL_OR_NOT = "alcohol_or_not"
# The noes that rest on "no alcohol": the questions about stopping were not asked.
ALCOHOL_NOES = frozenset({sign_groups.DAILY_USE}) | sign_groups.SEVERE_WITHDRAWAL

# Pairs that leave no third possibility. Mild and severe withdrawal can both be absent, and so can
# "weekly care helps" and every sign that it does not.
OPPOSITES: tuple[frozenset[str], ...] = (
    frozenset({"lc_safe_place_to_live", "lc_home_unsafe"}),
    frozenset(
        {
            "lc_home_substance_free",
            "su_substances_where_i_live",
            "lc_home_undermines_recovery",
        }
    ),
    frozenset({"rd_can_hold_self_harm_urges", "rd_cannot_stay_safe_between_sessions"}),
)


class InputError(ValueError):
    """The input cannot be read as findings or responses; the message names the culprit."""


@dataclass(frozen=True)
class Findings:
    """Sign ids that are present and absent (never both), and those a person declined to answer."""

    present: frozenset[str] = frozenset()
    absent: frozenset[str] = frozenset()
    declined: frozenset[str] = frozenset()

    @cached_property
    def answered(self) -> frozenset[str]:
        """Signs with a yes or a no."""
        return self.present | self.absent

    @cached_property
    def need(self) -> frozenset[str]:
        """Need signs present."""
        return self.present & sign_groups.NEED


@dataclass(frozen=True)
class Conflict:
    """Answers that cannot all hold. `counts` is the riskier side, which the rules use."""

    rule: str
    dropped: tuple[str, ...]
    counts: tuple[str, ...]

    @property
    def signs(self) -> tuple[str, ...]:
        """Both sides, the one that does not count first."""
        return self.dropped + self.counts


def read_findings(raw: object) -> Findings:
    """Findings from `{"present": [sign ids], "absent": [sign ids]}`; a missing list is empty.

    Raises InputError for another shape, an unknown sign, or a sign on both sides.
    """
    if not isinstance(raw, dict):
        raise InputError('expected an object {"present": [...], "absent": [...]}')
    unknown = sorted(set(map(str, raw)) - {"present", "absent"})
    if unknown:
        raise InputError(f"unknown key {_show(unknown[0])}; use present and absent")
    present, absent = _sign_ids(raw, "present"), _sign_ids(raw, "absent")
    both = sorted(present & absent)
    if both:
        raise InputError(f"sign {_show(both[0])} stands in both present and absent")
    return Findings(present, absent)


def _sign_ids(raw: dict[str, Any], key: str) -> frozenset[str]:
    ids = raw.get(key, [])
    if not isinstance(ids, list):
        raise InputError(f"{key} must be a list of sign ids")
    for sign in ids:
        if not isinstance(sign, str) or sign not in SIGNS:
            raise InputError(f"unknown sign {_show(sign)} in {key}")
    return frozenset(ids)


def _show(value: object) -> str:
    """The value, quoted and short enough for one line."""
    return repr(value)[:80]


def canonical(sign: str) -> str:
    """The sign that is asked in place of this one (`alias_of`), or the sign itself."""
    return ASKED_AS.get(sign, sign)


def settle(findings: Findings) -> tuple[Findings, list[Conflict]]:
    """The findings that the rules decide on, and the contradictions found on the way.

    Of a contradicting pair the riskier member stays and the favorable one becomes unanswered;
    a pair denied on both sides becomes unanswered on both. Of several answers on the last use the
    most recent one stays. Medicine for opioid use that ended is not taken any more.
    """
    merged = _merge_aliases(findings)
    conflicts = list(_conflicts(merged))
    unanswered = {sign for conflict in conflicts for sign in conflict.dropped}
    unanswered -= {sign_groups.USED_PREGNANT}  # row 5 asks for a doctor: nothing is left open
    unanswered |= _denied_on_both_sides(merged) | _older_last_use(merged) | _ended(merged)
    if any(conflict.rule == NO_USE_OR_USE for conflict in conflicts):
        unanswered |= (SUBSTANCE_NOES & merged.absent) | {sign_groups.LONG_AGO}
    if any(conflict.rule == ALCOHOL_OR_NOT for conflict in conflicts):
        unanswered |= ALCOHOL_NOES & merged.absent
    present, absent = merged.present - unanswered, merged.absent - unanswered
    return Findings(present, absent, merged.declined), conflicts


def _older_last_use(f: Findings) -> set[str]:
    """All but the most recent of the answers on the last drink or sedative."""
    given = [sign for sign in sign_groups.LAST_USE if sign in f.present]
    return set(given[1:])


def _ended(f: Findings) -> set[str]:
    """The medicine for opioid use of the past year, where it ended with a doctor."""
    ended = sign_groups.MEDICINE_ENDED in f.present
    return {sign_groups.OPIOID_MEDICINE, sign_groups.VIVITROL} if ended else set()


def _merge_aliases(findings: Findings) -> Findings:
    """One fact under one id.

    If the two ids disagree, the sign stays in both sets: it counts as need, and withdrawal
    does not count as over (`conditions.withdrawal_is_over`). Both are the safer reading.
    """
    present, absent = map(_as_asked, (findings.present, findings.absent))
    return Findings(present, absent, findings.declined)


def _as_asked(signs: frozenset[str]) -> frozenset[str]:
    """The signs, each alias as the sign that is asked in its place."""
    aliases = signs & ALIASES
    return (signs - aliases) | {ASKED_AS[sign] for sign in aliases}


def _conflicts(f: Findings) -> Iterable[Conflict]:
    """Contradictions, in the order in which a page shows them."""
    for rule, favorable, risky in CONTRADICTIONS:
        if favorable in f.present and f.present & risky:
            yield Conflict(rule, (favorable,), tuple(sorted(f.present & risky)))
    if sign_groups.STABLE in f.present and (against := _against_doing_well(f)):
        yield Conflict("doing_well_or_not", (sign_groups.STABLE,), tuple(sorted(against)))
    if sign_groups.WILLING_SEVERAL in f.present and sign_groups.SOME_WILLINGNESS in f.absent:
        counts = (sign_groups.SOME_WILLINGNESS,)
        yield Conflict("willing_or_not", (sign_groups.WILLING_SEVERAL,), counts)
    yield from _about_use(f)


def _against_doing_well(f: Findings) -> frozenset[str]:
    """What does not fit with "doing well for months": one sign of a bad month, or enough need."""
    need = f.need if len(f.need) >= sign_groups.NEED_AGAINST_STABLE else frozenset()
    return need | f.present & sign_groups.AGAINST_STABLE


def _about_use(f: Findings) -> Iterable[Conflict]:
    """Contradictions between what was used, when last, and what that does."""
    if f.absent >= sign_groups.USES and (yes := _use_after_all(f)):
        yield Conflict(NO_USE_OR_USE, tuple(sorted(sign_groups.USES)), tuple(sorted(yes)))
    if f.present >= {"x_alcohol_poisoning"} and sign_groups.ALCOHOL in f.absent:
        yield Conflict(ALCOHOL_OR_NOT, (sign_groups.ALCOHOL,), ("x_alcohol_poisoning",))
    others = sign_groups.USES - sign_groups.HAVE_A_LAST_USE
    if f.present >= {sign_groups.LONG_AGO, sign_groups.USED_SINCE_DETOX} and f.absent >= others:
        again = (sign_groups.USED_SINCE_DETOX,)
        yield Conflict("last_use_or_again", (sign_groups.LONG_AGO,), again)
    recent = f.present & sign_groups.WITHIN_10_DAYS
    if recent and pregnant_and_used(f) and sign_groups.USED_PREGNANT in f.absent:
        yield Conflict("pregnant_use_or_not", (sign_groups.USED_PREGNANT,), tuple(sorted(recent)))
    if (
        sign_groups.OPIOIDS_NOW in f.absent
        and opioids_alone(f)
        and sign_groups.KRATOM not in f.present
    ):
        needs_more = (sign_groups.NEEDS_MORE,)
        yield Conflict("opioids_or_not", (sign_groups.OPIOIDS_NOW,), needs_more)


def _use_after_all(f: Findings) -> frozenset[str]:
    """Signs of use beside "none in 12 months"; detox last month, too, if nothing is prescribed."""
    detox = f.absent >= sign_groups.PRESCRIBED and f.present & {sign_groups.DETOX_DONE}
    return (f.present & sign_groups.USE_NOW) | (detox or frozenset())


def pregnant_and_used(f: Findings) -> bool:
    """Pregnant, with alcohol, pills not as prescribed or GHB in the last ten days."""
    recent = f.present & sign_groups.WITHIN_10_DAYS
    used = f.present & sign_groups.HAVE_A_LAST_USE
    return bool(recent and used) and "x_pregnant_now" in f.present


def opioids_alone(f: Findings) -> bool:
    """Needs more or is sick without it, and "it" can only be opioids that aren't prescribed."""
    used = f.present & (sign_groups.USES | sign_groups.PRESCRIBED)
    return sign_groups.NEEDS_MORE in f.present and used == {"x_uses_opioids"}


def _denied_on_both_sides(f: Findings) -> set[str]:
    """Signs whose opposite is denied too: one of the two must hold, so neither "no" is known."""
    return {sign for pair in OPPOSITES if pair <= f.absent for sign in pair}
