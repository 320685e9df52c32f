"""Who is asked to approve what comes from people.yml, and nobody is made up."""

from __future__ import annotations

import pytest

from scripts.ci import code_owners
from site_config.content_model.data_schema import People
from site_config.content_model.project import read_project
from tests.small_site import TODAY

EDITOR = {"name": "E. Example", "handle": "editor-1"}
CLINICIAN = {"name": "R. Example", "credential": "LCSW", "handle": "center/clinicians"}


def owners(text):
    return dict(line.split(" ", 1) for line in text.splitlines() if line and line[0] != "#")


def test_the_file_in_the_repository_is_that_of_people_yml(root):
    people = read_project(root, TODAY).people
    assert (root / code_owners.FILE).read_text("utf-8") == code_owners.code_owners(people), (
        "run make codeowners"
    )


def test_an_editor_approves_articles_and_the_clinician_what_is_about_safety():
    people = People.model_validate({"reviewer": CLINICIAN, "authors": {"one": EDITOR}})
    found = owners(code_owners.code_owners(people))
    assert found["/content/"] == "@editor-1"
    for path in ("/checker/*.yml", "/checker/*.py", "crisis_lines*.yml", "house_terms*.yml"):
        assert found[path] == "@center/clinicians"
    assert list(found).index("/content/") < list(found).index("crisis_lines*.yml")


def test_who_has_no_handle_is_not_made_up():
    people = {"reviewer": {**CLINICIAN, "handle": None}, "authors": {"one": {"name": "E. Example"}}}
    text = code_owners.code_owners(People.model_validate(people))
    assert owners(text) == {}
    assert "no author has a handle" in text
    assert "the reviewer has no handle" in text


@pytest.mark.parametrize("handle", ["@editor", "two words", "a/b/c", "-x"])
def test_a_handle_of_another_form_is_an_error_on_its_line(small, handle):
    text = f"reviewer: null\nauthors:\n  editorial:\n    name: A\n    handle: '{handle}'\n"
    small.write("content/_data/people.yml", text)
    (issue,) = small.errors("content/_data/people.yml")
    assert issue.line == 5
