"""The marks that writers use in pages."""

from __future__ import annotations

from bs4 import BeautifulSoup
from markdown import markdown

from site_config.rendering import citations
from site_config.rendering.placeholders import as_cards, crisis_list, expand, fold, treatment_list

LINE = {
    "name": "A & B line",
    "what": "Talk to someone.",
    "call": "988",
    "call_display": "988",
    "text": "741741",
    "text_body": "HOME",
    "chat_url": None,
    "url": "https://example.org/",
    "when": ["crisis"],
}
FINDER = {**LINE, "call": "18005550100", "text": "18005550100", "when": ["find_treatment"]}


SOURCE = {"title": "T", "publisher": "P", "year": 2020, "url": None, "checked_on": "2026-11-23"}


def test_a_cited_source_is_listed_at_the_end():
    sources = {"one": SOURCE, "two": SOURCE}
    marked = expand("A fact. [@one]", {}, sources)
    html = markdown(marked, extensions=[citations.makeExtension(sources=sources)])
    soup = BeautifulSoup(html, "html.parser")
    assert len(soup.select("ol > li")) == 1
    assert soup.select_one(soup.sup.a["href"]).cite.text == "T"


def test_a_page_without_sources_gets_no_list():
    assert expand("Words.", {}, {"one": SOURCE}) == "Words."


def test_crisis_lines_can_be_called_and_texted():
    soup = BeautifulSoup(crisis_list([LINE]), "html.parser")
    assert [a["href"] for a in soup.find_all("a")] == [
        "tel:988",
        "sms:741741?&body=HOME",
        "https://example.org/",
    ]
    assert "A & B line" in soup.text


def test_a_line_without_a_phone_has_no_call_link():
    assert "tel:" not in crisis_list([{**LINE, "call": None, "call_display": None}])


def test_who_finds_treatment_does_not_stand_among_the_crisis_lines():
    assert "18005550100" not in crisis_list([LINE, FINDER])
    found = BeautifulSoup(treatment_list([LINE, FINDER]), "html.parser")
    assert [a["href"] for a in found.select("a[href^=tel]")] == ["tel:18005550100"]


def test_a_number_to_text_is_written_as_people_read_it():
    found = BeautifulSoup(treatment_list([FINDER]), "html.parser")
    assert found.select_one("a[href^=sms]").text == "Text HOME to 1-800-555-0100"


def test_a_mark_becomes_its_text():
    assert expand("A\n\n<!-- rules -->", {"rules": "| B |"}, {}) == "A\n\n| B |"


def test_a_folded_section_keeps_its_heading_and_closes_over_its_own_words_only():
    text = "Above.\n\n## One\n\nFirst.\n\n### Deep\n\nSecond.\n\n## Two\n\nThird.\n"
    page = BeautifulSoup(markdown(fold(text, ("One",)), extensions=["md_in_html"]), "html.parser")
    closed = page.details
    assert not closed.has_attr("open")
    inside = closed.find_all(["h2", "h3", "p"])
    assert [element.get_text() for element in inside] == ["First.", "Deep", "Second."]
    assert [h.text for h in page.find_all("h2") if not h.find_parent("details")] == ["One", "Two"]


def test_each_table_stands_in_a_box_of_its_own():
    text = "Above.\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\nBetween.\n\n| c |\n| - |\n| 3 |"
    extensions = ["md_in_html", "tables"]
    page = BeautifulSoup(markdown(as_cards(text), extensions=extensions), "html.parser")
    boxes = [box.get_text(" ", strip=True) for box in page.select("div.compare")]
    assert boxes == ["a b 1 2", "c 3"]
    assert [p.get_text() for p in page.find_all("p")] == ["Above.", "Between."]
