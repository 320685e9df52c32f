"""The data files: sources, crisis lines, exceptions, and the words of the short check."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.content.small_site import FILES, TODAY

SOURCES = "content/_data/sources.yml"
LINES = "content/_data/crisis_lines.yml"
ALLOWED = "site_config/allowed.yml"
QUESTIONS = "checker/questionnaire.yml"
OUTCOMES = "checker/outcomes.yml"
HELPFUL = "content/_data/helpful_pages.yml"


def add(small, name, text):
    """Add `text` to a data file; return the line on which it starts."""
    before = FILES.get(name, "")
    small.write(name, before + text)
    return before.count("\n") + 1


def errors(small, path, **options):
    return [fault for fault in small.faults(path, **options) if fault.severity == "error"]


@pytest.mark.parametrize(
    ("sources", "severity", "line"),
    [("from_memory", "error", 1), ("derived", "error", 1), ("old", "error", 1)],
)
def test_a_source_that_is_unchecked_or_too_old_may_not_be_cited(small, sources, severity, line):
    first = small.page(f"It helps. [@{sources}]", sources=f"[{sources}]")
    found = small.faults()
    assert (first + line - 1, severity) in {(fault.line, fault.severity) for fault in found}
    assert all(sources in fault.message for fault in found)


def test_an_old_source_with_a_reason_may_be_cited(small):
    small.page("It helps. [@old_but_right]", sources="[old_but_right]")
    assert small.faults() == []


def test_a_source_that_ages_after_the_review_warns_until_the_page_is_read_again(small):
    small.page("It helps. [@hours]", sources="[hours]", next_review="2031-01-01")
    later = dt.date(2030, 3, 1)
    assert [fault.severity for fault in small.faults(today=later)] == ["warning"]
    small.page(
        "It helps. [@hours]", sources="[hours]", last_reviewed=str(later), next_review="2031-01-01"
    )
    assert [fault.severity for fault in small.faults(today=later)] == ["error"]


def test_a_source_cited_and_not_listed_is_an_error(small):
    line = small.page("One.\n\nIt helps. [@hours]")
    assert [(fault.line, fault.severity) for fault in small.faults()] == [(line + 2, "error")]


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("It rose from 2019 to 2024. [@nsduh_2024]", 1),
        ("One.\nNSDUH counted more in 2022 than in 2018. [@hours]", 1),
        ("NSDUH years from 2021 on cannot be compared with 2020. [@hours]", 0),
        ("NSDUH counted in 2021. It counts again in 2024. [@hours]", 0),
        ("A law of 2008 was renewed in 2024. [@hours]", 0),
    ],
)
def test_survey_years_across_the_break_are_not_compared(small, body, count):
    key = "nsduh_2024" if "nsduh_2024" in body else "hours"
    small.page(body, sources=f"[{key}]")
    assert [fault.severity for fault in small.faults()] == ["error"] * count


def test_a_source_given_twice_is_an_error_on_its_second_line(small):
    line = add(small, SOURCES, "hours: {}\n")
    assert [fault.line for fault in errors(small, SOURCES)] == [line]


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
    line = add(small, SOURCES, f"other: {{{entry}}}\n")
    found = errors(small, SOURCES)
    assert {fault.line for fault in found} == {line}
    assert words in found[0].message


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ("- {id: lifeline_988, name: A, what: B, checked_on: 2026-11-23, evidence: S}", "lifeline"),
        ("- {id: x, name: A, what: B, call: 1-800, checked_on: 2026-11-23, evidence: S}", "1-800"),
        ("- {id: x, name: A, what: B, checked_on: 2026-11-24, evidence: S}", "2026-11-24"),
        (
            "- {id: x, name: A, what: Call 310-555-0199., checked_on: 2026-11-23, evidence: K}",
            "0199",
        ),
        ("- just words", "ettings"),
    ],
)
def test_a_wrong_crisis_line_is_an_error_on_its_line(small, entry, words):
    line = add(small, LINES, entry + "\n")
    found = errors(small, LINES)
    assert {fault.line for fault in found} == {line}
    assert words in found[0].message


def test_the_lifeline_and_911_may_not_go_missing(small):
    small.write(LINES, "[]\n")
    missing = [fault.message for fault in errors(small, LINES)]
    assert len(missing) == 2
    assert any("lifeline_988" in message for message in missing)


@pytest.mark.parametrize(("release", "severity"), [(False, "warning"), (True, "error")])
def test_a_number_not_tried_for_half_a_year_warns_and_stops_a_release(small, release, severity):
    small.page("Some words.", next_review="2028-01-01")
    on_the_day = small.faults(LINES, release=release, today=TODAY + dt.timedelta(days=180))
    a_day_later = small.faults(LINES, release=release, today=TODAY + dt.timedelta(days=181))
    new = set(a_day_later) - set(on_the_day)
    assert {fault.severity for fault in new} == {severity}
    assert len(new) == 4


@pytest.mark.parametrize(
    ("entry", "severity", "words"),
    [
        ("- page: understand/page.md\n  words: addict\n", "error", "reason"),
        ("- page: understand/page.md\n  words: addict\n  reason: because\n", "error", "reason"),
        (
            "- page: nowhere.md\n  words: addict\n  reason: A quote from a person.\n",
            "error",
            "nowhere",
        ),
        (
            "- page: help.md\n  words: addict\n  reason: A quote from a person.\n",
            "warning",
            "addict",
        ),
    ],
)
def test_an_exception_needs_a_page_a_reason_and_a_use(small, entry, severity, words):
    small.write(ALLOWED, entry)
    found = small.faults(ALLOWED)
    assert [fault.severity for fault in found] == [severity]
    assert words in found[0].message


def test_an_exception_lets_its_words_through_on_its_page_alone(small):
    small.write(
        ALLOWED, "- {page: understand/page.md, words: an addict, reason: A person says so.}\n"
    )
    small.page("I am an addict.")
    small.page("I am an addict.", name="signs/other.md")
    assert small.faults() == []
    assert small.faults(ALLOWED) == []
    assert len(small.faults("content/signs/other.md")) == 1
    small.page("I am an addict. You are one addict more.")
    assert len(small.faults()) == 1


def test_no_exception_opens_a_safety_rule(small):
    small.write(ALLOWED, "- {words: Thoughts of suicide pass, reason: We want it like this.}\n")
    small.page("Thoughts of suicide pass.")
    assert [fault.severity for fault in small.faults()] == ["error"]


QUESTION = """\
screens:
  - id: one
    questions:
      - id: q
        text: {words}
        options:
          - {{id: a, text: "Yes"}}
