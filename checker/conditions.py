"""Conditions that several rules and notes share. Each takes settled findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import sign_groups

if TYPE_CHECKING:
    from checker.findings import Findings


def withdrawal_signs(f: Findings) -> frozenset[str]:
    """The withdrawal signs that count, whether or not withdrawal is over.

    A prescribed sedative counts once it has been stopped, and not where it is said that it wasn't.
    None count when alcohol, sedatives and prescribed sedatives are all answered no.
    """
    if f.absent >= sign_groups.ALCOHOL_OR_SEDATIVES:
        return frozenset()
    signs = f.present & sign_groups.WITHDRAWAL
    stopped = sign_groups.STOPPED in f.present and not prescribed_goes_on(f)
    return signs if stopped else signs - {sign_groups.PRESCRIBED_SEDATIVE}


def prescribed_goes_on(f: Findings) -> bool:
    """Whether the person said that prescribed sedatives did not run out.

    Then they don't count as stopped. But a "stopped" beside no drink, pill or GHB of one's own can
    only mean them: then they do.
    """
    others = f.present & (sign_groups.ALCOHOL_OR_SEDATIVES - {sign_groups.PRESCRIBED_SEDATIVE})
    means_these = sign_groups.STOPPED in f.present and not others
    return sign_groups.PRESCRIBED_STOPPED in f.absent and not means_these


def sedatives_that_count(f: Findings) -> frozenset[str]:
    """The signs of sedatives, without a prescribed one that goes on as before."""
    goes_on = {sign_groups.PRESCRIBED_SEDATIVE} if prescribed_goes_on(f) else set()
    return sign_groups.SEDATIVES - goes_on


def withdrawal_is_over(f: Findings) -> bool:
    """The last drink or sedative is long enough ago, or detox is finished and use has not resumed.

    Over 30 days; or 11 to 30 days where sedatives, prescribed ones too, are answered no; or detox
    is completed, daily use since then is answered no, and the last drink or pill is four or more
    days ago (more than ten after a seizure or delirium in an earlier withdrawal). Detox from
    alcohol does not end the risk from sedatives that were stopped or ran out.
    """
    if sign_groups.LONG_AGO in f.present:
        return True
    sedatives = sedatives_that_count(f)
    if "x_last_11_to_30_days" in f.present and f.absent >= sedatives:
        return True
    return detox_holds(f) and not _used_too_lately_for_detox(f)


def detox_holds(f: Findings) -> bool:
    """Detox is finished, and neither daily use since nor pills that it didn't cover undo it."""
    detox_done = sign_groups.DETOX_DONE in f.present and sign_groups.DETOX_DONE not in f.absent
    pills_stopped = f.present & sedatives_that_count(f) and sign_groups.STOPPED in f.present
    return detox_done and not pills_stopped and sign_groups.USED_SINCE_DETOX in f.absent


def _used_too_lately_for_detox(f: Findings) -> bool:
    """Finished detox may be weeks ago, and the last drink yesterday: so the last drink decides.

    When nobody says when that was, it may have been yesterday. Where it isn't asked, because there
    was no drink or pill of one's own, its answers are a no.
    """
    last = f.present & set(sign_groups.LAST_USE)
    if not last:
        return not f.absent >= set(sign_groups.LAST_USE)
    after_severe = bool(f.present & sign_groups.PAST_SEVERE)
    lately = {"x_last_within_3_days"} | ({"x_last_4_to_10_days"} if after_severe else set())
    return bool(last & lately)


def withdrawal_now(f: Findings) -> frozenset[str]:
    """The withdrawal signs of someone whose withdrawal is not over.

    Prescribed sedatives that ran out or were cut fast count by themselves, and so does what an
    earlier withdrawal was like: when the last drink was says nothing about those pills.
    """
    signs = frozenset() if withdrawal_is_over(f) else withdrawal_signs(f)
    if sign_groups.PRESCRIBED_STOPPED not in f.present:
        return signs
    severe = f.present & sign_groups.SEVERE_WITHDRAWAL
    return signs | severe | {sign_groups.PRESCRIBED_STOPPED}


