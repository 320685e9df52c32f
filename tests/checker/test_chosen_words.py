"""No result speaks of what a person did not check, and each has a next step to begin with."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given

from checker.browser_api import result
from checker.examples import EVERYONE, EXAMPLES
from checker.model import BANNERS, OUTCOMES, RULES
from tests.checker.strategies import responses

OPIOIDS = {
    "x_uses_opioids",
    "x_opioids_last_30_days",
    "x_opioids_before",
    "x_opioid_medicine",
    "x_opioids_as_prescribed",
    "x_opioid_medicine_stopped",
}
SEDATIVES = {"x_uses_sedatives", "x_sedatives_as_prescribed"}
PREGNANCY = {"x_pregnant_now", "x_baby_last_year", "x_used_while_pregnant"}
LIFE = {
    "sf_active_homicidal",
    "sf_active_suicidal",
    "sf_suicidal_plan_or_intent",
    "sf_life_threatening_self_harm",
    "mh_passive_suicidal_thoughts",
    "x_suicidal_thoughts_no_plan",
    "mh_self_harm_not_life_threatening",
    "x_recent_suicide_attempt",
    "x_past_attempt",
    "x_past_self_harm",
    "rd_cannot_stay_safe_between_sessions",
    "x_means_at_hand",
}
VIOLENCE = {
    "x_violence_at_home",
    "x_hurt_by_this_person",
    "x_hurts_someone_close",
    "lc_home_unsafe",
}
# A word that must not appear, and the signs of which one must be checked for it.
# For someone in danger of another, or of a person who is losing touch: guns are named unasked.
GUNS = (
    LIFE
    | {"x_attempt_last_week", "x_command_voices", "x_psychosis_or_mania_now"}
    | {"x_hurt_by_this_person", "x_hurts_someone_close", "x_left_psychiatric_ward"}
    | {"x_about_loved_one"}  # from the outside nobody can rule it out
)
TOPICS = {
    r"\b(Suboxone|methadone|buprenorphine)\b": OPIOIDS,
    r"\b(naloxone|Narcan)\b": OPIOIDS
    | {"x_uses_stimulants", "x_uses_sedatives", "x_uses_other", "x_recent_overdose"}
    | {"x_medical_emergency_now"},
    r"\b(Xanax|anxiety or sleep)\b": SEDATIVES,
    r"\b(four or more drinks|you drink|they drink every day)\b": {"x_uses_alcohol"},
    r"\b(weed|Weed)\b": {"x_uses_cannabis"},
    r"\b(pregnan\w+|breastfeed\w*|baby|midwife)\b": PREGNANCY | {"x_unwanted_harm_images"},
    r"\bguns?\b": GUNS,
    r"\b(choked|Domestic Violence)\b": VIOLENCE,
    r"\b(court|judge)\b": {"x_asked_by_court"},
    r"\b(throw up|water down)\b": {
        "x_cannot_keep_fluids",
        "x_eating_problem",
        "x_fall_or_head_injury",
    },
    r"\bwaiting list\b": {"x_waiting_for_care"},
    r"\bGHB\b": {"x_uses_ghb"},
    r"\b(kratom|Kratom|tianeptine)\b": {"x_kratom"},
    r"\bVivitrol\b": {"x_opioid_medicine"},
    r"\b(your IOP team|You're in a program)\b": {
        *("x_in_iop_helping", "x_in_program_now", "x_done_with_iop_goals"),
    },
    r"\bdetox\b": OPIOIDS
    | SEDATIVES
    | {"x_uses_ghb", "x_uses_alcohol", "x_using_again_since_detox", "su_detox_completed"}
    | {"x_left_institution_30_days", "pt_recent_residential_completion"},  # "rehab, detox or …"
}


def shown(answer) -> list[str]:
    """Every text that the page shows of this result and its notes, in the person's voice."""
    said, who = OUTCOMES[answer["outcome"]], answer["audience"]
    title = said if answer["variant"] is None else said["variants"][answer["variant"]]
    texts = [title["title"], title["lead"]]
    texts += [said["meaning"][place] for place in answer["meaning"]]
    texts += [said["next_steps"][place] for place in answer["steps"]]
    for name in answer["banners"]:
        texts.append(BANNERS[name]["title"])
        texts += [BANNERS[name]["text"][place] for place in answer["banner_texts"][name]]
    return [text.get(who) or text["me"] for text in texts]


def ask(form):
    return json.loads(result(json.dumps({"responses": form})))


@given(responses())
def test_no_result_speaks_of_what_was_not_checked(form):
    answer = ask(form)
    # A question that was declined or left open brings its note: that is not a word too many.
    notes = set(answer["banners"])
    brought = [VIOLENCE] * ("dv_box" in notes) + [GUNS] * ("finish_safety" in notes)
    present = set(answer["findings"]["present"])
    for text in shown(answer):
        for words, signs in TOPICS.items():
            said_for_nothing = re.search(words, text) and not present & signs
            if not any(signs is topic for topic in brought):
                assert not said_for_nothing, (text, answer["outcome"])


@given(responses())
def test_every_result_has_a_first_step_and_no_empty_note(form):
    answer = ask(form)
    assert answer["steps"], answer["outcome"]
    assert answer["meaning"], answer["outcome"]
    for name in answer["banners"]:
        assert answer["banner_texts"][name], name


@pytest.mark.parametrize("rule", [r for r in RULES.values() if r["outcome"] == "urgent_same_day"])
def test_each_reason_for_today_has_its_own_place_to_turn(rule):
    assert rule["turn"]["text"]["me"].endswith(".")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["id"])
def test_violence_is_never_sent_home_to_print(example):
    answer = ask(EVERYONE | example["answers"])
    hurt = set(answer["findings"]["present"]) & (VIOLENCE - {"lc_home_unsafe"})
    if answer["audience"] != "them":  # about oneself this sign is a person who hurts someone
        hurt -= {"x_hurts_someone_close"}
    if answer["outcome"] == "urgent_same_day" and hurt:
        texts = shown(answer)
        assert any("Domestic Violence Hotline" in text or "Childhelp" in text for text in texts)
        for text in texts:
            assert "print" not in text or text.startswith("Don't print")


@pytest.mark.parametrize("banner", ["safety_box"])
def test_thoughts_always_bring_guns_and_pills(banner):
    always = [text for text in BANNERS[banner]["text"] if not {"if", "unless"} & set(text)]
    assert any("guns and pills" in text["me"] for text in always)
