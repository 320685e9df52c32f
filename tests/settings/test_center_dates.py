"""Hours, events and jobs in center.yml: what cannot be used is named with its line and a fix."""

from __future__ import annotations

import pytest

from site_config.settings import center

EVENT = "{name: A, day: 2027-02-03, starts: '18:00', ends: '19:30', where: Online}"
JOB = "{title: A, about: B, posted: 2027-02-03, until: 2027-03-03}"
OPEN = "{days: [Monday], opens: '09:00', closes: '17:00'}"


def read(small, text):
    small.write(center.NAME, f"name: Some Center\n{text}\n")
    return center.read(small.root)


def test_what_is_right_is_read(small):
    facts, issues = read(
        small, f'postal_code: "90012"\nopening_hours: [{OPEN}]\nevents: [{EVENT}]\njobs: [{JOB}]'
    )
    assert issues == []
    assert (facts.postal_code, facts.events[0].starts) == ("90012", "18:00")
    assert facts.opening_hours[0].days == ["Monday"]
    assert facts.jobs[0].title == "A"


@pytest.mark.parametrize(
    ("field", "what", "fix"),
    [
        ("postal_code: 90012", "postal_code", "five digits in quotes"),
        ("postal_code: 01002", "“postal_code” has no quotes, so it is read as a number", "…"),
        ('postal_code: "9001"', "postal_code", "five digits in quotes"),
        (f"opening_hours: [{OPEN.replace('Monday', 'Mon')}]", "Mon", "Monday"),
        (f"opening_hours: [{OPEN.replace('[Monday]', '[]')}]", "days", "days by name"),
        (f"opening_hours: [{OPEN.replace("'17:00'", '17:30')}]", "closes", "in quotes"),
        (f"opening_hours: [{OPEN.replace('17:00', '25:00')}]", "25:00", "in quotes"),
        (f"opening_hours: [{OPEN.replace('17:00', '08:00')}]", "closes before it opens", ""),
        (f"opening_hours: {OPEN}", "list", ""),
        (f"events: [{EVENT.replace('2027-02-03', '2027-02-30')}]", "no day of the calendar", ""),
        (f"events: [{EVENT.replace('2027-02-03', '2027')}]", "day", "such as 2027-06-30"),
        (f"events: [{EVENT.replace('19:30', '17:30')}]", "ends before it starts", ""),
        (f"events: [{EVENT.replace('where: Online', 'place: Online')}]", "isn't a setting", ""),
        (f"jobs: [{JOB.replace('2027-03-03', '2027-01-03')}]", "ends before it was posted", ""),
        (f"jobs: [{JOB.replace('about: B, ', '')}]", "about", "a few sentences"),
        (f"jobs: [{JOB.replace('}', ', kind: fulltime}')}]", "fulltime", "full time"),
        (f"jobs: [{JOB.replace('}', ', url: example.org}')}]", "example.org", "https://"),
    ],
)
def test_what_is_wrong_is_named_on_its_line(small, field, what, fix):
    _, issues = read(small, field)
    assert issues
    assert {issue.line for issue in issues} == {2}
    assert any(what in issue.what for issue in issues), issues
    assert any(fix in issue.fix for issue in issues), issues
