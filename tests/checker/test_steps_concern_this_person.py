"""One list for 911 and one for the emergency room, and no step about what nobody checked."""

from __future__ import annotations

import re

import pytest

from checker.examples import EVERYONE, EXAMPLES
from checker.model import OUTCOMES
from tests.checker.page_answer import answer, words

SHAKING_TO_911 = re.compile(r"[Ss]hak[^.?]*[?]\s*Call 911")

DAILY = {
    "substances": ["alcohol"],
    "last_use": ["days_3"],
    "stopped": ["no"],
    "daily_alcohol": ["daily"],
    "stopping": ["severe"],
}
"""Beer every day, and shaky when it stops: never a seizure, and nothing stopped."""
NERVES = {"feelings": ["anxious", "stress", "sleep"], "ride": ["no"], "cost": ["uninsured"]}
"""No alcohol, no drugs, and no care yet."""


def steps(found):
    """What the result says to do, also of an outcome beside it."""
    voice = found["audience"]
    said = words(OUTCOMES[found["outcome"]]["next_steps"], found["steps"], voice)
    for name, places in found["also_steps"].items():
        said += words(OUTCOMES[name]["next_steps"], places, voice)
    return said


@pytest.mark.parametrize("person", EXAMPLES, ids=lambda one: one["id"])
def test_shaking_alone_is_for_the_emergency_room(person):
    assert [s for s in steps(answer(person["answers"])) if SHAKING_TO_911.search(s)] == []


@pytest.mark.parametrize("who", ["me", "them"])
@pytest.mark.parametrize(
    "more",
    [
        {},
        {"stopped": ["yes"]},
        {"stopped": ["tapered"]},
        {"stopped": ["rather_not_say"]},
        {"daily_alcohol": ["not_daily"]},
        {"violence_by_me": ["yes"]},
        {"health": ["pregnant"]},
    ],
)
def test_who_drinks_reads_one_list_for_911(who, more):
    found = answer(DAILY | {"who": [who]} | more)
    assert "medical_withdrawal_first" in {found["outcome"], *found["also"]}
    beside = found["also_steps"].get("medical_withdrawal_first", found["steps"])
    said = words(OUTCOMES["medical_withdrawal_first"]["next_steps"], beside, found["audience"])
    lists = [s for s in said if "911 for a seizure" in s]
    assert len(lists) == 1, said


def test_a_morning_shake_is_a_reason_for_a_doctor_not_for_911():
    first, *_rest = steps(answer(DAILY))
    assert "if you're shaky in the morning" in first
    assert "don't stop all at once" in first


@pytest.mark.parametrize("home", ["chaotic", "against"])
@pytest.mark.parametrize(
    ("substances", "concerned"),
    [(["none"], False), (["cannabis"], True), (["sedatives_rx"], False)],
)
def test_sober_living_and_gambling_are_for_who_uses(home, substances, concerned):
    found = answer(NERVES | {"home_safe": [home], "substances": substances})
    said = " ".join(steps(found))
    assert found["outcome"] == "iop_supports_missing"
    assert ("sober living" in said) == ("gambling" in said) == concerned
    assert ("when it's quiet" in said) != concerned


@pytest.mark.parametrize("person", EXAMPLES, ids=lambda one: one["id"])
def test_who_checked_no_substance_reads_of_none(person):
    answers = EVERYONE | person["answers"]
    if answers["substances"] == ["none"]:
        said = " ".join(steps(answer(person["answers"])))
        assert "sober living" not in said
        assert "gambling" not in said
