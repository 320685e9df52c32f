"""Entries of sources.yml, and the sources behind the rules of the self-check."""

from __future__ import annotations

import pytest

from tests.small_site import OUTCOMES, SOURCES


def test_a_source_given_twice_is_an_error_on_its_second_line(small):
    line = small.add(SOURCES, "hours: {}\n")
    assert [issue.line for issue in small.errors(SOURCES)] == [line]


WHOLE = {
    "title": "T",
    "publisher": "P",
    "year": "2024",
    "url": '"https://example.org/"',
    "checked_on": "2026-11-23",
    "evidence": "S",
}


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"evidence": None}, "evidence"),
        ({"evidence": "X"}, "X"),
        ({"url": "ftp://example.org"}, "ftp://example.org"),
        ({"url": "null"}, "other"),
        ({"checked_on": "2026-11-24"}, "2026-11-24"),
        ({"year": "2027"}, "2027"),
        ({"year": "last year"}, "last year"),
        ({"pages": "12"}, "pages"),
    ],
)
def test_a_wrong_source_is_an_error_on_its_line(small, wrong, words):
    given = {name: value for name, value in (WHOLE | wrong).items() if value}
    entry = ", ".join(f"{name}: {value}" for name, value in given.items())
    line = small.add(SOURCES, f"other: {{{entry}}}\n")
    found = small.errors(SOURCES)
    assert {issue.line for issue in found} == {line}
    assert words in found[0].what


@pytest.mark.parametrize(
    ("key", "count"), [("hours", 0), ("house_rule", 0), ("nothing", 1), ("from_memory", 1)]
)
def test_the_rules_of_the_check_name_sources_that_exist(small, key, count):
    small.write(OUTCOMES, f"rules:\n  - {{id: a, why: It is so., source: {key}}}\n")
    assert [issue.line for issue in small.errors(OUTCOMES)] == [2] * count


ENTRY = """\
other: {{title: T, publisher: P, year: 2024, url: {url}, checked_on: 2026-11-23, {more}}}
"""


@pytest.mark.parametrize(
    ("url", "more", "says"),
    [
        ('"https://example.org/"', "evidence: S", "Nothing cites the source “other”"),
        ('"https://example.org/"', "evidence: K", None),
        ("null", "evidence: K", "The source “other” has no address"),
        ("null", "evidence: K, note: In the library of the county.", None),
        ('"https://example.org/?utm_source=x"', "evidence: K", "utm_source"),
    ],
)
def test_a_source_is_cited_and_can_be_found(small, url, more, says):
    line = small.add(SOURCES, ENTRY.format(url=url, more=more))
    found = [issue for issue in small.issues(SOURCES) if issue.line >= line]
    assert [says in issue.what for issue in found] == ([True] if says else []), found


def test_a_source_that_only_a_rule_of_the_check_cites_is_cited(small):
    small.add(SOURCES, ENTRY.format(url='"https://example.org/"', more="evidence: S"))
    small.write(OUTCOMES, "rules:\n  - {id: a, why: It is so., source: other}\n")
    assert not [issue for issue in small.issues(SOURCES) if "other" in issue.what]


def test_a_source_of_another_state_s_facts_is_cited(small):
    """Pages take facts by id: in that state, they show this source."""
    unused = [issue for issue in small.issues(SOURCES) if "“hours”" in issue.what]
    assert unused
    small.write(
        "content/_data/states/ohio.yml",
        "state: Ohio\nfacts:\n  - {id: a, text: It is so., law: Some Law § 1, source: hours, "
        "as_of: 2026-11-20, evidence: A}\n",
    )
    small.write("site_config/center.yml", "name: Some Center\nregion: Oregon\n")
    assert not [issue for issue in small.issues(SOURCES) if "“hours”" in issue.what]
