"""Why this outcome, in the person's own words, and what would have changed it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from checker import sign_groups
from checker.findings import Findings, canonical
from checker.model import CONFLICTS, OUTCOMES, QUESTIONS, RULES, WISHES, Option, Question
from checker.responses import Responses, chosen_options, for_audience, ruled_out, shown
from checker.rules import decide
from checker.translations import translated as _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.reasons import Because
    from checker.rules import Decision

# Nothing favorable is dangled beside danger: outcomes that put something else first only say,
# in their own words, what would change them (docs/decisions/006-what-would-change.md).
COMPARED = {"maintain_step_down", "iop_supports_missing", "iop_assess"}

# The results that say "less is enough": there, an open question about need is shown as open.
REASSURING = {"maintain_step_down", "weekly_may_be_enough"}

MOST_QUOTED = 3


def say(text: dict[str, str], voice: str) -> str:
    """A text in this voice; what has no words for a teen says what it says to everyone."""
    return _(text.get(voice) or text["me"])


def reasons(decision: Decision, responses: Responses, voice: str) -> list[dict[str, Any]]:
    """Each reason with the answer that gave it, rule by rule, in the order of the questions.

    One answer is named once for one rule, with all the signs that it settles there.
    """
    asked, rules = list(QUESTIONS), list(RULES)
    found: dict[tuple[str, str, str], dict[str, Any]] = {}
    for reason in decision.because:
        entry = _reason(reason, responses, voice)
        key = (entry["rule"], entry["question"], entry["answer"])
        found.setdefault(key, entry)["signs"].append(reason.sign)
    return sorted(
        found.values(), key=lambda r: (rules.index(r["rule"]), asked.index(r["question"]))
    )


def _reason(reason: Because, responses: Responses, voice: str) -> dict[str, Any]:
    question, option, answer = _answer(reason.sign, responses, voice)
    rule = RULES[reason.rule]
    return {
        "sign": reason.sign,
        "signs": [],
        "rule": reason.rule,
        "question": question.id,
        "option": option.id if option else None,
        "answer": answer,
        "paper": _on_paper(question, option, voice),
        "why": say(rule["why"], voice),
        "source": rule["source"],
        "turn": _turn(rule, voice),
    }


def _turn(rule: dict[str, Any], voice: str) -> dict[str, Any] | None:
    """Where to turn for this reason: `{"text", "lines"}`, or None."""
    turn = rule.get("turn")
    return turn and {"text": say(turn["text"], voice), "lines": turn.get("lines", [])}


def _answer(sign: str, responses: Responses, voice: str) -> tuple[Question, Option | None, str]:
    """The question and option that settled this sign, and the answer in words.

    The option is None for a box that was left empty.
    """
    chosen = [
        (question, option)
        for question in QUESTIONS.values()
        for option in chosen_options(question, responses)
    ]
    for question, option in chosen:
        if sign in map(canonical, option.present):
            return question, option, _in_words(question, option, voice)
    for question, option in chosen:
        if sign in map(canonical, option.absent):
            if option.exclusive:
                return question, option, _in_words(question, option, voice)
            return (
                question,
                None,
                _("You didn't check “{answer}”").format(answer=_box(sign, question, voice)),
            )
    for question in QUESTIONS.values():
        if sign in map(canonical, question.signs) and ruled_out(question, responses):
            return _answer_before(question, responses, voice)
    raise LookupError(sign)


def _answer_before(
    question: Question, responses: Responses, voice: str
) -> tuple[Question, Option | None, str]:
    """The answer after which this follow-up was not asked, and so says no."""
    condition = question.shown_if or {}
    before = QUESTIONS[condition["question"]]
    chosen = chosen_options(before, responses)
    if not chosen:
        return _answer_before(before, responses, voice)
    if chosen[0].exclusive:
        return before, chosen[0], _in_words(before, chosen[0], voice)
    box = next(option for option in before.options if option.id in condition["options"])
    return before, None, _("You didn't check “{answer}”").format(answer=say(box.text, voice))


def _in_words(question: Question, option: Option, voice: str) -> str:
    """An answer that can be read alone: a bare "No" or "None of these" comes with its question."""
    words = say(option.text, voice)
    return f"{say(question.text, voice)} {words}" if option.exclusive else words


def _on_paper(question: Question, option: Option | None, voice: str) -> str | None:
    """The answer for a reader who has not seen the form; None where its words say enough."""
    if option is None or not (option.paper or (option.exclusive and question.paper)):
        return None
    words = say(option.paper or option.text, voice)
    heading = None if option.paper_heading else question.paper
    return f"{say(heading, voice)}: {words}" if heading else words


def _box(sign: str, question: Question, voice: str) -> str:
    """The words beside the box that says yes to this sign."""
    return next(
        say(option.text, voice)
        for option in question.options
        if sign in map(canonical, option.present)
    )


def would_change(decision: Decision, given: Findings) -> list[dict[str, Any]]:
    """For each rule that led here: the outcome if its answers had been the other way round.

    In the order of outcomes.yml: missing support, which can be put right, before need. Only
    adults who answer for themselves get this far, so one voice is enough.
    """
    if decision.outcome not in COMPARED:
        return []
    found = []
    for rule in (name for name in RULES if name in {r.rule for r in decision.because}):
        signs = [reason.sign for reason in decision.because if reason.rule == rule]
        other = decide(_turned_round(given, signs)).outcome
        wish = _wish(rule, signs)
        if wish and other != decision.outcome:
            title = say(OUTCOMES[other]["title"], "me")
            text = _("If {wish}, the result would be: {title}.").format(wish=wish, title=title)
            found.append({"rule": rule, "outcome": other, "text": text})
    return found


def _turned_round(f: Findings, signs: Iterable[str]) -> Findings:
    """The findings with yes and no exchanged for these signs."""
    yes = {sign for sign in signs if sign in f.present}
    no = set(signs) - yes
    return replace(f, present=f.present - yes | no, absent=f.absent - no | yes)


def _wish(rule: str, signs: list[str]) -> str:
    """What would have to be otherwise, as it follows "If"; empty where no one should wish so."""
    if unless := RULES[rule].get("unless"):
        return say(unless, "me")
    wishes = [say(WISHES[sign]["text"], "me") for sign in signs if sign in WISHES]
    *others, last = list(dict.fromkeys(wishes)) or [""]
    return _("{wishes} and {last}").format(wishes=", ".join(others), last=last) if others else last


def conflict_notes(decision: Decision, responses: Responses, voice: str) -> list[dict[str, Any]]:
    """Each contradiction: both answers, which one counts, and the questions to look at again.

    One answer may set two signs that contradict the same other one: that is said once.
    """
    notes: dict[tuple[str, str], dict[str, Any]] = {}
    for conflict in decision.conflicts:
        found = [_answer(sign, responses, voice) for sign in conflict.signs]
        answers = list(dict.fromkeys(words for *_which, words in found))
        text = f"{_quoted(answers)} {say(CONFLICTS[conflict.rule]['text'], voice)}"
        notes[conflict.rule, text] = {
            "rule": conflict.rule,
            "text": text,
            "answers": answers,
            "questions": list(dict.fromkeys(question.id for question, *_rest in found)),
        }
    return list(notes.values())


def _quoted(answers: list[str]) -> str:
    """Both sides of a contradiction, the one that does not count first."""
    first, *others = (f"“{answer}”" for answer in answers)
    quoted = ", ".join(others[:MOST_QUOTED])
    if others[MOST_QUOTED:]:
        quoted = _("{answers} and more").format(answers=quoted)
    return _("You answered {first}, and also {others}.").format(first=first, others=quoted)


def missing_questions(decision: Decision, given: Findings, responses: Responses) -> list[str]:
    """Questions to go to for the signs still open, in the order in which they are asked.

    A result that says "less is enough" also names the questions about need that were left
    open: they did not count as "no", and the person should know.
    """
    wanted: set[str] = set()
    for sign in decision.missing:
        wanted |= _ways_to(sign, responses)
    if decision.outcome in REASSURING:
        for sign in sign_groups.NEED - given.answered:
            wanted |= _ways_to(sign, responses)
    return [name for name in QUESTIONS if name in wanted]


def _ways_to(sign: str, responses: Responses) -> set[str]:
    """The questions that settle this sign; where none is asked yet, those that lead to it."""
    able = [
        question
        for question in QUESTIONS.values()
        if sign in map(canonical, question.signs) and for_audience(question, responses)
    ]
    open_ = [question for question in able if _is_open(question, responses)]
    return {_leads_to(question, responses) for question in open_ or able}


def _is_open(question: Question, responses: Responses) -> bool:
    """Whether a question was skipped or declined, or hangs on one that was."""
    chosen = chosen_options(question, responses)
    answered = chosen and not any(option.decline for option in chosen)
    return not answered and not ruled_out(question, responses)


def _leads_to(question: Question, responses: Responses) -> str:
    """The earlier question that must be answered for this one to be asked."""
    if question.shown_if is None or shown(question, responses):
        return question.id
    return _leads_to(QUESTIONS[question.shown_if["question"]], responses)
