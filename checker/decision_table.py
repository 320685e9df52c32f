"""The decision table in Markdown, made from the code that decides and the words it gives.

The site's page "How this check decides" is this output; so is `python -m checker rules`.
"""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

from checker import __version__, decision_table_cases, decision_table_signs, sign_groups
from checker.banners import BANNERS as BANNER_RULES
from checker.evaluate import evaluate
from checker.examples import EVERYONE, EXAMPLES
from checker.explain import say
from checker.findings import CONTRADICTIONS
from checker.model import (
    BANNERS,
    CONFLICTS,
    OUTCOMES,
    QUESTIONS,
    REVIEWER,
    RULES,
    SCREENS,
    SOURCES,
    VERSION,
    Option,
    Question,
)
from checker.responses import audience, chosen_options
from checker.rules import ROWS
from checker.sign_words import SIGN_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

OWN_CHOICE = "own choice"


def markdown() -> str:
    """The whole page below its title: status, outcomes, signs, questions, examples."""
    parts = [
        _intro(),
        _in_short(),
        _outcomes(),
        _withdrawal_is_over(),
        _steps(),
        decision_table_signs.groups(),
        _contradictions(),
        _banners(),
        _examples(),
        _questions(),
        decision_table_signs.every_sign(),
        _sources(),
    ]
    return "\n\n".join(parts) + "\n"


def _intro() -> str:
    return "\n".join(
        [
            f"**Version of the questions and rules:** {VERSION} (engine {__version__}).  ",
            f"**Review:** {_review()}",
            "",
            "Read the outcomes from top to bottom: the first whose condition holds is the result.",
            "There are no points, no weights and no score. A sign can be yes, no, or unanswered;",
            "unanswered is never read as no. A rule marked “own choice” isn't based on a",
            "publication. We chose it for this check, and a clinician still has to confirm it.",
        ]
    )


def _review() -> str:
    if not REVIEWER:
        return "not yet reviewed by a clinician. Everything below is a draft until one has signed."
    return f"{REVIEWER['name']}, {REVIEWER['credential']}."


def _in_short() -> str:
    """Every result by its title, for whoever reads no further."""
    titles = [OUTCOMES[outcome]["title"]["me"] for outcome in ROWS]
    lines = [f"{number}. {title}" for number, title in enumerate(titles, start=1)]
    return "\n".join(["## The results, most urgent first", "", *lines])


def _outcomes() -> str:
    lines = ["## When each result is given", "", "In the lines of rows 1 to 5:", ""]
    lines += [f"- {words}" for words in decision_table_cases.WORDS]
    for number, (outcome, rule) in enumerate(ROWS.items(), start=1):
        idea, *condition = inspect.cleandoc(rule.__doc__ or "").split("\n\n")
        lines += ["", f"### {number}. {OUTCOMES[outcome]['title']['me']}", ""]
        rules = [entry for entry in RULES.values() if entry["outcome"] == outcome]
        if any(entry["id"] in decision_table_cases.CASES for entry in rules):
            condition = ["Any one of these lines is enough."]
        lines += [f"*When:* {_line(idea)} {_line(' '.join(condition))}".rstrip(), ""]
        lines += _rules(str(number), rules)
        lines += [f"- The result says: “{OUTCOMES[outcome]['lead']['me']}” (`{outcome}`)"]
    return "\n".join(lines)


def _rules(row: str, rules: list[dict[str, Any]]) -> Iterable[str]:
    """One line a case, numbered 1a, 1b, …, with its rule, why in words, and its source."""
    count = 0
    for entry in rules:
        said = f"“{entry['why']['me']}” ({_source(entry['source'])})"
        cases = decision_table_cases.CASES.get(entry["id"], ())
        for case in cases:
            place = f"{row}{decision_table_cases.letters(count)}"
            yield f"- **{place}** {case} Rule `{entry['id']}`: {said}"
            count += 1
        if not cases:
            groups = decision_table_signs.named_by(entry["id"])
            yield f"- Rule `{entry['id']}`, for signs in {groups}: {said}"


