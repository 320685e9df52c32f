"""A page counts each list from one, and has no cross: where that matters, it is asked."""

from __future__ import annotations

import pytest

from tests.word_files import paragraph, run


def numbers(sign, font="", start=1, kind="bullet"):
    """A list number 9 with one level."""
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>' if font else ""
    return (
        f'<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="{start}"/>'
        f'<w:numFmt w:val="{kind}"/><w:lvlText w:val="{sign}"/>{fonts}</w:lvl></w:abstractNum>'
        '<w:num w:numId="9"><w:abstractNumId w:val="7"/></w:num>'
    )


@pytest.mark.parametrize(("sign", "font"), [("✗", ""), ("❌", ""), ("\uf0fb", "Wingdings")])
def test_a_cross_before_a_point_is_not_lost(imported, sign, font):
    found = imported(paragraph("stop suddenly", point=(9, 0)), numbers=numbers(sign, font))
    assert found.body == (
        "- stop suddenly (TODO: a cross stood before this point in Word; say in words: don't)\n"
    )


def test_other_points_ask_nothing(imported):
    listed = numbers("\uf0b7", "Symbol")
    found = imported(
        paragraph("a", point=(9, 0)), paragraph("b"), paragraph("c", point=(9, 0)), numbers=listed
    )
    assert "TODO" not in found.body


def test_a_list_that_goes_on_or_starts_later_asks(imported):
    listed = numbers("%1.", start=4, kind="decimal")
    found = imported(
        paragraph("a", point=(9, 0)),
        paragraph("b", point=(9, 0)),
        paragraph("Wait.", run("")),
        paragraph("c", point=(9, 0)),
        numbers=listed,
    )
    assert "1. a (TODO: this is number 4 in Word and 1 on the page;" in found.body
    assert "2. b\n" in found.body
    assert "1. c (TODO: this is number 6 in Word and 1 on the page;" in found.body


def test_a_list_that_counts_from_one_asks_nothing(imported):
    found = imported(paragraph("a", point=(2, 0)), paragraph("b", point=(2, 0)))
    assert found.body == "1. a\n2. b\n"
    assert found.notes == []


def test_numbered_headings_ask_nothing(imported):
    listed = numbers("%1.", kind="decimal")
    first, second = (paragraph(words, style="H1", point=(9, 0)) for words in ("Ask", "Go"))
    found = imported(first, paragraph("Words."), second, numbers=listed)
    assert found.body == "## Ask\n\nWords.\n\n## Go\n"
