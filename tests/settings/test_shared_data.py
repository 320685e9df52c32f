"""Facts that pages share: only what someone has checked, and nothing without its form."""

from __future__ import annotations

import pytest

from site_config.core.issues import IssuesFound
from site_config.settings import shared_data
from site_config.settings.center import Center
from tests.small_site import LINES, SOURCES

FACT = "{{id: {id}, text: A sentence., source: hours, as_of: 2026-11-23, evidence: {evidence}}}"


def test_only_lines_that_someone_has_checked_are_shown(small):
    lines = shared_data.crisis_lines(small.root)
    assert [line["id"] for line in lines] == ["emergency_911", "lifeline_988", "helpline"]


def test_links_of_every_result_are_addresses(small):
    small.write(
        "content/_data/helpful_pages.yml",
        "- {page: cost/index.md, words: Cost}\n- {page: start/work.md, words: Work}\n"
        "- {page: nothing.md}\n- words\n",
    )
    assert shared_data.helpful_pages(small.root) == [("cost/", "Cost"), ("start/work/", "Work")]
    small.write("content/_data/helpful_pages.yml", "# none\n")
    assert shared_data.helpful_pages(small.root) == []


def test_words_that_people_search_for(small):
    assert shared_data.search_words(small.root) == {"danger": [], "pages": {}}
    text = "danger: [die]\npages: {help.md: [emergency], cost/index.md: [money]}\n"
    small.write("content/_data/search_words.yml", text)
    assert shared_data.search_words(small.root) == {
        "danger": ["die"],
        "pages": {"help/": ["emergency"], "cost/": ["money"]},
    }


@pytest.mark.parametrize(
    ("region", "file"),
    [
        (None, None),
        ("California", "content/_data/states/california.yml"),
        ("New York", "content/_data/states/new-york.yml"),
        ("Washington, D.C.", "content/_data/states/washington-d-c.yml"),
    ],
)
def test_a_state_has_its_own_file(region, file):
    assert shared_data.state_file(Center(name="A", region=region)) == file


def test_only_facts_read_in_the_law_itself_are_published(small):
    facts = [FACT.format(id=f"fact_{one.lower()}", evidence=one) for one in "ABK"]
    text = "".join(f"- {one}\n" for one in [*facts, "{id: fact_without_more}", "words"])
    small.write("content/_data/states/california.yml", f"facts:\n{text}")
    found = shared_data.state_facts(small.root, Center(name="A", region="California"))
    assert list(found) == ["fact_a"]
    assert shared_data.state_facts(small.root, Center(name="A", region="Nevada")) == {}
    assert shared_data.state_facts(small.root, Center(name="A")) == {}


def test_the_glossary_has_words_with_a_meaning(small):
    assert shared_data.glossary(small.root) == {}
    small.write(shared_data.GLOSSARY, "*[IOP]: planned treatment\n\nIOP: nothing\n*[AA]: a group\n")
    assert shared_data.glossary(small.root) == {"IOP": "planned treatment", "AA": "a group"}


@pytest.mark.parametrize(
    ("read", "file"),
    [(shared_data.crisis_lines, LINES), (shared_data.sources, SOURCES)],
)
def test_a_file_that_cannot_be_read_stops_with_its_line(small, read, file):
    small.write(file, "a: 1\nb: [c\n")
    with pytest.raises(IssuesFound) as found:
        read(small.root)
    assert [(issue.path.as_posix(), issue.line) for issue in found.value.issues] == [(file, 2)]
