"""Advice to throw out, stop or change a medicine, or to stop drinking at once: it can kill.

Alcohol and benzodiazepines can't be stopped suddenly without danger; without Suboxone or methadone
the next use can be the last. Only a sentence that tells someone to do it counts: not one that
warns, asks, tells what people do, or sends them to a doctor.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_config.content_model.prefilter import Prefilter
from site_config.content_model.text import sentences, short
from site_config.core.issues import Issue
from site_config.linter.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_config.content_model.page import Page
    from site_config.linter.rule import Context

_NAMED = (
    r"xanax|alprazolam|valium|diazepam|ativan|lorazepam|klonopin|clonazepam|librium|benzos?"
    r"|benzodiazepines?|suboxone|subutex|sublocade|buprenorphine|methadone|naltrexone|vivitrol"
    r"|antabuse|campral|acamprosate|lithium|antidepressants?|zoloft|prozac|lexapro|seroquel"
    r"|gabapentin|adderall|ambien"
)
_GENERIC = r"pills?|tablets?|meds|medications?|medicines?|prescriptions?|doses?|dosage|scripts?"
_MEDICINE = rf"(?:{_NAMED}|{_GENERIC})"
_WHOSE = (
    r"(?:(?:all|any|of|off|out|away|down|up|taking|using|with|the|your|those|these|that|this|last"
    r"|rest|next|daily|morning|evening|other|prescribed|psychiatric|bottle|box|supply|on) ){0,5}"
)
_AWAY = (
    r"(?:throw(?:ing)?|toss(?:ing)?|flush(?:ing)?|dump(?:ing)?|trash(?:ing)?|discard(?:ing)?"
    r"|get(?:ting)? rid of|pour(?:ing)? out|ditch(?:ing)?|burn(?:ing)?)"
)
_LESS = (
    r"(?:stop(?:ping)?|quit(?:ting)?|come off|coming off|get(?:ting)? off|go(?:ing)? off"
    r"|drop(?:ping)?|skip(?:ping)?|miss(?:ing)?|halv(?:e|ing)|cut(?:ting)?|lower(?:ing)?"
    r"|reduc(?:e|ing)|doubl(?:e|ing)|taper(?:ing)?|wean(?:ing)?(?: yourself)?"
    r"|giv(?:e|ing) up|do(?:ing)? without|go(?:ing)? without"
    r"|leav(?:e|ing)(?=[^.!?]* (?:at home|behind|off)\b))"
)
_AMOUNT = (
    r"(?:\d+(?:[.,]\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|twenty|half an?|a half)"
)
_DOSE = re.compile(
    rf"\btak(?:e|ing) (?:up to |about |at least |another |only )*{_AMOUNT}[ -]?"
    r"(?:mgs?|milligrams?|mcg|micrograms?|ml|milliliters?|grams?)\b",
    re.IGNORECASE,
)
_ADVICE = re.compile(
    rf"\b(?:don't|do not|never) take (?:your|the|that|those|any) (?:\w+ )?{_MEDICINE}"
    r"(?: (?:any ?more|any longer|again|at all|today|tonight|tomorrow|before (?:group|you come)"
    r"|on (?:the )?day \w+))?(?=[.!;,]|$)|"
    rf"\b(?:{_AWAY}|{_LESS}) {_WHOSE}{_MEDICINE}\b"
    r"|\b(?:stop|quit)(?:ping|ting)? (?:(?:all|your|the) )?(?:drinking|alcohol|benzos?|booze|liquor"
    r"|beer|wine)\b[^.!?;]{0,30}?\b(?:today|tonight|tomorrow|right (?:away|now)|now|at once"
    r"|immediately|overnight|this (?:weekend|week|minute)|in (?:a|one) day)\b"
    r"|\bdetox(?:ing)?\b[^.!?,;:]{0,40}\b(?:in|on) your (?:own )?(?:bed|couch|sofa|house|room"
    r"|apartment|place|living room)\b"
    rf"|\byou (?:don't|do not|no longer|won't) need (?:to take )?(?:your|the|those|that) "
    rf"(?:\w+ )?(?:{_NAMED}|pills|meds|medications?|medicines?)\b"
    rf"|\byour (?:{_NAMED}|pills|meds|medications?|medicines?) (?:isn't|aren't|is not|are not)"
    r" needed\b"
    rf"|\btak(?:e|ing) (?:{_AMOUNT}|an? extra|extra|more|less|double|half)(?: (?:more|extra))? "
    rf"(?:of )?{_WHOSE}{_MEDICINE}\b(?! (?:apart|before))"
    rf"|\btak(?:e|ing) {_WHOSE}{_MEDICINE} (?:only )?(?:every (?:other|second|third|few) days?"
    r"|twice as|half as|more often|less often)\b",
    re.IGNORECASE,
)
_DOSES, _ADVISING = Prefilter(_DOSE), Prefilter(_ADVICE)
_NO_ADVICE = re.compile(
    rf"\b(?:don't|do not|never) take (?:your|the|that|those|any) (?:\w+ )?{_MEDICINE}"
    r"(?: (?:any ?more|any longer|again|at all|today|tonight|tomorrow|before (?:group|you come)"
    r"|on (?:the )?day \w+))?(?=[.!;,]|$)|"
    r"\b(?:not|never|nobody|cannot|if|when|whenever|before|after|until|while|unless|instead of"
    r"|rather than|who|whoever|they|people|someone|some|many|why|what|whether|how|avoid|unsafe"
    r"|danger\w*|risk\w*|harm\w*|kills?|told|tells?|asks?|asked|says?|said|think\w*|thought|feel"
    r"|want\w*|plan\w*|because|that|which|he|she|i"
    r"|we(?! (?:recommend|suggest|advise|urge|encourage))"
    r"|myth|wrong|a program|pressure\w*|help\w*|from)\b|n't\b",
    re.IGNORECASE,
)
_WARNS_AFTER = re.compile(
    r"\b(?:unsafe|danger\w*|risk\w*|harm\w*|kills?|deadly|die|death|seizures?|overdose|emergency"
    r"|wrong|myth|can make|can cause|take-?back|pharmacy|drop[- ]?(?:box|off))\b|\?",
    re.IGNORECASE,
)
_DOCTOR = re.compile(
    r"(?<!without your )(?<!without the )(?<!without a )(?<!without any )(?<!without )(?<!no )"
    r"(?<!asking your )(?<!asking a )(?<!telling your )(?<!need a )(?<!needs a )"
    r"\b(?:doctors?|prescribers?|nurses?|pharmacists?|clinicians?|psychiatrists?"
    r"|medical (?:help|care|team))\b",
    re.IGNORECASE,
)
_SPARE = re.compile(
    r"\b(?:old|unused|leftover|left over|expired|spare|extra(?! doses?\b)"
    r"|children|kids|reach|lock\w*|in the house"
    r"|you (?:no longer|don't) need\b(?! (?:it|them|your|to)))\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"^\W*(?:if|when|whenever|once)\b[^,]*,\s*", re.IGNORECASE)
_FORBIDS = re.compile(r"\W*(?:please )?(?:don't|do not|never)\b", re.IGNORECASE)
_FIX = (
    "Say: “Don't stop or change a medicine on your own. Talk to the doctor who prescribes it "
    "first.”"
)


def is_advice(sentence: str) -> re.Match[str] | None:
    """Return where `sentence` tells someone to stop a medicine or alcohol alone, or None."""
    found = _ADVICE.search(sentence)
    if not found or _DOCTOR.search(sentence) or _SPARE.search(sentence):
        return None
    before, after = sentence[: found.start()], sentence[found.end() :]
    if _NO_ADVICE.search(_clause(before)) or _WARNS_AFTER.search(f"{before} {after}"):
        return None
    return found


def _clause(before: str) -> str:
    """Return what belongs to the advice of the words before it.

    "If it feels too strong, cut…" and "Take a walk if you can't sleep, and cut…" tell someone to
    cut, whatever the part before says.
    """
    own = _CONDITION.sub("", before)
    first, _, last = own.rpartition(", and ")
    return last if first and not _FORBIDS.match(first) else own


def _medicine(page: Page, _context: Context) -> Iterator[Issue]:
    for block in _ADVISING.blocks(page):
        for offset, sentence in sentences(block.text):
            if found := is_advice(sentence):
                message = (
                    f"“{short(sentence)}” tells people to stop or change it alone: it can kill"
                )
                yield Issue(page.path, block.line(offset + found.start()), message, _FIX)


def _dose(page: Page, _context: Context) -> Iterator[Issue]:
    """An amount of a medicine to take: even of one that is sold in any store."""
    for block in _DOSES.blocks(page):
        for offset, sentence in sentences(block.text):
            found = _DOSE.search(sentence)
            if not found or block.cited or _DOCTOR.search(sentence):
                continue
            if _NO_ADVICE.search(_clause(sentence[: found.start()])):
                continue
            message = f"“{short(sentence)}” tells people how much of a medicine to take"
            fix = "Say: “Ask your doctor or pharmacist how much is safe for you.”"
            yield Issue(page.path, block.line(offset + found.start()), message, fix)


RULES = (
    Rule(
        "stopping-medicine",
        "Advice to throw out, stop, skip or change a medicine, or to stop drinking at once",
        "Say: “Don't stop or change a medicine on your own. Talk to the doctor first.”",
        _medicine,
        only_in="en",
    ),
    Rule(
        "dose",
        "An amount of a medicine to take, without a source or a doctor",
        "Say: “Ask your doctor or pharmacist how much is safe for you.”",
        _dose,
        only_in="en",
    ),
)
"""The rules of this family."""
