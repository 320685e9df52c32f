"""Which words of an outcome and its banners are said to this person, and which are left out.

Nobody reads about what they did not check: see docs/decisions/031-words-for-this-person.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker import sign_groups
from checker.model import BANNERS, OUTCOMES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.findings import Findings
    from checker.rules import Decision


def chosen_words(decision: Decision, shown_banners: Iterable[str]) -> dict[str, Any]:
    """The places of what is said, in the lists of `outcomes.yml`.

    Returns `{"variant": place or None, "meaning": [places], "steps": [places],
    "banner_texts": {banner id: [places]}}`.
    """
    outcome = OUTCOMES[decision.outcome]
    return {
        "variant": variant_of(decision.outcome, decision),
        "meaning": _holding(outcome["meaning"], decision),
        "steps": _holding(outcome["next_steps"], decision),
        "banner_texts": banner_texts(shown_banners, decision),
    }


def banner_texts(shown_banners: Iterable[str], decision: Decision) -> dict[str, list[int]]:
    """The places of the texts of each banner that hold for this person."""
    return {name: _holding(BANNERS[name]["text"], decision) for name in shown_banners}


def steps_of(outcome: str, decision: Decision) -> list[int]:
    """The places of the steps of another outcome that hold for this person."""
    return _holding(OUTCOMES[outcome]["next_steps"], decision)


def variant_of(outcome: str, decision: Decision) -> int | None:
    """The place of the title and lead of another outcome for this person, or None for its own."""
    variants = _holding(OUTCOMES[outcome].get("variants", ()), decision)
    return variants[0] if variants else None


def _holding(items: Iterable[dict[str, Any]], decision: Decision) -> list[int]:
    return [place for place, item in enumerate(items) if holds(item, decision)]


def holds(item: dict[str, Any], decision: Decision) -> bool:
    """Whether all conditions of these words hold; signs are read after contradictions."""
    f = decision.findings
    rules = {reason.rule for reason in decision.because}
    return (
        _some(item.get("if"), f.present)
        and f.present >= set(item.get("if_all", ()))
        and _some(item.get("if_no"), f.absent)
        and not (item.get("if_open") and f.answered >= set(item["if_open"]))
        and _some(item.get("if_rule"), rules)
        and _some(item.get("voice"), {voice_of(f)})
        and _some(item.get("beside"), {decision.outcome})
        and not f.present & set(item.get("unless", ()))
        and not ("unless_all" in item and f.present >= set(item["unless_all"]))
        and not rules & set(item.get("unless_rule", ()))
    )


def voice_of(f: Findings) -> str:
    """Whom the words speak to, as `responses.audience` says it of responses."""
    if sign_groups.LOVED_ONE in f.present:
        return "them"
    return "teen" if sign_groups.UNDER_18 in f.present else "me"


def _some(wanted: list[str] | None, there: Iterable[str]) -> bool:
    return wanted is None or bool(set(wanted) & set(there))
