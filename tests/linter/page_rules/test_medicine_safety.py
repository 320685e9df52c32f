"""Advice to stop or change a medicine alone, in the words that people use for it."""

from __future__ import annotations

import pytest


def found(small, body):
    small.page(f"One.\n\n{body}")
    rules = ("stopping-medicine", "stopping-alone", "dose")
    return [i for i in small.issues() if i.rule in rules]


@pytest.mark.parametrize(
    "body",
    [
        "Take 10 mg of melatonin if you can't sleep.",
        "Take ten mg of melatonin.",
        "If your head hurts, take about 400 mg of ibuprofen.",
    ],
)
def test_an_amount_to_take_is_an_error(small, body):
    assert [(one.rule, one.severity) for one in found(small, body)] == [("dose", "error")]


@pytest.mark.parametrize(
    "body",
    [
        "Throw out your Xanax tonight.",
        "Quit Xanax today.",
        "Throw the pills away and rest at home for a few days.",
        "Flush your Suboxone.",
        "Dump all of your pills down the toilet.",
        "First, get rid of your meds.",
        "Flush your pills and don't look back.",
        "Throwing out your Klonopin is the first step.",
        "Skip your dose tonight.",
        "Stop taking your pills on day one.",
        "You can stop your methadone once you start.",
        "Lower your dose by half each day until you're off Klonopin.",
        "Double your morning dose.",
        "Flush your Suboxone without asking a doctor.",
        "Your medicine isn't needed once you start.",
        "You don't need your Suboxone.",
        "You can stop drinking today.",
        "Detox in your own bed over the weekend.",
        "Taper off Xanax yourself: cut your pills in half.",
        "We recommend stopping all medications.",
        "Leave your methadone at home.",
        "Go without your pills for a week.",
        "Don't take your Suboxone anymore.",
        "Never take your pills again.",
        "Flush your\nSub\u00adoxone.",
        "If it feels too strong, cut your Xanax in half every other day.",
        "Drink tea if you can't sleep, and cut your Xanax in half every other day.",
        "Try taking your Xanax only every other day.",
        "Take two of your Suboxone if one doesn't work.",
        "Take an extra dose on a bad day.",
    ],
)
def test_advice_to_stop_alone_is_an_error(small, body):
    issues = found(small, body)
    assert issues
    assert {issue.severity for issue in issues} == {"error"}
    assert "octor" in issues[0].fix


@pytest.mark.parametrize(
    "body",
    [
        "Don't throw out your Suboxone.",
        "Never stop taking your pills suddenly.",
        "If you stop taking your pills, withdrawal can start.",
        "Some programs tell you to stop your methadone.",
        "Talk to your doctor before you lower your dose.",
        "Your doctor can lower your dose step by step.",
        "Stopping Xanax suddenly can cause seizures.",
        "Should you stop taking your medicine?",
        "If you want to stop your meds, call first.",
        "Don't drive, and don't skip your dose.",
        "Ask a pharmacist before you take 10 mg of melatonin.",
        "Some people take 20 mg a day.",
        "Write down how much you take: two of your pills, or three.",
        "Take old pills to a pharmacy; get rid of unused pills there.",
        "People who stop drinking today may need help.",
        "Take your medicine at the same time each day.",
        "You don't need to stop drinking first.",
        "Don't take your pills with alcohol.",
        "Don't take pills from a friend.",
        "Leave the pills in the bottle they came in.",
        "Put away your pills where children can't reach them.",
        "Get rid of drugs in the house.",
        "Get rid of pills you no longer need.",
        "Leave your medicine at the front desk.",
        "Stop using drugs step by step.",
        "Medicines that lower doses help.",
        "Skip the line at the front desk.",
    ],
)
def test_a_warning_a_question_or_a_doctors_care_is_none(small, body):
    assert found(small, body) == []
