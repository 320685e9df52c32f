"""Links between pages and from a result; pages that wait for their day or share an address."""

from __future__ import annotations

import datetime as dt

import pytest

from site_config.linter.site_rules import links, pictures
from site_config.pipeline import schedule
from tests.linter import bad_texts
from tests.small_site import FRONT, PAGE, TODAY

LATER = TODAY + dt.timedelta(days=10)
NOW = dt.datetime.combine(TODAY, dt.time(12))
HELPFUL = "content/_data/helpful_pages.yml"


def test_a_link_to_a_page_that_waits_is_an_error_until_its_day(small):
    small.page("Words.", name="updates/new.md", publish_on=str(LATER))
    line = small.page("Words.\n\n[The news](../updates/new.md)")
    found = small.issues()
    assert [(issue.line, issue.severity) for issue in found] == [(line + 2, "error")]
    assert str(LATER) in found[0].what
    assert small.issues(today=LATER) == []


def test_a_waiting_page_may_link_to_another_one(small):
    small.page("Words.", name="updates/new.md", publish_on=str(LATER))
    small.page("[The news](../updates/new.md)", publish_on=str(LATER))
    assert small.issues() == []


def test_a_waiting_page_may_be_unfinished(small):
    small.page("TODO: write.", publish_on=str(LATER))
    assert [issue.severity for issue in small.issues()] == ["warning"]
    assert [issue.severity for issue in small.issues(today=LATER)] == ["error"]


@pytest.mark.parametrize(
    ("given", "waits"),
    [
        (TODAY, False),
        (LATER, True),
        (TODAY + dt.timedelta(days=1), True),
        (TODAY - dt.timedelta(days=1), False),
        ("soon", True),
        (None, False),
        (f"{TODAY} 12:00", False),
        (f"{TODAY} 12:01", True),
    ],
)
def test_pages_are_kept_back_until_their_day(small, given, waits):
    small.page("Words.", publish_on=str(given) if given else None)
    assert schedule.unpublished(small.root, NOW) == ({"understand/page.md"} if waits else set())


@pytest.mark.parametrize(
    ("given", "gone"),
    [(LATER, False), (TODAY, True), (f"{TODAY} 12:00", True), (f"{TODAY} 12:01", False)],
)
def test_pages_go_off_the_site_at_their_moment(small, given, gone):
    small.page("Words.", unpublish_on=str(given))
    assert schedule.unpublished(small.root, NOW) == ({"understand/page.md"} if gone else set())


def test_changes_are_those_after_one_moment_up_to_another_in_order(small):
    small.page("Words.", name="updates/one.md", publish_on=f"{TODAY} 12:00")
    small.page("Words.", name="updates/two.md", publish_on=str(TODAY), unpublish_on=str(LATER))
    small.page("Words.", name="updates/odd.md", publish_on="soon")
    found = schedule.changes(small.root, NOW - dt.timedelta(hours=1), NOW + dt.timedelta(days=99))
    assert [(one.what, one.appears) for one in found] == [
        ("updates/one.md", True),
        ("updates/two.md", False),
    ]
    assert schedule.changes(small.root, NOW, NOW) == []


def test_a_link_to_a_page_that_goes_off_the_site_is_named_before_and_refused_after(small):
    small.page("Words.", name="updates/new.md", unpublish_on=str(LATER))
    line = small.page("Words.\n\n[The news](../updates/new.md)")
    (before,) = small.issues()
    (after,) = small.issues(today=LATER)
    assert (before.line, before.severity) == (line + 2, "warning")
    assert (after.line, after.severity) == (line + 2, "error")
    assert str(LATER) in before.what
    assert str(LATER) in after.what
    small.page("[The news](../updates/new.md)", unpublish_on=str(LATER))
    assert small.issues() == []


def test_pages_that_wait_leave_the_navigation():
    nav = [{"Home": "index.md"}, {"New": ["a.md", {"B": "b.md"}]}, {"Gone": ["b.md"]}, "b.md"]
    assert schedule.prune_nav(nav, {"b.md"}) == [{"Home": "index.md"}, {"New": ["a.md"]}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("understand/cost.md", "understand/cost/index.md"),
        ("understand/Cost.md", "understand/cost.md"),
        ("index.md", "README.md"),
    ],
)
def test_two_pages_with_one_address_are_an_error(small, one, other):
    small.page("Words.", name=one)
    small.page("Words.", name=other, title="Another", description=FRONT["description"])
    errors = [issue for issue in small.issues("") if issue.severity == "error"]
    found = [issue for issue in errors if issue.rule != "file-name"]
    assert len(found) == 1
    named = f"{found[0].path} {found[0].what}"
    assert one in named
    assert other in named


def test_a_big_picture_is_an_error_although_no_page_shows_it(small):
    small.write("content/assets/big.svg", f"<svg>{' ' * 10_000_000}</svg>")
    assert [issue.severity for issue in small.issues("content/assets/big.svg")] == ["error"]


def test_headings_that_the_build_makes_can_be_linked(small):
    small.page("# Rules\n\n<!-- rules -->", name="about/rules.md")
    small.page("[A rule](../about/rules.md#any-rule)")
    assert small.issues() == []


@pytest.mark.parametrize("front", [None, {"publish_on": "2027-01-01"}])
def test_a_result_may_not_lead_to_a_page_that_is_not_there(small, front):
    small.write(HELPFUL, "# links\n- {page: help.md, words: Help}\n- {page: far.md, words: Far}\n")
    if front:
        small.page("Some words.", name="far.md", **front)
    (issue,) = small.errors(HELPFUL)
    assert issue.line == 3
    assert "far.md" in issue.what
    assert issue.fix
    small.page("Some words.", name="far.md")
    assert small.errors(HELPFUL) == []


@pytest.mark.parametrize("bad", bad_texts.LINKS, ids=lambda bad: bad.body[:40])
def test_a_bad_text_gives_its_one_issue(gives_one_issue, bad):
    gives_one_issue(bad, (*links.RULES, *pictures.RULES))


def test_a_renamed_page_leads_no_reader_to_another_language(small):
    small.write("site_config/center.yml", "name: Some Center\nlanguages: [en, es]\n")
    small.page("Palabras.", name="es/cost/denied.md")
    small.page("[A guide](../cost/denied.md)")
    (issue,) = small.errors(f"content/{PAGE}")
    assert "es/" not in issue.fix


@pytest.mark.parametrize(
    ("link", "meant"),
    [
        ("../cost/denyed.md", "denied.md"),
        ("../start/denied", "denied.md"),
        ("../iop/zebra.md", None),
        ("../cost/other-page.md", None),
    ],
)
def test_a_page_is_suggested_only_when_its_own_name_is_near(small, link, meant):
    small.page("Words.", name="cost/denied.md")
    small.page(f"[A guide]({link})")
    (issue,) = small.issues()
    assert (meant in issue.fix) if meant else ("did you mean" not in issue.fix)


@pytest.mark.parametrize("address", ["https://[care.example", "http://care[1].example/"])
def test_an_address_that_no_browser_opens_is_said_so(small, address):
    line = small.page(f"Words.\n\n[Care](<{address}>)")
    found = [issue for issue in small.issues() if "No browser can open" in issue.what]
    assert [(issue.line, issue.severity) for issue in found] == [(line + 2, "error")]
