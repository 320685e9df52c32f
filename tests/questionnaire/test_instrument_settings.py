"""A slip in the settings of a center's own questionnaire is named with its fix."""

from __future__ import annotations

import pytest

from tests.questionnaire.instrument_files import (
    issues,
    known_to_the_schema,
    settings,
    write,
)


def test_a_center_says_whether_anything_in_it_means_danger(project):
    words = settings()
    del words["safety"]
    write(project, words=words)
    known_to_the_schema(project)
    (found,) = issues(project)
    assert "“safety” is missing" in found.what
    assert "safety: []" in found.fix


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"rights": None}, "“rights” is empty"),
        ({"granted_by": ""}, "“granted_by” is empty"),
        ({"colour": "red"}, "“colour” isn't a setting"),
    ],
)
def test_a_slip_is_named_with_its_fix(project, change, says):
    write(project, words=settings() | change)
    known_to_the_schema(project)
    assert [issue for issue in issues(project) if says in issue.what and issue.fix]