def _withdrawal_is_over() -> str:
    lines = [
        "## When withdrawal counts as over",
        "",
        "Rows 1, 2, 3 and 13 depend on this. Any one of these is enough:",
    ]
    lines += ["", *(f"- {line}" for line in decision_table_cases.WITHDRAWAL_IS_OVER)]
    return "\n".join([*lines, "", decision_table_cases.NEVER_OVER])


def _steps() -> str:
    """Every step of rows 1 to 5 as it's said to an adult, with who reads it."""
    lines = [
        "## What the first five results tell people to do",
        "",
        "The steps in the order of the result, in the words for an adult who answers for",
        "themselves. In brackets: the signs or rules that a step needs.",
    ]
    for number, outcome in enumerate(list(ROWS)[:5], start=1):
        lines += ["", f"### Steps of row {number}", ""]
        lines += [f"- {step['me']}{_needs(step)}" for step in OUTCOMES[outcome]["next_steps"]]
    return "\n".join(lines)


CONDITION_WORDS = {
    "if": "one of",
    "if_all": "all of",
    "if_no": "no to",
    "if_open": "open",
    "if_rule": "by rule",
    "voice": "said to",
    "unless": "not with",
    "unless_rule": "not by rule",
    "beside": "beside",
}


def _needs(step: dict[str, Any]) -> str:
    parts = [
        f"{words} {', '.join(step[key])}" for key, words in CONDITION_WORDS.items() if key in step
    ]
    return f" [{'; '.join(parts)}]" if parts else ""


def _line(text: str) -> str:
    return " ".join(text.split())


def _source(key: str) -> str:
    return f"source: {SOURCES[key]['title']}" if key in SOURCES else OWN_CHOICE


# Contradictions about use, in words: `findings._about_use` has the conditions.
ABOUT_USE = (
    (
        "no_use_or_use",
        "A no to alcohol and each drug in 12 months",
        "A sign of use now, still using in therapy, or detox last month with nothing prescribed",
    ),
    ("alcohol_or_not", "A no to alcohol in 12 months", "Alcohol poisoning in the last 30 days"),
    (
        "last_use_or_again",
        "Last drink or sedative: more than 30 days ago",
        "Daily use again since detox, and no other drug used",
    ),
    (
        "pregnant_use_or_not",
        "A no to use while pregnant",
        "Pregnant, and the last drink, pill or GHB in the last ten days",
    ),
    (
        "opioids_or_not",
        "A no to opioids in the last 30 days (kratom apart)",
        "Needs more, or is sick without it, and nothing but opioids was used or is prescribed",
    ),
)


def _contradictions() -> str:
    lines = [
        "## Answers that do not fit together",
        "",
        "The riskier one counts, the other is treated as unanswered, and the result says so.",
        "A pair that is denied on both sides counts as unanswered.",
        "",
        "| This answer | with | How it is read |",
        "| --- | --- | --- |",
    ]
    for rule, favorable, risky in CONTRADICTIONS:
        lines.append(f"| {SIGN_WORDS[favorable].text} | {_or(risky)} | {_reading(rule)} |")
    need = (
        f"{sign_groups.NEED_AGAINST_STABLE} or more signs of need *or* "
        f"{_or(sign_groups.AGAINST_STABLE)}"
    )
    stable, willing = (
        SIGN_WORDS[i].text for i in (sign_groups.STABLE, sign_groups.WILLING_SEVERAL)
    )
    lines.append(f"| {stable} | {need} | {_reading('doing_well_or_not')} |")
    no = f"A no to: {SIGN_WORDS[sign_groups.SOME_WILLINGNESS].text}"
    lines.append(f"| {willing} | {no} | {_reading('willing_or_not')} |")
    lines += [f"| {one} | {other} | {_reading(rule)} |" for rule, one, other in ABOUT_USE]
    return "\n".join(lines)


def _or(signs: Iterable[str]) -> str:
    return " *or* ".join(SIGN_WORDS[sign].text for sign in sorted(signs))


def _reading(rule: str) -> str:
    return str(CONFLICTS[rule]["text"]["me"])


