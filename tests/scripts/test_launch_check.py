"""What is owed before the site goes public: all of it at first, nothing once all is set."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest

from scripts import launch_check

TODAY = dt.date(2026, 11, 28)
ALL = """\
name: Willow Center
region: California
site_url: https://care.example/
phone: (555) 010-0000
hours: Monday to Friday, 9 a.m. to 5 p.m.
admissions: [A first call of ten minutes.]
offers: {tracks: [Young adults], times: [Evening], therapies: [CBT]}
insurance: [Example Health]
license: EXAMPLE-1
license_kind: certified
license_body: Example Department
license_expires: 2027-06-30
license_url: https://state.example/program
license_status_url: https://state.example/list
team: [{name: R. Example, credential: LCSW, role: Director}]
notices:
  privacy_practices: https://care.example/npp
  privacy_policy: https://care.example/privacy
  good_faith_estimate: https://care.example/estimate
  nondiscrimination: https://care.example/nondiscrimination
  terms: https://care.example/terms
"""
PEOPLE = """\
reviewer: {name: R. Example, credential: LCSW, license: EXAMPLE-2, url: null}
authors: {editorial: {name: Editorial team}}
"""
LINE = """\
- {id: lifeline_988, name: Lifeline, call: "988", what: Talk to someone., checked_on: 2026-11-23,
   called_on: 2026-11-20, evidence: S}
"""


@pytest.fixture
def ready(small):
    """A small site whose center owes nothing."""
    small.write("site_config/center.yml", ALL)
    small.write("content/_data/people.yml", PEOPLE)
    small.write("content/_data/crisis_lines.yml", LINE)
    for name in ("help.md", "understand/page.md"):
        small.page("Call 911 or 988.", name=name, reviewed_by="reviewer")
    return small


def owed(site):
    return launch_check.open_requirements(site.root, TODAY)


def test_a_center_that_set_everything_owes_nothing(ready):
    assert owed(ready) == []
    assert "may go public" in launch_check.report([])


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [
        ("phone: (555) 010-0000\n", "", "A way to reach"),
        ("site_url: https://care.example/\n", "", "site_url"),
        ("license: EXAMPLE-1\n", "", "license_kind"),
        ("2027-06-30", "2026-11-27", "ended on 2026-11-27"),
        ("license_url: https://state.example/program\n", "", "license_url"),
        ("license_status_url: https://state.example/list\n", "", "license_status_url"),
        ("  privacy_practices: https://care.example/npp\n", "", "privacy_practices"),
        ("  good_faith_estimate: https://care.example/estimate\n", "", "good_faith_estimate"),
    ],
)
def test_each_required_fact_is_asked_for_with_its_reason(ready, before, after, what):
    assert before in ALL
    ready.write("site_config/center.yml", ALL.replace(before, after))
    (one,) = owed(ready)
    assert what in one.what
    assert one.required
    assert one.why


@pytest.mark.parametrize("field", ["hours", "admissions", "insurance", "team"])
def test_what_is_good_to_have_is_not_required(ready, field):
    lines = [line for line in ALL.splitlines(keepends=True) if not line.startswith(f"{field}:")]
    ready.write("site_config/center.yml", "".join(lines))
    assert [one.required for one in owed(ready)] == [False]


def test_a_center_elsewhere_owes_no_california_links(ready):
    text = ALL.replace("California", "Oregon")
    lines = [line for line in text.splitlines(keepends=True) if "state.example" not in line]
    ready.write("site_config/center.yml", "".join(lines))
    assert owed(ready) == []


@pytest.mark.parametrize("called", ["   called_on: 2026-05-01, ", "   "])
def test_a_crisis_line_that_nobody_called_for_half_a_year_is_owed(ready, called):
    text = LINE.replace("   called_on: 2026-11-20, ", called)
    ready.write("content/_data/crisis_lines.yml", text)
    (one,) = owed(ready)
    assert "lifeline_988" in one.what
    assert one.required


def test_sources_read_in_a_copy_alone_are_owed_by_key(ready):
    source = "{title: T, publisher: P, year: 2024, url: null, checked_on: 2026-11-23, "
    entries = {"seen": "evidence: S}", "law": "evidence: S, read: copy}"}
    entries["never_shown"] = "evidence: K, read: copy}"
    text = "".join(f"{key}: {source}{rest}\n" for key, rest in entries.items())
    ready.write("content/_data/sources.yml", text)
    (one,) = owed(ready)
    assert one.required
    assert one.what.endswith(": law")


def test_a_source_that_only_another_state_shows_is_not_owed(ready):
    ready.write(
        "content/_data/sources.yml",
        "theirs: {title: T, publisher: P, year: 2024, url: null, note: N, "
        "checked_on: 2026-11-23, evidence: S, read: copy}\n",
    )
    file, fact = "content/_data/states/{}.yml", "state: {}\nfacts: [{{id: a, source: theirs}}]\n"
    ready.write(file.format("ohio"), fact.format("Ohio"))
    assert owed(ready) == []
    ready.page("It is so. [@theirs]", sources="[theirs]", reviewed_by="reviewer")
    assert [one.what.endswith(": theirs") for one in owed(ready)] == [True]


def test_nobody_is_asked_to_call_911_to_try_it(ready):
    line = LINE.replace("lifeline_988", "emergency_911").replace("988", "911")
    text = line.replace("   called_on: 2026-11-20, ", "   ")
    ready.write("content/_data/crisis_lines.yml", text)
    assert owed(ready) == []


def test_reviewer_and_signatures_are_owed(ready):
    ready.write(
        "content/_data/people.yml",
        PEOPLE.replace(PEOPLE.split("\n", maxsplit=1)[0], "reviewer: null"),
    )
    ready.page("Some words.")
    told = launch_check.report(owed(ready))
    assert "A licensed clinician as the reviewer" in told
    assert "1 of 2 pages" in told


def test_the_command_lists_what_this_center_owes(root):
    command = [sys.executable, "-m", "scripts.launch_check"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    for what in ("license", "reach the center", "reviewer", "988", "privacy_practices"):
        assert what in done.stdout
