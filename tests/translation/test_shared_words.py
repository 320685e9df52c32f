"""Facts stand once; a language adds its words, and says what it cannot place."""

from __future__ import annotations

from site_config.settings.center import Center
from site_config.translation import shared_words


def test_an_english_file_that_is_still_empty_is_no_crash(tmp_path):
    data = tmp_path / "content/_data"
    data.mkdir(parents=True)
    (data / "crisis_lines.yml").write_text("# nothing yet\n", "utf-8")
    lines, _ = shared_words.crisis_lines(tmp_path, "es", [])
    assert lines == []


FACTS = {
    "leave": {"text": "You may take leave.", "source": "a"},
    "new": {"text": "New.", "source": "b"},
}


def write(root, name, text):
    file = root / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def test_a_new_fact_without_words_is_in_english_and_stops_nothing(tmp_path):
    listed = "".join(f"  - {{id: {key}}}\n" for key in FACTS)
    write(tmp_path, "content/_data/states/california.yml", f"state: California\nfacts:\n{listed}")
    words = "leave: Tiene derecho.\ngone: Ya no.\n"
    write(tmp_path, "content/es/_data/states/california.yml", words)
    center = Center(name="A center", region="California")
    facts, issues = shared_words.state_facts(tmp_path, "es", center, FACTS)
    assert facts["leave"] == {"text": "Tiene derecho.", "source": "a"}
    assert facts["new"] == {"text": '<span lang="en">New.</span>', "source": "b"}
    assert {(one.severity, one.line) for one in issues} == {("warning", 2), ("warning", 1)}


def test_a_fact_that_lost_its_text_is_no_crash(tmp_path):
    """Another rule says that the text is missing."""
    write(
        tmp_path, "content/_data/states/california.yml", "state: California\nfacts: [{id: new}]\n"
    )
    center = Center(name="A center", region="California")
    facts, _ = shared_words.state_facts(tmp_path, "es", center, {"new": {"source": "b"}})
    assert set(facts) == {"new"}


def test_a_link_of_a_result_without_words_is_left_out(tmp_path):
    pages = "- {page: help.md, words: Help}\n- {page: new.md, words: New}\n"
    write(tmp_path, "content/_data/helpful_pages.yml", pages)
    write(tmp_path, "content/es/_data/helpful_pages.yml", "help.md: Ayuda\n")
    found, issues = shared_words.helpful_pages(tmp_path, "es")
    assert found == [("help.md", "Ayuda")]
    assert [one.severity for one in issues] == ["warning"]


def test_a_crisis_line_without_words_is_an_error(tmp_path):
    lines = [{"id": "one", "name": "One"}, {"id": "two", "name": "Two"}]
    write(tmp_path, "content/_data/crisis_lines.yml", "- {id: one}\n- {id: two}\n")
    write(tmp_path, "content/es/_data/crisis_lines.yml", "one: {name: Uno, what: Algo.}\n")
    _, issues = shared_words.crisis_lines(tmp_path, "es", lines)
    assert [(one.severity, "two" in one.what) for one in issues] == [("error", True)]


def test_a_line_may_chat_on_another_page_in_another_language(tmp_path):
    lines = [{"id": "one", "name": "One", "chat_url": "https://one.example/"}]
    write(tmp_path, "content/_data/crisis_lines.yml", "- {id: one}\n")
    words = "one: {name: Uno, what: Algo., chat_url: 'https://one.example/es/'}\n"
    write(tmp_path, "content/es/_data/crisis_lines.yml", words)
    found, issues = shared_words.crisis_lines(tmp_path, "es", lines)
    assert (found[0]["chat_url"], issues) == ("https://one.example/es/", [])


def test_a_state_s_file_without_a_translation_stops_nothing(tmp_path):
    write(tmp_path, "content/_data/states/california.yml", "state: California\nfacts: []\n")
    center = Center(name="A center", region="California")
    facts, issues = shared_words.state_facts(tmp_path, "es", center, FACTS)
    assert 'lang="en"' in facts["leave"]["text"]
    assert [one.severity for one in issues] == ["warning"]
