"""Issues of many steps come at once; an error stops a build, and never a writer who serves."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError

from site_config.core.issues import Issue, IssuesFound
from site_config.pipeline.collector import Collector, log_issues

ERROR = Issue(Path("b.yml"), 2, "It's wrong", "Mend it")
WARNING = Issue(Path("a.yml"), 1, "It's old", "Look again", "warning")


def failing(*issues):
    def step():
        raise IssuesFound(issues)

    return step


def test_a_step_that_fails_gives_its_default_and_the_others_go_on():
    steps = Collector()
    assert steps.run({}, failing(ERROR)) == {}
    assert steps.run({}, dict, [("a", 1)]) == {"a": 1}
    assert steps.run([], failing(WARNING, ERROR)) == []
    assert steps.sorted() == [WARNING, ERROR]  # each once, by file and line


def test_what_is_no_issue_is_not_hidden():
    with pytest.raises(ZeroDivisionError):
        Collector().run(None, lambda: 1 / 0)


def test_a_build_stops_with_every_error_and_logs_what_is_none(caplog):
    with caplog.at_level(logging.WARNING), pytest.raises(PluginError) as stopped:
        log_issues([WARNING, ERROR], serving=False)
    assert str(ERROR) in str(stopped.value)
    assert str(WARNING) not in str(stopped.value)
    assert [record.getMessage() for record in caplog.records] == [f"warning: {WARNING}"]


def test_serving_tells_everything_and_goes_on(caplog):
    with caplog.at_level(logging.WARNING):
        log_issues([WARNING, ERROR], serving=True)
    assert [record.getMessage() for record in caplog.records] == [
        f"warning: {WARNING}",
        f"error: {ERROR}",
    ]


def test_a_warning_alone_stops_nothing():
    log_issues([WARNING], serving=False)
