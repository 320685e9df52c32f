"""What can be wrong in the files behind the short check, all found at once.

The form of each file is checked by `schema.py`; here, whether the parts fit together.
These checks step over what has no form, so that one slip does not hide the next.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from checker import ids
from site_config.core.issues import Issue
from site_config.core.validation import validated
from site_config.questionnaire import schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from site_config.core.yaml_source import Located, YamlValue

SIGNS = Path("checker/signs.yml")
QUESTIONNAIRE = Path("checker/questionnaire.yml")
OUTCOMES = Path("checker/outcomes.yml")
EXAMPLES = Path("checker/examples.yml")
MODELS: dict[Path, type[BaseModel]] = {
    SIGNS: schema.Signs,
    QUESTIONNAIRE: schema.Questionnaire,
    OUTCOMES: schema.OutcomesFile,
    EXAMPLES: schema.Examples,
}
MOST_SCREENS = 16
FIXED_OPTIONS = ("none", "rather_not_say")


class _Problem(NamedTuple):
    """A problem whose line is found later: the part of the data where it is, and the words."""

    path: Path
    part: YamlValue
    what: str
    fix: str


def check(signs: Located, asked: Located, said: Located, examples: Located) -> list[Issue]:
    """Every issue of the four files; an empty list if the engine may use them."""
    files = {SIGNS: signs, QUESTIONNAIRE: asked, OUTCOMES: said, EXAMPLES: examples}
    issues = [
        issue
        for path, model in MODELS.items()
        for issue in validated(model, files[path].data, files[path], path)[1]
    ]
    for path, part, what, fix in _problems(signs.data, asked.data, said.data, examples.data):
        issues.append(Issue(path, files[path].line_of(part), what, fix))
    return issues


def _problems(
    signs: YamlValue, asked: YamlValue, said: YamlValue, examples: YamlValue
) -> Iterator[_Problem]:
    yield from _signs(signs)
    yield from _screens(asked)
    yield from _questions(asked, _ids(_parts(signs, "signs")))
    yield from _paper(asked)
    yield from _unasked_signs(signs, asked)
    yield from _said(said)
    yield from _examples(examples, asked)


def deciding(signs: YamlValue) -> list[dict[str, Any]]:
    """The signs that an answer must be able to set."""
    return [
        sign
        for sign in _parts(signs, "signs")
        if isinstance(sign.get("id"), str)
        and (sign.get("polarity") != "info" or sign.get("section") == "added")
        and sign["id"] not in ids.OLD_INPUTS
    ]


def _parts(owner: YamlValue, name: str) -> list[dict[str, Any]]:
    """The entries under `name` that have a form to look at."""
    entries = owner.get(name) if isinstance(owner, dict) else None
    return [e for e in entries if isinstance(e, dict)] if isinstance(entries, list) else []


def _names(owner: YamlValue, name: str) -> list[str]:
    entries = owner.get(name) if isinstance(owner, dict) else None
    return [e for e in entries if isinstance(e, str)] if isinstance(entries, list) else []


def _ids(entries: list[dict[str, Any]]) -> list[str]:
    return [entry["id"] for entry in entries if isinstance(entry.get("id"), str)]


def _all_questions(asked: YamlValue) -> list[dict[str, Any]]:
    return [q for screen in _parts(asked, "screens") for q in _parts(screen, "questions")]


def _twice(path: Path, entries: list[dict[str, Any]], kind: str) -> Iterator[_Problem]:
    for name in (name for name, count in Counter(_ids(entries)).items() if count > 1):
        second = [entry for entry in entries if entry.get("id") == name][1]
        message = f"duplicate {kind} id {name!r}"
        yield _Problem(path, second, message, "Rename one of them")


def _signs(signs: YamlValue) -> Iterator[_Problem]:
    entries = _parts(signs, "signs")
    yield from _twice(SIGNS, entries, "sign")
    names = _ids(entries)
    for entry in entries:
        other = entry.get("alias_of")
        if isinstance(other, str) and other not in names:
            message = f"`alias_of` names the sign {other!r}, which doesn't exist"
            yield _Problem(SIGNS, entry, message, "Use the id of a sign in this file")


def _screens(asked: YamlValue) -> Iterator[_Problem]:
    screens = _parts(asked, "screens")
    yield from _twice(QUESTIONNAIRE, screens, "screen")
    if len(screens) > MOST_SCREENS:
        fix = f"Join two screens: a person is asked at most {MOST_SCREENS}"
        message = f"there are {len(screens)} screens"
        yield _Problem(QUESTIONNAIRE, screens[MOST_SCREENS], message, fix)


def _questions(asked: YamlValue, signs: list[str]) -> Iterator[_Problem]:
    questions = _all_questions(asked)
    yield from _twice(QUESTIONNAIRE, questions, "question")
    names = _ids(questions)
    earlier: dict[Any, dict[str, Any]] = {}
    for question in questions:
        yield from _twice(QUESTIONNAIRE, _parts(question, "options"), "option")
        for option in _parts(question, "options"):
            yield from _option(option, signs, names)
        yield from _reachable(question, earlier)
        if isinstance(question.get("id"), str):
            earlier[question["id"]] = question


def _paper(asked: YamlValue) -> Iterator[_Problem]:
    """On paper, "None of these" is a no to what the form listed: it needs words there."""
    listed = [q for q in _all_questions(asked) if q.get("paper") and q.get("none")]
    if listed and isinstance(asked, dict) and not asked.get("none_paper"):
        message = "“None of these” alone says nothing under the `paper` of this question"
        yield _Problem(QUESTIONNAIRE, listed[0], message, "Add `none_paper` above the screens")


def _option(option: dict[str, Any], signs: list[str], names: list[str]) -> Iterator[_Problem]:
    for sign in _names(option, "present"):
        if sign not in signs:
            message = f"the sign {sign!r} doesn't exist"
            yield _Problem(QUESTIONNAIRE, option, message, "Use an id from checker/signs.yml")
    for other in _names(option, "also_no"):
        if other not in names:
            message = f"`also_no` names the question {other!r}, which doesn't exist"
            yield _Problem(QUESTIONNAIRE, option, message, "Use the id of a question in this file")
    if option.get("id") in FIXED_OPTIONS:
        message = f"the option id {option['id']!r} is kept for the fixed options"
        yield _Problem(QUESTIONNAIRE, option, message, "Write `none: true` or `decline: true`")


def _reachable(question: dict[str, Any], earlier: dict[Any, dict[str, Any]]) -> Iterator[_Problem]:
    condition = question.get("shown_if")
    if not isinstance(condition, dict):
        return
    name, wanted = question.get("id"), condition.get("question")
    before = earlier.get(wanted) if isinstance(wanted, str) else None
    if before is None:
        message = f"nobody can reach the question {name!r}: `shown_if` names no earlier question"
        yield _Problem(
            QUESTIONNAIRE, question, message, "Name a question that comes before this one"
        )
        return
    known = _ids(_parts(before, "options"))
    for option in sorted(set(_names(condition, "options")) - set(known)):
        message = f"`shown_if` of {name!r} names the option {option!r}, which doesn't exist"
        yield _Problem(QUESTIONNAIRE, question, message, f"Use an option of {wanted!r}")


def _unasked_signs(signs: YamlValue, asked: YamlValue) -> Iterator[_Problem]:
    """Signs that decide and that no answer can set. A fact with an alias is asked once."""
    settable = {
        sign
        for question in _all_questions(asked)
        for option in _parts(question, "options")
        for sign in _names(option, "present")
    }
    for sign in deciding(signs):
        if not settable & {sign["id"], str(sign.get("alias_of"))}:
            message = f"no answer can set the sign {sign['id']!r}"
            yield _Problem(QUESTIONNAIRE, 1, message, "Add it to `present` of an option")


def _said(said: YamlValue) -> Iterator[_Problem]:
    for part, known in ids.SAID.items():
        kind, entries = part.removesuffix("s"), _parts(said, part)
        yield from _twice(OUTCOMES, entries, kind)
        yield from _same_ids(entries, known, kind, part)
    for rule in _parts(said, "rules"):
        if rule.get("outcome") not in ids.OUTCOMES:
            message = f"the rule {rule.get('id')!r} leads to no outcome"
            yield _Problem(OUTCOMES, rule, message, "Name one of the outcomes in checker/ids.py")


def _same_ids(
    entries: list[dict[str, Any]], known: tuple[str, ...], kind: str, part: str
) -> Iterator[_Problem]:
    there = _ids(entries)
    for name in known:
        if name not in there:
            message = f"the {kind} {name!r} has no words"
            yield _Problem(OUTCOMES, 1, message, f"Add an entry `- id: {name}` under `{part}:`")
    for entry in entries:
        if entry.get("id") not in known:
            message = f"the rules know no {kind} {entry.get('id')!r}"
            yield _Problem(OUTCOMES, entry, message, "Correct the id, or change the rules first")


def _examples(examples: YamlValue, asked: YamlValue) -> Iterator[_Problem]:
    """Answers that nobody can give. What they lead to is for the tests to say."""
    entries = _parts(examples, "examples")
    yield from _twice(EXAMPLES, entries, "example")
    options = {q["id"]: _choices(q) for q in _all_questions(asked) if isinstance(q.get("id"), str)}
    people = [(examples, "everyone"), *((entry, "answers") for entry in entries)]
    for owner, name in people:
        answers = owner.get(name) if isinstance(owner, dict) else None
        for question in answers if isinstance(answers, dict) else ():
            unknown = sorted(set(_names(answers, question)) - options.get(question, set()))
            if question not in options:
                message = f"there is no question {question!r}"
                yield _Problem(EXAMPLES, answers, message, "Use an id of questionnaire.yml")
            elif unknown:
                message = f"the question {question!r} has no option {unknown[0]!r}"
                yield _Problem(EXAMPLES, answers, message, "Use an id of questionnaire.yml")


def _choices(question: dict[str, Any]) -> set[str]:
    fixed = {"none": question.get("none"), "rather_not_say": question.get("decline")}
    own = set(_ids(_parts(question, "options")))
    return own | {name for name, there in fixed.items() if there}