def _banners() -> str:
    lines = [
        "## The notes on top of a result",
        "",
        "| Note | Shown when |",
        "| --- | --- |",
    ]
    lines += [f"| {BANNERS[b.id]['title']['me']} (`{b.id}`) | {b.when} |" for b in BANNER_RULES]
    return "\n".join(lines)


def _examples() -> str:
    lines = [
        "## Worked examples",
        "",
        "These people are made up. Questions that aren't listed are answered the way someone safe",
        "and well would answer them.",
    ]
    for number, example in enumerate(EXAMPLES, start=1):
        responses = EVERYONE | example["answers"]
        answer, voice = evaluate({"responses": responses}), audience(responses)
        rules = dict.fromkeys(f"`{reason['rule']}`" for reason in answer["because"])
        notes = [say(BANNERS[b]["title"], voice) for b in answer["banners"] if b != "crisis_988"]
        lines += ["", f"{number}. {example['story']}"]
        lines += [f"    - {said}" for said in _answered(example["answers"], voice)]
        result = f"    - **Result:** {say(OUTCOMES[answer['outcome']]['title'], voice)}"
        lines += [f"{result} (by {', '.join(rules)})" if rules else result]
        lines += [f"    - Notes: {'; '.join(notes)}"] if notes else []
    return "\n".join(lines)


def _answered(answers: dict[str, list[str]], voice: str) -> Iterable[str]:
    """The answers in words, to the questions that an example names."""
    for question in (QUESTIONS[name] for name in QUESTIONS if name in answers):
        chosen = chosen_options(question, EVERYONE | answers)
        words = "; ".join(say(option.text, voice) for option in chosen)
        yield f"{say(question.text, voice)} *{words or '(left open)'}*"


def _questions() -> str:
    lines = [
        "## The questions, and what each answer says",
        "",
        "Behind each answer: the part of its sign in the rules, and the sign. Checking some boxes",
        "of a question and going on says no to its other signs. Skipping a question says nothing.",
    ]
    for screen in SCREENS:
        lines += ["", f"### {screen['title']['me']}"]
        for name in screen["questions"]:
            lines += ["", *_question(QUESTIONS[name])]
    return "\n".join(lines)


def _question(question: Question) -> list[str]:
    lines = [f"**{question.text['me']}** (`{question.id}`)", ""]
    if question.shown_if:
        before = QUESTIONS[question.shown_if["question"]]
        texts = [o.text["me"] for o in before.options if o.id in question.shown_if["options"]]
        lines += [f"Asked only after “{'” or “'.join(texts)}”.", ""]
    return lines + [f"- {o.text['me']}: {_says(o, question)}" for o in question.options]


def _says(option: Option, question: Question) -> str:
    """What this answer settles: the signs that it affirms with their parts, and those it denies."""
    if option.decline:
        return "says nothing"
    said = [f"{_parts(sign)} (`{sign}`)" for sign in option.present]
    if question.kind == "one" or option.exclusive:
        said += _denied({*option.absent} - {*option.present}, question)
    return ", ".join(said) or "says nothing by itself"


def _parts(sign: str) -> str:
    parts = decision_table_signs.parts(sign)
    return f"**{'; '.join(parts)}**" if parts else decision_table_signs.NO_PART


def _denied(signs: set[str], question: Question) -> list[str]:
    """What an answer says no to: whole questions by name, and single signs of its own question."""
    if signs and signs == question.signs:
        return ["no to all of these" if len(signs) > 1 else "no to this"]
    others = [name for name, q in QUESTIONS.items() if q.signs and q.signs <= signs]
    single = signs.difference(*(QUESTIONS[name].signs for name in others))
    whole, rest = (", ".join(f"`{n}`" for n in names) for names in (others, sorted(single)))
    return [f"no to all of {whole}"] * bool(whole) + [f"no to {rest}"] * bool(rest)


def _sources() -> str:
    lines = ["## Sources of the rules", ""]
    for source in SOURCES.values():
        where = f" <{source['url']}>" if source["url"] else ""
        year = source["year"] or "no date"
        lines.append(f"- {source['title']}. {source['publisher']}, {year}.{where}")
    return "\n".join(lines)
