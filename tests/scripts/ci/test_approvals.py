"""A page that a clinician signed cannot change behind that person's back."""

from __future__ import annotations

import pytest

from scripts.ci import approvals
from site_config.content_model.project import read_project
from tests.scripts.ci.releases import git
from tests.small_site import PAGE, TODAY

NAME = "R. Example"
PEOPLE = f"""\
reviewer: {{name: {NAME}, credential: LCSW, email: r@example.org}}
authors: {{editorial: {{name: Editorial team}}}}
"""


@pytest.fixture
def signed(small):
    """A small project in Git, with a page that the clinician wrote and signed."""
    git(small.root, "init", "--quiet")
    small.write("content/_data/people.yml", PEOPLE)
    small.page("Some words.", reviewed_by=NAME)
    save(small, "Start", "r@example.org")
    return small


def save(small, message, email="someone@example.org"):
    git(small.root, "add", "-A")
    git(small.root, "-c", f"user.email={email}", "commit", "--quiet", "-m", message)


def found(small):
    return approvals.unapproved(read_project(small.root, TODAY))


def test_what_the_clinician_wrote_is_approved(signed):
    assert found(signed) == []


def test_a_change_by_someone_else_is_named_with_its_line_and_who(signed):
    signed.page("Other words.", reviewed_by=NAME)
    save(signed, "Change it")
    (issue,) = found(signed)
    assert issue.path.as_posix() == f"content/{PAGE}"
    assert issue.line == 7
    assert NAME in issue.what
    assert "Reviewed-by: R. Example" in issue.fix


@pytest.mark.parametrize(
    ("trailer", "approved"),
    [
        (f"Reviewed-by: {NAME}", True),
        (f"Reviewed-by: Other <o@example.org>\nReviewed-by: {NAME} <r@example.org>", True),
        ("Reviewed-by: Other", False),
        (f"This was read by {NAME}", False),
    ],
)
def test_the_line_reviewed_by_in_the_commit_approves_it(signed, trailer, approved):
    signed.page("Other words.", reviewed_by=NAME)
    save(signed, f"Change it\n\n{trailer}")
    assert (found(signed) == []) is approved


def test_a_page_without_the_signature_may_change(signed):
    signed.page("Other words.")
    save(signed, "Change it, and take the signature out")
    assert found(signed) == []


def test_a_later_change_of_another_page_changes_nothing(signed):
    signed.page("More words.", name="understand/other.md")
    save(signed, "Another page")
    assert found(signed) == []


def test_the_log_says_who_wrote_and_who_approved_what(signed):
    signed.page("Other words.", reviewed_by=NAME)
    save(signed, f"Change it\n\nReviewed-by: {NAME}")
    rows = [row.split("\t") for row in approvals.log(signed.root).splitlines()]
    assert [row[2:5] for row in rows[1:]] == [["Test", NAME, "Change it"], ["Test", "-", "Start"]]
    assert rows[1][5] == f"content/{PAGE}"
    assert approvals.log(signed.root) == approvals.log(signed.root)
