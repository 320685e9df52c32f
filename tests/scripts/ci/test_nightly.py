"""What is due goes online by itself, but not what someone has just gone back from."""

from __future__ import annotations

import datetime as dt
import time

from scripts import release
from scripts.ci import deploy, nightly
from scripts.ci.released import Branch
from site_config.settings import calendar

HOUR = 3600
PAGE = "---\ntitle: A page\npublish_on: {}\n---\nWords.\n"


def waiting(project, commit):
    branch = Branch(project.root)
    branch.fetch()
    return nightly.waiting(project.root, branch.entries(), commit)


def schedule(project, hours):
    """Write a page that appears so many hours from now, to the minute."""
    when = calendar.now_at(project.root) + dt.timedelta(hours=hours)
    project.write("content/updates/new.md", PAGE.format(f"{when:%Y-%m-%d %H:%M}"))
    return project.commit("A page that waits")


def put(project, words, commit, hours):
    when = int(time.time()) + hours * HOUR
    deploy.deploy(project.root, "rsync", project.release(words, when=when, commit=commit))


def test_a_page_whose_moment_came_since_the_last_release_is_due(project, web_root):  # noqa: ARG001
    commit = schedule(project, -1)
    put(project, "one", commit, -2)
    due, stays = waiting(project, commit)
    assert [line.split(",")[0] for line in due] == ["updates/new.md appears"]
    assert stays == ""
    put(project, "two", commit, 0)
    assert waiting(project, commit) == ([], "Nothing is due.")


def test_a_page_whose_moment_is_to_come_is_not_due(project, web_root):  # noqa: ARG001
    commit = schedule(project, 1)
    put(project, "one", commit, -2)
    assert waiting(project, commit) == ([], "Nothing is due.")


def test_an_event_that_is_over_is_due_to_go(project, web_root):  # noqa: ARG001
    today = calendar.today_at(project.root)
    event = "- {{name: {}, day: {}, starts: 6 pm, ends: 7 pm, where: Online}}\n"
    over = event.format("Open house", today - dt.timedelta(1)) + event.format("Today", today)
    project.write("site_config/center.yml", f"name: A\nevents:\n{over}")
    commit = project.commit("Two events")
    put(project, "one", commit, -26)
    due, stays = waiting(project, commit)
    assert [line.split(",")[0] for line in due] == ["the event “Open house” goes off the site"]
    assert stays == ""
    put(project, "two", commit, 0)
    assert waiting(project, commit) == ([], "Nothing is due.")


def test_before_the_first_release_nothing_goes_online_by_itself(project):
    commit = schedule(project, -1)
    due, stays = waiting(project, commit)
    assert due == []
    assert "first release" in stays


def test_after_going_back_nothing_is_published_until_something_is_merged(
    project,
    web_root,  # noqa: ARG001
):
    commit = schedule(project, -1)
    put(project, "one", commit, -3)
    put(project, "two", commit, -2)
    deploy.go_back(project.root, "rsync")
    due, stays = waiting(project, commit)
    assert due != []
    assert "On hold" in stays
    project.write("fix.md", "A correction.")
    assert waiting(project, project.commit("A correction"))[1] == ""


def test_a_release_that_is_due_is_made_for_the_moment_of_its_last_page(project):
    schedule(project, -1)
    project.write("content/updates/later.md", PAGE.format("2999-01-01"))
    project.write("content/updates/over.md", PAGE.format("2001-01-01\nunpublish_on: 2002-01-01"))
    commit = project.commit("More pages")
    plain, due = (release._origin(project.root, due=due) for due in (False, True))  # noqa: SLF001
    assert plain == due  # all that has come, had come when this was committed
    assert due.commit == commit


def test_the_due_moment_is_on_the_clocks_of_the_center(project, monkeypatch):
    project.write("site_config/center.yml", "name: A\ntime_zone: Pacific/Auckland\n")
    project.write("content/updates/new.md", PAGE.format("2099-06-01 09:30"))
    project.commit("A page that waits")
    at = dt.datetime(2099, 5, 31, 21, 30, tzinfo=dt.UTC).timestamp()
    monkeypatch.setattr(time, "time", lambda: at - 1)
    assert release._origin(project.root, due=True).when < at - 1  # noqa: SLF001
    monkeypatch.setattr(time, "time", lambda: at)
    assert release._origin(project.root, due=True).when == at  # noqa: SLF001
