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
        (f"opening_hours: [{OPEN.replace('[Monday]', '[]')}]", "days", "each day by its name"),
        (f"opening_hours: [{OPEN.replace('Monday', 'Monday-Friday')}]", "Monday-Friday", "each"),
        (f"opening_hours: [{OPEN.replace('[Monday]', 'Monday')}]", "must be a list", "[Monday, "),
        (f"opening_hours: [{OPEN.replace("'17:00'", '5')}]", "closes", "such as 17:30 or 5:30 pm"),
        (f"opening_hours: [{OPEN.replace('17:00', '25:00')}]", "25:00", "such as 17:30 or 5:30 pm"),
        (f"opening_hours: [{OPEN.replace('17:00', '13 pm')}]", "13 pm", "such as 17:30 or 5:30 pm"),
        (f"opening_hours: [{OPEN.replace('17:00', '5:00')}]", "in the afternoon is 17:00", ""),
        ("hours: no", "“hours” is read as no, not as words", "a text on one line"),
        ("license_expires: 6/30/2027", "6/30/2027", "Write 2027-06-30"),
        ("email: mailto:a@example.org", "mailto", "an address such as"),
        (
            f"opening_hours: [{OPEN.replace(': ', ':')}]",
            "can't be read",
            "a space after each colon",
        ),
        ("opening_hours:\n\t- {days: [Monday]}", "can't be read", "in place of the tab"),
        (f"opening_hours: {OPEN}", "list", ""),
        (f"events: [{EVENT.replace('2027-02-03', '2027-02-30')}]", "isn't a real date", ""),
        (f"events: [{EVENT.replace('2027-02-03', '2027')}]", "day", "such as 2027-06-30"),
        (f"events: [{EVENT.replace('2027-02-03', '11/30/26')}]", "11/30/26", "Write 2026-11-30"),
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
    assert {issue.line for issue in issues} == {2 + field.count("\n")}
    assert any(what in issue.what for issue in issues), issues
    assert any(fix in issue.fix for issue in issues), issues


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("9:00", "09:00"),  # YAML 1.1 makes 540 of it, and 1020 of 17:00
        ("17:00", "17:00"),
        ("'9:00'", "09:00"),
        ("\t9:00", "09:00"),
        ("9 am", "09:00"),
        ("5:30 PM", "17:30"),
        ("5pm", "17:00"),
        ("12 p.m.", "12:00"),
        ("12:15 am", "00:15"),
    ],
)
def test_a_time_as_people_type_it_is_the_time_they_meant(small, typed, time):
    event = EVENT.replace("'18:00'", typed).replace("19:30", "23:59")
    opening = OPEN.replace("17:00", "23:59").replace("'09:00'", typed)
    facts, issues = read(small, f"hours: {typed}\nevents: [{event}]\nopening_hours: [{opening}]")
    assert issues == []
    assert facts.hours == typed.strip().strip("'")
    assert (facts.events[0].starts, facts.opening_hours[0].opens) == (time, time)


def test_a_blank_line_of_a_job_is_no_fact(small):
    _, issues = read(small, f"jobs: [{JOB.replace('title: A', 'title: " "')}]")
    assert [issue.line for issue in issues] == [2]


def test_a_center_open_until_midnight_is_told_how_to_write_it(small):
    field = "opening_hours: [{OPEN}]".format(OPEN=OPEN.replace("'17:00'", "12 am"))
    _, (issue,) = read(small, field)
    assert "23:59" in issue.what


def test_a_part_that_is_missing_may_be_added_within_its_braces(small):
    event = EVENT.replace("ends: '19:30', ", "")
    _, (issue,) = read(small, f"events: [{event}]")
    assert "“events.ends” is missing" in issue.what
    assert issue.fix.startswith("Add `ends: …`")
