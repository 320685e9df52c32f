"""What keeps a page from getting another name."""

from __future__ import annotations

import pytest

from site_config.authoring.rename_checks import RenameError, check_names, named_in_code

OLD, NEW = "understand/page.md", "understand/other.md"


@pytest.fixture
def project(small):
    small.page("Words.", name="understand/second.md", was="[understand/taken/]")
    small.page("Words.", name="understand/index.md")
    small.page("Words.", name="about/parts.md")
    small.write("mkdocs.yml", "exclude_docs: |\n  /about/parts.md\nnav: []\n")
    small.write("content/es/understand/there.md", "Palabras.")
    return small


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("", NEW, "make rename PAGE="),
        (OLD, "", "make rename PAGE="),
        ("understand/pag.md", NEW, "did you mean “understand/page.md”"),
        ("_data/glossary.md", NEW, "There is no page"),
        ("es/understand/there.md", NEW, "Give the English page"),
        ("understand/index.md", NEW, "has to keep that name"),
        ("help.md", NEW, "keeps its name"),
        ("about/parts.md", NEW, "isn't on the site"),
        (OLD, "understand/other", "TO=understand/other.md"),
        (OLD, "understand/Other Page.md", "small letters"),
        (OLD, f"understand/{'a' * 61}.md", "61 letters"),
        (OLD, "nowhere/other.md", "There is no folder content/nowhere"),
        (OLD, "es/understand/other.md", "There is no folder content/es/understand"),
        (OLD, "other.md", "There is no folder"),
        (OLD, "about/index.md", "first page of a part"),
        (OLD, OLD, "its name already"),
        (OLD, "understand/second.md", "is there already"),
        (OLD, "understand/there.md", "content/es/understand/there.md is there already"),
        (OLD, "understand/taken.md", "are sent to content/understand/second.md"),
    ],
)
def test_a_doubt_is_said(project, old, new, said):
    with pytest.raises(RenameError) as refused:
        check_names(project.root, old, new)
    assert said in str(refused.value)


@pytest.mark.parametrize("new", [NEW, "about/page.md", "understand/2026-11-23-news.md"])
def test_a_sound_name_is_taken(project, new):
    check_names(project.root, OLD, new)


def test_code_that_leads_to_a_page_is_found_and_an_example_in_a_sentence_is_not(small):
    small.write("site_config/overrides/footer.html", "\n<a href={{ 'understand/page.md' | url }}>")
    small.write("site_config/example.py", '"""Such as understand/page.md or understand/page/."""')
    small.write("checker/page.js", 'const about = "../understand/page/#part";')
    assert named_in_code(small.root, OLD) == [
        "site_config/overrides/footer.html:2",
        "checker/page.js:1",
    ]
    assert named_in_code(small.root, OLD, ("site_config",), exactly=False) == [
        "site_config/example.py:1",
        "site_config/overrides/footer.html:2",
    ]
    assert named_in_code(small.root, "understand/pag.md") == []
