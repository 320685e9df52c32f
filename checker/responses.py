"""From responses (what was checked) to findings (which signs are present or absent)."""

from __future__ import annotations

from typing import Any

from checker.findings import Findings, InputError
from checker.model import QUESTIONS, SIGNS, Option, Question

Responses = dict[str, list[str]]


def read_responses(raw: object) -> Responses:
    """Responses from `{"responses": {question id: [option ids]}}`, checked.

    Raises InputError for another shape, an unknown question or option, or an option that stands
    alone (of a question that takes one, or "None of these") beside another.
    """
    if not isinstance(raw, dict) or not isinstance(raw.get("responses"), dict):
        raise InputError('expected an object {"responses": {question: [options]}}')
    unknown = sorted(set(map(str, raw)) - {"responses"})
    if unknown:
        raise InputError(f"unknown key {unknown[0][:80]!r}; use responses")
    responses: dict[Any, Any] = raw["responses"]
    return {name: _checked(name, chosen) for name, chosen in responses.items()}


def _checked(name: str, chosen: object) -> list[str]:
    """The chosen option ids of one question, each once."""
    question = QUESTIONS.get(name)
    if question is None:
        raise InputError(f"unknown question {name!r:.80}")
    if not isinstance(chosen, list):
        raise InputError(f"question {question.id!r} takes a list of option ids")
    options = {option.id: option for option in question.options}
    for option in chosen:
        if not isinstance(option, str) or option not in options:
            raise InputError(f"unknown option {option!r:.80} in question {question.id!r}")
    picked = sorted(set(chosen))
    alone = [option for option in picked if options[option].exclusive]
    if len(picked) > 1 and alone:
        raise InputError(f"option {alone[0]!r} of question {question.id!r} stands alone")
    return picked


def audience(responses: Responses) -> str:
    """Whom the page speaks to: "them" (about another person), "teen" or "me"."""
    if responses.get("who") == ["them"]:
        return "them"
    return "teen" if responses.get("age") == ["under_18"] else "me"


def for_audience(question: Question, responses: Responses) -> bool:
    """Whether this question is for whoever answers."""
    return not question.only_for or audience(responses) in question.only_for


def shown(question: Question, responses: Responses) -> bool:
    """Whether this question is asked, given the responses before it."""
    if not for_audience(question, responses):
        return False
    condition = question.shown_if
    if condition is None:
        return True
    before = QUESTIONS[condition["question"]]
    wanted = set(condition["options"])
    return shown(before, responses) and bool(wanted & set(responses.get(before.id, ())))


def ruled_out(question: Question, responses: Responses) -> bool:
    """Whether an answer before this follow-up says that it does not apply."""
    if question.shown_if is None or not for_audience(question, responses):
        return False
    before = QUESTIONS[question.shown_if["question"]]
    if not shown(before, responses):
        return ruled_out(before, responses)
    chosen = chosen_options(before, responses)
    wanted = set(question.shown_if["options"])
    answered = chosen and not any(option.decline for option in chosen)
    return bool(answered) and not wanted & {option.id for option in chosen}


def chosen_options(question: Question, responses: Responses) -> list[Option]:
    """The chosen options of a question that is asked; of one that is not, none."""
    if not shown(question, responses):
        return []
    ids = responses.get(question.id, ())
    return [option for option in question.options if option.id in ids]


def findings(responses: Responses) -> Findings:
    """What these responses say of each sign.

    Choosing some options of a question denies its other signs; so does an answer after which the
    question is not asked (but for strengths: a protection that nobody asked about is open). A
    skipped or declined question says nothing, and leaves its signs open even if another question
    denies them. A sign that one response affirms and another denies is present.
    """
    present: set[str] = set()
    absent: set[str] = set()
    declined: set[str] = set()
    open_: set[str] = set()
    for question in QUESTIONS.values():
        if not for_audience(question, responses):
            continue
        chosen = chosen_options(question, responses)
        if any(option.decline for option in chosen):
            declined |= question.signs
            open_ |= question.signs
        elif chosen:
            yes = {sign for option in chosen for sign in option.present}
            present |= yes
            absent |= {sign for option in chosen for sign in option.absent} - yes
        elif ruled_out(question, responses):
            absent |= {sign for sign in question.signs if SIGNS[sign].polarity != "support"}
        else:
            open_ |= question.signs
    return Findings(
        frozenset(present), frozenset(absent - present - open_), frozenset(declined - present)
    )
