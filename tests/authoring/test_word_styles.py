"""What Word hides, strikes or raises by a style counts as if it stood at the words."""

from __future__ import annotations

import pytest

from tests.word_files import paragraph, run, style, table

SECRET = style("Secret", "<w:vanish/>") + style("Below", based="Secret")
RAISED = {"vertAlign": "superscript"}


@pytest.mark.parametrize(
    "hidden",
    [
        run("Anna relapsed.", rStyle="Secret"),
        run("Anna relapsed.", rStyle="Below"),
        run("Anna relapsed.", vanish=1),
    ],
)
def test_hidden_words_are_left_out_whichever_way_they_are_hidden(imported, hidden):
    found = imported(paragraph("Rest. ", hidden, " Call."), styles=SECRET)
    assert found.body == "Rest. Call.\n"
    assert found.notes == ["Hidden text was left out: “Anna relapsed.”"]


def test_a_paragraph_can_be_hidden_by_its_style(imported):
    hidden = style("Notes", "<w:vanish/>", kind="paragraph")
    found = imported(paragraph("Rest."), paragraph("Anna came.", style="Notes"), styles=hidden)
    assert found.body == "Rest.\n"
    assert found.notes == ["Hidden text was left out: “Anna came.”"]


def test_words_that_a_run_shows_again_stay(imported):
    shown = (
        '<w:r><w:rPr><w:rStyle w:val="Secret"/><w:vanish w:val="0"/></w:rPr><w:t>Rest.</w:t></w:r>'
    )
    assert imported(paragraph(shown), styles=SECRET).body == "Rest.\n"


@pytest.mark.parametrize("marks", [{"color": "FFFFFF"}, {"sz": "2"}])
def test_words_that_nobody_can_see_are_left_out_and_asked_for(imported, marks):
    found = imported(paragraph("Rest. ", run("best rehab near me", **marks)))
    assert "rehab" not in found.body
    assert "TODO: white or tiny text was left out here" in found.body
    assert found.notes == ["White or tiny text was left out: “best rehab near me”"]


def test_white_words_on_a_colored_cell_stay(imported):
    found = imported(table([run("Before", color="FFFFFF"), "During"], ["a", "b"]))
    assert "| Before | During |" in found.body


@pytest.mark.parametrize(
    "marks", [{"strike": 1}, {"dstrike": 1}, {"rStyle": "Gone"}, {"rStyle": "GoneTwice"}]
)
def test_struck_words_ask_for_a_decision_however_they_are_struck(imported, marks):
    gone = style("Gone", "<w:strike/>") + style("GoneTwice", "<w:dstrike/>")
    found = imported(paragraph("Do ", run("not ", **marks), "stop."), styles=gone)
    assert found.body == "Do (TODO: struck through in Word: not) stop.\n"


@pytest.mark.parametrize("marks", [RAISED, {"rStyle": "Note"}, {"position": "8"}])
def test_a_raised_number_never_joins_a_figure(imported, marks):
    note = style("Note", '<w:vertAlign w:val="superscript"/>')
    found = imported(paragraph("An IOP is 9", run("1", **marks), " hours."), styles=note)
    assert found.body.startswith("An IOP is 9 (TODO: a raised “1” stood here in Word; ")
    assert "91" not in found.body
    assert found.notes == ["A raised “1” became a TODO: the number of a source?"]


def test_raised_signs_after_words_in_titles_and_cells_ask_too(imported):
    found = imported(
        paragraph("Who pays", run("a", **RAISED), style="T"),
        table(["Plan", "Pays"], ["A", paragraph("9", run("*", **RAISED))]),
    )
    assert "TODO: a raised “a”" in found.title
    assert "TODO: a raised “\\*”" in found.body


def test_the_ending_of_a_number_and_a_formula_stay(imported):
    low = {"vertAlign": "subscript"}
    first = paragraph("The 1", run("st", **RAISED), " day, CO", run("2", **low))
    assert imported(first).body == "The 1st day, CO2\n"
    assert "TODO: a lowered “1”" in imported(paragraph("9", run("1", **low), " hours")).body


def test_highlighted_words_ask_whether_something_is_open(imported):
    found = imported(paragraph("Rest. ", run("Ask legal", highlight="yellow")))
    assert found.body == "Rest. Ask legal (TODO: highlighted in Word; is something open here?)\n"
