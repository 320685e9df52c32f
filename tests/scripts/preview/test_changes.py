"""How two built sites differ, page by page."""

from __future__ import annotations

import pytest

from scripts.preview import changes

PAGE = (
    '<html><head><meta http-equiv="Content-Security-Policy" content="{policy}">'
    '<link rel="stylesheet" href="a.css"></head>'
    "<body><nav>{menu}</nav><main><h1>Title</h1><p>{words}</p></main><footer>{foot}</footer></body>"
)
USUAL = {"policy": "one", "menu": "Menu", "words": "Some words.", "foot": "Foot", "css": "p {}"}


@pytest.fixture
def between(tmp_path):
    """What differs between the usual page and one with some parts changed."""

    def write(folder, parts):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.css").write_text(parts["css"], "utf-8")
        (tmp_path / folder / "a.html").write_text(PAGE.format(**parts), "utf-8")
        return tmp_path / folder

    def between(**changed):
        return changes.between(write("before", USUAL), write("after", USUAL | changed))

    return between


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        ({}, None),
        ({"policy": "another"}, None),
        ({"words": "Other words."}, changes.WORDS),
        ({"words": "<a href='b'>Some words.</a>"}, changes.MARKS),
        ({"foot": "<b>Foot</b>"}, changes.LOOK),
        ({"css": "p { color: red }"}, changes.LOOK),
        ({"menu": "Another menu"}, changes.MENU),
        ({"menu": "Another menu", "words": "Other words."}, changes.WORDS),
    ],
)
def test_a_page_is_listed_by_the_weightiest_change(between, changed, kind):
    assert [change.kind for change in between(**changed)] == ([kind] if kind else [])


def test_words_that_went_and_came_are_shown(between):
    (change,) = between(words="Other words.")
    assert change.lines == ("- Some words.", "+ Other words.")


def test_new_and_removed_pages_come_first(between, tmp_path):
    between()
    (tmp_path / "before/gone.html").write_text("<p>Gone</p>", "utf-8")
    (tmp_path / "after/come.html").write_text("<p>Come</p>", "utf-8")
    found = changes.between(tmp_path / "before", tmp_path / "after")
    assert [(change.page, change.kind) for change in found] == [
        ("come.html", changes.NEW),
        ("gone.html", changes.REMOVED),
    ]
