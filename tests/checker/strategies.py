"""What hypothesis draws from: any findings, and any state in which a person can leave the form.

Each starts from a plain picture (nothing said, all well, all denied) and changes a few things,
so that a failing case shrinks to the few that matter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from checker.examples import EVERYONE, EXAMPLES
from checker.findings import Findings
from checker.model import QUESTIONS, SIGNS, Question
from checker.responses import Responses, findings
from tests.checker import roles

if TYPE_CHECKING:
    from collections.abc import Iterable

WELL = Findings(roles.FAVORABLE - set(roles.SIGNS["mild"]), roles.CLEAR)
PICTURES = (
    WELL,
    Findings(frozenset(), roles.CLEAR),
    Findings(),
    Findings(roles.FAVORABLE, frozenset(roles.ALL) - roles.FAVORABLE),
)

# Somebody who drinks a little, without any harm so far; made-up people stand in examples.yml.
USING = EVERYONE | next(e["answers"] for e in EXAMPLES if e["id"] == "busy_parent")

some_signs = st.sets(st.sampled_from(roles.ALL), max_size=8)
some_need = st.sets(st.sampled_from(sorted(roles.NEED)), max_size=6)
none_or_some_signs: st.SearchStrategy[set[str]] = st.one_of(st.just(set()), some_signs)
pictures = st.sampled_from(PICTURES)


@st.composite
def made_up(draw: st.DrawFn) -> Findings:
    """Any findings; often with some need and little danger, so that all rows are reached."""
    picture = draw(pictures)
    yes, no, left_open = draw(some_need), draw(some_signs), draw(none_or_some_signs)
    yes |= draw(none_or_some_signs)
    return without(with_answers(picture, yes=yes, no=no - yes), *left_open - yes)


def answers(question: Question) -> st.SearchStrategy[tuple[str, list[str]]]:
    """One question with an answer to it: skipped, one that stands alone, or some boxes."""
    alone = [[o.id] for o in question.options if o.exclusive]
    boxes = [o.id for o in question.options if not o.exclusive]
    ways = [st.just([]), st.sampled_from(alone)]
    if boxes:
        ways.append(st.lists(st.sampled_from(boxes), min_size=1, max_size=4, unique=True))
    return st.tuples(st.just(question.id), st.one_of(ways))


# Made once: a strategy made anew for each drawn form takes longer than the engine's decision.
forms_to_begin_with = st.sampled_from([EVERYONE, USING, {}])
an_answer = st.one_of([answers(question) for question in QUESTIONS.values()])
some_answers = st.one_of(st.lists(an_answer, max_size=3), st.lists(an_answer, max_size=12))


@st.composite
def responses(draw: st.DrawFn) -> Responses:
    """The form as a person may leave it: answered, skipped, gone back, changed, contradicting.

    Answers to questions that are no longer asked stay behind.
    """
    start: Responses = draw(forms_to_begin_with)
    return start | dict(draw(some_answers))


def asked(name: str) -> Responses:
    """The fewest answers after which this question is asked."""
    question = QUESTIONS[name]
    whom = {"who": ["them"]} if question.only_for and "me" not in question.only_for else {}
    if not question.shown_if:
        return whom
    before = question.shown_if["question"]
    return whom | asked(before) | {before: question.shown_if["options"][:1]}


from_form = responses().map(findings)
any_findings = st.one_of(made_up(), from_form)


ALIASES: dict[str, set[str]] = {}
for _sign in SIGNS.values():
    ALIASES.setdefault(_sign.alias_of or _sign.id, set()).add(_sign.id)


def names(signs: Iterable[str]) -> set[str]:
    """The signs, and their aliases."""
    return {name for sign in signs for name in ALIASES.get(sign, {sign})}


def with_answers(f: Findings, *, yes=(), no=()) -> Findings:
    """The same findings with these signs answered."""
    every = names({*yes, *no})
    return Findings(f.present - every | set(yes), f.absent - every | set(no), f.declined - every)


def without(f: Findings, *signs: str) -> Findings:
    """The same findings with these signs left open."""
    every = names(set(signs))
    return Findings(f.present - every, f.absent - every, f.declined - every)