def stopped_and_amount_open(f: Findings) -> bool:
    """Stopped alcohol or sedatives not long ago, and did not say if it was every day."""
    used = f.present & sign_groups.HAVE_A_LAST_USE
    amount_open = sign_groups.DAILY_USE not in f.answered
    stopped = sign_groups.STOPPED in f.present
    return bool(used) and stopped and amount_open and not withdrawal_is_over(f)


def pills_may_have_stopped(f: Findings) -> bool:
    """Takes prescribed sedatives every day, and did not say if they ran out or were cut fast."""
    open_ = sign_groups.PRESCRIBED_STOPPED not in f.answered
    return sign_groups.PRESCRIBED_SEDATIVE in f.present and open_


def stopped_against_advice(f: Findings) -> frozenset[str]:
    """Stopped at most ten days ago, or nobody says when, and what a doctor said on stopping.

    The doctor said "only with day-and-night care"; empty otherwise.
    """
    advice = withdrawal_now(f) & {sign_groups.NEEDS_WATCHED_CARE}
    stopped = f.present & {sign_groups.STOPPED, sign_groups.PRESCRIBED_STOPPED}
    long_ago = f.present & {"x_last_11_to_30_days", sign_groups.LONG_AGO}
    if long_ago and sign_groups.PRESCRIBED_STOPPED not in stopped:
        return frozenset()
    return advice if stopped else frozenset()


def heavy_drinking_or_daily_pills(f: Findings) -> frozenset[str]:
    """Daily alcohol or pills that go on or ended lately, and alcohol poisoning."""
    daily = withdrawal_now(f) & sign_groups.DAILY
    return daily | (f.present & {sign_groups.ALCOHOL_POISONING})


def daily_use_that_ended(f: Findings) -> bool:
    """Daily alcohol or sedatives until not long ago, and withdrawal is over."""
    return withdrawal_is_over(f) and bool(withdrawal_signs(f) & sign_groups.DAILY)


def on_opioid_medicine(f: Findings) -> bool:
    """Takes medicine for opioid use; one that ran out or was stopped protects no longer."""
    takes_it = sign_groups.OPIOID_MEDICINE in f.present
    return takes_it and sign_groups.MEDICINE_STOPPED not in f.present


def opioids_after_leaving(f: Findings) -> bool:
    """Opioids before, just out of jail, a hospital, detox or rehab, and no medicine for them."""
    left = f.present & sign_groups.LEFT_INSTITUTION
    return bool(left) and sign_groups.OPIOIDS_BEFORE in f.present and not on_opioid_medicine(f)


def missing_support(f: Findings) -> frozenset[str]:
    """Trouble at home that is present, and support that is answered with no.

    "Several sessions a week: no" is none where "now and then" is yes.
    """
    missing = (f.present & sign_groups.HOME_TROUBLE) | (f.absent & sign_groups.SUPPORT_WANTED)
    if sign_groups.SOME_WILLINGNESS in f.present:
        missing -= {sign_groups.WILLING_SEVERAL}
    return missing


def unanswered_sections(f: Findings) -> list[frozenset[str]]:
    """The need signs of each need section in which not one is answered."""
    return [signs for signs in sign_groups.SECTION_ANSWERS.values() if not signs & f.answered]


def mixed_with_pills(f: Findings) -> frozenset[str]:
    """Prescribed daily pills beside each other, or beside a drink of the last ten days."""
    pills = f.present & sign_groups.PRESCRIBED_PILLS
    drink_is_past = f.present & {"x_last_11_to_30_days", sign_groups.LONG_AGO, sign_groups.STOPPED}
    drink = set() if drink_is_past else f.present & {sign_groups.ALCOHOL}
    return frozenset(pills | drink) if pills and len(pills | drink) > 1 else frozenset()
