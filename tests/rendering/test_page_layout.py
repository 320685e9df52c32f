"""What the Markdown extension makes of a page, and what our drawings are."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from lxml import etree
from markdown import markdown

LAYOUT = "site_config.rendering.page_layout"
ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "content/assets/pictures"
DRAWINGS = ("levels-of-care", "week-in-iop", "assessment", "group-room")
NS = "{http://www.w3.org/2000/svg}"


def shaped(text, pictures=PICTURES):
    html = markdown(
        text,
        extensions=[
            "attr_list",
            "tables",
            "md_in_html",
            "toc",
            LAYOUT,
        ],
        extension_configs={LAYOUT: {"pictures": str(pictures)}},
    )
    return BeautifulSoup(html, "lxml")


def test_each_second_level_part_is_a_section_with_the_headings_class():
    page = shaped("# One\n\nLead\n\n## Find {.doors}\n\nA\n\n### Deep\n\nB\n\n## Next step\n\nC\n")
    assert [s["class"] for s in page.select("section")] == [
        ["part", "doors"],
        ["part", "next-step"],
    ]
    assert page.select_one("section.doors").get_text("|", strip=True) == "Find|A|Deep|B"
    assert page.select_one("h2#find").get("class") is None
    assert page.select_one("h1").parent.name == "body"


@pytest.mark.parametrize(
    "text",
    [
        "One.\n\n<!-- zebra -->\n\nTwo.",
        "One <!-- zebra --> two.",
        "- One\n- Two <!-- zebra\n  zebra -->",
        "| A |\n| --- |\n| one <!-- zebra --> |",
        '<div class="compare" markdown>\n\n<!-- zebra -->\n\nOne.\n\n</div>',
        "<div><!-- zebra --><p>One.</p></div>",
        "## One <!-- zebra -->",
    ],
)
def test_a_note_among_writers_stays_out_of_the_page(text):
    page = str(shaped(text))
    assert "zebra" not in page
    assert "One" in page or "one" in page


def test_a_comment_shown_as_code_is_text_and_stays():
    assert "<!-- zebra -->" in shaped("Write `<!-- zebra -->`.").code.get_text()


def test_a_comparing_table_says_in_each_cell_what_it_is():
    table = "| Level | Hours |\n| --- | --- |\n| **IOP** | 9 to 19 |\n| Day | 20 |\n"
    page = shaped(f'<div class="compare" markdown>\n\n{table}\n</div>\n')
    rows = [[(c.name, c["role"], c.get("data-label")) for c in r] for r in _cells(page)]
    assert rows == [[("th", "rowheader", None), ("td", "cell", "Hours")]] * 2
    assert {h["role"] for h in page.select("thead th")} == {"columnheader"}
    assert [r.th.get_text() for r in page.select("tbody tr")] == ["IOP", "Day"]


def test_a_plain_table_scrolls_in_a_box_that_the_keyboard_reaches():
    page = shaped("Words.\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n\nMore.\n")
    box = page.select_one("p + [role=group][tabindex='0'] > table").parent
    assert box["aria-label"] == "A, B"
    cells = [[(c.name, c["role"], c["data-label"]) for c in row[1:]] for row in _cells(page)]
    assert cells == [[("td", "cell", "B")]]
    assert not page.select("tbody th")


def _cells(page):
    return [row.select("th, td") for row in page.select("tbody tr")]


def test_our_drawing_comes_into_the_page_with_the_writers_words():
    page = shaped("![Five landings.](../assets/pictures/levels-of-care.svg)\n")
    drawing = page.select_one("figure > svg.picture[role=img]")
    assert drawing["aria-label"] == "Five landings."
    assert not page.select("img, [id], svg title, svg desc, [style]")


@pytest.mark.parametrize("name", ["photo.png", "missing.svg", "foreign.svg"])
def test_other_pictures_stay_pictures(tmp_path, name):
    (tmp_path / "foreign.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', "utf-8")
    page = shaped(f"![A tree.]({name})\n", pictures=tmp_path)
    assert [(i["src"], i["alt"]) for i in page.select("p > img")] == [(name, "A tree.")]


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_drawing_explains_itself_when_opened_alone(name):
    drawing = etree.parse(PICTURES / f"{name}.svg").getroot()
    title, desc = drawing.find(f"{NS}title"), drawing.find(f"{NS}desc")
    assert drawing.get("aria-labelledby").split() == [title.get("id"), desc.get("id")]
    assert title.text
    assert desc.text
    assert drawing.get("class") == "picture"


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_drawing_follows_the_pages_colors_under_a_strict_policy(name):
    """No style and no script of its own; each class it uses is colored by the style sheet."""
    drawing = etree.parse(PICTURES / f"{name}.svg").getroot()
    css = (ROOT / "content/assets/css/articles.css").read_text("utf-8")
    classes = set()
    for element in drawing.iter():
        assert element.tag not in {f"{NS}style", f"{NS}script", f"{NS}image", f"{NS}use"}
        assert not {"style", "href"} & set(element.attrib)
        classes |= set(element.get("class", "").split())
    assert [c for c in classes - {"picture"} if f".picture .{c} {{" not in css] == []


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_color_in_a_drawing_always_has_a_class_that_changes_it_in_the_dark(name):
    drawing = etree.parse(PICTURES / f"{name}.svg").getroot()
    fixed = [
        e for e in drawing.iterdescendants() if any(_is_color(e.get(a)) for a in ("fill", "stroke"))
    ]
    assert fixed
    assert [etree.tostring(e) for e in fixed if not e.get("class")] == []


def _is_color(*values):
    return any(value and value.startswith("#") for value in values)
