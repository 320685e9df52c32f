"""The self-check as HTML: the whole form and every result text, complete before a script runs.

All results are in the page from the start: a request for one of them would tell our host what
somebody answered.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown_it import MarkdownIt
from markupsafe import Markup

from checker import ids
from site_config.rendering import instrument_form, private_answers, translated_templates
from site_config.rendering.placeholders import FIND_TREATMENT, as_read
from site_config.settings.languages import name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from site_config.settings.center import Center


class Spoken(NamedTuple):
    """What translates into one language, and what its sheet says besides."""

    gettext: Callable[[str], str]
    helpline: Mapping[str, Any] | None = None
    local_help: tuple[Markup, ...] = ()
    """Help nearby, in the page's own language alone."""
    step_facts: Mapping[str, Markup] = MappingProxyType({})
    """What steps that ask for it (`local`) say about help nearby; likewise."""
    is_unread: bool = False
    """Whether no person who speaks the language at home has read this translation."""


ENGLISH: Mapping[str, Spoken] = {"en": Spoken(str)}
Mark = Literal["A", "B", "C"]
type Lines = Mapping[str, Mapping[str, Any]]

TEMPLATES = Path(__file__).with_name("templates")
PROJECT = Path(__file__).parents[2]

CRISIS_LINES = ("emergency_911", "lifeline_988")
"""What every danger panel names, in this order (ids of `content/_data/crisis_lines.yml`)."""

HELPLINE = "samhsa_helpline"
"""What the sheet for an appointment names: it knows places for treatment."""

MARKDOWN = MarkdownIt("commonmark")
LOCAL_HELP = ("la_help_line",)
"""Facts of content/_data/states/ that every result names under "Where to ask"."""

STEP_FACTS = {"crisis_team": "la_team"}
"""What a step asks for with `local`, and the fact of content/_data/states/ that says it."""

SIGN_LINES = {
    "x_violence_at_home": "violence",
    "x_hurt_by_this_person": "violence",
    "x_hurts_someone_close": "violence",
    "x_recent_overdose": "overdose",
}
"""Signs that have crisis lines of their own: the tag (`when`) of those lines."""

DANGER_OUTCOMES = frozenset({"emergency_now", "urgent_same_day"})
"""Results that lead nobody back into the list: what to do comes before open questions."""

RISK_OUTCOMES = frozenset({"medical_withdrawal_first", "higher_level_first", "doctor_first"})
"""Results that do so only where they say that safety questions are open."""

LAST_SAFETY_SCREEN = "body_and_home"
"""After it, the result of a teen, or about another person, hardly changes any more."""

STOPPED = "x_stopped_using"
"""A fact to the rules, which know what was used; on paper it stands for the risk of withdrawal."""

NEED_SECTIONS = frozenset({"previous_treatment", "mental_health", "substance_use"})
AUDIENCES = {"x_about_loved_one": "them", "x_under_18": "teen"}


def form_html(
    data: Mapping[str, Any],
    crisis_lines: Iterable[Mapping[str, Any]],
    center: Center,
    pages: Iterable[tuple[str, str]] = (),
    speak: Mapping[str, Spoken] = ENGLISH,
) -> str:
    """The form, the guide for reading it without a script, and the templates of all results.

    Takes the compiled questionnaire (`checker/data.json`), the crisis lines that someone has
    checked, the center's facts, and the pages that every result links to. `speak`
    is what is said in each language: the page's own first, then those that the sheet can be
    printed in.
    Returns HTML in which every text is escaped.
    """
    lines = {line["id"]: line for line in crisis_lines}
    pages = list(pages)
    (own, said), *others = speak.items()
    is_draft = not data["review"]["reviewer"]
    private = private_answers.signs(data)
    return (
        _environment(said.gettext)
        .get_template("form.html")
        .render(
            screens=screens(data, lines),
            outcomes=[_outcome(outcome, lines, pages, private) for outcome in data["outcomes"]],
            banners=[_banner(banner, lines, private) for banner in data["banners"]],
            turns=[_with_lines(rule["turn"], lines) | {"id": rule["id"]} for rule in _turns(data)],
            minutes=data["minutes"],
            crisis=_named(lines, CRISIS_LINES),
            other_lines=[line for line in lines.values() if _helps_in_crisis(line)],
            find_treatment=lines.get("findtreatment"),
            helpline=lines.get(HELPLINE),
            pages=pages,
            local_help=said.local_help,
            step_facts=said.step_facts,
            danger_outcomes=DANGER_OUTCOMES,
            risk_outcomes=RISK_OUTCOMES,
            is_draft=is_draft,
            is_unread=said.is_unread,
            sources={rule["source"]: data["sources"].get(rule["source"]) for rule in data["rules"]},
            center=center,
            instruments=instrument_form.for_page(data, lines, CRISIS_LINES, own),
            languages=list(speak) if others else [],
            other_papers={
                code: _paper(code, spoken, own, is_draft=is_draft) for code, spoken in others
            },
            paper_names={code: name_of(code) for code in speak},
        )
    )


def _paper(language: str, spoken: Spoken, own: str, *, is_draft: bool) -> Markup:
    """The sheet for an appointment in another language than the page's `own`.

    Whoever reads it answers in its language, so it asks for an interpreter first.
    """
    template = _environment(spoken.gettext).get_template("paper.html")
    sheet = template.render(
        is_draft=is_draft,
        is_unread=spoken.is_unread,
        sheet_language=language,
        speaks=name_of(own, language),
        helpline=spoken.helpline,
    )
    return Markup(sheet)  # noqa: S704 (ours)


def local_help(facts: Mapping[str, Mapping[str, Any]]) -> tuple[Markup, ...]:
    """Those facts of the center's state that say whom to call nearby; a link is Markdown."""
    return tuple(_fact(facts[name]) for name in LOCAL_HELP if name in facts)


