"""The report: words and a drawing, small numbers not given."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from scripts.page_views import report
from tests.scripts.page_views.logs import PAGES, caddy, counted, line


def test_programs_are_counted_apart():
    counts = counted(line(), line(agent="Googlebot/2.1"), line("/.env", agent="curl/8"))
    assert (counts.pages.total(), counts.programs) == (1, 1)
    assert "1 views by programs" in report.table(counts, PAGES)


def test_a_log_without_browser_names_says_that_programs_are_in_it():
    counts = counted(caddy(agent=None), line(agent="-"))
    assert counts.pages == {"cost/": 2}
    assert "programs are counted too" in report.table(counts, PAGES)


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


def test_the_chart_is_a_drawing_with_words():
    early = line(time="20/Nov/2026:19:02:11 +0000")
    drawing = ET.fromstring(report.chart(counted(early, *[line()] * 10)))  # noqa: S314 (ours)
    bars = drawing.findall(".//{*}rect")
    assert len(bars) == 9
    assert drawing.find("{*}title").text.endswith("Most on one day: 10.")
    heights = [float(bar.get("height")) for bar in bars]
    assert heights[-1] == max(heights) == 2 * heights[0]  # one view looks like five
    assert set(heights[1:-1]) == {0}
