"""Page views from a server's log: what counts, what never does, and that nobody is in it."""

from __future__ import annotations

import datetime as dt
import gzip
import json
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

import pytest

from scripts.page_views import log_lines, report
from scripts.page_views.__main__ import main
from scripts.page_views.bots import is_program
from scripts.page_views.count import Site, count

ZONE = ZoneInfo("America/Los_Angeles")
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0"
PAGES = {"": "Home", "cost/": "Cost", "self-check/": "The self-check"}
SECRETS = ("203.0.113.7", "anna", "Firefox", "token=abc", "search.example")


def line(
    target="/cost/", status=200, agent=FIREFOX, method="GET", time="28/Nov/2026:19:02:11 +0000"
):
    return (
        f'203.0.113.7 - anna [{time}] "{method} {target} HTTP/2.0" {status} 512 '
        f'"https://search.example/?q=rehab" "{agent}"\n'
    )


def caddy(target="/cost/", status=200, agent=FIREFOX, ts: float | str = 1795892531.5):
    asked = {"remote_ip": "203.0.113.7", "method": "GET", "uri": target}
    headers = {"headers": {"User-Agent": [agent]} if agent else {}}
    return json.dumps({"ts": ts, "request": asked | headers, "status": status}) + "\n"


def counted(*lines, base="/"):
    return count(map(log_lines.request, lines), Site(PAGES, base, ZONE))


@pytest.mark.parametrize("write", [line, caddy])
def test_a_page_that_was_opened_is_one_view_on_the_center_s_day(write):
    counts = counted(write(), write("/"), write("/cost/index.html?token=abc"), write(status=304))
    assert counts.pages == {"cost/": 3, "": 1}
    assert sum(counts.days.values()) == 4


def test_midnight_is_the_center_s():
    late = line(time="29/Nov/2026:07:59:59 +0000")
    early = line(time="29/Nov/2026:08:00:00 +0000")
    assert counted(late, early).days == {dt.date(2026, 11, 28): 1, dt.date(2026, 11, 29): 1}


def test_caddy_s_other_time_format():
    assert counted(caddy(ts="2026-11-28T19:02:11.000Z")).days == {dt.date(2026, 11, 28): 1}


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


@pytest.mark.parametrize(
    "agent",
    [
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "Mozilla/5.0 AppleWebKit/537.36 (compatible; bingbot/2.0) Chrome/140.0 Safari/537.36",
        "facebookexternalhit/1.1",
        "WhatsApp/2.23",
        "curl/8.5.0",
        "python-requests/2.32",
        "Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/156.0",
        None,
    ],
)
def test_programs_that_say_so_are_left_out(agent):
    assert is_program(agent)


@pytest.mark.parametrize(
    "agent",
    [
        FIREFOX,
        "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Safari/604",
        "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/140.0 Mobile",
        "Mozilla/5.0 (Linux; Android 14; CUBOT KINGKONG) AppleWebKit/537.36 Chrome/140.0",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Edg/140.0",
    ],
)
def test_people_s_browsers_are_counted(agent):
    assert not is_program(agent)


def test_programs_are_counted_apart():
    counts = counted(line(), line(agent="Googlebot/2.1"), line("/.env", agent="curl/8"))
    assert (counts.pages.total(), counts.programs) == (1, 1)
    assert "1 views by programs" in report.table(counts, PAGES)


def test_a_log_without_browser_names_says_that_programs_are_in_it():
    counts = counted(caddy(agent=None), line(agent="-"))
    assert counts.pages == {"cost/": 2}
    assert "programs are counted too" in report.table(counts, PAGES)


def test_a_site_in_a_folder():
    counts = counted(line("/guide/cost/"), line("/cost/"), line("/guide/"), base="/guide/")
    assert counts.pages == {"cost/": 1, "": 1}


def test_small_numbers_are_not_given():
    text = report.table(counted(*[line()] * 4, *[line("/")] * 5), PAGES)
    assert "fewer than 5  Cost" in text
    assert "5  Home" in text
    assert report.table(counted(), PAGES).startswith("Page views: none")


def test_missing_addresses_come_with_what_was_meant():
    counts = counted(*[line("/costs/", 404)] * 3, line("/once/", 404))
    text = report.table(counts, PAGES)
    assert "fewer than 5  /costs/ (did you mean “/cost/”?)" in text
    assert "/once/" not in text


def test_who_looks_for_a_way_to_break_in_is_one_number():
    counts = counted(*[line(path, 404) for path in ("/wp-login.php", "/.git/config", "/a.env")])
    assert (counts.missing, counts.probes) == ({}, 3)


@pytest.mark.parametrize(
    "path", ["/anna@example.org/", "/call/5595550142/", "/t/" + "a1" * 20, "/%D0%B0%D0%BD/"]
)
def test_what_someone_pasted_into_an_address_is_masked(path):
    counts = counted(*[line(path, 404)] * 3)
    assert all("…" in path for path in counts.missing)


@pytest.mark.parametrize(
    "broken",
    [
        "garbage\n",
        "{}\n",
        "{broken\n",
        line(time="31/Feb/2026:00:00:00 +0000"),
        caddy(ts="yesterday"),
        '1.1.1.1 - - [28/Nov/2026:19:02:11 +0000] "\\x16\\x03" 400 0 "-" "-"\n',
    ],
)
def test_a_line_that_cannot_be_read_is_counted_and_harms_nothing(broken):
    counts = counted(broken, line())
    assert counts.unreadable == 1
    assert counts.pages == {"cost/": 1}


def test_nobody_is_in_the_report(small, capsys):
    small.page("Words.", name="cost/index.md", title="Cost")
    log = small.root / "access.log"
    target = "/cost/?token=abc"
    log.write_text("".join([line(target), caddy(target), line("/missing/?token=abc", 404)] * 9))
    packed = small.root / "access.log.1.gz"
    packed.write_bytes(gzip.compress(line().encode()))
    assert main([str(log), str(packed)], small.root) == 0
    folder = small.root / "dist/stats"
    written = capsys.readouterr().out + "".join(file.read_text() for file in folder.iterdir())
    assert "19  Cost" in written
    assert "9  /missing/" in written
    assert [secret for secret in SECRETS if secret in written] == []


def test_the_chart_is_a_drawing_with_words():
    early = line(time="20/Nov/2026:19:02:11 +0000")
    drawing = ET.fromstring(report.chart(counted(early, *[line()] * 10)))  # noqa: S314 (ours)
    bars = drawing.findall(".//{*}rect")
    assert len(bars) == 9
    assert drawing.find("{*}title").text.endswith("Most on one day: 10.")
    heights = [float(bar.get("height")) for bar in bars]
    assert heights[-1] == max(heights) == 2 * heights[0]  # one view looks like five
    assert set(heights[1:-1]) == {0}


def test_a_log_that_is_not_there_is_said(tmp_path, capsys):
    assert main([], tmp_path) == 1
    assert main([str(tmp_path / "no.log")], tmp_path) == 1
    assert "make stats LOG=" in capsys.readouterr().err


def test_a_packed_log_that_is_none_is_said(small, capsys):
    broken = small.write("a.gz", "no gzip")
    assert main([str(broken)], small.root) == 1
    assert "can't be read" in capsys.readouterr().err