def step_facts(facts: Mapping[str, Mapping[str, Any]]) -> dict[str, Markup]:
    """The same for steps, by what they ask for."""
    return {asked: _fact(facts[name]) for asked, name in STEP_FACTS.items() if name in facts}


def _fact(fact: Mapping[str, Any]) -> Markup:
    return Markup(MARKDOWN.renderInline(fact["text"].strip()))  # noqa: S704 (checked data)


def screens(
    data: Mapping[str, Any], lines: Mapping[str, Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """The screens with their questions in full, and what the page adds to each option."""
    questions = {question["id"]: question for question in data["questions"]}
    signs = {sign["id"]: sign for sign in data["signs"]}
    names = [screen["id"] for screen in data["screens"]]
    return [
        {
            **screen,
            "private": screen["id"] == ids.PRIVATE_SCREEN,
            "late": names.index(screen["id"]) > names.index(LAST_SAFETY_SCREEN),
            "questions": [_question(questions[q], signs, lines) for q in screen["questions"]],
        }
        for screen in data["screens"]
    ]


def mark(option: Mapping[str, Any], signs: Mapping[str, Mapping[str, Any]]) -> Mark | None:
    """How a person reads this answer when no program does: A danger now, B today, C assessment.

    Rougher than the rules and never calmer: a whole family of signs shares one mark.
    """
    if option["danger"] == "emergency":
        return "A"
    present = [signs[sign] for sign in option["present"]]
    if option["danger"] == "urgent" or any(_is_for_today(sign) for sign in present):
        return "B"
    needs = (
        sign["polarity"] == "toward_iop"
        for sign in present
        if sign["section"] in NEED_SECTIONS | {"added"}
    )
    return "C" if any(needs) else None


def _is_for_today(sign: Mapping[str, Any]) -> bool:
    """A sign that is urgent, or to be watched and not a strength or a mere fact."""
    if sign["id"] == STOPPED:
        return True
    if sign["safety"] == "watch":
        return sign["polarity"] not in {"support", "info"}
    return sign["safety"] in {"urgent", "emergency"}


def _question(
    question: Mapping[str, Any],
    signs: Mapping[str, Mapping[str, Any]],
    lines: Mapping[str, Mapping[str, Any]],
) -> dict[str, Any]:
    options = [
        {
            **option,
            "mark": mark(option, signs),
            "audience": next((AUDIENCES[s] for s in option["present"] if s in AUDIENCES), None),
        }
        for option in question["options"]
    ]
    dangers = [option for option in options if option["danger"]]
    tags = {SIGN_LINES[s] for option in dangers for s in option["present"] if s in SIGN_LINES}
    extra = [i for i, line in lines.items() if tags & set(line["when"]) and i not in CRISIS_LINES]
    crisis = _named(lines, (*CRISIS_LINES, *extra)) if dangers else []
    private = question["id"] in ids.PRIVATE_QUESTIONS
    return {**question, "options": options, "crisis": crisis, "private": private}


def _outcome(
    outcome: Mapping[str, Any],
    lines: Lines,
    pages: Sequence[tuple[str, str]],
    private: frozenset[str],
) -> dict[str, Any]:
    whole = _with_lines(outcome, lines, "next_steps", "meaning")
    steps = [
        step
        | {
            "private": private_answers.tells(step, private),
            "hurt": private_answers.is_for_the_hurt(step),
            "later": step.get("later", False),
            "screen_only": step.get("screen_only", False),
            "local": step.get("local", ""),
            "page": _page(step.get("page", ""), pages),
        }
        for step in whole["next_steps"]
    ]
    return whole | {"variants": outcome.get("variants", []), "next_steps": steps}


def _banner(banner: Mapping[str, Any], lines: Lines, private: frozenset[str]) -> dict[str, Any]:
    whole = _with_lines(banner, lines, "text")
    texts = [text | {"private": private_answers.tells(text, private)} for text in whole["text"]]
    marks = {
        "on_paper": banner.get("on_paper", False),
        "private": banner["id"] in private_answers.BANNERS,
    }
    return whole | {"text": texts} | marks


def _page(name: str, pages: Sequence[tuple[str, str]]) -> tuple[str, str] | None:
    """The address and words of a page that every result links to.

    Only such a page: a link that one result alone has would tell our host the result.
    """
    way = f"{name.removesuffix('.md').removesuffix('index').rstrip('/')}/"
    return next((page for page in pages if page[0] == way), None) if name else None


def _with_lines(entry: Mapping[str, Any], lines: Lines, *lists: str) -> dict[str, Any]:
    """An entry of outcomes.yml with its crisis lines in full, in the lists of items too."""
    items = {name: [_with_lines(item, lines) for item in entry[name]] for name in lists}
    return {**entry, **items, "lines": _named(lines, entry.get("lines", ()))}


def _turns(data: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The rules that say where to turn."""
    return [rule for rule in data["rules"] if rule.get("turn")]


def _helps_in_crisis(line: Mapping[str, Any]) -> bool:
    """A line to call or text, beside 911 and 988; no list of places for treatment."""
    reached = line["call"] or line["text"]
    return bool(reached) and FIND_TREATMENT not in line["when"] and line["id"] not in CRISIS_LINES


def _named(lines: Lines, ids: Sequence[str]) -> list[Mapping[str, Any]]:
    return [lines[name] for name in ids if name in lines]


@lru_cache(maxsize=8)  # a rebuild while serving asks again; a changed template is read anew
def _environment(gettext: Callable[[str], str]) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=translated_templates.kept_compiled(PROJECT),
    )
    environment.filters["as_read"] = as_read
    translated_templates.install(environment, gettext)
    return environment
