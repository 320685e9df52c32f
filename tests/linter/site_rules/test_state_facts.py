"""The file of the center's state: a fact without a source, law or day stops the build."""

from __future__ import annotations

import pytest

from site_config.settings import center
from site_config.settings.shared_data import state_facts
from tests.small_site import SOURCES

STATES = "content/_data/states/new-york.yml"
FACT = {
    "id": "leave",
    "text": "The law gives you leave.",
    "law": "Some Law § 1",
    "source": "hours",
    "as_of": "2026-11-20",
    "evidence": "A",
}


@pytest.fixture
def state(small):
    """Write the facts of the small site's state."""
    small.write("site_config/center.yml", "name: Some Center\nregion: New York\n")

    def write(*facts):
        rows = [", ".join(f"{k}: {v}" for k, v in fact.items() if v) for fact in facts]
        lines = "".join(f"  - {{{row}}}\n" for row in rows)
        small.write(STATES, f"state: New York\nfacts:\n{lines}")
        return small

    return write


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"source": None}, "“source” is missing"),
        ({"law": None}, "names no law and no agency"),
        ({"as_of": None}, "“as_of” is missing"),
        ({"as_of": "2026"}, "“as_of: 2026”"),
        ({"as_of": "2026-12-24"}, "in the future"),
        ({"evidence": "C"}, "“evidence: C”"),
        ({"source": "hour"}, "did you mean “hours”"),
        ({"agencie": "An agency"}, "isn't a setting we know (did you mean “agency”?)"),
        ({"text": "Help for an addict."}, "addict"),
    ],
)
def test_a_wrong_fact_is_an_error_on_its_line(state, wrong, words):
    small = state({**FACT, "id": "other"}, FACT | wrong)
    (issue,) = small.errors(STATES)
    assert issue.line == 4
    assert words in issue.what


def test_a_fact_given_twice_is_an_error(state):
    (issue,) = state(FACT, FACT).errors(STATES)
    assert issue.line == 4


@pytest.mark.parametrize("text", ["state: New York\n", "facts: [] \n", "- a\n"])
def test_a_file_of_another_form_is_an_error(state, text):
    small = state(FACT)
    small.write(STATES, text)
    assert small.errors(STATES) != []


def test_a_phone_number_in_a_published_fact_may_be_shown(state):
    small = state(FACT | {"text": "Call the agency at 1-800-555-0100."})
    assert small.errors(STATES) == []
    small = state(FACT | {"text": "Call the agency at 1-800-555-0100.", "evidence": "K"})
    assert [issue.rule for issue in small.errors(STATES)] == ["unchecked-contact"]


def test_only_facts_read_at_the_law_are_given_to_the_pages(state):
    small = state(FACT, FACT | {"id": "heard", "evidence": "B"})
    facts = state_facts(small.root, center.load(small.root))
    assert list(facts) == ["leave"]
    assert facts["leave"]["source"] == "hours"


def test_a_state_without_a_file_has_no_facts(small):
    assert state_facts(small.root, center.Center(name="A", region="Oregon")) == {}
    assert state_facts(small.root, center.DEFAULT) == {}


@pytest.mark.parametrize(
    ("fact", "line"),
    [
        ({"law": "Cal. Health & Safety Code § 11376.5"}, 3),
        ({"law": "Ohio Rev. Code § 1"}, 3),
        ({"source": "theirs"}, 3),
    ],
)
def test_a_fact_never_rests_on_another_state(state, fact, line):
    """As in a file that was renamed, with another state's name put into its sentences."""
    small = state(FACT | fact)
    small.add(
        SOURCES,
        'theirs: {title: T, publisher: P, year: 2024, url: "https://www.dhcs.ca.gov/a", '
        "checked_on: 2026-11-23, evidence: S}\n",
    )
    (issue,) = small.errors(STATES)
    assert (issue.rule, issue.line) == ("law-elsewhere", line)


@pytest.mark.parametrize("law", ["N.Y. Ins. Law § 1", "42 U.S.C. § 290dd-2", "SB 221 (2021)"])
def test_its_own_law_and_that_of_the_country_are_right(state, law):
    assert state(FACT | {"law": law}).errors(STATES) == []


def test_a_file_says_whose_facts_it_has(state):
    small = state(FACT)
    file = small.root / STATES
    file.write_text(file.read_text().replace("state: New York", "state: California"))
    (issue,) = small.errors(STATES)
    assert (issue.rule, issue.line) == ("law-elsewhere", 1)
