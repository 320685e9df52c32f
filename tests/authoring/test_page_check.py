"""What the editor asks while someone writes."""

from __future__ import annotations

import pytest

from site_config.authoring.page_check import PageCheck
from site_config.content_model.page import split_front
from site_config.core import yaml_source
from tests.small_site import FRONT, PAGE, ROOT, TODAY

PAGES = sorted(
    file.relative_to(ROOT / "content").as_posix()
    for folder in ("about", "cost", "family", "iop", "right-for-me", "start", "updates")
    for file in (ROOT / "content" / folder).glob("*.md")
    if "\ntemplate:" not in file.read_text("utf-8")
)


def data(body, **front):
    return (
        FRONT
        | {"title": "Another page", "description": FRONT["description"] * 1}
        | front
        | {"body": body}
    )


def check(small, body, place=None, **front):
    words = {"description": "Another description, in a sentence that is long enough to be found."}
    asked = data(body, **(words | front))
    return PageCheck(small.root, TODAY).check(place or {"section": "start"}, asked)


@pytest.fixture(scope="module")
def whole():
    return PageCheck(ROOT)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_that_nobody_touched_stays_as_it_is(whole, name):
    front, body = split_front((ROOT / "content" / name).read_text("utf-8"))
    fields = yaml_source.load(front, name).data
    written = body.removeprefix("\n")
    checked = whole.check({"name": name}, fields | {"body": written})
    assert checked.body == written
    assert checked.sources == (fields.get("sources") or [])
    assert not [issue for issue in checked.issues if issue.severity == "error"]


def test_the_title_becomes_the_heading_and_lines_count_as_written(small):
    checked = check(small, "First.\n\n#### Deep")
    assert checked.body == "# Another page\n\nFirst.\n\n#### Deep"
    assert [issue.line for issue in checked.issues] == [3]


def test_a_new_title_changes_the_heading(small):
    assert check(small, "# Old\n\nWords.").body == "# Another page\n\nWords."


def test_a_heading_with_signs_is_the_title(small):
    body = r"# A \[strange\] page" + "\n\nWords."
    checked = check(small, body, title="A [strange] page")
    assert checked.body == body
    assert checked.issues == []


def test_the_list_of_sources_follows_the_text(small):
    checked = check(
        small, "Some words. [@old_but_right]\n\nMore. [@hours] `[@key]`", sources=["hours", "old"]
    )
    assert checked.sources == ["hours", "old_but_right"]
    assert checked.issues == []


def test_the_way_to_a_picture_is_written_from_the_page(small):
    small.write("content/assets/pictures/a.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    body = "![Six chairs](/assets/pictures/a.svg)"
    assert "(../assets/pictures/a.svg)" in check(small, body).body
    alone = check(small, body, {"name": "help.md"})
    assert "(assets/pictures/a.svg)" in alone.body
    assert alone.issues == []


def test_a_picture_that_is_still_in_the_browser_is_no_issue(small):
    assert check(small, "![Six chairs](blob:http://127.0.0.1/1)\n\nWords.").issues == []


def test_errors_and_warnings_are_those_of_the_linter(small):
    checked = check(small, "Simply go [here](nowhere.md). 50% of people do.")
    assert {issue.severity for issue in checked.issues} == {"error", "warning"}
    small.page(f"# Another page\n\n{checked.body.split(chr(10), 2)[2]}", title="Another page")
    issues = {(i.what, i.severity) for i in small.issues() if i.rule != "menu"}
    assert {(i.what, i.severity) for i in checked.issues} == issues


def test_the_check_sees_a_page_that_another_program_wrote(small):
    checks = PageCheck(small.root, TODAY)
    asked = data("See [the other page](other.md).", description="D" + "d" * 59)
    place = {"name": "understand/new.md"}
    assert [i.severity for i in checks.check(place, asked).issues] == ["error"]
    small.page("Words.", name="understand/other.md", title="Other")
    assert checks.check(place, asked).issues == []


def test_a_page_kept_back_may_have_todos_and_others_not(small):
    kept = check(small, "TODO: write", publish_on="2027-01-01")
    assert [issue.severity for issue in kept.issues] == ["warning"]
    online = check(small, "TODO: write", {"name": "start/mine.md"})
    assert [issue.severity for issue in online.issues] == ["error"]


def test_a_new_page_is_kept_back_and_an_old_one_is_not(small):
    assert check(small, "Words.").added == {"tags": ["start"], "publish_on": "2027-01-22"}
    chosen = check(small, "Words.", tags=["work"], publish_on="2026-12-01")
    assert chosen.added == {}
    assert check(small, "Words.", {"name": "start/mine.md"}).added == {}
    assert set(check(small, "Words.", {"name": "start/mine.md", "new": True}).added) == {
        "tags",
        "publish_on",
    }


def test_a_new_page_gets_its_menu_entry_once(small):
    menu = small.write("mkdocs.yml", "nav:\n- Start:\n    - start/index.md\n- help.md\n")
    checks = PageCheck(small.root, TODAY)
    assert "another folder" in checks.add_to_menu("start/mine.md", "Mine")
    small.page("Words.", name="start/mine.md", title="Mine")
    assert "in the menu" in checks.add_to_menu("start/mine.md", "Mine")
    assert "in the menu" in checks.add_to_menu("start/mine.md", "Mine")
    assert menu.read_text() == (
        'nav:\n- Start:\n    - start/index.md\n    - "Mine": start/mine.md\n- help.md\n'
    )


def test_nothing_is_written_by_a_check(small):
    before = {file: file.read_bytes() for file in small.root.rglob("*") if file.is_file()}
    check(small, "Words.", {"name": PAGE})
    assert before == {file: file.read_bytes() for file in small.root.rglob("*") if file.is_file()}
