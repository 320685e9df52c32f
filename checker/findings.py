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
    *("x_recent_overdose", "x_alcohol_poisoning", "x_pain_pills_stopped"),
}

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
    unanswered |= _denied_on_both_sides(merged) | _older_last_use(merged) | _ended(merged)
    if any(conflict.rule == NO_USE_OR_USE for conflict in conflicts):
        unanswered |= SUBSTANCE_NOES & merged.absent
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
    does not count as over (`rules.withdrawal_is_over`). Both are the safer reading.
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
    if sign_groups.STABLE in f.present and len(f.need) >= sign_groups.NEED_AGAINST_STABLE:
        yield Conflict("doing_well_or_not", (sign_groups.STABLE,), tuple(sorted(f.need)))
    if sign_groups.WILLING_SEVERAL in f.present and sign_groups.SOME_WILLINGNESS in f.absent:
        counts = (sign_groups.SOME_WILLINGNESS,)
        yield Conflict("willing_or_not", (sign_groups.WILLING_SEVERAL,), counts)
    if f.absent >= sign_groups.USES and f.present & sign_groups.USE_NOW:
        noes, yes = sorted(sign_groups.USES), sorted(f.present & sign_groups.USE_NOW)
        yield Conflict(NO_USE_OR_USE, tuple(noes), tuple(yes))


def _denied_on_both_sides(f: Findings) -> set[str]:
    """Signs whose opposite is denied too: one of the two must hold, so neither "no" is known."""
    return {sign for pair in OPPOSITES if pair <= f.absent for sign in pair}