"""


@pytest.mark.parametrize(
    ("words", "severity"),
    [
        ("Are you an addict?", "error"),
        ("Can you call 310-555-0199?", "error"),
        ("Are you well!", "warning"),
    ],
)
def test_the_words_of_the_check_are_held_to_the_house_rules(small, words, severity):
    small.write(QUESTIONS, QUESTION.format(words=words))
    found = small.faults(QUESTIONS)
    assert [(fault.line, fault.severity) for fault in found] == [(5, severity)]


@pytest.mark.parametrize(
    ("key", "count"), [("hours", 0), ("house_rule", 0), ("nothing", 1), ("from_memory", 1)]
)
def test_the_rules_of_the_check_name_sources_that_exist(small, key, count):
    small.write(OUTCOMES, f"rules:\n  - {{id: a, why: It is so., source: {key}}}\n")
    assert [fault.line for fault in errors(small, OUTCOMES)] == [2] * count


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (SOURCES, "a: [b\n"),
        (SOURCES, "- a\n"),
        (LINES, "a: b\n"),
        ("content/_data/people.yml", "authors: []\n"),
        (
            "site_config/house_terms.yml",
            "terms:\n  - {match: '(', use: x, severity: error, source: N}\n",
        ),
        (SOURCES, b"a: \xff\n"),
        (QUESTIONS, "screens: [\n"),
        (LINES, "- {id: x, name: A, what: B, what: C, checked_on: 2026-11-23, evidence: S}\n"),
    ],
)
def test_a_data_file_that_cannot_be_read_is_an_error_and_no_crash(small, name, text):
    small.write(name, text)
    assert errors(small, name)


@pytest.mark.parametrize("name", [SOURCES, LINES, QUESTIONS, "site_config/house_terms.yml"])
def test_a_missing_data_file_is_an_error(small, name):
    (small.root / name).unlink()
    assert errors(small, name)


def test_the_glossary_is_held_to_the_house_rules(small):
    small.write("content/_data/glossary.md", "*[AA]: A group\n*[BB]: A group for an addict\n")
    found = small.faults("content/_data/glossary.md")
    assert [(fault.line, fault.severity) for fault in found] == [(2, "error")]


@pytest.mark.parametrize("row", ["*[BB] A group", "[BB]: A group", "A group", "*[BB]:", "*[]: A"])
def test_a_line_of_the_glossary_that_explains_nothing_is_an_error(small, row):
    small.write("content/_data/glossary.md", f"*[AA]: A group\n\n{row}\n")
    assert {fault.line for fault in errors(small, "content/_data/glossary.md")} == {3}


HARD = "The continued participation in complementary activities is considerably facilitated"


@pytest.mark.parametrize("voice", ["me", "them"])
@pytest.mark.parametrize("part", ["text", "hint", "option"])
def test_every_text_of_a_question_is_held_to_grade_6_in_each_voice(small, part, voice):
    said = {"me": "It is so.", "them": "It is so."} | {voice: HARD}
    words = f'{{me: "{said["me"]}", them: "{said["them"]}"}}'
    parts = {"text": "How is it?", "hint": "Say how.", "option": "Well"} | {part: words}
    small.write(
        QUESTIONS,
        f"screens:\n  - questions:\n      - id: q\n        text: {parts['text']}\n"
        f"        hint: {parts['hint']}\n        options:\n          - text: {parts['option']}\n",
    )
    lines = {"text": 4, "hint": 5, "option": 7}
    graded = [f for f in errors(small, QUESTIONS) if f.message.startswith("School grade")]
    assert [fault.line for fault in graded] == [lines[part]]


def test_a_hard_text_may_stay_with_a_reason(small):
    small.write(QUESTIONS, f"screens:\n  - questions:\n      - hint: {HARD}\n")
    small.write(ALLOWED, f"- {{words: {HARD}, reason: A name that has no shorter form.}}\n")
    assert not [f for f in errors(small, QUESTIONS) if f.message.startswith("School grade")]


TEMPLATE = "site_config/build/templates/start.html"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (f"<p>{HARD}.</p>", "School grade"),
        ("<button>Just start</button>", "just"),
        ("<p>An addict reads this.</p>", "addict"),
        ("<p>Call 555-010-0000.</p>", "555-010-0000"),
        ('<p>{{ voices("Read this.", "They are addicts.") }}</p>', "addict"),
    ],
)
def test_the_words_of_templates_are_held_to_the_house_rules(small, words, found):
    small.write(
        TEMPLATE, f"{{% if a %}}\n{{# An addict,\n here unseen #}}\n{words}\n{{% endif %}}\n"
    )
    faults = small.faults(TEMPLATE)
    assert [fault.line for fault in faults] == [4]
    assert found in faults[0].message
    assert faults[0].remedy


@pytest.mark.parametrize("front", [None, {"publish_on": "2027-01-01"}])
def test_a_result_may_not_lead_to_a_page_that_is_not_there(small, front):
    small.write(HELPFUL, "# links\n- {page: help.md, words: Help}\n- {page: far.md, words: Far}\n")
    if front:
        small.page("Some words.", name="far.md", **front)
    (fault,) = errors(small, HELPFUL)
    assert fault.line == 3
    assert "far.md" in fault.message
    assert fault.remedy
    small.page("Some words.", name="far.md")
    assert errors(small, HELPFUL) == []


DV = {
    "id": "dv_hotline",
    "name": "Hotline",
    "call": '"18007997233"',
    "call_display": "1-800-799-7233",
    "text": '"88788"',
    "what": '"Text START to 88788, or call."',
    "when": "[violence]",
    "checked_on": "2026-11-23",
    "evidence": "S",
}


def line(small, **wrong):
    given = ", ".join(f"{key}: {value}" for key, value in (DV | wrong).items() if value)
    return add(small, LINES, f"- {{{given}}}\n")


@pytest.mark.parametrize(
    "display",
    [None, "1-800-799-7233", "(800) 799-SAFE", '"18007997233"', '"1-800-799-7233 (24/7)"'],
)
def test_a_number_may_be_written_in_any_way_that_dials_the_same(small, display):
    line(small, call_display=display)
    assert errors(small, LINES) == []


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"call": '"18007997234"'}, "1-800-799-7233"),
        ({"call": '"998"', "call_display": '"988, then press 1"'}, "988, then press 1"),
        ({"text": '"88778"'}, "88788"),
        ({"when": "[violense]"}, "violense"),
        ({"call": "18007997233"}, "18007997233"),
    ],
)
def test_a_line_that_dials_another_number_than_it_says_is_an_error_on_its_line(small, wrong, words):
    at = line(small, **wrong)
    (fault,) = errors(small, LINES)
    assert fault.line == at
    assert words in fault.message


@pytest.mark.parametrize(
    "wrong", [{"checked_on": "today"}, {"call": "1-800-799-7233"}, {"name": "a: b: c"}]
)
def test_a_mistake_in_the_file_of_lines_is_not_said_again_on_every_page(small, wrong):
    small.page("Thoughts of suicide: call 911, 988 or 1-800-799-7233.")
    line(small, **wrong)
    assert {fault.path.as_posix() for fault in small.faults("") if fault.severity == "error"} == {
        LINES
    }


@pytest.mark.parametrize("gone", [{"id": "other"}, {"evidence": "K"}])
def test_a_line_that_the_short_check_shows_has_to_be_there_and_checked(small, gone):
    small.write(OUTCOMES, "outcomes: []\nbanners: [{id: dv_box, title: Home, text: [Words.]}]\n")
    line(small)
    assert errors(small, LINES) == []
    line(small, what="Talk.", **gone)
    (fault,) = errors(small, LINES)
    assert "dv_hotline" in fault.message
