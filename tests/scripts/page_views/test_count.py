"""What counts as a view of a page, and what never does."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.scripts.page_views.logs import caddy, counted, line


@pytest.mark.parametrize("write", [line, caddy])
def test_a_page_that_was_opened_is_one_view_on_the_center_s_day(write):
    counts = counted(write(), write("/"), write("/cost/index.html?token=abc"), write(status=304))
    assert counts.pages == {"cost/": 3, "": 1}
    assert sum(counts.days.values()) == 4


def test_midnight_is_the_center_s():
    late = line(time="29/Nov/2026:07:59:59 +0000")
    early = line(time="29/Nov/2026:08:00:00 +0000")
    assert counted(late, early).days == {dt.date(2026, 11, 28): 1, dt.date(2026, 11, 29): 1}


@pytest.mark.parametrize(
    "other",
    [
        line("/runtime/pyodide.a1b2c3.wasm"),
        line("/self-check/result/"),
        line("/assets/css/site.css"),
        line(method="POST"),
        line(method="HEAD"),
        line(status=301),
        line(status=500),
    ],
)
def test_nothing_else_is_a_view(other):
    counts = counted(other)
    assert not counts.pages
    assert not counts.days


def test_the_self_check_counts_as_a_page_and_no_step_of_it_does():
    steps = [line(f"/runtime/{name}") for name in ("worker.js", "check.whl", "python.wasm")]
    assert counted(line("/self-check/"), *steps).pages == {"self-check/": 1}


def test_a_site_in_a_folder():
    counts = counted(line("/guide/cost/"), line("/cost/"), line("/guide/"), base="/guide/")
    assert counts.pages == {"cost/": 1, "": 1}


def test_who_looks_for_a_way_to_break_in_is_one_number():
    counts = counted(*[line(path, 404) for path in ("/wp-login.php", "/.git/config", "/a.env")])
    assert (counts.missing, counts.probes) == ({}, 3)


@pytest.mark.parametrize(
    "path", ["/anna@example.org/", "/call/5595550142/", "/t/" + "a1" * 20, "/%D0%B0%D0%BD/"]
)
def test_what_someone_pasted_into_an_address_is_masked(path):
    counts = counted(*[line(path, 404)] * 3)
    assert all("…" in path for path in counts.missing)
